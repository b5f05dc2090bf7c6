internal import Exporting
internal import Mingle
internal import Profiles
internal import Ranking

/// `profile suggest --json`.
struct SuggestionsDocument: Encodable {
  var profile: ProfileReferenceDocument
  var window: WindowDocument
  var liked: Int
  var skipped: Int
  @OrNull var tested: Tested?
  var suggestions: [Item]
  /// What was written with `--apply`; null without it.
  @OrNull var applied: ProfileChangeDocument?

  struct Tested: Encodable {
    var liked: Int
    var conversations: Int
    var averagePrecision: Double
  }

  struct Item: Encodable {
    var expression: String
    var change: String
    @OrNull var weight: Double?
    @OrNull var oldWeight: Double?
    @OrNull var line: Int?
    var liked: Int
    var skipped: Int
    var others: Int
    var evidence: Double
    var examples: [String]
    @OrNull var gain: Double?
  }

  init(_ suggestions: Suggestions, of profile: Profile, applied: ProfileChangeDocument?) {
    self.applied = applied
    self.profile = ProfileReferenceDocument(profile)
    window = WindowDocument(suggestions.window)
    liked = suggestions.liked
    skipped = suggestions.skipped
    if let tested = suggestions.tested, let precision = suggestions.averagePrecision {
      self.tested = Tested(
        liked: tested.liked, conversations: tested.all, averagePrecision: rounded(precision))
    }
    self.suggestions = suggestions.all.map(Item.init)
  }
}

extension SuggestionsDocument.Item {
  fileprivate init(_ suggestion: Suggestion) {
    self.init(
      expression: suggestion.expression, change: "", liked: suggestion.liked,
      skipped: suggestion.skipped, others: suggestion.others,
      evidence: (suggestion.evidence * 10).rounded() / 10, examples: suggestion.examples,
      gain: suggestion.gain.map(rounded))
    switch suggestion.change {
    case .add(let weight): (change, self.weight) = ("add", weight)
    case .hide: change = "never"
    case .reweigh(let from, let to, let line):
      (change, oldWeight, weight, self.line) = (to > from ? "raise" : "lower", from, to, line)
    case .remove(let weight, let line): (change, oldWeight, self.line) = ("remove", weight, line)
    }
  }
}

internal import Conversations
internal import Exporting
internal import Mingle
internal import Profiles
internal import Ranking

/// Why a conversation is listed, or is not, for people.
struct ExplanationPage {
  private let explanation: Explanation
  private let profile: String

  init(_ explanation: Explanation, profile: String) {
    self.explanation = explanation
    self.profile = profile
  }

  /// The score, part by part, and what is missing.
  var why: [String] { heading + standing + parts + unknown + missing }

  /// What stands in the way first, then the score.
  var whyNot: [String] { heading + standing + parts }

  private var heading: [String] {
    let listed = explanation.listed
    let community = listed.conversation.community.styled(.cyan)
    return ["\(listed.heading.styled(.bold)) · \(community) · \(listed.shortID.styled(.yellow))"]
  }

  private var standing: [String] {
    let obstacles = explanation.obstacles.map { obstacle in
      let source = obstacle.profileLine.map { "  \(profile.safe):\($0)".styled(.faint) } ?? ""
      return "  \(obstacle.message.safe)\(source)"
    }
    if let place = explanation.place, obstacles.isEmpty {
      return ["It is listed, number \(place)."]
    }
    return ["It is not listed:"] + obstacles
  }

  private var parts: [String] {
    let ranked = explanation.listed.ranked
    guard !ranked.reasons.isEmpty else { return [] }
    return ["", "Score \(score(ranked.score))".styled(.bold)]
      + reasonLines(ranked.reasons, profile: profile)
  }

  private var unknown: [String] {
    guard !explanation.unknown.isEmpty else { return [] }
    return ["", "Not known".styled(.bold)] + explanation.unknown.map { "  \($0.safe)" }
  }

  private var missing: [String] {
    guard !explanation.missing.isEmpty else { return [] }
    return ["", "Not in it".styled(.bold)]
      + explanation.missing.map { keyword in
        "  \(keyword.text.safe)" + "  \(profile.safe):\(keyword.line)".styled(.faint)
      }
  }
}

/// `why --json` and `why-not --json`.
struct ExplanationDocument: Encodable {
  var conversation: ConversationDocument
  @OrNull var place: Int?
  var obstacles: [Obstacle]
  var missing: [Missing]
  var unknown: [String]

  struct Obstacle: Encodable {
    var message: String
    @OrNull var profileLine: Int?
  }

  struct Missing: Encodable {
    var keyword: String
    var profileLine: Int
  }

  init(_ explanation: Explanation) {
    conversation = ConversationDocument(explanation.listed)
    place = explanation.place
    obstacles = explanation.obstacles.map {
      Obstacle(message: $0.message, profileLine: $0.profileLine)
    }
    missing = explanation.missing.map { Missing(keyword: $0.text, profileLine: $0.line) }
    unknown = explanation.unknown
  }
}

internal import Conversations
internal import Exporting
internal import Foundation
internal import Profiles
internal import Ranking

/// What each line of the profile did, as tables for people.
struct ProfileUsePage {
  private let use: ProfileUse
  private let profile: Profile
  private let window: TimeWindow

  init(_ use: ProfileUse, of profile: Profile, in window: TimeWindow) {
    self.use = use
    self.profile = profile
    self.window = window
  }

  var lines: [String] {
    let heading = "\(profile.path.safe) · \(described(window)) · "
    guard use.conversations > 0 else {
      return [
        heading
          + "nothing was said in this time; look elsewhere with --since or --on, or read the feeds "
          + "with: mingle today"
      ]
    }
    let counts = "\(use.listed) of \(conversations(use.conversations)) relevant"
    return [heading + counts] + keywords + never + communities
  }

  private var keywords: [String] {
    let table = Table(
      [
        "line", "keyword", "weight", "matches", "joined", "saved", "skipped", "share", "last match",
      ],
      left: [1, 8],
      rows: use.keywords.map { use in
        [
          String(use.keyword.line), use.keyword.text, score(use.keyword.weight),
          count(use.matches), count(use.joined), count(use.saved), count(use.skipped),
          use.matches > 0 ? String(format: "%.1f %%", use.share * 100) : "·",
          use.lastMatch.map { age(of: $0, at: window.until) } ?? "·",
        ]
      })
    return [""] + table.lines
  }

  private var never: [String] {
    guard !use.never.isEmpty else { return [] }
    let table = Table(
      ["line", "never", "matches", "hidden"], left: [1],
      rows: use.never.map {
        [String($0.exclusion.line), $0.exclusion.text, count($0.matches), count($0.hidden)]
      })
    return [""] + table.lines
  }

  private var communities: [String] {
    guard !use.communities.isEmpty else { return [] }
    let table = Table(
      ["line", "community", "factor", "lifted", "lowered"], left: [1],
      rows: use.communities.map {
        [
          String($0.trust.line), $0.trust.community, score($0.trust.factor), count($0.lifted),
          count($0.lowered),
        ]
      })
    return [""] + table.lines
  }

  /// A column of zeros hides what is there.
  private func count(_ number: Int) -> String { number == 0 ? "·" : String(number) }
}

/// A stretch of time in days, for people.
func described(_ window: TimeWindow) -> String {
  let style = Date.ISO8601FormatStyle(timeZone: .current).year().month().day()
  let until = window.until.formatted(style)
  return window.since == .distantPast
    ? "up to \(until)" : "\(window.since.formatted(style)) to \(until)"
}

/// A number of conversations, for people.
func conversations(_ count: Int) -> String {
  "\(count) \(count == 1 ? "conversation" : "conversations")"
}

/// `profile stats --json`.
struct ProfileUseDocument: Encodable {
  var profile: Reference
  var window: WindowDocument
  var conversations: Int
  var relevant: Int
  var keywords: [Keyword]
  var never: [Never]
  var communities: [Community]

  struct Reference: Encodable {
    var path: String
    var fingerprint: String
  }

  struct Keyword: Encodable {
    var line: Int
    var keyword: String
    var weight: Double
    var matches: Int
    var joined: Int
    var saved: Int
    var skipped: Int
    var share: Double
    @OrNull var lastMatch: Date?
  }

  struct Never: Encodable {
    var line: Int
    var never: String
    var matches: Int
    var hidden: Int
  }

  struct Community: Encodable {
    var line: Int
    var community: String
    var factor: Double
    var lifted: Int
    var lowered: Int
  }

  init(_ use: ProfileUse, of profile: Profile, in window: TimeWindow) {
    self.profile = Reference(path: profile.path, fingerprint: profile.fingerprint)
    self.window = WindowDocument(window)
    conversations = use.conversations
    relevant = use.listed
    keywords = use.keywords.map {
      Keyword(
        line: $0.keyword.line, keyword: $0.keyword.text, weight: $0.keyword.weight,
        matches: $0.matches, joined: $0.joined, saved: $0.saved, skipped: $0.skipped,
        share: rounded($0.share), lastMatch: $0.lastMatch)
    }
    never = use.never.map {
      Never(
        line: $0.exclusion.line, never: $0.exclusion.text, matches: $0.matches, hidden: $0.hidden)
    }
    communities = use.communities.map {
      Community(
        line: $0.trust.line, community: $0.trust.community, factor: $0.trust.factor,
        lifted: $0.lifted, lowered: $0.lowered)
    }
  }
}

/// A stretch of time for programs; one without a start has none.
struct WindowDocument: Encodable {
  @OrNull var since: Date?
  var until: Date

  init(_ window: TimeWindow) {
    since = window.since == .distantPast ? nil : window.since
    until = window.until
  }
}

/// A share or a precision with four digits behind the point; more would pretend to be exact.
func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }

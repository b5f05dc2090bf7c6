package import Conversations
package import Foundation
package import Profiles

/// What a profile finds in a conversation, without its posts: a month of a large store is held at once.
package struct Finding: Sendable, Hashable {
  package var id: ConversationID
  package var title: String
  package var community: String
  package var state: ConversationState
  package var lastActivity: Date
  /// From 0 to 100.
  package var score: Double
  /// Whether a list of relevant conversations holds it.
  package var isShown: Bool
  /// The keywords that stand in it as a whole, by their number in the profile, with their points.
  package var keywords: [Part]
  /// The numbers of the `never` lines that hide it, each enough by itself.
  package var never: [Int]
  /// Whether it would be shown if nothing of `never` stood in it.
  var isKeptBack: Bool
  /// The number of the community line that lifts or lowers it, with the points.
  package var trust: Part?

  /// The share of a line of the profile in a score.
  package struct Part: Sendable, Hashable {
    package var number: Int
    package var points: Double
  }

  /// Whether the team joined or saved it.
  var isLiked: Bool { state == .joined || state == .saved }

  /// Whether one stands before another in a list: the higher score, of equals the newer, then by name.
  package static func isBetter(_ left: Finding, _ right: Finding) -> Bool {
    if left.score != right.score { return left.score > right.score }
    if left.lastActivity != right.lastActivity { return left.lastActivity > right.lastActivity }
    return left.id < right.id
  }
}

/// Reads findings from verdicts: which line of the profile each reason comes from.
package struct FindingReader: Sendable {
  private let profile: Profile
  private let keywordsOfLine: [Int: [Int]]
  private let numberOfNever: [Profile.Exclusion: Int]

  /// A reader for the verdicts of this profile's ranker.
  package init(profile: Profile) {
    self.profile = profile
    keywordsOfLine = Dictionary(grouping: profile.keywords.indices) { profile.keywords[$0].line }
    numberOfNever = Dictionary(
      profile.never.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What was found, in a conversation about which the team decided `state`.
  package func finding(from verdict: Verdict, state: ConversationState) -> Finding {
    let conversation = verdict.ranked.conversation
    let reasons = verdict.ranked.reasons
    var allowed = verdict
    allowed.hiddenBy = []
    let keywords = reasons.compactMap { reason in
      keyword(of: reason).map { Finding.Part(number: $0, points: reason.points) }
    }
    return Finding(
      id: conversation.id, title: conversation.title, community: conversation.community,
      state: state, lastActivity: conversation.lastActivity, score: verdict.ranked.score,
      isShown: verdict.isShown, keywords: keywords.sorted { $0.number < $1.number },
      never: verdict.hiddenBy.compactMap { numberOfNever[$0] },
      isKeptBack: !verdict.hiddenBy.isEmpty && allowed.isShown,
      trust: trust(in: conversation.community, reasons))
  }

  private func keyword(of reason: Reason) -> Int? {
    guard reason.signal == KeywordSignal.name, let line = reason.profileLine else { return nil }
    // Several keywords may share a line, in braces.
    return keywordsOfLine[line]?.first { profile.keywords[$0].text == reason.keyword }
  }

  private func trust(in community: String, _ reasons: [Reason]) -> Finding.Part? {
    guard let reason = reasons.first(where: { $0.signal == CommunitySignal.name }),
      let trust = profile.trust(in: community),
      let number = profile.communities.firstIndex(of: trust)
    else { return nil }
    return Finding.Part(number: number, points: reason.points)
  }
}

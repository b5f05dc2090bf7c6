package import Conversations
internal import Foundation
internal import Profiles

/// Conversations on which a ranking is tested: those that the team decided about later than those that
/// were learned from, and what else was said at the time.
package struct HoldOut: Sendable {
  private var conversations: [Conversation] = []
  private var liked: Set<ConversationID> = []
  private let time: TimeWindow?
  private var others: [Conversation] = []

  /// Of the conversations without a decision no more are ranked.
  private static let most = 1000

  /// The later ones of the decided conversations.
  package init(_ decided: DecidedConversations) {
    time = decided.laterTime
    for one in decided.later {
      conversations.append(one.conversation)
      if one.isLiked { liked.insert(one.conversation.id) }
    }
  }

  /// Takes a conversation without a decision, if it was talked about at the time.
  ///
  /// Of too many, those are kept whose names come first: names are digests, so that is a fair and
  /// steady choice.
  package mutating func add(_ conversation: Conversation) {
    guard let time, (time.since...time.until).contains(conversation.lastActivity) else { return }
    others.append(conversation)
    if others.count >= 2 * Self.most { trim() }
  }

  private mutating func trim() {
    others = Array(others.sorted { $0.id < $1.id }.prefix(Self.most))
  }

  /// How many liked conversations a ranking is tested on, of how many in all.
  package var size: (liked: Int, all: Int) {
    (liked.count, conversations.count + min(others.count, Self.most))
  }

  /// The average precision with which a ranker puts the liked ones before the others; nil if there is
  /// nothing to tell apart.
  package func averagePrecision(by ranker: Ranker) async -> Double? {
    let all = conversations + others.sorted { $0.id < $1.id }.prefix(Self.most)
    guard !liked.isEmpty, liked.count < all.count else { return nil }
    let reader = FindingReader(profile: Profile())
    let ranking = await ranker.judge(all).map { reader.finding(from: $0, state: .new) }
      .filter(\.isShown).sorted(by: Finding.isBetter)
    return Ranking.averagePrecision(
      of: ranking.map { liked.contains($0.id) }, relevant: liked.count)
  }
}

extension LearnedWords {
  /// The words without what the team's decisions teach: a test must not know its answers.
  package var withoutDecisions: LearnedWords {
    LearnedWords(
      words: words.filter { $0.related != 0 }.map {
        LearnedWord(text: $0.text, rarity: $0.rarity, related: $0.related)
      })
  }
}

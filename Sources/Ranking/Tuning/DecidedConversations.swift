package import Conversations
package import Foundation

/// The conversations that the team decided about, in the order of the decisions.
package struct DecidedConversations: Sendable {
  /// One of them.
  package struct Decided: Sendable {
    package var conversation: Conversation
    package var state: ConversationState
    /// When the team decided.
    package var decided: Date

    /// Whether it was joined or saved, not skipped.
    package var isLiked: Bool { state != .skipped }

    package init(conversation: Conversation, state: ConversationState, decided: Date) {
      self.conversation = conversation
      self.state = state
      self.decided = decided
    }
  }

  package let all: [Decided]
  /// How many of the first ones are learned from, when what was learned is tested on the rest.
  package let earlier: Int

  package var liked: Int { all.count(where: \.isLiked) }
  package var skipped: Int { all.count - liked }
  /// The last ones, on which suggestions are tested; empty if there are too few to test anything.
  package var later: ArraySlice<Decided> { all[earlier...] }

  private static let learnedShare = 0.7
  private static let fewestLikedEarlier = 3
  private static let fewestLikedLater = 2

  /// Sorts `decided`. The same thing in two rooms is one decision.
  package init(_ decided: [Decided]) {
    var titles: Set<String> = []
    all = decided.sorted { left, right in
      if left.decided != right.decided { return left.decided < right.decided }
      let (one, two) = (left.conversation, right.conversation)
      if one.lastActivity != two.lastActivity { return one.lastActivity < two.lastActivity }
      return one.id < two.id
    }.filter { one in
      let title = one.conversation.title.lowercased()
      return title.isEmpty || titles.insert("\(one.isLiked) \(title)").inserted
    }
    let split = Int((Double(all.count) * Self.learnedShare).rounded())
    let before = all[..<split].count(where: \.isLiked)
    let after = all[split...].count(where: \.isLiked)
    earlier =
      before >= Self.fewestLikedEarlier && after >= Self.fewestLikedLater ? split : all.count
  }

  /// The time in which the later ones were talked about; nil if there are none.
  package var laterTime: TimeWindow? {
    let times = later.map(\.conversation.lastActivity)
    guard let first = times.min(), let last = times.max() else { return nil }
    return TimeWindow(since: first, until: last)
  }
}

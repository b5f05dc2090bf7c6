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
    var isLiked: Bool { state != .skipped }

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
  ///
  /// Of the liked and of the skipped the same share is held back: somebody who joins a day's
  /// conversations first and skips the others then would else be tested on skips alone.
  package init(_ decided: [Decided]) {
    var titles: Set<String> = []
    let sorted = decided.sorted(by: Self.isEarlier).filter { one in
      let title = one.conversation.title.lowercased()
      return title.isEmpty || titles.insert("\(one.isLiked) \(title)").inserted
    }
    let liked = sorted.filter(\.isLiked)
    let skipped = sorted.filter { !$0.isLiked }
    let split = Self.split(liked)
    guard split >= Self.fewestLikedEarlier, liked.count - split >= Self.fewestLikedLater else {
      all = sorted
      earlier = sorted.count
      return
    }
    let before = liked[..<split] + skipped[..<Self.split(skipped)]
    let after = liked[split...] + skipped[Self.split(skipped)...]
    all = before.sorted(by: Self.isEarlier) + after.sorted(by: Self.isEarlier)
    earlier = before.count
  }

  private static func split(_ decided: [Decided]) -> Int {
    Int((Double(decided.count) * learnedShare).rounded())
  }

  private static func isEarlier(_ left: Decided, _ right: Decided) -> Bool {
    if left.decided != right.decided { return left.decided < right.decided }
    let (one, two) = (left.conversation, right.conversation)
    if one.lastActivity != two.lastActivity { return one.lastActivity < two.lastActivity }
    return one.id < two.id
  }

  /// The time in which the later ones were talked about; nil if there are none.
  var laterTime: TimeWindow? {
    let times = later.map(\.conversation.lastActivity)
    guard let first = times.min(), let last = times.max() else { return nil }
    return TimeWindow(since: first, until: last)
  }
}

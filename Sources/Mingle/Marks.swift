internal import Conversations
internal import Foundation
internal import Profiles
internal import Storage

/// What the ledger says at a moment about the conversations that were put off or claimed, beside
/// their state.
struct Marks: Sendable {
  private let moment: Date
  private let standings: [ConversationID: LedgerStanding]
  /// Those that were put off, and in which somebody else answered since.
  private let answered: Set<ConversationID>

  init(
    at moment: Date, standings: [ConversationID: LedgerStanding], answered: Set<ConversationID>
  ) {
    self.moment = moment
    self.standings = standings
    self.answered = answered
  }

  /// Whether a conversation is put off, and has not come back.
  func isAway(_ id: ConversationID) -> Bool {
    guard let snooze = standings[id]?.snooze else { return false }
    return moment < snooze.until && !answered.contains(id)
  }

  /// Whether a conversation was put off and has come back, for somebody to look at.
  func isBack(_ id: ConversationID) -> Bool { standings[id]?.snooze != nil && !isAway(id) }

  /// The state that listings tell.
  func state(of id: ConversationID, otherwise state: ConversationState) -> ConversationState {
    isAway(id) ? .snoozed : state
  }

  func snooze(of id: ConversationID) -> LedgerStanding.Snooze? { standings[id]?.snooze }

  func claim(of id: ConversationID) -> LedgerStanding.Claim? { standings[id]?.claim(at: moment) }
}

extension OpenWorkspace {
  /// What is put off or claimed at a moment; replies of `us` bring nothing back.
  func marks(at moment: Date, us: Profile.Us) async throws -> Marks {
    let standings = try await store.marked()
    let snoozes = standings.compactMapValues(\.snooze)
    let replies = try await store.replies(in: snoozes.keys, until: moment)
    let answered = replies.filter { id, replies in
      replies.contains { reply in
        snoozes[id].map { reply.at > $0.at } ?? false && !us.isAuthor(of: reply.post)
      }
    }
    return Marks(at: moment, standings: standings, answered: Set(answered.keys))
  }
}

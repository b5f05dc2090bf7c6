package import Conversations
internal import Exporting
internal import Foundation
internal import Storage

/// What a decision did to a conversation.
package struct Decision: Sendable, Hashable {
  package var shortID: String
  /// The title, or what stands for it in lists.
  package var heading: String
  /// Whether it had been in another state.
  package var isChange: Bool
}

extension OpenWorkspace {
  /// Puts conversations, named by the starts of their ids or by their addresses, into a state: all or,
  /// if one is not known, none.
  package func decide(
    _ state: ConversationState, about ids: [String]
  ) async throws -> [Decision] {
    var found: [StoredConversation] = []
    for id in ids {
      let stored = try await conversation(named: id)
      // Named twice is meant once.
      if !found.contains(where: { $0.number == stored.number }) { found.append(stored) }
    }
    let names = found.map(\.conversation.id)
    try await store.set(state, of: names, at: now)
    let short = try await store.shortIDs(of: names)
    return found.map { stored in
      Decision(
        shortID: short[stored.conversation.id] ?? stored.conversation.id.text,
        heading: stored.conversation.heading, isChange: stored.state != state)
    }
  }

  /// The one conversation whose id starts with `id`; throws a `UsageFailure` if there is none or
  /// there are several.
  func find(_ id: String) async throws -> StoredConversation {
    let prefix = ConversationID.normalized(id)
    let found = prefix.isEmpty ? [] : try await store.conversations(.named(prefix))
    guard !found.isEmpty else {
      throw UsageFailure("there is no conversation \(id); today's are listed by: mingle today")
    }
    return try await only(of: found, for: id, remedy: "give one more sign")
  }

  /// The one of `found`; throws a `UsageFailure` if there are several.
  func only(
    of found: [StoredConversation], for name: String, remedy: String
  ) async throws -> StoredConversation {
    guard found.count == 1 else {
      let short = try await store.shortIDs(of: found.map(\.conversation.id))
      let names = found.map { "\(short[$0.conversation.id] ?? "") (\($0.conversation.heading))" }
      throw UsageFailure("\(name) could be \(names.joined(separator: ", ")); \(remedy)")
    }
    return found[0]
  }
}

package import Conversations
internal import Exporting
internal import Foundation
package import Storage

/// An act of the ledger with the conversation that it is about.
package struct LedgerLine: Sendable, Hashable {
  package var entry: LedgerEntry
  package var shortID: String
  /// The conversation's title, or what stands for it in lists.
  package var heading: String
  /// Where the conversation stands now.
  package var standing: LedgerStanding
}

extension OpenWorkspace {
  /// The last acts, the latest first, also those that were taken back; of the conversation with a
  /// name, or of all; and of one person, if that is named.
  package func history(
    of name: String? = nil, by person: String? = nil, most: Int
  ) async throws -> [LedgerLine] {
    var id: ConversationID?
    if let name { id = try await conversation(named: name).conversation.id }
    return try await lines(of: try await store.history(of: id, by: person, most: most))
  }

  /// Takes back what the last command did that stands, or the last one of a person, and returns it;
  /// nothing if there was none.
  package func undo(by person: String?) async throws -> [LedgerLine] {
    try await lines(of: try await store.undo(by: person, at: now))
  }

  private func lines(of entries: [LedgerEntry]) async throws -> [LedgerLine] {
    let ids = Array(Set(entries.map(\.act.conversation)))
    let short = try await store.shortIDs(of: ids)
    let acts = try await store.acts(of: ids)
    var headings: [ConversationID: String] = [:]
    for id in ids {
      headings[id] = try await store.conversations(.named(id.text)).first?.conversation.heading
    }
    return entries.map { entry in
      let id = entry.act.conversation
      return LedgerLine(
        entry: entry, shortID: short[id] ?? id.text, heading: headings[id] ?? id.text,
        standing: LedgerStanding(acts[id] ?? []))
    }
  }
}

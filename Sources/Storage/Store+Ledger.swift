package import Conversations
package import Foundation
internal import GRDB

/// An act as it stands in the ledger.
package struct LedgerEntry: Sendable, Hashable {
  package var act: Act
  /// The command that it was done by; acts of one command have the same.
  package var command: Int64
  /// When it was taken back; nil if it stands.
  package var undone: Date?
}

/// What came of recording an act about one conversation.
package struct RecordedAct: Sendable, Hashable {
  package var conversation: ConversationID
  /// Where it stood before.
  package var before: LedgerStanding
  package var admission: LedgerStanding.Admission
}

extension Store {
  /// Records what one command did about conversations, where `admission` lets it, and keeps the
  /// conversations' states in step; nothing at all if one is refused.
  package func record(
    _ kind: Act.Kind, about ids: [ConversationID], by person: String, note: String = "",
    at date: Date,
    admission: @escaping @Sendable (LedgerStanding) -> LedgerStanding.Admission = { _ in .recorded }
  ) async throws(StorageFailure) -> [RecordedAct] {
    try await writing { database in
      var recorded: [RecordedAct] = []
      for id in ids {
        let before = LedgerStanding(try database.acts(of: id))
        recorded.append(
          RecordedAct(conversation: id, before: before, admission: admission(before)))
      }
      let isRefused = recorded.contains { act in
        if case .refused = act.admission { true } else { false }
      }
      guard !isRefused else { return recorded }
      let command =
        try Int64.fetchOne(database, sql: "SELECT coalesce(max(command), 0) + 1 FROM acts") ?? 1
      for act in recorded where act.admission == .recorded {
        try database.execute(
          sql: """
            INSERT INTO acts (conversation, kind, person, contribution, note, until, at, command)
            SELECT id, ?, ?, ?, ?, ?, ?, ? FROM conversations WHERE name = ?
            """,
          arguments: [
            kind.word, person, kind.contribution?.rawValue, note, kind.until?.stored,
            date.stored, command, act.conversation.text,
          ])
        try database.keepInStep(act.conversation)
      }
      return recorded
    }
  }

  /// Takes back all acts of the last command that stands, or of the last one in which `person` did
  /// something; returns them as they are now, none if there was nothing to take back.
  package func undo(
    by person: String?, at now: Date
  ) async throws(StorageFailure) -> [LedgerEntry] {
    try await writing { database in
      let acts = try database.entries("WHERE undone IS NULL ORDER BY acts.id DESC")
      let last = acts.first { entry in person.map { entry.act.person.isSamePerson(as: $0) } ?? true
      }
      guard let command = last?.command else { return [] }
      try database.execute(
        sql: "UPDATE acts SET undone = ? WHERE command = ? AND undone IS NULL",
        arguments: [now.stored, command])
      let entries = try database.entries(
        "WHERE command = ? AND undone = ? ORDER BY acts.id", [command, now.stored])
      for id in Set(entries.map(\.act.conversation)) { try database.keepInStep(id) }
      return entries
    }
  }

  /// The acts that stand and were done within a window, in the order in which they were recorded.
  package func acts(in window: TimeWindow) async throws(StorageFailure) -> [Act] {
    try await reading { database in
      try database.entries(
        "WHERE undone IS NULL AND at >= ? AND at <= ? ORDER BY acts.id",
        [window.since.stored, window.until.stored]
      ).map(\.act)
    }
  }

  /// The acts that stand about each of some conversations, in the order in which they were recorded.
  package func acts(
    of ids: [ConversationID]
  ) async throws(StorageFailure) -> [ConversationID: [Act]] {
    try await reading { database in
      try Dictionary(uniqueKeysWithValues: Set(ids).map { ($0, try database.acts(of: $0)) })
    }
  }

  /// The last acts, the latest first, also those that were taken back; of one conversation or person
  /// if it is named.
  package func history(
    of id: ConversationID? = nil, by person: String? = nil, most: Int
  ) async throws(StorageFailure) -> [LedgerEntry] {
    try await reading { database in
      let entries = try database.entries(
        "WHERE (?1 IS NULL OR conversations.name = ?1) ORDER BY acts.id DESC", [id?.text])
      // SQLite tells upper from lower case outside ASCII.
      let theirs = entries.lazy.filter { entry in
        person.map { entry.act.person.isSamePerson(as: $0) } ?? true
      }
      return Array(theirs.prefix(most))
    }
  }

  /// The acts about every conversation that is joined, in the order in which they were recorded.
  package func joined() async throws(StorageFailure) -> [ConversationID: [Act]] {
    try await acts(
      where:
        "conversation IN (SELECT id FROM conversations WHERE state = 'joined' AND state <> 'new')")
  }

  /// Where the conversations stand that are under a snooze or came back from one, or are claimed.
  package func marked() async throws(StorageFailure) -> [ConversationID: LedgerStanding] {
    try await acts(
      where: """
        conversation IN (SELECT id FROM conversations WHERE snoozed_until IS NOT NULL)
        OR conversation IN (SELECT id FROM conversations WHERE claimed_by IS NOT NULL)
        """
    ).mapValues { LedgerStanding($0) }
  }

  private func acts(
    where selection: String
  ) async throws(StorageFailure) -> [ConversationID: [Act]] {
    try await reading { database in
      let entries = try database.entries("WHERE undone IS NULL AND (\(selection)) ORDER BY acts.id")
      return Dictionary(grouping: entries.map(\.act), by: \.conversation)
    }
  }
}

extension Database {
  /// The acts that stand about a conversation, in the order in which they were recorded.
  fileprivate func acts(of id: ConversationID) throws -> [Act] {
    try entries("WHERE conversations.name = ? AND undone IS NULL ORDER BY acts.id", [id.text])
      .map(\.act)
  }

  fileprivate func entries(
    _ selection: String, _ arguments: StatementArguments = []
  ) throws -> [LedgerEntry] {
    let statement = try cachedStatement(
      sql: """
        SELECT acts.id, conversations.name, kind, person, contribution, note, until, at, command,
          undone
        FROM acts JOIN conversations ON conversations.id = acts.conversation
        \(selection)
        """)
    return try Row.fetchAll(statement, arguments: arguments).compactMap(LedgerEntry.init(row:))
  }

  /// Puts beside a conversation what its ledger says, for listings to read.
  func keepInStep(_ id: ConversationID) throws {
    let standing = LedgerStanding(try acts(of: id))
    try execute(
      sql: """
        UPDATE conversations SET state = ?, changed = ?, snoozed_until = ?, claimed_by = ?
        WHERE name = ?
        """,
      arguments: [
        standing.state.rawValue, standing.changed?.stored, standing.snooze?.until.stored,
        standing.claim?.person, id.text,
      ])
  }
}

extension LedgerEntry {
  /// Nil for a kind of act that a later version of Mingle knows.
  fileprivate init?(row: Row) {
    let until: Int64? = row[6]
    let contribution: String? = row[4]
    guard
      let kind = Act.Kind(
        stored: row[2], as: contribution.flatMap(Contribution.init(rawValue:)),
        until: until.map(Date.init(stored:)))
    else { return nil }
    act = Act(
      number: row[0], conversation: ConversationID(stored: row[1]), kind: kind, person: row[3],
      at: Date(stored: row[7]), note: row[5])
    command = row[8]
    undone = (row[9] as Int64?).map(Date.init(stored:))
  }
}

extension Act.Kind {
  fileprivate init?(stored name: String, as contribution: Contribution?, until: Date?) {
    switch (name, until) {
    case ("saved", _): self = .saved
    case ("joined", _): self = .joined(as: contribution)
    case ("skipped", _): self = .skipped
    case ("snoozed", let until?): self = .snoozed(until: until)
    case ("reopened", _): self = .reopened
    case ("claimed", _): self = .claimed
    case ("released", _): self = .released
    case ("noted", _): self = .noted
    default: return nil
    }
  }

  fileprivate var contribution: Contribution? {
    if case .joined(let contribution) = self { contribution } else { nil }
  }

  fileprivate var until: Date? {
    if case .snoozed(let until) = self { until } else { nil }
  }
}

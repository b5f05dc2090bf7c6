import Conversations
import Foundation
import GRDB
import Storage
import Testing

@Suite struct LedgerTests {
  private let fixture: Fixture
  private let x = ConversationID(thread: "x")
  private let y = ConversationID(thread: "y")
  private var store: Store { fixture.store }

  init() async throws {
    fixture = try Fixture()
    try await fixture.record([post("1", thread: "x"), post("2", thread: "y")])
  }

  private func record(
    _ kind: Act.Kind, _ ids: ConversationID..., by person: String = "Ann", note: String = "",
    hours: Double = 0
  ) async throws {
    _ = try await store.record(
      kind, about: ids, by: person, note: note, at: noon.addingTimeInterval(3600 * hours))
  }

  /// The columns that listings read: state, changed, snoozed until, claimed by.
  private func columns(_ id: ConversationID) throws -> [String] {
    let queue = try DatabaseQueue(path: fixture.path)
    return try queue.read { database in
      let row = try #require(
        try Row.fetchOne(
          database,
          sql: """
            SELECT state, changed - ?, snoozed_until - ?, claimed_by FROM conversations
            WHERE name = ?
            """,
          arguments: [noon.timeIntervalSince1970, noon.timeIntervalSince1970, id.text]))
      return row.databaseValues.map { value in
        Int64.fromDatabaseValue(value).map(String.init) ?? String.fromDatabaseValue(value) ?? "–"
      }
    }
  }

  @Test func everyFieldOfAnActComesBack() async throws {
    let until = noon.addingTimeInterval(86_400)
    let kinds: [Act.Kind] =
      [.saved, .skipped, .snoozed(until: until), .reopened, .claimed, .released, .noted]
      + ([nil] + Contribution.allCases).map { .joined(as: $0) }
    for (number, kind) in kinds.enumerated() {
      try await record(kind, x, note: "n\(number)", hours: Double(number))
    }
    let acts = try #require(try await store.acts(of: [x])[x])
    #expect(
      acts
        == kinds.enumerated().map { number, kind in
          Act(
            number: Int64(number + 1), conversation: x, kind: kind, person: "Ann",
            at: noon.addingTimeInterval(3600 * Double(number)), note: "n\(number)")
        })
  }

  @Test func conversationsAreKeptInStep() async throws {
    #expect(try columns(x) == ["new", "–", "–", "–"])
    try await record(.saved, x, y)
    try await record(.claimed, x, hours: 1)
    try await record(.snoozed(until: noon.addingTimeInterval(86_400)), x, hours: 2)
    #expect(try columns(x) == ["saved", "0", "86400", "Ann"])
    #expect(try columns(y) == ["saved", "0", "–", "–"])
    try await record(.joined(as: .asked), x, hours: 3)
    #expect(try columns(x) == ["joined", "10800", "–", "–"])
    for state in [
      ["saved", "0", "86400", "Ann"], ["saved", "0", "–", "Ann"], ["saved", "0", "–", "–"],
    ] {
      _ = try await store.undo(by: nil, at: noon)
      #expect(try columns(x) == state)
    }
    // The first command was about both.
    #expect(try await store.undo(by: nil, at: noon).map(\.act.conversation) == [x, y])
    #expect(try columns(x) == ["new", "–", "–", "–"])
    #expect(try columns(y) == ["new", "–", "–", "–"])
    #expect(try await store.undo(by: nil, at: noon).isEmpty)
  }

  @Test func nothingIsEverDeleted() async throws {
    try await record(.saved, x)
    try await record(.skipped, x)
    let undone = try await store.undo(by: nil, at: noon.addingTimeInterval(60))
    #expect(undone.map(\.act.kind) == [.skipped])
    try await record(.noted, x)
    let history = try await store.history(most: 10)
    #expect(history.map(\.act.kind) == [.noted, .skipped, .saved])
    #expect(history.map(\.undone) == [nil, noon.addingTimeInterval(60), nil])
    // Numbers are not given twice, nor are those of commands.
    #expect(history.map(\.act.number) == [3, 2, 1])
    #expect(history.map(\.command) == [3, 2, 1])
    #expect(try await store.acts(of: [x])[x]?.map(\.kind) == [.saved, .noted])
  }

  @Test func onePersonsActsAreUndoneUnderTheOthers() async throws {
    try await record(.joined(as: nil), x, by: "Ann")
    try await record(.saved, y, by: "Änne")
    try await record(.skipped, x, by: "Ben")
    #expect(try await store.undo(by: "ÄNNE", at: noon).map(\.act.conversation) == [y])
    #expect(try await store.undo(by: "ann", at: noon).map(\.act.kind) == [.joined(as: nil)])
    // What Ben did later stands.
    #expect(try columns(x)[0] == "skipped")
    #expect(try await store.undo(by: "Ann", at: noon).isEmpty)
    #expect(try await store.history(by: "BEN", most: 10).map(\.act.kind) == [.skipped])
  }

  @Test func allIsRecordedOrNothing() async throws {
    try await record(.claimed, y, by: "Ben")
    let acts = try await store.record(.claimed, about: [x, y], by: "Ann", at: noon) { before in
      before.admission(of: .claimed, by: "Ann", note: "", at: noon, isForced: false)
    }
    #expect(
      acts.map(\.admission) == [
        .recorded, .refused(LedgerStanding.Claim(person: "Ben", at: noon)),
      ])
    #expect(try columns(x)[3] == "–")
    #expect(try columns(y)[3] == "Ben")
    #expect(try await store.history(most: 10).count == 1)
  }

  @Test func actsAreFoundByTheTimeTheyWereDone() async throws {
    try await record(.saved, x, hours: 5)
    try await record(.claimed, y, hours: 1)
    try await record(.noted, x, hours: 2)
    try await record(.skipped, y, hours: 2)
    _ = try await store.undo(by: nil, at: noon)
    let window = TimeWindow(
      since: noon.addingTimeInterval(3600), until: noon.addingTimeInterval(7200))
    #expect(try await store.acts(in: window).map(\.kind) == [.claimed, .noted])
  }

  @Test func onlyWhatIsPutOffOrClaimedIsMarked() async throws {
    let until = noon.addingTimeInterval(60)
    try await record(.saved, x)
    #expect(try await store.marked().isEmpty)
    try await record(.snoozed(until: until), x)
    try await record(.claimed, y)
    let marked = try await store.marked()
    #expect(marked[x]?.snooze?.until == until)
    #expect(marked[y]?.claim?.person == "Ann")
    #expect(try await store.joined().isEmpty)
    try await record(.joined(as: nil), x, y)
    #expect(try await store.marked().isEmpty)
    #expect(try await store.joined().mapValues(\.count) == [x: 3, y: 2])
  }

  /// What a database of before the ledger had decided is an act of nobody's.
  @Test func oldDecisionsAreActs() async throws {
    let file = try Fixture.changed(
      by: """
        INSERT INTO conversations (name, thread, state, changed) VALUES ('a', 'a', 'saved', 5);
        INSERT INTO acts (conversation, kind, at, command) SELECT id, state, changed, id
          FROM conversations;
        """)
    defer { try? FileManager.default.removeItem(at: file) }
    let store = try Store(at: file.path)
    let a = ConversationID(stored: "a")
    _ = try await store.record(.noted, about: [a], by: "Ann", at: noon)
    #expect(try await store.acts(of: [a])[a]?.map(\.person) == ["", "Ann"])
    _ = try await store.undo(by: nil, at: noon)
    #expect(try await store.undo(by: nil, at: noon).map(\.act.kind) == [.saved])
  }

  /// A conversation comes back on its day although nobody said anything there.
  @Test func whatComesBackInAWindowIsOfIt() async throws {
    let until = noon.addingTimeInterval(86_400)
    func posts(_ start: Double, _ end: Double) async throws -> Int {
      try await store.posts(
        active: TimeWindow(
          since: until.addingTimeInterval(start), until: until.addingTimeInterval(end))
      ).count
    }
    #expect(try await posts(-60, 60) == 0)
    try await record(.snoozed(until: until), x)
    #expect(try await posts(-60, 60) == 1)
    #expect(try await posts(-60, -1) == 0)
    #expect(try await posts(1, 60) == 0)
    // Each post once, where somebody said something too.
    #expect(try await posts(-2 * 86_400, 60) == 2)
  }
}

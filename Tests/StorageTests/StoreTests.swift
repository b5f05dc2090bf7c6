import Conversations
import Foundation
import Storage
import Support
import Testing

@Suite struct StoreTests {
  @Test func makesAFileThatOnlyItsOwnerReads() throws {
    let fixture = try Fixture()
    func mode(_ path: String) throws -> Int {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
    }
    #expect(try mode(fixture.path) == 0o600)
    #expect(try mode(URL(filePath: fixture.path).deletingLastPathComponent().path) == 0o700)
  }

  @Test func anotherKindOfFileIsNamedAndLeftAlone() throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "mingle.db")
    let text = Data(String(repeating: "This is no database. ", count: 100).utf8)
    try text.write(to: file)
    let failure = #expect(throws: StorageFailure.self) { try Store(at: file.path) }
    #expect(
      failure?.description == "\(file.path): this is not a sound Mingle database "
        + "(file is not a database); it was left as it is. What can be read of it is put into a new "
        + "file by: mingle doctor --recover")
    #expect(try Data(contentsOf: file) == text)
  }

  @Test func aDatabaseOfANewerVersionIsLeftAsItIs() throws {
    let file = try Fixture.changed(by: "INSERT INTO grdb_migrations VALUES ('99: future')")
    let before = try Data(contentsOf: file)
    #expect(throws: StorageFailure.newer(path: file.path)) { try Store(at: file.path) }
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func aDatabaseOfAnotherProgramIsLeftAsItIs() throws {
    let file = try Fixture.changed(by: "DROP TABLE grdb_migrations")
    let before = try Data(contentsOf: file)
    #expect(
      throws: StorageFailure.damaged(path: file.path, detail: "another program made it")
    ) { try Store(at: file.path) }
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func twoRunsMayMakeTheDatabaseAtOnce() async throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "mingle.db").path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          _ = try await Store(at: path).record(Visit(feed: "\(number)"), at: noon)
        }
      }
      try await group.waitForAll()
    }
    #expect(try await Store(at: path).visits().count == 8)
  }

  @Test(arguments: [true, false])
  func aDatabaseIsReadWithoutWriting(isOpenElsewhere: Bool) async throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "mingle.db").path
    var other: Store? = try Store(at: path)
    _ = try await other?.record(Visit(feed: "a"), at: noon)
    // A closed database has brought its log into the file; an open one has not.
    if !isOpenElsewhere { other = nil }
    let store = try Store(reading: path)
    #expect(try await store.visits().keys.sorted() == ["a"])
    await #expect(throws: StorageFailure.readOnly(path: path)) {
      _ = try await store.record(Visit(feed: "b"), at: noon)
    }
    withExtendedLifetime(other) {}
  }

  /// A file of before there was an index: its posts wait to be indexed, also where nobody may write it.
  @Test func anOlderDatabaseIsBroughtUpToDate() async throws {
    let file = try Fixture.changed(
      by: """
        INSERT INTO feeds (id, url) VALUES (1, 'a');
        INSERT INTO conversations (id, name, thread) VALUES (1, 'abcd', 't');
        INSERT INTO posts (id, feed, conversation, guid, community, title, text, seen, activity,
          tags, is_reply) VALUES (7, 1, 1, 'g', 'c', 'T', 'words', 1, 1, '', 0);
        DROP TABLE forms; DROP TABLE segments; DROP TABLE postings; DROP TABLE unindexed;
        DROP TABLE matches; CREATE TABLE expressions (expression TEXT);
        DELETE FROM grdb_migrations WHERE identifier LIKE '2:%'
        """)
    let before = try Data(contentsOf: file)
    #expect(try await Store(reading: file.path).unindexed() == [7])
    #expect(try Data(contentsOf: file) == before)
    #expect(try await Store(at: file.path).unindexed() == [7])
    #expect(try await Store(at: file.path).texts(of: [7]).map(\.text) == ["words"])
  }

  @Test func remembersAVisitByteForByte() async throws {
    let fixture = try Fixture()
    var visit = Visit(feed: "https://a.example/feed")
    visit.validators = Visit.Validators(
      address: try #require(Address("https://a.example/feed2")),
      etag: Array("W/\"a\u{E9}\"".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }),
      lastModified: Array("yesterday, I think".utf8))
    visit.attempted = noon
    visit.succeeded = noon
    visit.nextDue = noon.addingTimeInterval(3600)
    visit.failures = 3
    visit.status = 404
    visit.problem = "HTTP 404: not found"
    visit.movedTo = Address("https://b.example/")
    visit.state = .gone
    visit.hints.interval = .seconds(7200)
    visit.hints.lifetime = .seconds(60)
    visit.hints.skipHours = [0, 23]
    visit.hints.skipDays = [1]
    _ = try await fixture.store.record(visit, at: noon)
    #expect(try await fixture.store.visits() == [visit.feed: visit])
  }

  @Test func remembersAndForgetsClosedHosts() async throws {
    let fixture = try Fixture()
    let closure = HostClosure(host: "a.example", until: noon, strikes: 2)
    try await fixture.store.remember(closure, of: "a.example")
    #expect(try await fixture.store.closures() == ["a.example": closure])
    try await fixture.store.remember(nil, of: "a.example")
    #expect(try await fixture.store.closures().isEmpty)
  }
}

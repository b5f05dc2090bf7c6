import Conversations
import Foundation
import GRDB
import Storage
import Support
import Testing

/// What opening a database does to the files.
@Suite struct OpeningTests {
  private let folder: TemporaryFolder
  private var path: String { folder.url.appending(path: "place/mingle.db").path }

  init() throws { folder = try TemporaryFolder() }

  private func mode(_ path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int ?? 0
  }

  private var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(
        atPath: URL(filePath: path).deletingLastPathComponent().path
      ).sorted()
    }
  }

  @Test func allFilesAreTheOwnersAlone() async throws {
    let store = try Store(at: path)
    _ = try await store.record(Visit(feed: "a"), at: noon)
    for file in ["", "-wal", "-shm", ".lock"] { #expect(try mode(path + file) == 0o600, "\(file)") }
    #expect(try mode(URL(filePath: path).deletingLastPathComponent().path) == 0o700)
  }

  @Test func filesThatOthersCouldReadAreTakenBack() async throws {
    _ = try Store(at: path)
    let place = URL(filePath: path).deletingLastPathComponent().path
    for (file, rights) in [(path, 0o644), (place, 0o755)] {
      try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: file)
    }
    let store = try Store(at: path)
    _ = try await store.record(Visit(feed: "a"), at: noon)
    #expect(try mode(path) == 0o600)
    #expect(try mode(path + "-wal") == 0o600)
    #expect(try mode(place) == 0o700)
  }

  @Test(arguments: ["place/mingle.db", "place"])
  func whatIsProtectedIsNotWritten(name: String) throws {
    _ = try Store(at: path)
    let file = folder.url.appending(path: name).path
    let rights = try mode(file)
    try FileManager.default.setAttributes(
      [.posixPermissions: rights & 0o555], ofItemAtPath: file)
    #expect(throws: StorageFailure.readOnly(path: path)) { _ = try Store(at: path) }
    #expect(try mode(file) == rights & 0o555)
    _ = try Store(reading: path)
    try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: file)
  }

  /// A database of the version before the last stays beside the new one, and no earlier one does.
  @Test func aMigrationKeepsACopy() async throws {
    do { _ = try await Store(at: path).record(Visit(feed: "kept"), at: noon) }
    let queue = try DatabaseQueue(path: path)
    let steps = try await queue.write { database in
      let steps = try String.fetchAll(
        database, sql: "SELECT identifier FROM grdb_migrations ORDER BY rowid")
      // The seventh is indexes and nothing else, so that it can be made twice.
      try database.execute(
        sql: """
          DROP INDEX conversations_by_snooze; DROP INDEX conversations_by_claim;
          DELETE FROM grdb_migrations WHERE identifier LIKE '7:%'
          """)
      return steps
    }
    try queue.close()
    try folder.write("", to: "place/mingle.db.version-2")
    try folder.write("half", to: "place/mingle.db.version-\(steps.count).new")
    #expect(try await Store(at: path).visits().keys.sorted() == ["kept"])
    // Done are all up to the first that is missing.
    let last = try #require(steps.prefix { !$0.hasPrefix("7:") }.last?.prefix { $0 != ":" })
    let copies = try names.filter { $0.contains(".version-") }
    #expect(copies == ["mingle.db.version-\(last)"])
    let copy = folder.url.appending(path: "place/\(copies[0])").path
    #expect(try mode(copy) == 0o600)
    let kept = try await DatabaseQueue(path: copy).read {
      try String.fetchAll($0, sql: "SELECT url FROM feeds")
    }
    #expect(kept == ["kept"])
  }

  @Test func aPageThatIsDamagedIsNoticedAtOnce() async throws {
    do {
      let store = try Store(at: path)
      for number in 0..<2000 {
        _ = try await store.record(Visit(feed: "https://a.example/\(number)"), at: noon)
      }
    }
    var bytes = try Data(contentsOf: URL(filePath: path))
    // The head of a page in the middle.
    let page = bytes.count / 4096 / 2 * 4096
    for offset in 0..<8 { bytes[page + offset] = 0x55 }
    try bytes.write(to: URL(filePath: path))
    let failure = #expect(throws: StorageFailure.self) { _ = try Store(at: path) }
    #expect(failure?.description.hasSuffix("by: mingle doctor --recover") == true)
    #expect(throws: StorageFailure.self) { _ = try Store(lookingAt: path) }
    #expect(throws: StorageFailure.self) { _ = try Store(reading: path) }
    #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
  }
}

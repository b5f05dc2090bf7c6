import Foundation
import GRDB
import Storage
import Support
import Testing

/// What the examination of a database does to it, and what it sees while others write.
@Suite struct ExaminationTests {
  private let folder: TemporaryFolder
  private var path: String { folder.url.appending(path: "place/mingle.db").path }

  init() throws {
    folder = try TemporaryFolder()
    _ = try Store(at: path)
  }

  private var names: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "place")
        .filter { $0 != "mingle.db.lock" }.sorted()
    }
  }

  private func write(_ sql: String) async throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try await queue.write { try $0.execute(sql: "PRAGMA cache_size = -65536; \(sql)") }
    // The last one that closes the file writes the log into it.
    try queue.close()
  }

  @Test func aSoundDatabaseIsSoundWhileOthersWrite() async throws {
    try await write(
      """
      CREATE TABLE scratch (key INTEGER);
      CREATE INDEX scratch_by_key ON scratch(key);
      WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT 200000)
        INSERT INTO scratch SELECT random() FROM numbers;
      """)
    let writing = Task {
      for number in 0... {
        do {
          try await write("UPDATE scratch SET key = random() WHERE rowid % 997 = \(number % 997)")
          try await Task.sleep(for: .milliseconds(20))
        } catch is CancellationError {
          break
        }
      }
    }
    for _ in 1...10 { #expect(try await Store.examine(path).faults == []) }
    writing.cancel()
    try await writing.value
    try await write("DROP TABLE scratch")
    #expect(try names == ["mingle.db"])
  }

  /// A first run on a full disk leaves an empty file, of which the next one makes a database.
  @Test func anEmptyFileIsSound() async throws {
    let empty = folder.url.appending(path: "empty.db")
    try Data().write(to: empty)
    let examination = try await Store.examine(empty.path)
    #expect(examination.faults == [] && examination.contents.posts == 0)
  }

  /// A log that a killed run left behind is read, and left where it is.
  @Test(arguments: [false, true]) func whatIsExaminedStaysAsItIs(hasLog: Bool) async throws {
    let copy = folder.url.appending(path: "copy")
    if hasLog {
      let queue = try DatabaseQueue(path: path)
      try await queue.write {
        try $0.execute(sql: "INSERT INTO feeds (url) VALUES ('a'), ('b')")
      }
      try FileManager.default.copyItem(at: folder.url.appending(path: "place"), to: copy)
      try queue.close()
      try FileManager.default.removeItem(at: folder.url.appending(path: "place"))
      try FileManager.default.moveItem(at: copy, to: folder.url.appending(path: "place"))
    }
    let files = ["place/mingle.db"] + (hasLog ? ["place/mingle.db-wal"] : [])
    let before = try files.map { try Data(contentsOf: folder.url.appending(path: $0)) }
    #expect(try await Store.examine(path).contents.feeds == (hasLog ? 2 : 0))
    #expect(try files.map { try Data(contentsOf: folder.url.appending(path: $0)) } == before)
    if !hasLog { #expect(try names == ["mingle.db"]) }
  }
}

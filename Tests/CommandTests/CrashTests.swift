import Foundation
import GRDB
import Support
import Synchronization
import Testing

/// A fetch that is killed at any moment leaves every feed wholly as it was or wholly new.
@Suite struct CrashTests {
  private static let feeds = 24
  private static let entries = 6

  /// How many times it is killed: `MINGLE_CRASHES=400 swift test --filter CrashTests` for more.
  private static let crashes =
    ProcessInfo.processInfo.environment["MINGLE_CRASHES"].flatMap(Int.init) ?? 40

  /// Feeds that change from round to round: half of their entries are new, half are changed.
  private final class Rounds: Sendable {
    private let round = Atomic(0)
    let server: LoopbackServer

    init() throws {
      server = try LoopbackServer()
      for feed in 0..<CrashTests.feeds {
        server.route(
          "/\(feed)",
          .choose { [unowned self] _ in .reply(reply(feed, round.load(ordering: .relaxed))) })
      }
    }

    func next() { round.add(1, ordering: .relaxed) }

    private func reply(_ feed: Int, _ round: Int) -> Reply {
      let items = (0..<CrashTests.entries).map { entry in
        let guid = entry % 2 == 0 ? "stays-\(entry)" : "round-\(round)-\(entry)"
        return """
          <item><guid>\(guid)</guid><title>Round \(round)</title>
          <link>https://a.example/\(feed)/\(guid)</link></item>
          """
      }
      return .feed(
        "<rss version=\"2.0\"><channel><title>Feed</title>\(items.joined())</channel></rss>",
        ("ETag", "\"\(round)\""))
    }
  }

  @Test func aKilledFetchLeavesEveryFeedOldOrNew() throws {
    let rounds = try Rounds()
    let folder = try TemporaryFolder.workspace(
      feeds: (0..<Self.feeds).map { rounds.server.address("/\($0)") })
    let tool = Tool(in: folder)
    let start = ContinuousClock.now
    try complete(tool)
    let whole = ContinuousClock.now - start
    try expectWhole(folder)
    var mixed = 0
    for crash in 1...Self.crashes {
      rounds.next()
      let run = try tool.start(["fetch", "--force"])
      let moment = whole * crash / Self.crashes
      Thread.sleep(forTimeInterval: moment / .seconds(1))
      run.signal(SIGKILL)
      _ = try run.finish()
      if try expectWhole(folder).count > 1 { mixed += 1 }
      // In between the next run is the one that is killed next.
      if crash % 5 == 0 {
        rounds.next()
        try complete(tool)
        #expect(try expectWhole(folder).count == 1)
      }
    }
    // Else the moments were none in the middle, and this test says nothing.
    #expect(mixed > 0)
  }

  private func complete(_ tool: Tool) throws {
    let outcome = try tool("fetch", "--force")
    #expect(outcome.output.hasPrefix("\(Self.feeds) feeds: \(Self.feeds) read; "))
    #expect(outcome.messages == "")
    #expect(outcome.code == 0)
  }

  /// Expects of a copy, so that it is the next run which finds what was left, that each feed has the
  /// entries of the round of its validator, and returns the rounds.
  @discardableResult
  private func expectWhole(_ folder: TemporaryFolder) throws -> Set<Int> {
    let copy = try TemporaryFolder()
    let place = folder.url.appending(path: ".mingle")
    let left = try FileManager.default.contentsOfDirectory(atPath: place.path)
    let known: Set = [
      "mingle.db", "mingle.db-wal", "mingle.db-shm", "mingle.db.lock", "fetch.lock",
    ]
    #expect(Set(left).subtracting(known) == [])
    for name in left where name == "mingle.db" || name == "mingle.db-wal" {
      try FileManager.default.copyItem(
        at: place.appending(path: name), to: copy.url.appending(path: name))
    }
    return try DatabaseQueue(path: copy.url.appending(path: "mingle.db").path).write { database in
      #expect(try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"])
      #expect(try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").isEmpty)
      var rounds: Set<Int> = []
      for feed in try Row.fetchAll(database, sql: "SELECT id, url, CAST(etag AS TEXT) FROM feeds") {
        let tag = try #require(feed[2] as String?)
        let round = try #require(Int(tag.dropFirst().dropLast()))
        let posts = try Row.fetchAll(
          database, sql: "SELECT guid, title FROM posts WHERE feed = ?", arguments: [feed[0] as Int]
        )
        let current = posts.filter { $0["title"] == "Round \(round)" }
        #expect(current.count == Self.entries, "\(feed)")
        let later = posts.filter { post in
          let title: String = post["title"]
          return Int(title.dropFirst(6)).map { $0 > round } ?? true
        }
        #expect(later == [], "\(feed)")
        rounds.insert(round)
      }
      return rounds
    }
  }
}

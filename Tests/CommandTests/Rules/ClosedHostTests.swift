import Foundation
import Support
import Testing

/// What `fetch` tells of hosts that asked to be left alone: whoever reads by force would else wonder
/// why nothing came.
@Suite struct ClosedHostTests {
  @Test(arguments: [["fetch"], ["fetch", "--force"]])
  func untilWhenAHostIsClosedIsTold(_ arguments: [String]) throws {
    let limit = Behaviour.reply(.status(429, ("Retry-After", "900")))
    let paths = (0..<6).map { "/\($0)" }
    let scene = try RuleScene(["/0": limit], feeds: paths)
    var outcome = try scene.tool.run(["fetch"])
    if arguments.count > 1 { outcome = try scene.tool.run(arguments) }
    #expect(scene.asked == ["/0"])
    let due = try #require(try scene.listed().first?.next_due)
    let words = try #require(outcome.messages.split(separator: "\n").last)
    #expect(
      words.replacing("tomorrow ", with: "")
        == "mingle: 127.0.0.1:\(scene.server.port) asked to be left alone until "
        + "\(due.dropFirst(11).prefix(5)); 6 feeds wait")
    let summary = try scene.summary("--force")
    #expect(summary.waiting == 6)
    #expect(
      summary.waiting_for
        == [.init(host: "127.0.0.1:\(scene.server.port)", until: due, feeds: 6)])
  }

  /// The budget of a host that answered is spent: the rest waits, and what was read does not.
  @Test func whatWasReadDoesNotWait() throws {
    let limited = Reply(
      headers: [("X-Ratelimit-Remaining", "0"), ("X-Ratelimit-Reset", "900")],
      body: Array(rss("One").utf8))
    let scene = try RuleScene(["/0": .reply(limited)], feeds: ["/0", "/1"])
    let summary = try scene.summary()
    #expect(summary.read == 1)
    #expect(summary.waiting_for.map(\.feeds) == [1])
  }

  @Test func ofAHostThatOpenedDuringTheRunNothingIsTold() throws {
    let scene = try RuleScene(
      [
        "/0": .reply(.status(429, ("Retry-After", "1"))),
        "/1": .reply(.feed(rss("One"))),
      ], feeds: ["/0", "/1"])
    let outcome = try scene.tool("fetch")
    #expect(outcome.output == "2 feeds: 1 read, 1 failed; 1 new post\n")
    #expect(!outcome.messages.contains("asked to be left alone"))
  }

  @Test func ofManyHostsFiveAreNamed() throws {
    let servers = try (0..<7).map { _ in
      try LoopbackServer(routes: ["/": .reply(.status(429, ("Retry-After", "900")))])
    }
    let scene = try RuleScene(
      [:], feeds: servers.map { $0.address("/") } + [servers[6].address("/two")])
    try scene.fetch()
    let lines = try scene.tool("fetch", "--force").messages.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines.first?.hasPrefix("mingle: 127.0.0.1:\(servers[6].port) asked to be ") ?? false)
    #expect(lines.first?.hasSuffix("; 2 feeds wait") ?? false)
    #expect(lines.dropFirst().prefix(4).allSatisfy { $0.hasSuffix("; 1 feed waits") })
    #expect(lines.last == "mingle: 2 more hosts asked to be left alone: mingle feeds list")
    #expect(try scene.summary("--force").waiting_for.count == 7)
  }
}

/// What tests read of `fetch --json`.
private struct Summary: Decodable {
  struct ClosedHost: Decodable, Equatable {
    var host: String
    var until: String
    var feeds: Int
  }

  var read: Int
  var waiting: Int
  var waiting_for: [ClosedHost]
}

extension RuleScene {
  fileprivate func summary(_ arguments: String...) throws -> Summary {
    let outcome = try tool.run(["fetch", "--json"] + arguments)
    return try JSONDecoder().decode(Summary.self, from: Data(outcome.output.utf8))
  }
}

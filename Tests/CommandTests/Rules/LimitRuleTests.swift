import Foundation
import Support
import Testing

/// Rules of hosts that ask to be left alone: heard by every feed of the host, also by force.
@Suite struct LimitRuleTests {
  static let paths = (0..<6).map { "/\($0)" }

  /// Six feeds of one host, of which one answers with a limit.
  private func scene(_ limit: Reply, elsewhere: Behaviour = .validated(.feed(rss("One"))))
    throws -> RuleScene
  {
    var routes = Dictionary(uniqueKeysWithValues: Self.paths.map { ($0, elsewhere) })
    routes["/0"] = .reply(limit)
    return try RuleScene(routes, feeds: Self.paths)
  }

  private static func date(in seconds: TimeInterval) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "GMT")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return format.string(from: Date() + seconds)
  }

  @Test(arguments: [429, 503], ["900", "900.0", "date"])
  func retryAfterClosesTheWholeHost(_ status: Int, _ after: String) throws {
    let value = after == "date" ? "Tue, 01 Jan 2030 00:15:00 GMT" : after
    let scene = try scene(
      .status(status, ("Retry-After", value), ("Date", "Tue, 01 Jan 2030 00:00:00 GMT")))
    let run = try scene.fetch()
    // The rest of the queue is dropped in the same run, and nothing is wrong with those feeds.
    #expect(scene.asked == ["/0"])
    #expect(run.feeds.map(\.error).filter { !$0.isEmpty }.count == 1)
    #expect(run.feeds[0].error.hasPrefix("HTTP \(status): "))
    #expect(run.feeds.allSatisfy { run.isDue($0, in: 900) }, "\(run.feeds)")
    #expect(run.feeds.allSatisfy { $0.state == "waiting" })
    #expect(run.outcome.output == "6 feeds: 5 waiting, 1 failed; 0 new posts\n")
    // Force overrides freshness, not this.
    for _ in 0..<2 { try scene.fetch("--force") }
    #expect(scene.asked == ["/0"])
  }

  /// Of a refusal nothing is missing, however its text ends.
  @Test func aLimitIsHeardAlsoIfItsTextIsCut() throws {
    let scene = try RuleScene(
      .reply(
        Reply(
          status: 429, headers: [("Retry-After", "900")], body: Array("slow down".utf8),
          delivery: .cut(after: 4))))
    let run = try scene.fetch()
    #expect(try run.feed.error == "HTTP 429: too many requests; waiting until the host opens")
    #expect(run.isDue(in: 900))
    try scene.fetch("--force")
    #expect(scene.asked == ["/feed"])
  }

  @Test func theHostIsAskedAgainWhenItOpens() async throws {
    let scene = try scene(.status(429, ("Retry-After", "900")))
    try scene.fetch()
    try await scene.pass(600)
    try scene.fetch("--force")
    #expect(scene.asked == ["/0"])
    try await scene.pass(301)
    scene.server.route("/0", .reply(.feed(rss("Zero"))))
    let run = try scene.fetch()
    #expect(scene.asked.sorted() == ["/0"] + Self.paths)
    #expect(run.feeds.allSatisfy { $0.error == "" && $0.state == "ok" })
  }

  /// A date without a clock beside it is measured by ours.
  @Test func aDateAloneIsUnderstood() throws {
    let scene = try RuleScene(
      .choose { _ in
        .reply(.status(429, ("Retry-After", Self.date(in: 1800))))
      })
    let run = try scene.fetch()
    let due = try Date(#require(run.feed.next_due), strategy: .iso8601)
    #expect(due >= run.began + 1798 && due <= run.ended + 1801)
  }

  /// What the header says, and for how long the host is closed.
  static let moments: [(String, Double)] = [
    ("0", 1), ("-60", 900), ("", 900), ("soon", 900), ("1e9", 900), ("864000", 518_400),
    ("99999999999999999999", 518_400), ("Thu, 01 Jan 1970 00:00:00 GMT", 1),
    ("Fri, 31 Dec 9999 23:59:59 GMT", 518_400), ("120, 60", 120),
  ]

  @Test func anOddMomentIsBounded() throws {
    let servers = try Self.moments.map { (value, _) in
      try LoopbackServer(routes: ["/": .reply(.status(429, ("Retry-After", value)))])
    }
    let run = try RuleScene([:], feeds: servers.map { $0.address("/") }).fetch()
    for (feed, (value, seconds)) in zip(run.feeds, Self.moments) {
      #expect(run.isDue(feed, in: seconds), "\(value): \(feed)")
    }
  }

  @Test func withoutAMomentItIsAQuarterOfAnHourThenTwice() async throws {
    let scene = try RuleScene(.reply(.status(429)))
    for minutes in [15.0, 30, 60] {
      #expect(try scene.fetch().isDue(in: minutes * 60))
      try await scene.pass(minutes * 60 + 1)
    }
    #expect(scene.asked.count == 3)
  }

  /// Whoever is overwhelmed is left alone, and the feed waits as after any failure.
  @Test func unavailableWithoutAMomentIsAClosureAndAFailure() throws {
    let scene = try scene(.status(503))
    let run = try scene.fetch()
    #expect(scene.asked.count == 1)
    #expect(run.feeds[0].error == "HTTP 503: the service is unavailable")
    #expect(run.isDue(run.feeds[0], in: 1800))
    #expect(run.feeds.dropFirst().allSatisfy { $0.error == "" && run.isDue($0, in: 900) })
    _ = try scene.fetch("--force")
    #expect(scene.asked.count == 1)
  }

  /// A budget that is spent is heard although the answer is a feed, or that nothing is new.
  @Test(arguments: [
    [("X-Ratelimit-Remaining", "0"), ("X-Ratelimit-Reset", "900")],
    [("x-ratelimit-remaining", "0.0"), ("x-ratelimit-reset", "900.0"), ("x-ratelimit-used", "1")],
    [("RateLimit-Remaining", "0"), ("RateLimit-Reset", "900")],
    [("RateLimit", "\"hour\";r=0;t=900, \"day\";r=50;t=80000")],
    [("RateLimit", "limit=1, remaining=0, reset=900")],
    [
      ("X-Ratelimit-Remaining", "0"), ("X-Ratelimit-Reset", "1893456900"),
      ("Date", "Tue, 01 Jan 2030 00:00:00 GMT"),
    ],
    [
      ("X-Ratelimit-Remaining", "0"), ("X-Ratelimit-Reset", "1893456900000"),
      ("Date", "Tue, 01 Jan 2030 00:00:00 GMT"),
    ],
  ])
  func aSpentBudgetDefersTheRest(_ headers: [(String, String)]) throws {
    let limited = Reply(headers: headers + [("ETag", "\"1\"")], body: Array(rss("One").utf8))
    let scene = try scene(limited, elsewhere: .validated(limited))
    let run = try scene.fetch()
    #expect(scene.asked.count == 1)
    // Waiting is no error, and the feed that was read is well.
    #expect(run.feeds.allSatisfy { $0.error == "" })
    #expect(run.outcome.output == "6 feeds: 1 read, 5 waiting; 1 new post\n")
    #expect(run.outcome.code == 0)
    #expect(run.feeds.dropFirst().allSatisfy { run.isDue($0, in: 900) }, "\(run.feeds)")
  }

  /// A budget of one a turn: each feed has its turn before any has its second.
  @Test func aSpentBudgetStarvesNobody() async throws {
    let limited = Reply(
      headers: [("X-Ratelimit-Remaining", "0"), ("X-Ratelimit-Reset", "900"), ("ETag", "\"1\"")],
      body: Array(rss("One").utf8))
    let scene = try scene(limited, elsewhere: .validated(limited))
    for _ in 0..<6 {
      _ = try scene.tool("fetch")
      try await scene.pass(4000)
    }
    #expect(scene.asked.sorted() == Self.paths)
    // The seventh turn is of the one that was asked longest ago; its 304 spends the budget too.
    let run = try scene.fetch()
    #expect(scene.asked.count == 7 && scene.asked.last == scene.asked.first)
    #expect(run.feeds.allSatisfy { $0.error == "" && $0.entries == 1 })
  }

  @Test func forbiddenWithASpentBudgetIsALimit() throws {
    let scene = try scene(
      .status(403, ("X-Ratelimit-Remaining", "0"), ("X-Ratelimit-Reset", "600")))
    let run = try scene.fetch()
    #expect(scene.asked == ["/0"])
    #expect(run.isDue(run.feeds[0], in: 600))
    #expect(run.feeds[0].error == "HTTP 403: forbidden; waiting until the host opens")
  }

  /// A short closure is waited for in the run, a long one only if that is wished.
  @Test func aShortClosureIsWaitedFor() throws {
    let scene = try scene(
      Reply(
        headers: [("X-Ratelimit-Remaining", "0"), ("X-Ratelimit-Reset", "1")],
        body: Array(rss("One").utf8)))
    let run = try scene.fetch()
    #expect(scene.asked.count == 6)
    #expect(run.feeds.allSatisfy { $0.error == "" })
    let times = scene.server.requests.map(\.time)
    #expect(times[1] - times[0] >= .seconds(1))
  }

  @Test func aLongClosureIsWaitedForIfWished() async throws {
    let scene = try scene(.status(429, ("Retry-After", "900")))
    try scene.fetch()
    try scene.fetch("--force")
    #expect(scene.asked == ["/0"])
    scene.server.route("/0", .reply(.feed(rss("Zero"))))
    // More is left than what every run waits.
    try await scene.pass(892)
    let run = try scene.fetch("--wait")
    #expect(scene.asked.sorted() == ["/0"] + Self.paths)
    #expect(run.outcome.output == "6 feeds: 6 read; 6 new posts\n")
    #expect(run.outcome.messages == "")
  }

  /// More than an hour is left for another run.
  @Test func anHourIsTheLongestWait() throws {
    let scene = try scene(.status(429, ("Retry-After", "3700")))
    let run = try scene.fetch("--wait")
    #expect(run.outcome.output == "6 feeds: 5 waiting, 1 failed; 0 new posts\n")
    #expect(scene.asked == ["/0"])
  }

  @Test func otherHostsGoOn() throws {
    let other = try LoopbackServer(routes: ["/feed": .reply(.feed(rss("Two")))])
    let scene = try RuleScene(
      ["/0": .reply(.status(429, ("Retry-After", "900"))), "/1": .reply(.feed(rss("One")))],
      feeds: ["/0", "/1", other.address("/feed")])
    #expect(try scene.fetch().feeds.map(\.entries) == [0, 0, 1])
    #expect(scene.asked == ["/0"])
  }

  /// It is the target's host that closes; the feed's own host was kind.
  @Test func aLimitBehindARedirectClosesTheTargetsHost() throws {
    let target = try LoopbackServer(routes: ["/x": .reply(.status(429, ("Retry-After", "900")))])
    let scene = try RuleScene(
      ["/0": .reply(.redirect(302, to: target.address("/x"))), "/1": .reply(.feed(rss("One")))],
      feeds: ["/0", "/1", target.address("/y")])
    let run = try scene.fetch()
    #expect(Set(scene.asked) == ["/0", "/1"])
    #expect(run.feeds.map(\.entries) == [0, 1, 0])
    #expect(run.isDue(run.feeds[0], in: 900))
    // Whoever was first, the other feed of that host was not asked after the limit.
    try scene.fetch("--force")
    #expect(target.requests.filter { $0.path == "/x" }.count == 1)
  }

  /// At most two at once, and one until the host has answered.
  @Test func aSharedHostIsAskedByTwoAtMost() throws {
    let paths = (0..<30).map { "/\($0)" }
    let slow = Behaviour.reply(
      Reply(body: Array(rss("One").utf8), delivery: .drip(bytes: 200, pause: .milliseconds(20))))
    let scene = try RuleScene(
      Dictionary(uniqueKeysWithValues: paths.map { ($0, slow) }), feeds: paths)
    try scene.fetch()
    #expect(scene.asked.sorted() == paths.sorted())
    #expect(scene.server.mostAtOnce <= 2)
  }
}

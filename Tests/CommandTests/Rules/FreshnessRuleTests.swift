import Foundation
import Support
import Testing

/// Rules of when a feed is due: the longest wish of the server, the feed and the team, from half an
/// hour to six days.
@Suite struct FreshnessRuleTests {
  struct Row: Sendable {
    var name: String
    var headers: [(String, String)] = []
    var head = ""
    var hours: Double
  }

  static let rows = [
    Row(name: "nothing said", hours: 1),
    Row(name: "max-age", headers: [("Cache-Control", "max-age=7200")], hours: 2),
    Row(name: "max-age quoted", headers: [("Cache-Control", "public,Max-Age=\"7200\"")], hours: 2),
    Row(name: "short max-age", headers: [("Cache-Control", "max-age=60")], hours: 1),
    Row(name: "16 years", headers: [("Cache-Control", "max-age=504576000")], hours: 144),
    Row(
      name: "max-age of 10^400",
      headers: [("Cache-Control", "max-age=1\(String(repeating: "0", count: 400))")], hours: 144),
    Row(name: "negative", headers: [("Cache-Control", "max-age=-7200")], hours: 1),
    Row(name: "no-cache", headers: [("Cache-Control", "no-cache, max-age=7200")], hours: 1),
    Row(name: "no-store", headers: [("Cache-Control", "max-age=7200, no-store")], hours: 1),
    Row(
      name: "two lines", headers: [("Cache-Control", "public"), ("Cache-Control", "max-age=7200")],
      hours: 2),
    Row(name: "for shared caches", headers: [("Cache-Control", "s-maxage=86400")], hours: 1),
    Row(
      name: "from a cache", headers: [("Cache-Control", "max-age=10800"), ("Age", "3600")],
      hours: 2),
    Row(name: "Expires 0", headers: [("Expires", "0")], hours: 1),
    Row(name: "Expires -1", headers: [("Expires", "-1")], hours: 1),
    Row(
      name: "Expires by the server's clock",
      headers: [
        ("Date", "Tue, 01 Jan 2030 00:00:00 GMT"), ("Expires", "Tue, 01 Jan 2030 05:00:00 GMT"),
      ], hours: 5),
    Row(
      name: "Expires in 9999", headers: [("Expires", "Fri, 31 Dec 9999 23:59:59 GMT")], hours: 144),
    Row(name: "ttl", head: "<ttl>180</ttl>", hours: 3),
    Row(name: "ttl 0", head: "<ttl>0</ttl>", hours: 1),
    Row(name: "ttl negative", head: "<ttl>-180</ttl>", hours: 1),
    Row(name: "ttl absurd", head: "<ttl>99999999999999999999</ttl>", hours: 1),
    Row(name: "ttl of a year", head: "<ttl>525600</ttl>", hours: 144),
    Row(
      name: "sy",
      head: "<sy:updatePeriod>daily</sy:updatePeriod>"
        + "<sy:updateFrequency>2</sy:updateFrequency>", hours: 12),
    Row(
      name: "sy absurd",
      head: "<sy:updatePeriod>daily</sy:updatePeriod>"
        + "<sy:updateFrequency>0</sy:updateFrequency>", hours: 24),
    Row(name: "sy yearly", head: "<sy:updatePeriod>yearly</sy:updatePeriod>", hours: 144),
    Row(
      name: "the longest wish", headers: [("Cache-Control", "max-age=7200")],
      head: "<ttl>300</ttl>",
      hours: 5),
  ]

  @Test func theLongestWishIsHeard() throws {
    let paths = Self.rows.indices.map { "/\($0)" }
    let scene = try RuleScene([:], feeds: paths)
    for (path, row) in zip(paths, Self.rows) {
      let body = Array(rss("One", head: row.head).utf8)
      scene.server.route(path, .reply(Reply(headers: row.headers, body: body)))
    }
    let run = try scene.fetch()
    for (row, feed) in zip(Self.rows, run.feeds) {
      #expect(run.isDue(feed, in: row.hours * 3600), "\(row.name): \(feed)")
    }
  }

  @Test func aFeedIsNotAskedBeforeItIsDue() async throws {
    let scene = try RuleScene(.validated(.feed(rss("One"), ("Cache-Control", "max-age=7200"))))
    try scene.fetch()
    try scene.fetch()
    try await scene.pass(3700)
    try scene.fetch()
    #expect(scene.asked.count == 1)
    try await scene.pass(3501)
    try scene.fetch()
    #expect(scene.asked.count == 2)
  }

  /// The feed's own wish stands in its body, which a 304 does not have.
  @Test func hintsSurviveNotModified() throws {
    let scene = try RuleScene(
      .sequence([
        .reply(.feed(rss("One", head: "<ttl>180</ttl>"), ("ETag", "\"1\""))), .reply(.status(304)),
      ]))
    try scene.fetch()
    #expect(try scene.fetch("--force").isDue(in: 3 * 3600))
  }

  /// All hours and days skipped: asked a day later at most, not never.
  @Test func whatSkipsEverythingIsDelayedByADay() throws {
    let hours = (0...24).map { "<hour>\($0)</hour>" }.joined()
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
      .map { "<day>\($0)</day>" }.joined()
    let head = "<skipHours>\(hours)</skipHours><skipDays>\(days)</skipDays>"
    let run = try RuleScene(.reply(.feed(rss("One", head: head)))).fetch()
    #expect(run.isDue(in: 25 * 3600), "\(run.feeds)")
  }

  @Test func theTeamsOwnIntervalIsBoundedToo() throws {
    for (every, hours) in [("30m", 0.5), ("3h", 3), ("6d", 144)] {
      let scene = try RuleScene(.reply(.feed(rss("One"))))
      try scene.folder.write("every: \(every)\n", to: "settings.yaml")
      #expect(try scene.fetch().isDue(in: hours * 3600), "\(every)")
    }
    let scene = try RuleScene(.reply(.feed(rss("One"))))
    try scene.folder.write("every: 1m\n", to: "settings.yaml")
    #expect(try scene.tool("fetch").code == 2)
    #expect(scene.asked.isEmpty)
  }

  /// A clock that was a year off holds nobody up for longer than an interval.
  @Test(arguments: [-365, 365, 3650] as [Double])
  func aClockThatJumpedLosesNoFeed(_ days: Double) async throws {
    let scene = try RuleScene(.validated(.feed(rss("One"), ("Cache-Control", "max-age=86400"))))
    try scene.fetch()
    // Forward is as if all that is stored were older, back as if it were of the future.
    try await scene.pass(days * 86_400)
    let run = try scene.fetch()
    #expect(scene.asked.count == 2)
    #expect(run.isDue(in: 86_400), "\(run.feeds)")
  }
}

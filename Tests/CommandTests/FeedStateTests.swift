import Foundation
import Support
import Testing

/// The whole of `feeds list`: how each feed is doing, in words.
@Suite struct FeedStateTests {
  @Test func howEachFeedIsDoingIsTold() throws {
    let server = try LoopbackServer(routes: [
      "/well": .reply(.feed(Self.feed("Levers", hours: [1]), ("Cache-Control", "max-age=7200"))),
      "/moved": .reply(.redirect(301, to: "/new?token=hidden")),
      "/new": .reply(.feed(Self.feed("Moved", hours: [2]))),
      "/gone": .reply(.status(410)),
      "/failing": .reply(.status(500)),
      "/missed": .sequence([
        .reply(.feed(Self.march("Missed", days: 1...4))),
        .reply(.feed(Self.march("Missed", days: 11...14))),
      ]),
    ])
    let busy = try LoopbackServer(
      host: "127.0.0.2", routes: ["/feed": .reply(.status(429, ("Retry-After", "7000")))])
    let folder = try TemporaryFolder.workspace(
      feeds: ["/well", "/moved", "/gone", "/failing", "/missed"].map { server.address($0) }
        + [busy.address("/feed")])
    let tool = Tool(in: folder)
    #expect(try tool("fetch").code == 0)
    #expect(try tool("fetch", "--force").code == 0)
    _ = try tool("feeds", "add", "--no-fetch", "https://new.example/feed?token=hidden")
    #expect(
      try Self.timeless(tool("feeds", "list").output) == """
        ok           1 post · F
                 \(server.address("/well"))
                 fresh until TIME
        ok           1 post · F
                 \(server.address("/moved"))
                 fresh until TIME
                 moved to \(server.address("/new?token=…"))
        gone         0 posts · F
                 \(server.address("/gone"))
                 gone since TIME; nobody asks it any more; ask again with: mingle feeds enable \
        \(server.address("/gone"))
        failing      0 posts · F
                 \(server.address("/failing"))
                 failing since TIME (2 times): HTTP 500: the server has an error; next try TIME
                 never read yet
        ok           8 posts · F
                 \(server.address("/missed"))
                 fresh until TIME
                 silent since 14 March 2020; it used to write every day
                 may have missed posts between 4 March 2020 10:00 and 11 March 2020 10:00
        waiting      0 posts · F
                 \(busy.address("/feed"))
                 waiting for 127.0.0.2:\(busy.port) until TIME
                 never read yet
        new          0 posts
                 https://new.example/feed?token=…
                 never read yet

        7 feeds: 2 well, 1 silent, 1 waiting, 1 failing, 1 gone, 1 never read

        """)
    let document = try Document(tool("feeds", "list", "--json").output)
    #expect(
      document.summary == [
        "feeds": 7, "well": 2, "silent": 1, "waiting": 1, "failing": 1, "gone": 1, "unread": 1,
        "followed": 0,
      ])
    let feeds = document.feeds
    #expect(feeds.map { $0.fresh_until != nil } == [true, true, false, false, true, false, false])
    #expect(feeds.map { $0.gone_since != nil } == [false, false, true, false, false, false, false])
    #expect(feeds.map(\.failures) == [0, 0, 0, 2, 0, 0, 0])
    #expect(feeds[1].moved_to == server.address("/new?token=…"))
    #expect(feeds[3].failing_since != nil)
    #expect(feeds[4].silent == .init(since: "2020-03-14T10:00:00Z", usual_gap_days: 1))
    #expect(feeds[4].missed?.from == "2020-03-04T10:00:00Z")
    #expect(feeds[4].missed?.until == "2020-03-11T10:00:00Z")
    #expect(feeds[5].waiting?.host == "127.0.0.2:\(busy.port)")
  }

  /// Retry-After holds also once it is over: the feed did not fail.
  @Test func whatIsGoneIsAskedAgainWhenItIsEnabled() throws {
    let server = try LoopbackServer(routes: [
      "/gone": .sequence([.reply(.status(410)), .reply(.feed(Self.feed("Back", hours: [1])))])
    ])
    let folder = try TemporaryFolder.workspace(feeds: [server.address("/gone")])
    let tool = Tool(in: folder)
    _ = try tool("fetch", "--force")
    _ = try tool("fetch", "--force")
    #expect(server.requests.count == 1)
    let enabled = try tool("feeds", "enable", server.address("/gone"))
    #expect(enabled.output == "\(server.address("/gone")) is read again when it is next due\n")
    #expect(
      try Self.timeless(tool("feeds", "list").output).hasSuffix("1 feed: 0 well, 1 never read\n"))
    _ = try tool("fetch")
    #expect(try Self.timeless(tool("feeds", "list").output).hasSuffix("1 feed: 1 well\n"))
  }

  @Test func whatIsNeitherListedNorFollowedIsNotEnabled() throws {
    let folder = try TemporaryFolder.workspace(feeds: [])
    let outcome = try Tool(in: folder)("feeds", "enable", "https://a.example/feed?token=hidden")
    #expect(
      outcome.messages
        == "mingle: https://a.example/feed?token=… is not in feeds.opml, and not followed\n")
    #expect(outcome.code == 2)
  }

  /// The page in another order than it was written is no reason to think that something is missing.
  @Test func ofAListByActivityNothingIsMissed() throws {
    let server = try LoopbackServer(routes: [
      "/latest.rss": .sequence([
        .reply(.feed(Self.march("Forum", days: 1...4))),
        .reply(.feed(Self.march("Forum", days: 11...14))),
      ])
    ])
    let folder = try TemporaryFolder.workspace(feeds: [server.address("/latest.rss")])
    let tool = Tool(in: folder)
    _ = try tool("fetch")
    _ = try tool("fetch", "--force")
    let feeds = try Document(tool("feeds", "list", "--json").output).feeds
    #expect(feeds.map(\.entries) == [8])
    #expect(feeds[0].missed == nil)
  }

  /// What depends on the time of the test, away.
  private static func timeless(_ output: String) -> String {
    output.replacing(
      #/(until|next try|since) (?:today|yesterday|(?:tomorrow )?[0-9]{2}:[0-9]{2})/#
    ) { "\($0.1) TIME" }
  }

  private static func feed(_ title: String, hours: [Double]) -> String {
    feed(title, dates: hours.map { Date(timeIntervalSinceNow: -$0 * 3600).formatted(.iso8601) })
  }

  /// A post each morning of some days of March 2020, the newest first.
  private static func march(_ title: String, days: ClosedRange<Int>) -> String {
    feed(title, dates: days.reversed().map { "2020-03-\($0 < 10 ? "0" : "")\($0)T10:00:00Z" })
  }

  private static func feed(_ title: String, dates: [String]) -> String {
    let items = dates.map { date in
      """
      <entry><id>\(date)</id><title>Of \(date)</title><published>\(date)</published>
      <updated>\(date)</updated><link href="https://a.example/\(date)"/></entry>
      """
    }
    return """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>\(title)</title>\(items.joined())</feed>
      """
  }

  private struct Document: Decodable {
    struct Feed: Decodable {
      struct Waiting: Decodable { var host: String }
      struct Silent: Decodable, Equatable {
        var since: String
        var usual_gap_days: Int
      }
      struct Missed: Decodable {
        var from: String
        var until: String
      }
      var entries: Int
      var fresh_until: String?
      var waiting: Waiting?
      var moved_to: String?
      var gone_since: String?
      var failing_since: String?
      var failures: Int
      var silent: Silent?
      var missed: Missed?
    }
    var feeds: [Feed]
    var summary: [String: Int]

    init(_ text: String) throws {
      self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    }
  }
}

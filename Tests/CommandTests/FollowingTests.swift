import Foundation
import Support
import Testing

/// A forum on a real server, and one of its topics that the team takes part in.
@Suite struct FollowingTests {
  private let now = Date()
  private let server: LoopbackServer
  private let tool: Tool

  init() throws {
    server = try LoopbackServer()
    tool = Tool(in: try TemporaryFolder.workspace(feeds: [server.address("/latest.rss")]))
    server.route(
      "/latest.rss", .reply(.feed(rss(item("topic-7", "/t/lever/7", by: "ann", minutesAgo: 60)))))
    server.route(
      "/t/lever/7.rss",
      .validated(
        .feed(
          rss(
            item("post-7-2", "/t/lever/7/2", by: "ben", minutesAgo: 10)
              + item("post-9-2", "/t/other/9/2", by: "eve", minutesAgo: 5)
              + item("post-7-1", "/t/lever/7/1", by: "ann", minutesAgo: 60)))))
  }

  private func rss(_ items: String) -> String {
    "<rss version=\"2.0\"><channel><title>Forum</title>\(items)</channel></rss>"
  }

  /// An entry as Discourse writes it.
  private func item(_ id: String, _ path: String, by author: String, minutesAgo: Double) -> String {
    """
    <item><title>My lever machine leaks</title><author>\(author)</author>
    <description>Words of \(author)</description><link>\(server.address(path))</link>
    <pubDate>\(now.addingTimeInterval(-60 * minutesAgo).formatted(.iso8601))</pubDate>
    <guid isPermaLink="false">127.0.0.1-\(id)</guid></item>
    """
  }

  @Test func aJoinedTopicIsReadUntilItIsReopened() throws {
    #expect(try tool("fetch").output == "1 feed: 1 read; 1 new post\n")
    #expect(server.requests.map(\.path) == ["/latest.rss"])
    let topic = server.address("/t/lever/7")
    let joined = now.addingTimeInterval(-1800).formatted(.iso8601)
    let told = try tool("join", topic, "--on", joined).output
    let id = try #require(told.components(separatedBy: "  joined: ").first)

    #expect(
      try tool("fetch").output == "2 feeds (1 followed): 1 read, 1 not due; 2 new posts\n")
    #expect(
      try tool("replies").output == """
        My lever machine leaks
          127.0.0.1 · 1 new reply · \(id)
          \(topic)
          ben · 10 minutes ago: “Words of ben”

        Read: mingle show \(id) · answered: mingle join \(id)

        """)
    let list = try tool("feeds", "list").output
    let followed = """

      Followed, for the replies to conversations that you joined:
      ok           2 posts · Forum
               \(topic).rss
               fresh until
      """
    #expect(list.contains(followed), "\(list)")
    #expect(list.hasSuffix("\n\n1 feed: 1 well; 1 followed\n"), "\(list)")
    let feeds = try JSONDecoder().decode(
      FeedLists.self, from: Data(tool("feeds", "list", "--json").output.utf8))
    #expect(feeds.feeds.map(\.url) == [server.address("/latest.rss")])
    #expect(feeds.followed.map(\.url) == ["\(topic).rss"])
    #expect(feeds.followed[0].conversation?.hasPrefix(id) == true)

    // It is asked whether there is anything new, and only when it is due.
    _ = try tool("fetch")
    #expect(server.requests("/t/lever/7.rss").count == 1)
    _ = try tool("fetch", "--force")
    #expect(
      server.requests("/t/lever/7.rss").map { $0["If-None-Match"] != nil } == [false, true])

    _ = try tool("reopen", id)
    #expect(try tool("fetch", "--force").output == "1 feed: 1 read; 0 new posts\n")
    #expect(server.requests("/t/lever/7.rss").count == 2)
  }

  private struct FeedLists: Decodable {
    struct Feed: Decodable {
      var url: String
      var conversation: String?
    }
    var feeds: [Feed]
    var followed: [Feed]
  }

  /// The demo tells of real places; nobody there is to hear of it.
  @Test func theDemoCausesNoRequest() throws {
    let demo = Tool(in: try TemporaryFolder.demo())
    #expect(try demo("fetch").code == 0)
    #expect(try demo("join", "aa6w", "wm88", "kv0b").code == 0)
    let fetched = try demo("fetch", "--force")
    #expect(!fetched.output.contains("followed"))
    #expect(fetched.messages == "")
    #expect(try !demo("feeds", "list").output.contains("Followed"))
  }
}

import Conversations
import Foundation
import Storage
import Support
import Testing

/// The name and password of a subscription, and the keys in addresses, are told and stored nowhere but
/// in the list that people wrote.
@Suite struct SecretRuleTests {
  private static let page = """
    <!DOCTYPE html><html><head><title>Levers</title>
    <link rel="alternate" type="application/rss+xml" href="/news">
    <link rel="alternate" type="application/rss+xml" href="/all?token=TOPSECRET">
    </head></html>
    """

  private static func feed(_ server: LoopbackServer) -> String {
    "http://ann:TOPSECRET@127.0.0.1:\(server.port)/feed"
  }

  @Test func theFeedsBehindAPageAreToldWithoutSecrets() async throws {
    let server = try LoopbackServer(routes: ["/feed": .reply(.feed(Self.page))])
    let scene = try RuleScene([:], feeds: [Self.feed(server)])
    try scene.folder.write(Self.page, to: "page.xml")
    #expect(try scene.tool("feeds", "add", "page.xml").messages.contains("/all?token=…"))
    let outcome = try scene.tool("fetch", "--json")
    #expect(!(outcome.output + outcome.messages).contains("TOPSECRET"))
    for feed in ["/news", "/all?token=…"] {
      #expect(outcome.output.contains("\"\(server.address(feed))\""), "\(feed)")
      #expect(outcome.messages.contains(server.address(feed)), "\(feed)")
    }
    for command in [["fetch", "--force"], ["feeds", "list"], ["feeds", "list", "--json"]] {
      let outcome = try scene.tool.run(command)
      #expect(!(outcome.output + outcome.messages).contains("TOPSECRET"), "\(command)")
    }
    let store = try Store(at: scene.folder.path + ".mingle/mingle.db")
    #expect(try await store.visits().values.allSatisfy { !$0.problem.contains("TOPSECRET") })
  }

  @Test func aFeedBehindAPageIsAskedWithTheNameAndPasswordOfThePage() throws {
    let other = try LoopbackServer(routes: ["/news": .reply(.status(404))])
    let page = Self.page.replacing(
      "<title>",
      with: """
        <link rel="alternate" type="application/rss+xml" href="\(other.address("/news"))"><title>
        """)
    let server = try LoopbackServer(
      routes: Dictionary(
        uniqueKeysWithValues: [("/feed", page), ("/news", rss("One"))].map { path, text in
          (path, .choose { .reply($0["Authorization"] == nil ? .status(401) : .feed(text)) })
        }))
    let folder = try TemporaryFolder.workspace(feeds: [])
    let outcome = try Tool(in: folder)("feeds", "add", Self.feed(server))
    #expect(outcome.output == "added \(server.address("/news")) (1 post)\n")
    #expect(outcome.messages == "")
    #expect(
      try folder.text("feeds.opml").contains("//ann:TOPSECRET@127.0.0.1:\(server.port)/news\""))
    #expect(other.requests.map(\.path) == ["/news"])
    #expect(other.requests.allSatisfy { $0["Authorization"] == nil })
  }

  /// Relative links, links with a name and password of their own, and links with a key.
  @Test func linksAreStoredWithoutNameAndPasswordAndToldWithoutKeys() async throws {
    let items = [
      "<link>/post/1</link>", "<link>http://bob:TOPSECRET@b.example/post/2</link>",
      "<guid>http://bob:TOPSECRET@b.example/post/3</guid>",
      "<link>http://b.example/post/4?token=TOPSECRET</link>",
      "<link>http://b.example/5</link><comments>http://a:TOPSECRET@c.example/5</comments>",
      "<guid>6</guid>",
    ].enumerated().map { number, links in
      let date = Date().addingTimeInterval(-60 * Double(number)).ISO8601Format()
      return """
        <item><title>My lever machine leaks \(number)</title><pubDate>\(date)</pubDate>\(links)
        <description>A lever &lt;a href="/elsewhere"&gt;there&lt;/a&gt;</description></item>
        """
    }
    let server = try LoopbackServer(routes: ["/feed": .reply(.feed(rss(items: items)))])
    let scene = try RuleScene([:], feeds: [Self.feed(server)])
    #expect(try scene.fetch().outcome.output == "1 feed: 1 read; 6 new posts\n")
    var commands = [
      ["posts"], ["posts", "--json"], ["today", "--all"], ["today", "--all", "--json"],
      ["why", server.address("/post/1"), "--json"],
      ["show", "http://ann:TOPSECRET@127.0.0.1:\(server.port)/post/1", "--json"],
      ["open", "--print", server.address("/post/1")],
    ]
    commands += ["markdown", "json", "csv", "atom", "html"].map {
      ["export", "--today", "--format", $0]
    }
    for command in commands {
      let outcome = try scene.tool.run(command)
      #expect(outcome.code == 0, "\(command): \(outcome.messages)")
      #expect(outcome.output.contains("/post/1"), "\(command): \(outcome.output)")
      #expect(!(outcome.output + outcome.messages).contains("TOPSECRET"), "\(command)")
    }
    #expect(
      Set(try scene.posts().map { $0.link ?? "-" }) == [
        server.address("/post/1"), "http://b.example/post/2", "http://b.example/post/3",
        "http://b.example/post/4?token=…", "http://b.example/5", "-",
      ])
    let store = try Store(at: scene.folder.path + ".mingle/mingle.db")
    try await store.forEachPost { _, post in
      #expect(!"\(post)".replacing(Self.feed(server), with: "").contains(":TOPSECRET@"))
    }
  }

  @Test func theHomePageOfAListedFeedLendsNoPassword() throws {
    let folder = try TemporaryFolder.workspace(feeds: [])
    try folder.write(
      rss(items: ["<item><title>One</title><link>/post/1</link></item>"]), to: "saved.xml")
    try folder.write(
      """
      <opml version="2.0"><body><outline type="rss" text="Saved" xmlUrl="saved.xml"
        htmlUrl="https://ann:TOPSECRET@a.example/?key=TOPSECRET"/></body></opml>
      """, to: "feeds.opml")
    let tool = Tool(in: folder)
    #expect(try tool("fetch").output == "1 feed: 1 read; 1 new post\n")
    let links = try ListedPosts(tool("posts", "--json").output).posts.map(\.link)
    #expect(links == ["https://a.example/post/1"])
    let exported = try tool("feeds", "export").output
    #expect(exported.contains("htmlUrl=\"https://a.example/?key=…\""))
    #expect(!exported.contains("TOPSECRET"))
  }

  @Test func aFeedThatIsOnlyParsedIsToldWithoutSecrets() throws {
    let server = try LoopbackServer(routes: [
      "/feed": .reply(.feed(rss(items: ["<item><link>/post/1</link></item>"]))),
      "/page": .reply(.feed(Self.page)),
    ])
    let tool = Tool(in: try TemporaryFolder())
    let feed = try tool("feeds", "parse", Self.feed(server))
    #expect(feed.output.contains("\"\(server.address("/post/1"))\""))
    #expect(!feed.output.contains("TOPSECRET"))
    let page = try tool(
      "feeds", "parse", Self.feed(server).replacing("/feed", with: "/page"))
    #expect(page.messages.contains("points at \(server.address("/news")), "))
    #expect(!page.messages.contains("TOPSECRET"))
  }
}

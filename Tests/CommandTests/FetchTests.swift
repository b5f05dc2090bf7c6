import Foundation
import Support
import Testing

@Suite struct FetchTests {
  private static let feed = """
    <rss version="2.0"><channel><title>Feed</title>
    <item><guid>1</guid><title>My lever machine leaks</title><link>https://a.example/1</link></item>
    </channel></rss>
    """

  /// How a feed fails: what stands in `feeds list`, and that the others are read all the same.
  @Test(arguments: [
    (Behaviour.reply(.status(404)), "HTTP 404: not found"),
    (.reply(.status(500)), "HTTP 500: the server has an error"),
    (.reply(.feed("")), "the document is empty"),
    (
      .reply(.feed("<!DOCTYPE html><html><head><title>Hi</title></head><body>Hi</body></html>")),
      "this is an HTML page (\"Hi\"), not a feed"
    ),
    (.reply(.redirect(302, to: "/loop")), "redirected in a circle"),
  ])
  func aFailingFeedCostsTheOthersNothing(behaviour: Behaviour, problem: String) throws {
    let server = try LoopbackServer(routes: [
      "/good": .reply(.feed(Self.feed)), "/bad": behaviour,
      "/loop": .reply(.redirect(302, to: "/loop")),
    ])
    let folder = try TemporaryFolder.workspace(
      feeds: [server.address("/bad"), server.address("/good")])
    let tool = Tool(in: folder)
    let outcome = try tool("fetch")
    #expect(outcome.output == "2 feeds: 1 read, 1 failed; 1 new post\n")
    #expect(outcome.messages == "mingle: \(server.address("/bad")): \(problem)\n")
    #expect(outcome.code == 0)
    let feeds = try Feeds(tool("feeds", "list", "--json").output).feeds
    #expect(feeds.map(\.error) == [problem, ""])
    #expect(feeds.map(\.state) == ["failing", "ok"])
    #expect(feeds.map(\.entries) == [0, 1])
  }

  @Test func anUnreachableHostIsTold() throws {
    let port = try LoopbackServer().port
    let folder = try TemporaryFolder.workspace(feeds: ["http://127.0.0.1:\(port)/feed"])
    let outcome = try Tool(in: folder)("fetch")
    #expect(outcome.output == "1 feed: 1 failed; 0 new posts\n")
    #expect(
      outcome.messages
        == "mingle: http://127.0.0.1:\(port)/feed: connection refused by 127.0.0.1\n")
    // No feed at all could be reached.
    #expect(outcome.code == 1)
  }

  @Test func aSecondFetchIsConditionalAndChangesNothing() throws {
    let server = try LoopbackServer(routes: ["/feed": .validated(.feed(Self.feed))])
    let folder = try TemporaryFolder.workspace(feeds: [server.address("/feed")])
    let tool = Tool(in: folder)
    #expect(try tool("fetch").output == "1 feed: 1 read; 1 new post\n")
    #expect(try tool("fetch").output == "1 feed: 1 not due; 0 new posts\n")
    #expect(try tool("fetch", "--force").output == "1 feed: 1 unchanged; 0 new posts\n")
    let requests = server.requests("/feed")
    #expect(requests.count == 2)
    #expect(requests[0]["If-None-Match"] == nil)
    #expect(requests[1]["If-None-Match"] != nil)
  }

  @Test func privateNetworksAreRefusedUnlessAllowed() throws {
    let server = try LoopbackServer(routes: ["/feed": .reply(.feed(Self.feed))])
    let folder = try TemporaryFolder.workspace(feeds: [server.address("/feed")])
    let refused = try Tool(in: folder, environment: ["MINGLE_ALLOW_NETWORKS": ""])("fetch")
    #expect(refused.messages.contains("127.0.0.1 is a private address"))
    #expect(refused.code == 1)
    #expect(server.requests.isEmpty)
    try folder.write("allow_networks: [127.0.0.0/8]\n", to: "settings.yaml")
    let allowed = try Tool(in: folder, environment: ["MINGLE_ALLOW_NETWORKS": ""])(
      "fetch", "--force")
    #expect(allowed.output == "1 feed: 1 read; 1 new post\n")
  }

  @Test func twoRunsNeverAskForAFeedTwice() throws {
    let server = try LoopbackServer(routes: [
      "/feed": .reply(
        Reply(body: Array(Self.feed.utf8), delivery: .drip(bytes: 40, pause: .milliseconds(200))))
    ])
    let folder = try TemporaryFolder.workspace(feeds: [server.address("/feed")])
    let outcome = try Tool(in: folder).shell("seq 2 | xargs -P 2 -n 1 sh -c 'mingle fetch'")
    // Whoever came second waited, and found the feed fresh.
    #expect(
      Set(outcome.output.split(separator: "\n")) == [
        "1 feed: 1 read; 1 new post", "1 feed: 1 not due; 0 new posts",
      ])
    #expect(server.requests.count == 1)
  }

  @Test func oneFeedCanBeRead() throws {
    let server = try LoopbackServer(routes: [
      "/a": .reply(.feed(Self.feed)), "/b": .reply(.feed(Self.feed)),
    ])
    let folder = try TemporaryFolder.workspace(
      feeds: [server.address("/a"), server.address("/b")])
    let tool = Tool(in: folder)
    #expect(
      try tool("fetch", "--feed", server.address("/b")).output == "1 feed: 1 read; 1 new post\n")
    #expect(server.requests.map(\.path) == ["/b"])
    let unknown = try tool("fetch", "--feed", "https://c.example/")
    #expect(
      unknown.messages
        == "mingle: https://c.example/ is not in feeds.opml; the feeds are listed by: "
        + "mingle feeds list\n")
    #expect(unknown.code == 2)
  }

  @Test func aWrongLineOfTheListIsTold() throws {
    let folder = try TemporaryFolder.demo()
    let list = try folder.text("feeds.opml").replacing(
      "samples/reddit-coffee.xml", with: "file:///etc/passwd")
    try folder.write(list, to: "feeds.opml")
    let outcome = try Tool(in: folder)("fetch")
    let rest = Samples.feeds.count - 1
    #expect(outcome.output.hasPrefix("\(rest) feeds: \(rest) read; "))
    #expect(
      outcome.messages == """
        feeds.opml:10: "file:///etc/passwd" is not an address that feeds are read from: it must \
        start with http:// or https://, or be the path of a file inside the workspace. Mend the \
        xmlUrl, or delete the line.

        """)
    #expect(outcome.code == 1)
  }

  @Test(
    arguments: [
      (nil, "there is no feed list feeds.opml; make one with: mingle init"),
      ("", "feeds.opml: this feed list is empty."),
      ("<html/>", "feeds.opml: this is not a feed list: there is no <opml> element."),
    ] as [(String?, String)])
  func aMissingOrForeignListIsUsage(text: String?, message: String) throws {
    let folder = try TemporaryFolder.demo()
    try FileManager.default.removeItem(at: folder.url.appending(path: "feeds.opml"))
    if let text { try folder.write(text, to: "feeds.opml") }
    let outcome = try Tool(in: folder)("fetch", "--workspace", ".")
    #expect(outcome.messages.hasPrefix("mingle: \(message)"), "\(outcome.messages)")
    #expect(outcome.output == "")
    #expect(outcome.code == 2)
  }

  @Test func feedFilesThatFailAreTold() throws {
    let folder = try TemporaryFolder.workspace(feeds: ["none.xml", "page.html", "sub"])
    try folder.write("<html><body>Hi</body></html>", to: "page.html")
    try folder.write("", to: "sub/x")
    let outcome = try Tool(in: folder)("fetch")
    #expect(
      outcome.messages == """
        mingle: none.xml: there is no file none.xml in the workspace
        mingle: page.html: this is an HTML page, not a feed
        mingle: sub: sub is a folder, not a file

        """)
    #expect(outcome.code == 1)
  }
}

/// What tests read of `feeds list --json`.
struct Feeds: Decodable {
  struct Feed: Decodable {
    var url: String
    var title: String
    var community: String
    var error: String
    var state: String
    var entries: Int
    var status: Int?
    var next_due: String?
  }

  var feeds: [Feed]

  init(_ json: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
  }
}

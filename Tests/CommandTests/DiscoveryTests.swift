import Support
import Testing

/// Sites whose pages say nothing of their feeds.
@Suite struct DiscoveryTests {
  private static let page = "<!DOCTYPE html><html><head><title>Blog</title></head></html>"
  private static let feed = """
    <rss version="2.0"><channel><title>Levers</title>
    <item><guid>1</guid><title>My lever machine leaks</title><link>https://a.example/1</link></item>
    </channel></rss>
    """

  @Test func theUsualPlacesAreTriedUntilOneIsAFeed() throws {
    let server = try LoopbackServer(routes: [
      "/": .reply(.feed(Self.page)), "/rss": .reply(.feed(Self.page)),
      "/atom.xml": .reply(.feed(Self.feed)), "/feed.xml": .reply(.feed(Self.feed)),
    ])
    let folder = try TemporaryFolder.workspace(feeds: [])
    let tool = Tool(in: folder)
    let outcome = try tool("feeds", "add", server.address("/"))
    #expect(outcome.output == "added \(server.address("/atom.xml")) (1 post)\n")
    #expect(outcome.messages == "")
    #expect(server.requests.map(\.path) == ["/", "/feed", "/rss", "/atom.xml"])
    let feeds = try Feeds(tool("feeds", "list", "--json").output).feeds
    #expect(feeds.map(\.url) == [server.address("/atom.xml")])
    // Its body is used: nobody asks for it again.
    #expect(try tool("fetch").output == "1 feed: 1 not due; 0 new posts\n")
    #expect(server.mostAtOnce == 1)
  }

  @Test func beforeTheRootTheFolderOfThePageIsTried() throws {
    let server = try LoopbackServer(routes: [
      "/blog": .reply(.feed(Self.page)), "/blog/index.xml": .reply(.feed(Self.feed)),
      "/feed": .reply(.feed(Self.feed)),
    ])
    let folder = try TemporaryFolder.workspace(feeds: [])
    #expect(
      try Tool(in: folder)("feeds", "add", server.address("/blog")).output
        == "added \(server.address("/blog/index.xml")) (1 post)\n")
  }

  @Test func allPlacesAreTriedOnce() throws {
    let server = try LoopbackServer(routes: ["/": .reply(.feed(Self.page))])
    let folder = try TemporaryFolder.workspace(feeds: [])
    let tool = Tool(in: folder)
    #expect(try tool("feeds", "add", server.address("/")).code == 1)
    #expect(
      server.requests.map(\.path) == [
        "/", "/feed", "/rss", "/atom.xml", "/feed.xml", "/rss.xml", "/index.xml", "/feed/",
        "/index.atom", "/index.rss", "/feed.json",
      ])
    #expect(try tool("fetch").output == "0 feeds; 0 new posts\n")
  }

  @Test func aHostThatRefusesIsAskedNoFurther() throws {
    let server = try LoopbackServer(routes: [
      "/": .reply(.feed(Self.page)), "/feed": .reply(.status(429)),
      "/rss": .reply(.feed(Self.feed)),
    ])
    let folder = try TemporaryFolder.workspace(feeds: [])
    #expect(try Tool(in: folder)("feeds", "add", server.address("/")).code == 1)
    #expect(server.requests.map(\.path) == ["/", "/feed"])
  }

  /// An address typed wrong is not a site.
  @Test func nothingIsTriedForAPageThatIsNotThere() throws {
    let server = try LoopbackServer()
    let folder = try TemporaryFolder.workspace(feeds: [])
    #expect(try Tool(in: folder)("feeds", "add", server.address("/fed")).code == 1)
    #expect(server.requests.map(\.path) == ["/fed"])
  }

  /// What looks like a category of Discourse may be something else that points at its feed.
  @Test func aPageTakenForAnotherKindStillPointsAtItsFeed() throws {
    let page = """
      <!DOCTYPE html><html><head>
      <link rel="alternate" type="application/rss+xml" href="/gone.xml">
      <link rel="alternate" type="application/rss+xml" href="/shop.xml"></head></html>
      """
    let server = try LoopbackServer(routes: [
      "/c/kettles/5": .reply(.feed(page)), "/shop.xml": .reply(.feed(Self.feed)),
    ])
    let folder = try TemporaryFolder.workspace(feeds: [])
    #expect(
      try Tool(in: folder)("feeds", "add", server.address("/c/kettles/5")).output
        == "added \(server.address("/shop.xml")) (1 post)\n")
    #expect(
      server.requests.map(\.path) == ["/c/kettles/5.rss", "/c/kettles/5", "/gone.xml", "/shop.xml"])
  }
}

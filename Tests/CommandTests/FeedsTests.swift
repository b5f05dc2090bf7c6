import Foundation
import Support
import Testing

@Suite struct FeedsTests {
  private static let feed = """
    <rss version="2.0"><channel><title>Levers &amp; more</title>
    <item><guid>1</guid><title>My lever machine leaks</title><link>https://a.example/1</link></item>
    </channel></rss>
    """

  @Test func addingReadsTheFeedOnce() throws {
    let server = try LoopbackServer(routes: ["/feed": .reply(.feed(Self.feed))])
    let folder = try TemporaryFolder.workspace(feeds: [])
    let tool = Tool(in: folder)
    let added = try tool("feeds", "add", server.address("/feed"), "--folder", "Blogs")
    #expect(added.output == "added \(server.address("/feed")) (1 post)\n")
    #expect(added.code == 0)
    #expect(try tool("fetch").output == "1 feed: 1 not due; 0 new posts\n")
    #expect(server.requests.count == 1)
    #expect(
      try folder.text("feeds.opml") == """
        <opml version="2.0">
          <body>
            <outline text="Blogs">
              <outline type="rss" text="Levers &amp; more" xmlUrl="\(server.address("/feed"))"/>
            </outline>
          </body>
        </opml>

        """)
    #expect(
      try tool("feeds", "add", server.address("/feed")).output
        == "\(server.address("/feed")) is in the list already\n")
  }

  @Test func aSiteIsAddedByTheFeedThatItPointsAt() throws {
    let page = """
      <!DOCTYPE html><html><head><title>Blog</title>
      <link rel="alternate" type="application/rss+xml" href="/feed.xml"></head></html>
      """
    let server = try LoopbackServer(routes: [
      "/": .reply(.feed(page)), "/feed.xml": .reply(.feed(Self.feed)),
    ])
    let folder = try TemporaryFolder.workspace(feeds: [])
    let tool = Tool(in: folder)
    #expect(
      try tool("feeds", "add", server.address("/")).output
        == "added \(server.address("/feed.xml")) (1 post)\n")
    let feeds = try Feeds(tool("feeds", "list", "--json").output).feeds
    #expect(feeds.map(\.url) == [server.address("/feed.xml")])
    #expect(server.requests.map(\.path) == ["/", "/feed.xml"])
  }

  /// `--no-fetch` put a site without its `https://` into the list as a file that was never there.
  @Test(arguments: ["blog.example", "R/espresso", "@ann@toot.example"])
  func aFileThatIsNotThereIsNotAddedUnread(name: String) throws {
    let folder = try TemporaryFolder.workspace(feeds: [])
    let before = try folder.text("feeds.opml")
    let outcome = try Tool(in: folder)("feeds", "add", "--no-fetch", name)
    #expect(
      outcome.messages
        == "mingle: not added: \(name): there is no file \(name) in the workspace; the address of a "
        + "site starts with https://\n")
    #expect(outcome.code == 1)
    #expect(try folder.text("feeds.opml") == before)
  }

  @Test func whatIsNoFeedIsNotAdded() throws {
    let page = "<!DOCTYPE html><html><head><title>Blog</title></head><body>Hi</body></html>"
    let server = try LoopbackServer(routes: ["/": .reply(.feed(page))])
    let folder = try TemporaryFolder.workspace(feeds: [])
    let before = try folder.text("feeds.opml")
    let outcome = try Tool(in: folder)(
      "feeds", "add", server.address("/"), "javascript:alert(1)", "none.xml")
    #expect(
      outcome.messages == """
        mingle: not added: \(server.address("/")): this is an HTML page ("Blog"), not a feed, and \
        none was found where sites keep theirs
        mingle: not added: javascript:alert(1): "javascript:alert(1)" is not an address that feeds \
        are read from: it must start with http:// or https://, or be the path of a file inside the \
        workspace
        mingle: not added: none.xml: there is no file none.xml in the workspace; the address of \
        a site starts with https://

        """)
    #expect(outcome.code == 1)
    #expect(try folder.text("feeds.opml") == before)
  }

  @Test func whatCannotBeReachedIsAddedWithAWarning() throws {
    let port = try LoopbackServer().port
    let folder = try TemporaryFolder.workspace(feeds: [])
    let feed = "http://127.0.0.1:\(port)/feed"
    let outcome = try Tool(in: folder)("feeds", "add", feed)
    #expect(
      outcome.messages == "mingle: added \(feed), but it could not be read yet: "
        + "connection refused by 127.0.0.1\n")
    #expect(outcome.code == 1)
    #expect(try folder.text("feeds.opml").contains(feed))
  }

  @Test func shorthandsAreUnderstood() throws {
    let folder = try TemporaryFolder.workspace(feeds: [])
    let tool = Tool(in: folder)
    #expect(
      try tool("feeds", "add", "r/espresso", "so:swift", "--no-fetch").output == """
        added https://www.reddit.com/r/espresso/new/.rss
        added https://stackoverflow.com/feeds/tag/swift

        """)
    #expect(
      try tool("feeds", "remove", "r/espresso").output
        == "removed https://www.reddit.com/r/espresso/new/.rss\n")
    let feeds = try Feeds(tool("feeds", "list", "--json").output).feeds
    #expect(feeds.map(\.url) == ["https://stackoverflow.com/feeds/tag/swift"])
    #expect(feeds.map(\.state) == ["new"])
    let unknown = try tool("feeds", "remove", "r/tea")
    #expect(
      unknown.messages
        == "mingle: https://www.reddit.com/r/tea/new/.rss is not in feeds.opml\n")
    #expect(unknown.code == 2)
  }

  @Test func additionsAtTheSameTimeAreAllKept() throws {
    let folder = try TemporaryFolder.workspace(feeds: [])
    let outcome = try Tool(in: folder).shell(
      "seq 8 | xargs -P 8 -I N mingle feeds add --no-fetch https://a.example/N")
    #expect(outcome.messages == "")
    let feeds = try Feeds(Tool(in: folder)("feeds", "list", "--json").output).feeds
    #expect(Set(feeds.map(\.url)) == Set((1...8).map { "https://a.example/\($0)" }))
  }

  @Test func aFeedThatIsAddedTwiceAtOnceIsListedOnce() async throws {
    let server = try LoopbackServer(routes: ["/feed": .reply(.feed(Self.feed))])
    let folder = try TemporaryFolder.workspace(feeds: [])
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<2 {
        group.addTask {
          _ = try Tool(in: folder)("feeds", "add", "--no-fetch", server.address("/feed"))
        }
      }
      try await group.waitForAll()
    }
    #expect(try folder.text("feeds.opml").ranges(of: "xmlUrl").count == 1)
  }

  @Test func removingTakesEveryLineOfAFeed() throws {
    let folder = try TemporaryFolder.workspace(
      feeds: ["https://a.example/", "https://b.example/", "https://a.example/"])
    let outcome = try Tool(in: folder)("feeds", "remove", "https://a.example/")
    #expect(outcome.output == "removed https://a.example/\n")
    #expect(!(try folder.text("feeds.opml").contains("a.example")))
  }

  /// Whoever protects a file means it.
  @Test func aProtectedListIsLeftAsItIs() throws {
    let folder = try TemporaryFolder.workspace(feeds: ["https://a.example/"])
    let file = folder.url.appending(path: "feeds.opml").path
    let before = try folder.text("feeds.opml")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: file)
    let outcome = try Tool(in: folder)("feeds", "remove", "https://a.example/")
    #expect(outcome.code == 3)
    #expect(
      outcome.messages
        == "mingle: cannot write feeds.opml: it is write-protected; "
        + "give yourself the right to write it\n")
    #expect(try folder.text("feeds.opml") == before)
  }

  @Test func exportTellsWhatIsMissing() throws {
    let folder = try TemporaryFolder.workspace(feeds: ["https://a.example/", "http://"])
    let outcome = try Tool(in: folder)("feeds", "export")
    #expect(outcome.code == 1 && outcome.messages.hasPrefix("feeds.opml:4: "), "\(outcome)")
    #expect(outcome.output.contains("https://a.example/"))
  }

  /// A list that cannot be changed is known before anybody is asked.
  @Test func nothingIsAskedForAListThatCannotBeChanged() throws {
    let server = try LoopbackServer(routes: ["/feed": .reply(.feed(Self.feed))])
    let folder = try TemporaryFolder.workspace(feeds: [])
    try folder.write("<opml version=\"2.0\"><body><outline></body>", to: "feeds.opml")
    #expect(try Tool(in: folder)("feeds", "add", server.address("/feed")).code == 2)
    #expect(server.requests.isEmpty)
  }

  @Test func secretsAreShownNowhere() throws {
    let folder = try TemporaryFolder.workspace(feeds: [])
    let tool = Tool(in: folder)
    let reddit = "https://www.reddit.com/r/a/.rss?feed=TOPSECRET&user=ann"
    let outputs = [
      try tool("feeds", "add", "--no-fetch", reddit, "http://ann:TOPSECRET@127.0.0.1:9/feed"),
      try tool("feeds", "list"), try tool("feeds", "export"), try tool("fetch"),
      try tool("feeds", "remove", reddit),
    ]
    for outcome in outputs {
      #expect(!outcome.output.contains("TOPSECRET") && !outcome.messages.contains("TOPSECRET"))
    }
    // In the list itself they have to stand.
    #expect(try folder.text("feeds.opml").contains("TOPSECRET"))
  }

  @Test func importsWhatIsMissing() throws {
    let folder = try TemporaryFolder.workspace(feeds: ["https://a.example/feed"])
    let other = """
      <opml version="1.0"><body><outline text="News">
      <outline text="A" xmlUrl="https://a.example/feed"/>
      <outline text="B &lt;b&gt;" xmlUrl="https://b.example/feed"/>
      <outline text="C" type="rss"/>
      </outline></body></opml>
      """
    let tool = Tool(in: folder)
    let outcome = try tool("feeds", "import", "-", input: other)
    #expect(outcome.output == "added 1 feed; 1 were in the list already\n")
    #expect(
      outcome.messages == "-:4: the feed “C” has no xmlUrl. Give it one, or delete the line.\n")
    #expect(outcome.code == 1)
    let exported = try tool("feeds", "export").output
    #expect(exported.contains("text=\"B &lt;b&gt;\" xmlUrl=\"https://b.example/feed\""))
    #expect(try tool("feeds", "import", "-", input: "no list").code == 2)
  }

  @Test func exportsWithoutSecrets() throws {
    let folder = try TemporaryFolder.workspace(
      feeds: ["https://ann:secret@a.example/feed?token=hidden&amp;page=2"])
    let exported = try Tool(in: folder)("feeds", "export")
    #expect(exported.output.contains("https://a.example/feed?token=…&amp;page=2"))
    #expect(!exported.output.contains("secret") && !exported.output.contains("hidden"))
  }

  @Test func oddFeedsAreCountedUntilTheyAreWell() throws {
    let folder = try TemporaryFolder.workspace(feeds: [])
    try folder.write(
      "<opml version='2.0'><body><outline xmlUrl='odd.xml'/></body></opml>", to: "feeds.opml")
    try folder.write(
      Self.feed.replacing("&amp;", with: "&").replacing("</guid>", with: ""), to: "odd.xml")
    let tool = Tool(in: folder)
    _ = try tool("fetch")
    #expect(
      try tool("feeds", "list").output == """
        ok           1 post · Levers & more · 3 oddities
                 odd.xml

        What was odd in a feed is told by: mingle feeds parse FEED

        1 feed: 1 well

        """)
    #expect(try tool("feeds", "list", "--json").output.contains("\"notes\" : 3"))
    let parsed = try tool("feeds", "parse", "odd.xml").output
    #expect(
      parsed.contains("\"line\" : 1,\n        \"message\" : \"\\\"&\\\" is not \\\"&amp;\\\"\""))
    try folder.write(Self.feed, to: "odd.xml")
    _ = try tool("fetch", "--force")
    #expect(
      try tool("feeds", "list").output
        == "ok           1 post · Levers & more\n         odd.xml\n\n1 feed: 1 well\n"
    )
    #expect(try tool("feeds", "list", "--json").output.contains("\"notes\" : 0"))
  }

  @Test func parsesFilesAddressesAndInput() throws {
    let server = try LoopbackServer(routes: ["/feed": .reply(.feed(Self.feed))])
    let folder = try TemporaryFolder()
    try folder.write(Self.feed, to: "feed.xml")
    let tool = Tool(in: folder)
    let file = try tool("feeds", "parse", "feed.xml")
    #expect(file.output.contains("\"version\" : \"https://jsonfeed.org/version/1.1\""))
    #expect(file.output.contains("\"title\" : \"Levers & more\""))
    #expect(try tool("feeds", "parse", "-", input: Self.feed).output == file.output)
    #expect(try tool("feeds", "parse", server.address("/feed")).output == file.output)
  }

  @Test(
    arguments: [
      ("", "x: the document is empty", Int32(1)),
      ("<html><body>Hi</body></html>", "x: this is an HTML page, not a feed", 1),
      (nil, "there is no file x", 2),
    ] as [(String?, String, Int32)])
  func whatCannotBeParsedIsTold(text: String?, message: String, code: Int32) throws {
    let folder = try TemporaryFolder()
    if let text { try folder.write(text, to: "x") }
    let outcome = try Tool(in: folder)("feeds", "parse", "x")
    #expect(outcome.messages == "mingle: \(message)\n")
    #expect(outcome.output == "")
    #expect(outcome.code == code)
  }
}

import Conversations
import Subscriptions
import Testing

@Suite struct FeedListTests {
  static let sample = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- Our list; <outline> in a comment is no feed. -->
    <opml version="2.0">
      <head><title>Ours</title></head>
      <body>
        <outline text="Coffee &amp; tea">
          <outline type="rss" text="r/espresso" xmlUrl="https://www.reddit.com/r/espresso/new/.rss" htmlUrl="https://www.reddit.com/r/espresso/"/>
          <outline text="Blogs">
            <outline type="rss" text="A > B" xmlUrl='https://blog.example/feed?a=1&amp;b=2'></outline>
          </outline>
        </outline>
        <outline type="rss" text="Saved" xmlUrl="samples/saved.xml"/>
      </body>
    </opml>

    """

  static func list(_ text: String) throws -> FeedList {
    try FeedList(Array(text.utf8), file: "feeds.opml")
  }

  @Test func readsFeedsWithTheirFoldersAndLines() throws {
    let list = try Self.list(Self.sample)
    #expect(list.problems.isEmpty)
    #expect(
      list.subscriptions.map(\.feed) == [
        "https://www.reddit.com/r/espresso/new/.rss", "https://blog.example/feed?a=1&b=2",
        "samples/saved.xml",
      ])
    #expect(list.subscriptions.map(\.title) == ["r/espresso", "A > B", "Saved"])
    #expect(
      list.subscriptions.map(\.folders) == [["Coffee & tea"], ["Coffee & tea", "Blogs"], []])
    #expect(list.subscriptions.map(\.line) == [7, 9, 12])
    #expect(list.subscriptions[0].home == "https://www.reddit.com/r/espresso/")
    #expect(list.subscriptions[2].location == .file(path: "samples/saved.xml"))
  }

  @Test(arguments: [
    (
      #"<outline type="rss" text="X"/>"#,
      "feeds.opml:3: the feed “X” has no xmlUrl. Give it one, or delete the line."
    ),
    (
      #"<outline type="rss" text="X" xmlUrl="javascript:alert(1)"/>"#,
      "feeds.opml:3: \"javascript:alert(1)\" is not an address that feeds are read from: it must "
        + "start with http:// or https://, or be the path of a file inside the workspace. "
        + "Mend the xmlUrl, or delete the line."
    ),
    (
      #"<outline type="rss" text="X" xmlUrl="../secret.xml"/>"#,
      "feeds.opml:3: \"../secret.xml\" leads out of the workspace: a feed file is named by a path "
        + "inside it, without \"..\". Mend the xmlUrl, or delete the line."
    ),
    (
      #"<outline type="rss" text="X" xmlUrl="https://ok.example/"/>"#,
      "feeds.opml:3: warning: “https://ok.example/” is listed twice, first in line 2. "
        + "Delete one of the two."
    ),
  ])
  func aWrongLineCostsOnlyItself(line: String, message: String) throws {
    let list = try Self.list(
      """
      <opml version="2.0"><body>
      <outline type="rss" text="OK" xmlUrl="https://ok.example/"/>
      \(line)
      <outline type="rss" text="Last" xmlUrl="https://last.example/"/>
      </body></opml>
      """)
    #expect(list.subscriptions.map(\.title) == ["OK", "Last"])
    #expect(list.problems.map(\.description) == [message])
  }

  /// What is refused is listed all the same, and is told in messages without its password.
  @Test(arguments: [
    ("file:///etc/passwd", "feeds are read from http and https only"),
    ("ftp://x.example/y", "feeds are read from http and https only"),
    ("javascript:alert(1)", "feeds are read from http and https only"),
    ("hn:espresso", "feeds are read from http and https only"),
    ("http://", "this is not a whole address"),
    ("/etc/passwd", "feed files are read from inside the workspace only"),
    ("~/feed.xml", "feed files are read from inside the workspace only"),
    ("../feed.xml", "feed files are read from inside the workspace only"),
  ])
  func whatIsRefusedIsListed(feed: String, reason: String) throws {
    let text = """
      <opml version="2.0"><body><outline text="One">
        <outline type="rss" text="X" xmlUrl="\(feed)"/>
        <outline type="rss" text="X again" xmlUrl="\(feed)"/>
      </outline></body></opml>
      """
    let list = try Self.list(text)
    #expect(list.subscriptions.isEmpty)
    #expect(list.refused.map(\.feed) == [feed])
    #expect(list.refused.map(\.title) == ["X"])
    #expect(list.refusal(of: feed) == reason)
    #expect(list.problems.map(\.line) == [2, 3])
    #expect(list.problems.map(\.severity) == [.error, .warning])
    let rest = try #require(try list.removing(feed))
    #expect(
      String(decoding: rest, as: UTF8.self)
        == text.replacing("  <outline type=\"rss\" text=\"X\" xmlUrl=\"\(feed)\"/>\n", with: ""))
  }

  @Test func aPasswordIsToldByNoMessageOfTheList() throws {
    let secret = "//ann:SECRET@x.example/?token=SECRET"
    let list = try Self.list(
      """
      <opml version="2.0"><body>
      <outline type="rss" text="A" xmlUrl="ftp:\(secret)"/>
      <outline type="rss" text="B" xmlUrl="\(secret)"/>
      <outline type="rss" text="C" xmlUrl="https:\(secret)"/>
      <outline type="rss" text="D" xmlUrl="https:\(secret)"/>
      </body></opml>
      """)
    #expect(list.problems.map(\.line) == [2, 3, 5])
    #expect(!list.problems.map(\.description).joined().contains("SECRET"))
  }

  @Test(arguments: ["", "not xml at all", "<html><body/></html>", "{\"feeds\":[]}"])
  func whatIsNoListIsRefused(text: String) {
    #expect(throws: Diagnostic.self) { try Self.list(text) }
  }

  @Test func findsAFeedByAnySpelling() throws {
    let list = try Self.list(Self.sample)
    #expect(list.subscription(to: "samples/saved.xml")?.title == "Saved")
    #expect(list.subscription(to: "HTTPS://www.reddit.com/r/espresso/new/.rss") != nil)
    #expect(list.subscription(to: "https://other.example/") == nil)
  }
}

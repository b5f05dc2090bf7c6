import Foundation
import Subscriptions
import Testing

@Suite struct FeedListEditTests {
  @Test func anAdditionLeavesEveryOtherByteAsItWas() throws {
    let list = try FeedListTests.list(FeedListTests.sample)
    let feed = try Subscription(feed: "https://new.example/?a&b", title: "New \"one\"")
    let added = String(decoding: try list.adding([feed]), as: UTF8.self)
    let line =
      "    <outline type=\"rss\" text=\"New &quot;one&quot;\" xmlUrl=\"https://new.example/?a&amp;b\"/>\n"
    #expect(
      added == FeedListTests.sample.replacingOccurrences(of: "  </body>", with: line + "  </body>"))
    #expect(try FeedListTests.list(added).subscriptions.last?.feed == feed.feed)
  }

  @Test func additionsOfAFolderStandTogether() throws {
    let list = try FeedListTests.list("<opml><body/></opml>")
    let added = try list.adding([
      try Subscription(feed: "https://a.example/", title: "A", folders: ["Tea"]),
      try Subscription(feed: "https://b.example/", title: "B"),
      try Subscription(feed: "https://c.example/", title: "C", folders: ["Tea"]),
    ])
    #expect(
      String(decoding: added, as: UTF8.self) == """
        <opml><body>
            <outline text="Tea">
              <outline type="rss" text="A" xmlUrl="https://a.example/"/>
              <outline type="rss" text="C" xmlUrl="https://c.example/"/>
            </outline>
            <outline type="rss" text="B" xmlUrl="https://b.example/"/>
          </body></opml>
        """)
  }

  @Test(arguments: [
    "https://www.reddit.com/r/espresso/new/.rss", "https://blog.example/feed?a=1&b=2",
    "samples/saved.xml",
  ])
  func aRemovalTakesItsOwnLineAndNothingElse(feed: String) throws {
    let list = try FeedListTests.list(FeedListTests.sample)
    let line = try #require(list.subscription(to: feed)).line
    let removed = try #require(try list.removing(feed))
    var lines = FeedListTests.sample.components(separatedBy: "\n")
    lines.remove(at: line - 1)
    #expect(String(decoding: removed, as: UTF8.self) == lines.joined(separator: "\n"))
  }

  @Test func aRemovalInsideALineTakesTheElement() throws {
    let list = try FeedListTests.list(
      #"<opml><body><outline text="A" xmlUrl="https://a.example/"/><outline text="B" xmlUrl="https://b.example/"/></body></opml>"#
    )
    #expect(
      try list.removing("https://a.example/").map { String(decoding: $0, as: UTF8.self) }
        == #"<opml><body><outline text="B" xmlUrl="https://b.example/"/></body></opml>"#)
    #expect(try list.removing("https://c.example/") == nil)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let subscriptions = try FeedListTests.list(FeedListTests.sample).subscriptions
    let text = opml(title: "A & B", of: subscriptions)
    let again = try FeedListTests.list(text).subscriptions
    #expect(again.map(\.feed) == subscriptions.map(\.feed))
    #expect(again.map(\.folders) == subscriptions.map(\.folders))
    #expect(again.map(\.title) == subscriptions.map(\.title))
    #expect(again.map(\.home) == subscriptions.map(\.home))
  }

  @Test func aBrokenListIsNotEdited() throws {
    let list = try FeedListTests.list(
      "<opml><body>\n<outline text=\"A & B\" xmlUrl=\"https://a.example/\"/>\n</body></opml>")
    #expect(list.subscriptions.map(\.title) == ["A & B"])
    #expect(throws: (any Error).self) { try list.adding([]) }
    #expect(throws: (any Error).self) { try list.removing("https://a.example/") }
  }
}

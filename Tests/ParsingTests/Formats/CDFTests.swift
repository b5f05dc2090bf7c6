import Markup
import Parsing
import Testing

@Suite struct CDFTests {
  @Test func readsAChannel() throws {
    let feed = try parsed(
      """
      <CHANNEL HREF="http://e.example/"><TITLE>T</TITLE><ABSTRACT>About</ABSTRACT>
      <ITEM HREF="/one" LASTMOD="2004-04-07T04:05:43"><TITLE>One</TITLE><ABSTRACT>First</ABSTRACT></ITEM>
      </CHANNEL>
      """, base: "http://e.example/feed.cdf")
    #expect(feed.format == .cdf)
    #expect(feed.title == "T")
    #expect(feed.subtitle == "About")
    #expect(feed.home == "http://e.example/")
    let entry = try #require(feed.entries.first)
    #expect(entry.title == "One")
    #expect(entry.link == "http://e.example/one")
    #expect(entry.content?.plainText() == "First")
    #expect(entry.published == parseDate("2004-04-07T04:05:43Z"))
  }
}

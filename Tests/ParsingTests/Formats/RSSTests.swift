import Foundation
import Markup
import Parsing
import Testing

@Suite struct RSSTests {
  @Test func readsAWholeFeed() throws {
    let feed = try parsed(
      """
      <?xml version="1.0"?>
      <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
      <channel>
        <title>Home Barista &amp;amp; Friends</title>
        <link>/forum</link>
        <atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="feed.rss"/>
        <description>&lt;p&gt;All about&lt;/p&gt;&lt;p&gt;levers&lt;/p&gt;</description>
        <language>en-US</language>
        <managingEditor>ed@forum.example (Ed Itor)</managingEditor>
        <ttl>60</ttl>
        <skipHours><hour>3</hour><hour>24</hour></skipHours>
        <skipDays><day>Sunday</day></skipDays>
        <image><title>Not this</title><link>http://not.example/</link></image>
        <item>
          <title>Lever &lt;b&gt;machines&lt;/b&gt;</title>
          <link>t/1?a=1&amp;b=2</link>
          <guid isPermaLink="false">forum-1</guid>
          <description><![CDATA[<p>Which one?</p>]]></description>
          <author>ann@forum.example (Ann)</author>
          <category>Machines</category><category>Levers</category><category>Levers</category>
          <comments>t/1#comments</comments>
          <enclosure url="a.mp3" type="audio/mpeg" length="123"/>
          <source url="http://other.example/feed">Other</source>
          <pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate>
        </item>
      </channel></rss>
      """, base: "https://forum.example/x/feed.rss")
    #expect(feed.format == .rss20)
    #expect(feed.encoding == "utf-8")
    #expect(feed.title == "Home Barista & Friends")
    #expect(feed.subtitle == "All about\n\nlevers")
    #expect(feed.home == "https://forum.example/forum")
    #expect(feed.address == "https://forum.example/x/feed.rss")
    #expect(feed.language == "en-US")
    #expect(feed.authors == [ParsedAuthor(name: "Ed Itor")])
    #expect(feed.pace.interval == .seconds(3600))
    #expect(feed.pace.skipHours == [0, 3])
    #expect(feed.pace.skipDays == [1])
    #expect(feed.notes == [])
    #expect(!feed.isRecovered)
    let entry = try #require(feed.entries.first)
    #expect(feed.entries.count == 1)
    #expect(entry.title == "Lever machines")
    #expect(entry.link == "https://forum.example/x/t/1?a=1&b=2")
    #expect(entry.id == "forum-1")
    #expect(entry.content?.plainText() == "Which one?")
    #expect(entry.content?.base == "https://forum.example/x/feed.rss")
    #expect(entry.summary == nil)
    #expect(entry.authors == [ParsedAuthor(name: "Ann")])
    #expect(entry.tags == ["Machines", "Levers"])
    #expect(entry.comments == "https://forum.example/x/t/1#comments")
    #expect(
      entry.attachments == [
        ParsedAttachment(address: "https://forum.example/x/a.mp3", type: "audio/mpeg", size: 123)
      ])
    #expect(entry.source == .init(title: "Other", address: "http://other.example/feed"))
    #expect(entry.published == Date(timeIntervalSince1970: 1_072_986_501))
  }

  @Test(arguments: [
    ("<rss version='0.91'>", FeedFormat.rss09x), ("<rss version='0.92'>", .rss09x),
    ("<rss version='2.0'>", .rss20), ("<rss version='2.0.1'>", .rss20), ("<rss>", .rss),
    ("<rss version='x'>", .rss), ("<RSS VERSION='2.0'>", .rss20),
  ])
  func knowsItsVersions(root: String, format: FeedFormat) throws {
    let name = root.hasPrefix("<RSS") ? "RSS" : "rss"
    let feed = try parsed("\(root)<channel><item><title>t</title></item></channel></\(name)>")
    #expect(feed.format == format)
    #expect(feed.entries.map(\.title) == ["t"])
  }

  @Test func readsRDF() throws {
    let feed = try parsed(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"
        xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
      <channel rdf:about="http://e.example/">
        <title>T</title><link>http://e.example/</link><description>D</description>
        <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
        <items><rdf:Seq><rdf:li rdf:resource="http://e.example/1"/></rdf:Seq></items>
      </channel>
      <item rdf:about="http://e.example/1"><title>One</title><link>http://e.example/1</link>
        <dc:creator>Ann</dc:creator><dc:date>2004-01-01T19:48:21Z</dc:date><dc:subject>S</dc:subject>
      </item>
      </rdf:RDF>
      """)
    #expect(feed.format == .rss10)
    #expect(feed.title == "T")
    #expect(feed.pace.interval == .seconds(1800))
    let entry = try #require(feed.entries.first)
    #expect(entry.id == "http://e.example/1")
    #expect(entry.authors == [ParsedAuthor(name: "Ann")])
    #expect(entry.tags == ["S"])
    #expect(entry.published == Date(timeIntervalSince1970: 1_072_986_501))
  }

  @Test func tellsRSS090ByItsNamespace() throws {
    let feed = try parsed(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>T</title></channel>
        <item><title>One</title></item></rdf:RDF>
      """)
    #expect(feed.format == .rss09x)
    #expect(feed.entries.count == 1)
  }

  /// Each row: guid and link, and the id and link that come of them.
  @Test(
    arguments: [
      ("<guid>http://e.example/1</guid>", "http://e.example/1", "http://e.example/1"),
      ("<guid isPermaLink='false'>http://e.example/1</guid>", "http://e.example/1", nil),
      ("<guid>urn:1</guid>", "urn:1", nil),
      (
        "<link>http://l.example/</link><guid>http://e.example/1</guid>", "http://e.example/1",
        "http://l.example/"
      ),
      ("<link/><atom:link rel='alternate' href='http://a.example/'/>", nil, "http://a.example/"),
      ("<link href='http://h.example/'/>", nil, "http://h.example/"),
      ("<link>\n  http://l.example/a b\n</link>", nil, "http://l.example/a%20b"),
      (
        "<link>http://t.example/r</link><feedburner:origLink>http://o.example/</feedburner:origLink>",
        nil, "http://o.example/"
      ),
      ("", nil, nil),
    ] as [(String, String?, String?)])
  func findsIDAndLink(elements: String, id: String?, link: String?) throws {
    let entry = try #require(try rssItem(elements))
    #expect(entry.id == id)
    #expect(entry.link == link)
  }

  @Test(arguments: [
    ("ann@e.example (Ann Other)", "Ann Other"), ("Ann Other (ann@e.example)", "Ann Other"),
    ("Ann Other <ann@e.example>", "Ann Other"), ("\"Ann\"", "Ann"),
    ("ann@e.example", "ann@e.example"),
    ("Ann (the one)", "Ann (the one)"), ("()", "()"), ("<name>Ann</name>", "Ann"),
    ("<![CDATA[ Ann ]]>", "Ann"),
  ])
  func readsPeople(text: String, name: String) throws {
    let source = text.hasPrefix("<") ? text : xmlEscaped(text)
    let entry = try #require(try rssItem("<author>\(source)</author>"))
    #expect(entry.authors.map(\.name) == [name])
  }

  @Test func takesTheFullestBody() throws {
    let entry = try #require(
      try rssItem(
        "<description>Short</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded>"
      ))
    #expect(entry.content?.plainText() == "Long")
    #expect(entry.summary?.plainText() == "Short")
  }

  @Test func readsMarkupThatNobodyEscaped() throws {
    let entry = try #require(
      try rssItem(
        "<description>A <b>bold</b><br/>step &amp;amp; <a href='x'>more</a></description>"))
    #expect(entry.content?.plainText() == "A bold\nstep & more")
  }

  @Test func prefersTheElementsOfItsOwnVocabulary() throws {
    let entry = try #require(
      try rssItem(
        """
        <media:title>M</media:title><dc:title>D</dc:title><title>Own</title><itunes:title>I</itunes:title>\
        <dc:date>2001-01-01</dc:date><pubDate>2002-02-02</pubDate>\
        <image><title>No</title><link>http://no.example/</link></image>
        """))
    #expect(entry.title == "Own")
    #expect(entry.published == parseDate("2002-02-02"))
    #expect(entry.link == nil)
  }

  @Test func keepsAnEntryWithNothingInIt() throws {
    let entry = try #require(try rssItem(""))
    #expect(entry.title == "")
    #expect(entry.content == nil)
    #expect(entry.published == nil)
  }

  @Test func notesADateThatIsNone() throws {
    let feed = try parsed(
      "<rss><channel><item>\n<pubDate>soon \u{7}</pubDate></item></channel></rss>")
    #expect(feed.entries.first?.published == nil)
    #expect(feed.notes.contains(ParsingNote(line: 2, message: "\"soon\" is not a date")))
  }

  @Test func keepsTheLastEntryOfACutOffFeed() throws {
    let feed = try parsed(
      "<rss><channel><item><title>One</title></item><item><title>Two</title><description><![CDATA[cut o"
    )
    #expect(feed.entries.map(\.title) == ["One", "Two"])
    #expect(feed.entries.last?.content?.plainText() == "cut o")
    #expect(feed.isRecovered)
  }

  @Test func readsItemsOutsideTheChannel() throws {
    let feed = try parsed(
      "<rss><channel><title>T</title></channel><x><item><title>i</title></item></x></rss>")
    #expect(feed.entries.map(\.title) == ["i"])
  }
}

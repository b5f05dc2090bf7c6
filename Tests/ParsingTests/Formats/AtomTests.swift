import Foundation
import Markup
import Parsing
import Testing

@Suite struct AtomTests {
  @Test func readsAWholeFeed() throws {
    let feed = try parsed(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl" xml:base="http://e.example/r/">
        <title type="html">Espresso &amp;amp; co</title><subtitle>Less &lt;b&gt; talk</subtitle>
        <link rel="self" href="feed.atom"/><link href="coffee"/>
        <author><name>Mods</name><uri>/mods</uri></author>
        <entry xml:base="c/">
          <id>t3_1</id><title>First &lt;lever&gt;</title>
          <link rel="alternate" href="1"/><link rel="related" href="http://o.example/"/>
          <link rel="replies" type="application/atom+xml" href="1.atom" thr:count="7"
            xmlns:thr="http://purl.org/syndication/thread/1.0"/>
          <link rel="enclosure" href="p.jpg" type="image/jpeg" length="99"/>
          <author><name>/u/ann</name><uri>http://e.example/u/ann</uri></author>
          <category term="coffee" label="r/coffee"/><category term="only-term"/>
          <published>2004-01-01T19:48:21Z</published><updated>2004-01-02T19:48:21Z</updated>
          <summary>Short</summary>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A &amp; B</p><p>x<br/>y &lt; z</p></div></content>
          <source><id>s</id><title>Planet</title><link href="http://p.example/"/></source>
        </entry>
      </feed>
      """)
    #expect(feed.format == .atom10)
    #expect(feed.title == "Espresso & co")
    #expect(feed.subtitle == "Less <b> talk")
    #expect(feed.language == "nl")
    #expect(feed.home == "http://e.example/r/coffee")
    #expect(feed.address == "http://e.example/r/feed.atom")
    #expect(feed.authors == [ParsedAuthor(name: "Mods", address: "http://e.example/mods")])
    let entry = try #require(feed.entries.first)
    #expect(entry.id == "t3_1")
    #expect(entry.title == "First <lever>")
    #expect(entry.link == "http://e.example/r/c/1")
    #expect(entry.related == "http://o.example/")
    #expect(entry.commentsFeed == "http://e.example/r/c/1.atom")
    #expect(entry.commentCount == 7)
    #expect(
      entry.attachments == [
        ParsedAttachment(address: "http://e.example/r/c/p.jpg", type: "image/jpeg", size: 99)
      ])
    #expect(entry.authors == [ParsedAuthor(name: "/u/ann", address: "http://e.example/u/ann")])
    #expect(entry.tags == ["r/coffee", "only-term"])
    #expect(entry.published == parseDate("2004-01-01T19:48:21Z"))
    #expect(entry.updated == parseDate("2004-01-02T19:48:21Z"))
    #expect(entry.summary?.plainText() == "Short")
    #expect(entry.content?.plainText() == "A & B\n\nx\ny < z")
    #expect(entry.content?.base == "http://e.example/r/c/")
    #expect(entry.source == .init(title: "Planet", address: "http://p.example/"))
  }

  @Test(arguments: [
    ("<feed xmlns='http://www.w3.org/2005/Atom'>", FeedFormat.atom10),
    ("<feed version='0.3' xmlns='http://purl.org/atom/ns#'>", .atom03), ("<feed>", .atom),
    ("<feed xmlns='default'>", .atom), ("<feed version='0.3'>", .atom03),
    ("<feed xmlns='http://www.w3.org/2005/atom/'>", .atom),
  ])
  func knowsItsVersions(root: String, format: FeedFormat) throws {
    let feed = try parsed("\(root)<title>T</title><entry><title>t</title></entry></feed>")
    #expect(feed.format == format)
    #expect(feed.title == "T")
    #expect(feed.entries.map(\.title) == ["t"])
  }

  /// Each row: a content element, and its text.
  @Test(
    arguments: [
      ("<content>a &lt;b&gt; c</content>", "a <b> c"),
      ("<content type='text'>a &lt;b&gt; c</content>", "a <b> c"),
      ("<content type='html'>a &lt;b&gt;c&lt;/b&gt;</content>", "a c"),
      ("<content type='text/html' mode='escaped'>a &lt;b&gt;c&lt;/b&gt;</content>", "a c"),
      (
        "<content type='application/xhtml+xml' mode='xml'><p>a</p><p>b &lt;c&gt;</p></content>",
        "a\n\nb <c>"
      ),
      ("<content type='text/html' mode='base64'>PGI+YTwvYj4=</content>", "a"),
      ("<content type='text/html' mode='base64'>?!</content>", nil),
      ("<content type='text'>a <b>b</b> &lt;c&gt;</content>", "a b <c>"),
      ("<content type='html'><![CDATA[a <i>b</i>]]></content>", "a b"),
      ("<content/>", nil),
      ("<summary>only this</summary>", "only this"),
      (
        "<media:group><media:title>no</media:title><media:description>a\n\nb</media:description></media:group>",
        "a\n\nb"
      ),
    ] as [(String, String?)])
  func readsBodies(elements: String, text: String?) throws {
    let entry = try #require(try atomEntry(elements))
    #expect(entry.content?.plainText() == text)
  }

  @Test func findsThePageAndTheFeedOfReplies() throws {
    let entry = try #require(
      try atomEntry(
        """
        <link rel='replies' type='text/html' href='http://e.example/1#c'/>\
        <link rel='replies' type='application/atom+xml' href='http://e.example/1.atom'/>\
        <thr:total>12</thr:total><thr:in-reply-to ref='tag:1' href='http://e.example/0'/>
        """))
    #expect(entry.comments == "http://e.example/1#c")
    #expect(entry.commentsFeed == "http://e.example/1.atom")
    #expect(entry.commentCount == 12)
    #expect(entry.inReplyTo == .init(id: "tag:1", address: "http://e.example/0"))
  }

  @Test func takesTheDocumentForAnEmptyLink() throws {
    let entry = try #require(try atomEntry("<link href=''/>", base: "http://e.example/x"))
    #expect(entry.link == "http://e.example/x")
  }

  @Test func readsALoneEntry() throws {
    let feed = try parsed(
      "<entry xmlns='http://www.w3.org/2005/Atom'><title>t</title><id>i</id></entry>")
    #expect(feed.entries.map(\.title) == ["t"])
    #expect(feed.entries.map(\.id) == ["i"])
  }
}

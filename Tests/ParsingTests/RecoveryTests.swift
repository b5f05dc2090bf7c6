import Foundation
import Parsing
import Testing

/// Broken feeds: no entry may be lost, none may swallow the next, and each oddity is told.
@Suite struct RecoveryTests {
  /// Each row: what stands in the channel, the titles of the entries, and what is noted.
  @Test(
    arguments: [
      (
        "<item><title>A</title><item><title>B</title></item></item><item><title>C</title></item>",
        "A B C", ["<item> begins before the last one ends"]
      ),
      (
        "<item><title>A</title><item><title>B</title></item><item><title>C</title></item>", "A B C",
        ["<item> begins before the last one ends"]
      ),
      (
        "<item><title>A<link>http://a</link></item><item><title>B</title></item>", "A B",
        ["<title> is not closed before </item>", "<title> is not closed before <link>"]
      ),
      (
        "<item><title>A</title><description>d<pubDate>2004-01-01</pubDate></item><item><title>B</title></item>",
        "A B",
        [
          "<description> is not closed before </item>",
          "<description> is not closed before <pubDate>",
        ]
      ),
      (
        "<item><title>A</title><description>x <b><i>y</b></i> z</description></item><item><title>B</title></item>",
        "A B", ["<i> is not closed before </b>", "</i> ends nothing"]
      ),
      (
        "<item><title>A</title><description>x</p>y<br></description></item><item><title>B</title></item>",
        "A B", ["</p> ends nothing", "<br> is not closed before </description>"]
      ),
      (
        "<item><title>A</title><description><![CDATA[x</description></item><item><title>B</title><description><![CDATA[y]]></description></item>",
        "A B", ["\"<![CDATA[\" is not closed by \"]]>\""]
      ),
      (
        "<item><title>A</title><description><item><title>B</title></item></description></item>",
        "A B",
        ["<description> is not closed before <item>", "<item> begins before the last one ends"]
      ),
      (
        "<ITEM><TITLE>A</title></ITEM><Item><Title>B</Title></Item>", "A B",
        ["<TITLE> is closed by </title>"]
      ),
      ("<x><y><item><title>A</title></item></y></x>", "A", []),
      (
        "<item><title>A</title></item></channel></rss><item><title>B</title></item>", "A B",
        ["there is more after the end of the document", "</channel> ends nothing"]
      ),
      (
        "<item><title>A</title></item></channel></rss>\n<?xml version='1.0'?><rss><channel><title>G</title><item><title>B</title></item>",
        "A B",
        ["the XML declaration is not at the start", "there is more after the end of the document"]
      ),
      (
        "<item><title>A</title><enclosure url=http://e/a.mp3 length=5></item><item><title>B</title></item>",
        "A B",
        [
          "the value of url is not in quotes", "the value of length is not in quotes",
          "<enclosure> is not closed before </item>",
        ]
      ),
      (
        "<item><title>A</title><author>Ann <a@e.example></author></item><item><title>B</title></item>",
        "A B", ["\"<\" begins no tag"]
      ),
      (
        "<item><title>A & B < C</title></item>", "A & B < C",
        ["\"&\" is not \"&amp;\"", "\"<\" begins no tag"]
      ),
      ("<item><title>AT&amp;amp;T</title></item>", "AT&T", []),
      (
        "<item><dc:title>A</dc:title></item><item><dc:title>B</dc:title></item>", "A B",
        ["the prefix dc is never declared"]
      ),
      (
        "<item xmlns:dc='http://purl.org/DC/element/1.0'><dc:title>A</dc:title></item>", "A",
        ["the prefix dc stands for \"http://purl.org/DC/element/1.0\", which is misspelt"]
      ),
    ] as [(String, String, [String])])
  func keepsEveryEntry(channel: String, titles: String, notes: [String]) throws {
    let feed = try parsed("<rss version='2.0'><channel><title>F</title>\(channel)</channel></rss>")
    #expect(feed.title == "F")
    #expect(feed.entries.map(\.title).joined(separator: " ") == titles)
    #expect(feed.notes.map(\.message) == notes)
  }

  /// Each row: a whole document, its format, its title and the titles of its entries.
  @Test(
    arguments: [
      (
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title>F</a:title><a:entry><a:title>A</a:title></a:entry></a:feed>",
        .atom10, "F", ["A"]
      ),
      (
        "<atom10:feed><atom10:title>F</atom10:title><atom10:entry><atom10:title>A</atom10:title></atom10:entry></atom10:feed>",
        .atom, "F", ["A"]
      ),
      (
        "<x:feed xmlns:x='urn:other'><x:title>F</x:title><x:entry><x:title>A</x:title></x:entry></x:feed>",
        .atom, "F", ["A"]
      ),
      ("<feed><title>F</title><entry><title>A</title></entry></feed>", .atom, "F", ["A"]),
      (
        "<x:rss xmlns:x='urn:other'><x:channel><x:title>F</x:title><x:item><x:title>A</x:title></x:item></x:channel></x:rss>",
        .rss, "F", ["A"]
      ),
      (
        "<data><rss><channel><title>F</title><item><title>A</title></item></channel></rss></data>",
        .rss, "F", ["A"]
      ),
      (
        "<soap:Envelope><soap:Body><feed><title>F</title><entry><title>A</title></entry></feed></soap:Body></soap:Envelope>",
        .atom, "F", ["A"]
      ),
      (
        "<string xmlns='http://tempuri.org/'>&lt;rss&gt;&lt;channel&gt;&lt;title&gt;F&lt;/title&gt;&lt;item&gt;&lt;title&gt;A&lt;/title&gt;&lt;/item&gt;&lt;/channel&gt;&lt;/rss&gt;</string>",
        .rss, "F", ["A"]
      ),
      (
        "<html><head></head><body><pre>&lt;?xml version=\"1.0\"?&gt;\n&lt;rss&gt;&lt;channel&gt;&lt;title&gt;F&lt;/title&gt;&lt;item&gt;&lt;title&gt;A&lt;/title&gt;&lt;/item&gt;&lt;/channel&gt;&lt;/rss&gt;</pre></body></html>",
        .rss, "F", ["A"]
      ),
      (
        "&lt;feed&gt;&lt;title&gt;F&lt;/title&gt;&lt;entry&gt;&lt;title&gt;A&lt;/title&gt;&lt;/entry&gt;&lt;/feed&gt;",
        .atom, "F", ["A"]
      ),
      (
        "\n\n Notice: x in y.php\n<rss><channel><title>F</title><item><title>A</title></item></channel></rss>",
        .rss, "F", ["A"]
      ),
      (
        "<?xml version='1.1'?><rss><channel><title>F</title><item><title>A&#1;</title></item></channel></rss>",
        .rss, "F", ["A\u{FFFD}"]
      ),
      (
        "<!DOCTYPE rss SYSTEM 'x.dtd' [<!ENTITY x 'y'><!ELEMENT a (b)>]><rss><channel><title>F</title><item><title>A&x;</title></item></channel></rss>",
        .rss, "F", ["Ay"]
      ),
      (
        "<rss><channel><title>F</title><atom:feed><atom:entry><atom:title>A</atom:title></atom:entry></atom:feed><item><title>B</title></item></channel></rss>",
        .rss, "F", ["A", "B"]
      ),
      (
        "<rss><channel><image><title>I</title></image><textInput><title>T</title></textInput><channel><title>F</title><item><title>A</title></item></channel></channel></rss>",
        .rss, "F", ["A"]
      ),
    ] as [(String, FeedFormat, String, [String])])
  func findsTheFeed(source: String, format: FeedFormat, title: String, titles: [String]) throws {
    let feed = try parsed(source)
    #expect(feed.format == format)
    #expect(feed.title == title)
    #expect(feed.entries.map(\.title) == titles)
  }

  @Test func takesAnExampleOnAPageForAnExample() {
    let page =
      "<html><body><p>Write:</p><pre>&lt;rss&gt;&lt;/rss&gt;</pre>"
      + String(repeating: "<p>words</p>", count: 100)
    #expect(throws: ParsingFailure.page(title: "", feeds: [])) { try parsed(page) }
  }

  @Test func countsTheLinesBeforeTheFeed() throws {
    let feed = try parsed(
      "Warning\nmore\n<rss><channel>\n<item><pubDate>soon</pubDate></item></channel></rss>")
    #expect(
      feed.notes == [
        ParsingNote(line: 1, message: "there is other text before the feed"),
        ParsingNote(line: 4, message: "\"soon\" is not a date"),
      ])
  }

  @Test func tellsTheFirstNotesAndHowManyMore() throws {
    let dates = String(repeating: "<item><pubDate>soon</pubDate></item>", count: 143)
    let feed = try parsed("<rss><channel>\(dates)</channel></rss>")
    #expect(feed.noteCount == 143)
    #expect(feed.notes.count == 21)
    #expect(feed.notes.last == ParsingNote(message: "and 123 more"))
  }

  // MARK: Truncated

  static let whole: [String] = [
    """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0"><channel><title>F &amp; é</title><link>http://e.example/</link>
    <item><title>A</title><link>http://e.example/1</link><description><![CDATA[<p>x</p>]]></description>
    <author><name>n</name></author></item>
    <item><title>B</title><enclosure url="http://e.example/b" length="5"/><guid>2</guid></item>
    <!-- c --><item><title>C</title></item></channel></rss>
    """,
    """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
    <channel rdf:about="x"><title>F</title><items><rdf:Seq><rdf:li rdf:resource="1"/></rdf:Seq></items></channel>
    <item rdf:about="1"><title>A</title></item><item rdf:about="2"><title>B</title></item></rdf:RDF>
    """,
    """
    <feed xmlns="http://www.w3.org/2005/Atom"><title type="html">F &lt;b></title>
    <entry><title>A</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">x <b>y</b></div></content>
    </entry><entry><title>B</title><author><name>n</name></author><link href="http://e.example/"/></entry></feed>
    """,
    """
    <CHANNEL HREF="http://e.example/"><TITLE>F</TITLE><ITEM HREF="1"><TITLE>A</TITLE></ITEM>
    <ITEM HREF="2"><TITLE>B</TITLE></ITEM></CHANNEL>
    """,
    """
    {"version": "https://jsonfeed.org/version/1.1", "title": "F", "items": [
    {"id": "1", "title": "A", "content_html": "<p>x \\u00e9 \\"y\\"</p>", "tags": ["a", "b"], "n": -1.5e3},
    {"id": "2", "title": "B", "attachments": [{"url": "http://e.example/", "size_in_bytes": 5}]}, {"title": "C"}]}
    """,
  ]

  /// Cut off anywhere, every entry stays that was whole.
  @Test(arguments: whole) func survivesBeingCutAnywhere(source: String) throws {
    let bytes = Array(source.utf8)
    let all = try parse(bytes).entries.map(\.title)
    let ends = ["</item>", "</entry>", "</ITEM>"]
    for length in 0..<bytes.count {
      let part = Array(bytes[..<length])
      guard let feed = try? parse(part) else { continue }
      let text = String(decoding: part, as: UTF8.self)
      let complete =
        source.hasPrefix("{")
        ? max(0, text.components(separatedBy: "\n{").count - 2)
        : ends.map { text.components(separatedBy: $0).count - 1 }.reduce(0, +)
      #expect(feed.entries.count >= complete, "at \(length)")
      #expect(feed.entries.map(\.title).prefix(complete) == all.prefix(complete), "at \(length)")
      #expect(feed.entries.count <= all.count, "at \(length)")
      #expect(!feed.notes.isEmpty || length >= bytes.count - 1, "at \(length)")
    }
  }

  /// From the first element of an entry on there is something to read.
  @Test(arguments: whole) func readsMostCutFeeds(source: String) throws {
    let bytes = Array(source.utf8)
    let firstEntry = source.range(
      of: "<(item|entry)[^>]*>", options: [.regularExpression, .caseInsensitive])
    let firstText = firstEntry.map { source[..<$0.upperBound].utf8.count + "<title>x".utf8.count }
    let start = source.hasPrefix("{") ? 110 : max(bytes.count / 2, firstText ?? 0)
    for length in start..<bytes.count { _ = try parse(Array(bytes[..<length])) }
  }

  @Test(arguments: whole) func survivesEveryFlippedByte(source: String) {
    let bytes = Array(source.utf8)
    for index in bytes.indices {
      for byte: UInt8 in [0, 0x22, 0x26, 0x3C, 0x3E, 0x5C, 0xFF] {
        var broken = bytes
        broken[index] = byte
        _ = try? parse(broken)
      }
    }
  }

  // MARK: Hostile

  /// Each must be read in time that grows with its length; a quadratic loop would take minutes.
  @Test(arguments: [
    String(repeating: "<category>c</category>", count: 100_000),
    (0..<100_000).map { "<category>c\($0)</category>" }.joined(),
    (0..<100_000).map { "<author>a\($0)</author>" }.joined(),
    (0..<100_000).map { "<enclosure url='http://e/\($0)'/>" }.joined(),
    (0..<100_000).map { "<re:rank x\($0)='y'>1</re:rank>" }.joined(),
    String(repeating: "<title>x<link>", count: 100),
    String(
      repeating: "<media:keywords>\(String(repeating: "a,", count: 1000))</media:keywords>",
      count: 100),
    String(repeating: "<item>", count: 200),
    (0..<1900).map { "<p\($0):x/>" }.joined(),
  ])
  func readsHostileEntriesInTime(elements: String) throws {
    let feed = try parsed("<rss><channel><item>\(elements)</item></channel></rss>")
    #expect(!feed.entries.isEmpty)
    #expect(feed.entries[0].tags.count <= 200)
    #expect(feed.notes.count <= 21)
  }

  @Test func readsTwentyThousandEntriesThatNobodyClosed() throws {
    let items = (0..<20_000).map { "<item><title>\($0)<link>http://e/\($0)</link>" }.joined()
    let feed = try parsed("<rss><channel>\(items)")
    #expect(feed.entries.count == 20_000)
    #expect(feed.entries.last?.link == "http://e/19999")
    #expect(feed.entries.last?.title == "19999")
  }

  @Test func readsFiftyThousandBrokenItemsOfJSON() throws {
    let items = Array(repeating: "{\"title\":\"t\",\"x\":1e999}", count: 50_000)
    let feed = try parsed("{\"items\":[\(items.joined(separator: ","))]}")
    #expect(feed.entries.count == 50_000)
    #expect(feed.noteCount == 50_001)
  }

  /// What was cut before its first entry says nothing of the feed, and was taken for an empty one.
  @Test(arguments: [
    "<?xml version='1.0'?><rss>", "<?xml?><rss>", "<rss", "<rss><channel>",
    "<rss><channel><title>", "<rss><channel><title></ti", "<rss><channel><ite",
    "<rss><channel><item", "<rss><channel><item>", "<feed xmlns='http://www.w3.org/2005/Atom'>",
    "<feed xmlns='http://www.w3.org/2005/Atom'><id>i</id>",
    "<feed xmlns='http://www.w3.org/2005/Atom'><entry>", "{\"items\": [",
    "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"T",
    "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [[[[", "{\"items\": [{",
  ])
  func refusesWhatIsCutBeforeItsFirstEntry(source: String) {
    let failure = #expect(throws: ParsingFailure.self) { try parsed(source) }
    #expect(
      failure == .unreadable("it ends before its first entry")
        || failure == .unreadable("line 1: there is no element in it"))
  }

  @Test(arguments: [
    "<rss><channel/></rss>", "<rss><channel></channel>", "<rss/>", "<rss></rss>",
    "<feed xmlns='http://www.w3.org/2005/Atom'/>", "{\"items\": []}",
    "{\"version\": \"https://jsonfeed.org/version/1.1\"}",
  ])
  func keepsACompleteFeedWithoutEntries(source: String) throws {
    #expect(try parsed(source).entries.isEmpty)
  }
}

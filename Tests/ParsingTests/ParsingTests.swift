import Markup
import Parsing
import Testing

@Suite struct ParsingTests {
  /// Each row: what is no feed, and what is said of it.
  @Test(arguments: [
    ("", "the document is empty"), (" \n\t ", "the document is empty"),
    ("hello", "this is not a feed but plain text: \"hello\""),
    ("%PDF-1.4", "this is not a feed but a PDF document"),
    ("GIF89a", "this is not a feed but a GIF image"),
    ("<opml version='2.0'><body/></opml>", "this is not a feed but an XML document of <opml>"),
    ("<?xml version='1.0'?><urlset/>", "this is not a feed but an XML document of <urlset>"),
    ("<!DOCTYPE html><html><body>x", "this is an HTML page, not a feed"),
    (
      "<html><head><title>Just a\n moment…</title></head></html>",
      "this is an HTML page (\"Just a moment…\"), not a feed"
    ),
    (
      "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x' 'y'><html xmlns='http://www.w3.org/1999/xhtml'>"
        + "<head><title>Log in &amp; read</title></head></html>",
      "this is an HTML page (\"Log in & read\"), not a feed"
    ),
    (
      "Rate limit exceeded.\nTry \u{1B}[1mlater",
      "this is not a feed but plain text: \"Rate limit exceeded. Try [1mlater\""
    ),
    (
      "<html><svg><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></svg></html>",
      "this is an HTML page, not a feed"
    ),
    ("<HTML>", "this is an HTML page, not a feed"),
    ("<p>429 Too Many Requests", "this is an HTML page, not a feed"),
  ])
  func saysWhatItIsNot(source: String, message: String) {
    let failure = #expect(throws: ParsingFailure.self) { try parsed(source) }
    #expect(failure?.description == message)
  }

  @Test func namesPicturesAndArchives() {
    #expect(throws: ParsingFailure.unknown("a JPEG image")) { try parse([0xFF, 0xD8, 0xFF, 0xE0]) }
    #expect(throws: ParsingFailure.unknown("compressed data (gzip)")) {
      try parse([0x1F, 0x8B, 8])
    }
  }

  @Test func findsTheFeedsOfAPage() {
    let page = """
      <!doctype html><html><head><base href="/blog/">
      <link rel="alternate" type="application/rss+xml" href="feed.xml">
      <LINK TYPE='application/atom+xml' REL='alternate nofollow' HREF='https://o.example/a?x=1&amp;y=2'>
      <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">
      <link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" href="s.css">
      <link rel="alternate" type="application/rss+xml" href="feed.xml">
      <link rel="feed" href="other"></head><body>
      """
    #expect(
      throws: ParsingFailure.page(
        title: "",
        feeds: [
          "https://e.example/blog/feed.xml", "https://o.example/a?x=1&y=2",
          "https://e.example/blog/other",
        ])
    ) {
      try parsed(page, contentType: "text/html", base: "https://e.example/x")
    }
  }

  /// Ids and the addresses in an error went to interfaces as they were. Each row: a feed with an id,
  /// and what is kept of it.
  @Test(arguments: [
    (
      "<rss><channel><item><guid>a\u{202E}b\u{FEFF}c\u{9D}\u{7F}\u{1B}[1m</guid></item></channel></rss>",
      "abc[1m"
    ),
    ("<rss><channel><item><guid>a&#x202E;b&#127;c</guid></item></channel></rss>", "abc"),
    ("<rss><channel><item><guid>\u{202E}</guid></item></channel></rss>", nil),
    ("<rss><channel><item><guid>a  b é</guid></item></channel></rss>", "a b é"),
    ("<rss><channel><item><guid>a  b</guid></item></channel></rss>", "a  b"),
    ("<rdf:RDF><item about='a\u{202E}b'/></rdf:RDF>", "ab"),
    ("{\"items\": [{\"id\": \"a\\u001b[31m\\u202eb\\u007f\\ufeff\"}]}", "a[31mb"),
    ("{\"items\": [{\"id\": \"\\u202e\"}]}", nil),
  ])
  func cleansIDs(source: String, id: String?) throws {
    #expect(try parsed(source).entries.map(\.id) == [id])
  }

  @Test func cleansTheAddressesOfAPagesFeeds() {
    let page =
      "<html><link rel='alternate' type='application/rss+xml' href='/f\u{1B}[1m\u{202E}.xml'>"
    #expect(throws: ParsingFailure.page(title: "", feeds: ["https://e.example/f[1m.xml"])) {
      try parsed(page, base: "https://e.example/")
    }
  }

  @Test func readsAFeedBehindAWarning() throws {
    let feed = try parsed(
      "<br />\n<b>Warning</b>: mysql in <b>x.php</b><br />\n<?xml version='1.0'?><rss><channel><title>T</title></channel></rss>"
    )
    #expect(feed.title == "T")
    #expect(feed.isRecovered)
    #expect(feed.notes.map(\.message) == ["there is other text before the feed"])
  }

  @Test(arguments: [
    ("text/plain", true), ("text/html; charset=utf-8", true), ("application/rss+xml", false),
    ("text/xml;charset=utf-8", false), ("application/octet-stream", false), ("", false),
  ])
  func notesAFalseContentType(type: String, isNoted: Bool) throws {
    let feed = try parsed("<rss><channel/></rss>", contentType: type)
    #expect(feed.isRecovered == isNoted)
    #expect(feed.notes.isEmpty != isNoted)
  }

  @Test func tellsOfAFalseEncoding() throws {
    let feed = try parse(
      Array(
        "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>é</title></channel></rss>"
          .utf8))
    #expect(feed.title == "é")
    #expect(feed.encoding == "utf-8")
    #expect(feed.isRecovered)
    #expect(
      feed.notes.map(\.message) == ["the document says that it is in windows-1252 but is in UTF-8"])
  }

  @Test func refusesAFeedOfTooManyEntries() {
    let source =
      "<rss><channel>" + String(repeating: "<item/>", count: 200_001) + "</channel></rss>"
    #expect(throws: ParsingFailure.tooLarge("more than 200,000 entries")) { try parsed(source) }
  }

  @Test func cutsATextOverTheLimit() throws {
    let long = String(repeating: "é", count: 350_000)
    let feed = try parsed(
      """
      <rss><channel><item><description>\(long)<![CDATA[x\(long)]]>tail</description>\
      <title>t</title></item></channel></rss>
      """)
    let source = try #require(feed.entries.first?.content?.source)
    #expect(source.utf8.count == 1_048_575)
    #expect(source.hasSuffix("éé"))
    #expect(feed.entries.first?.title == "t")
    #expect(feed.notes.map(\.message) == ["a text of more than 1 MB was cut"])
  }

  @Test func losesNoEntryAfterALongSection() throws {
    let long = String(repeating: "x", count: 11_000_000)
    let feed = try parsed(
      """
      <rss><channel><item><title>a</title><description><![CDATA[\(long)]]></description></item>\
      <item><title>b</title></item></channel></rss>
      """)
    #expect(feed.entries.map(\.title) == ["a", "b"])
    #expect(feed.entries.first?.content?.source.utf8.count == 1_048_576)
    #expect(feed.notes.map(\.message) == ["a text of more than 1 MB was cut"])
  }

  @Test func keepsManyOfEverythingWithinBounds() throws {
    let source =
      (0..<5000).map {
        "<category>c\($0)</category><author>a\($0)</author><enclosure url='http://e/\($0)'/>"
      }
      .joined()
    let entry = try #require(try rssItem(source))
    #expect(entry.tags.count == 200)
    #expect(entry.authors.count == 100)
    #expect(entry.attachments.count == 100)
  }

  @Test func survivesManyDifferentNames() throws {
    let names = (0..<10_000).map { "<n\($0)>x</n\($0)>" }.joined()
    let feed = try parsed(
      "<rss><channel><item><title>t</title>\(names)<link>http://e.example/</link></item></channel></rss>"
    )
    #expect(feed.entries.count == 1)
    #expect(feed.entries.first?.link == "http://e.example/")
  }

  @Test func survivesEveryCut() throws {
    let source = Array(
      """
      <?xml version="1.0"?><rss version="2.0"><channel><title>T &amp; é</title><item><title>t</title>\
      <link>http://e.example/</link><author><name>n</name></author><description><![CDATA[<p>x</p>]]>\
      </description><pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate></item></channel></rss>
      """.utf8)
    for length in source.indices {
      _ = try? parse(Array(source[..<length]))
      var flipped = source
      flipped[length] ^= 0x55
      _ = try? parse(flipped)
    }
    #expect(try parse(source).entries.count == 1)
  }

  @Test(arguments: [
    (
      "<rss version='2.0'><channel><generator>\n https://wordpress.org/?v=6.9.1</generator></channel></rss>",
      "https://wordpress.org/?v=6.9.1"
    ),
    (
      "<feed xmlns='http://www.w3.org/2005/Atom'><generator uri='http://wordpress.org/' version='4.3'>WordPress</generator></feed>",
      "http://wordpress.org/ WordPress"
    ),
    ("<rss version='2.0'><channel><title>T</title></channel></rss>", ""),
  ])
  func theProgramIsNamed(document: String, generator: String) throws {
    #expect(try parsed(document).generator == generator)
  }
}

import Foundation
import Markup
import Parsing
import Testing

/// Every element and attribute that says something, in each place where feeds put it.
@Suite struct ElementsTests {
  /// What an entry holds, in one line.
  private static func told(_ entry: ParsedEntry) -> String {
    var facts: [(String, String?)] = [
      ("title", entry.title.isEmpty ? nil : entry.title), ("id", entry.id), ("link", entry.link),
      ("related", entry.related), ("content", entry.content?.plainText()),
      ("summary", entry.summary?.plainText()),
      ("by", entry.authors.isEmpty ? nil : entry.authors.map(\.name).joined(separator: ", ")),
      ("tags", entry.tags.isEmpty ? nil : entry.tags.joined(separator: ", ")),
      ("published", entry.published?.formatted(.iso8601)),
      ("updated", entry.updated?.formatted(.iso8601)), ("comments", entry.comments),
      ("feed", entry.commentsFeed), ("count", entry.commentCount.map(String.init)),
    ]
    facts.append(("ref", entry.inReplyTo?.id))
    facts.append(("href", entry.inReplyTo?.address))
    facts.append(("source", entry.source?.title))
    facts.append(("at", entry.source?.address))
    facts += entry.attachments.map { file in
      (
        "file",
        [file.address, file.type, file.size.map(String.init)].compactMap { $0 }.joined(
          separator: " ")
      )
    }
    return facts.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: "; ")
      .replacing("\n", with: "/")
  }

  private static let namespaces = """
    xmlns:a="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:dcterms="http://purl.org/dc/terms/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" \
    xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" \
    xmlns:t="http://purl.org/syndication/thread/1.0" xmlns:media="http://search.yahoo.com/mrss/" \
    xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:x="http://www.w3.org/1999/xhtml" \
    xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:f="http://rssnamespace.org/feedburner/ext/1.0" \
    xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"
    """

  /// Each row: elements of whatever vocabulary, and what every format makes of them.
  static let modules: [(String, String)] = [
    // Talk.
    ("<wfw:commentRss>http://e/c</wfw:commentRss>", "feed=http://e/c"),
    ("<wfw:commentRSS>\n http://e/c \n</wfw:commentRSS>", "feed=http://e/c"),
    ("<slash:comments>7</slash:comments>", "count=7"),
    ("<slash:comments>1,234</slash:comments>", "count=1234"),
    ("<slash:comments>12 comments</slash:comments>", "count=12"),
    ("<slash:comments>none</slash:comments>", ""),
    ("<t:total>12</t:total>", "count=12"),
    (
      "<t:in-reply-to ref='tag:1' href='http://e/0' type='text/html' source='http://e/s'/>",
      "ref=tag:1; href=http://e/0"
    ),
    ("<t:in-reply-to ref='tag:1'/><t:in-reply-to ref='tag:2'/>", "ref=tag:1"),
    ("<t:in-reply-to href='http://e/0'></t:in-reply-to>", "href=http://e/0"),
    ("<t:in-reply-to ref=''/>", ""),
    ("<a:link rel='replies' href='http://e/f'/>", "feed=http://e/f"),
    (
      "<a:link rel='replies' type='application/atom+xml' href='http://e/f' t:count='3' t:updated='2004-01-01T00:00:00Z'/>",
      "feed=http://e/f; count=3"
    ),
    (
      "<a:link rel='replies' type='text/html' href='http://e/p' count='3'/>",
      "comments=http://e/p; count=3"
    ),
    (
      "<a:link rel='replies' type='application/xhtml+xml' href='http://e/p'/>",
      "comments=http://e/p"
    ),
    (
      "<a:link rel='REPLIES' type='TEXT/HTML' href='http://e/p' t:count='0'/>",
      "comments=http://e/p; count=0"
    ),
    // Links.
    ("<a:link href='http://e/1'/><a:link href='http://e/2'/>", "link=http://e/1"),
    (
      "<a:link rel='alternate' type='application/pdf' href='http://e/1'/><a:link rel='alternate' type='text/html' href='http://e/2'/>",
      "link=http://e/2"
    ),
    (
      "<a:link rel='http://www.iana.org/assignments/relation/alternate' href='http://e/1'/>",
      "link=http://e/1"
    ),
    ("<a:link rel='self' href='http://e/1'/>", "link=http://e/1"),
    ("<a:link rel='edit' href='http://e/1'/><a:link rel='hub' href='http://e/2'/>", ""),
    (
      "<a:link rel='related' href='http://o/'/><a:link rel='via' href='http://v/'/>",
      "related=http://o/"
    ),
    (
      "<a:link rel='enclosure' href='http://e/f' type='audio/mpeg' length='12'/>",
      "file=http://e/f audio/mpeg 12"
    ),
    ("<a:link href='http://e/1'/><f:origLink>http://o/1</f:origLink>", "link=http://o/1"),
    ("<a:link href='//e.example/1'/>", "link=https://e.example/1"),
    ("<a:link href='http://bücher.example/ä b'/>", "link=http://bücher.example/ä%20b"),
    // Dublin Core.
    (
      "<dc:title>T</dc:title><dc:creator>A</dc:creator><dc:creator>B</dc:creator><dc:subject>s</dc:subject><dc:date>2004-01-01</dc:date><dc:description>d</dc:description>",
      "title=T; content=d; by=A, B; tags=s; published=2004-01-01T00:00:00Z"
    ),
    ("<dc:contributor>C</dc:contributor><a:contributor><a:name>C</a:name></a:contributor>", ""),
    (
      "<dcterms:created>2003-01-01</dcterms:created><dcterms:issued>2004-01-01</dcterms:issued><dcterms:modified>2005-01-01</dcterms:modified>",
      "published=2004-01-01T00:00:00Z; updated=2005-01-01T00:00:00Z"
    ),
    (
      "<dcterms:abstract>a</dcterms:abstract><dcterms:title>T</dcterms:title><dcterms:creator>A</dcterms:creator>",
      "title=T; content=a; by=A"
    ),
    ("<prism:publicationDate>2004-01</prism:publicationDate>", "published=2004-01-01T00:00:00Z"),
    // Bodies.
    (
      "<content:encoded><![CDATA[<p>a</p><p>b</p>]]></content:encoded><a:summary>s</a:summary>",
      "content=a//b; summary=s"
    ),
    (
      "<content:items><r:Bag><r:li><content:item><content:format r:resource='x'/><r:value>a &lt;b&gt;c&lt;/b&gt;</r:value></content:item></r:li></r:Bag></content:items>",
      "content=a c"
    ),
    ("<x:body><x:p>a</x:p><x:p>b</x:p></x:body>", "content=a//b"),
    ("<x:div>a <x:b>c</x:b></x:div>", "content=a c"),
    ("<a:content type='image/png'>iVBORw0KGgo=</a:content>", ""),
    ("<a:content type='text/html' src='http://e/c'/><a:summary>s</a:summary>", "content=s"),
    // Media RSS.
    (
      "<media:title>T</media:title><media:description type='html'>a &lt;b&gt;c&lt;/b&gt;</media:description>",
      "title=T; content=a c"
    ),
    (
      "<media:group><media:title>T</media:title><media:content url='http://e/f' type='video/mp4' fileSize='9'><media:description>d</media:description><media:thumbnail url='http://e/t'/></media:content><media:player url='http://e/p'/></media:group>",
      "title=T; content=d; file=http://e/f video/mp4 9"
    ),
    ("<media:text>words</media:text>", "content=words"),
    (
      "<media:keywords>a, b,a</media:keywords><media:category scheme='s' label='L'>c</media:category>",
      "tags=a, b, L"
    ),
    (
      "<media:credit role='photographer'>P</media:credit><media:credit>Q</media:credit><media:credit role='author'>A</media:credit>",
      "by=A"
    ),
    (
      "<media:content url='http://e/f'/><media:content url='http://e/f'/><media:content url='http://e/g'/>",
      "file=http://e/f; file=http://e/g"
    ),
    // Podcasts.
    (
      "<itunes:title>T</itunes:title><itunes:author>A</itunes:author><itunes:summary>s</itunes:summary><itunes:subtitle>u</itunes:subtitle><itunes:category text='c'/><itunes:duration>1:00</itunes:duration>",
      "title=T; content=s; by=A; tags=c"
    ),
    // Atom's people and dates wherever they are.
    ("<a:author><a:name>A</a:name><a:email>a@e.example</a:email></a:author>", "by=A"),
    ("<a:author><a:email>a@e.example</a:email></a:author>", "by=a@e.example"),
    ("<a:author><a:name/><a:uri>http://e/a</a:uri></a:author>", "by=http://e/a"),
    (
      "<a:updated>2005-01-01</a:updated><a:published>2004-01-01</a:published>",
      "published=2004-01-01T00:00:00Z; updated=2005-01-01T00:00:00Z"
    ),
    (
      "<a:category term='t'/><a:category term='u' label='U' scheme='s'/><a:category>v</a:category><a:category/>",
      "tags=t, U, v"
    ),
    (
      "<a:source><a:id>i</a:id><a:title type='html'>S &lt;b&gt;x&lt;/b&gt;</a:title><a:updated>2001-01-01</a:updated><a:link rel='self' href='http://s/f'/><a:link href='http://s/'/><a:author><a:name>No</a:name></a:author></a:source>",
      "source=S x; at=http://s/"
    ),
  ]

  @Test(arguments: modules) func areReadInRSS(elements: String, told: String) throws {
    let feed = try parsed(
      "<rss version='2.0' \(Self.namespaces)><channel><item>\(elements)</item></channel></rss>")
    #expect(Self.told(try #require(feed.entries.first)) == told)
    #expect(feed.notes == [])
  }

  @Test(arguments: modules) func areReadInRDF(elements: String, told: String) throws {
    let feed = try parsed(
      """
      <r:RDF xmlns="http://purl.org/rss/1.0/" \(Self.namespaces)><channel/><item>\(elements)</item>\
      </r:RDF>
      """)
    #expect(Self.told(try #require(feed.entries.first)) == told)
  }

  @Test(arguments: modules) func areReadInAtom(elements: String, told: String) throws {
    let feed = try parsed(
      "<feed xmlns='http://www.w3.org/2005/Atom' \(Self.namespaces)><entry>\(elements)</entry></feed>"
    )
    #expect(Self.told(try #require(feed.entries.first)) == told)
  }

  /// Each row: elements of RSS, and what is made of them.
  @Test(arguments: [
    ("<title>T</title><title>U</title>", "title=T"),
    ("<title>a\n<![CDATA[<b>b</b>]]></title>", "title=a b"),
    ("<link><![CDATA[\nhttp://e/1\n]]></link>", "link=http://e/1"),
    ("<link>http://e/a b\"c</link>", "link=http://e/a%20b\"c"),
    ("<link href='http://e/1' rel='alternate'/>", "link=http://e/1"),
    ("<link rel='self' href='http://e/1'/><link>http://e/2</link>", "link=http://e/2"),
    (
      "<link rel='enclosure' type='image/jpeg'>http://e/p</link><link>http://e/2</link>",
      "link=http://e/2"
    ),
    ("<guid>g</guid><guid>h</guid>", "id=g"),
    ("<guid isPermaLink='true'>http://e/1</guid>", "id=http://e/1; link=http://e/1"),
    ("<guid ispermalink=' False '>http://e/1</guid>", "id=http://e/1"),
    ("<guid isPermaLink='0'>http://e/1</guid>", "id=http://e/1"),
    ("<guid isPermaLink='true'>/1</guid>", "id=/1; link=http://h/1"),
    ("<link>/a/1?x=1&amp;y=2#z</link>", "link=http://h/a/1?x=1&y=2#z"),
    ("<description>s</description><content:encoded>c</content:encoded>", "content=c; summary=s"),
    ("<description/><content:encoded>c</content:encoded>", "content=c"),
    ("<description type='text'>a &lt;b&gt;c&lt;/b&gt;</description>", "content=a c"),
    (
      "<author>a@e.example (A)</author><author>B &lt;b@e.example&gt;</author><author>mailto:c@e.example</author><author>d@e.example D</author>",
      "by=A, B, c@e.example, D"
    ),
    ("<author>E (F)</author><dc:creator>G, H and I</dc:creator>", "by=E (F), G, H and I"),
    ("<author/><itunes:author>I</itunes:author>", "by=I"),
    (
      "<category domain='d'>c</category><category><![CDATA[a &amp; b]]></category><category/>",
      "tags=c, a & b"
    ),
    ("<keywords>a,b</keywords>", "tags=a, b"),
    (
      "<enclosure url='http://e/f' length='12' type='audio/mpeg'/><enclosure url='http://e/g' length='x'/><enclosure/>",
      "file=http://e/f audio/mpeg 12; file=http://e/g"
    ),
    ("<comments>http://e/c</comments><comments>http://e/d</comments>", "comments=http://e/c"),
    ("<comments>7</comments>", "count=7"),
    ("<source url='http://s/f'>S</source>", "source=S; at=http://s/f"),
    ("<source>S</source>", "source=S"),
    ("<source><title>S</title><link>http://s/</link></source>", "source=S; at=http://s/"),
    ("<pubDate>soon</pubDate><dc:date>2004-01-01</dc:date>", "published=2004-01-01T00:00:00Z"),
    (
      "<pubdate>2004-01-01</pubdate><PubDate>2005-01-01</PubDate>", "published=2004-01-01T00:00:00Z"
    ),
    ("<image><title>no</title><url>http://no/</url><link>http://no/</link></image>", ""),
    (
      "<related><title>no</title><item><title>no</title></item></related><title>T</title>",
      "title=T"
    ),
    ("", ""),
  ])
  func ofRSSAreRead(elements: String, told: String) throws {
    let feed = try parsed(
      """
      <rss version='2.0' \(Self.namespaces)><channel><link>http://h/</link><item>\(elements)</item>\
      </channel></rss>
      """)
    #expect(feed.entries.map(Self.told) == [told])
  }

  /// Each row: elements of Atom, and what is made of them.
  @Test(arguments: [
    ("<title>a &lt;b&gt; c</title>", "title=a <b> c"),
    ("<title type='html'>a &lt;b&gt;c&lt;/b&gt; &amp;amp; d</title>", "title=a c & d"),
    ("<title type='xhtml'><x:div>a <x:b>c</x:b> &amp; d</x:div></title>", "title=a c & d"),
    ("<title type='text/plain'>a &lt;b&gt;</title>", "title=a <b>"),
    ("<title type='HTML'>a &lt;b&gt;c&lt;/b&gt;</title>", "title=a c"),
    ("<title type='text'>a <b>c</b></title>", "title=a c"),
    ("<summary type='xhtml'><x:div><x:p>a</x:p><x:p>b</x:p></x:div></summary>", "content=a//b"),
    (
      "<summary>s</summary><content type='html'>&lt;p&gt;c&lt;/p&gt;</content>",
      "content=c; summary=s"
    ),
    ("<content type='application/xml'><y>a</y></content>", "content=a"),
    ("<link>http://e/1</link>", "link=http://e/1"),
    ("<link href=' http://e/1\n'/>", "link=http://e/1"),
    ("<id>\n i </id><id>j</id>", "id=i"),
    (
      "<issued>2003-01-01</issued><modified>2004-01-01</modified><created>2002-01-01</created>",
      "published=2003-01-01T00:00:00Z; updated=2004-01-01T00:00:00Z"
    ),
    (
      "<guid>g</guid><pubDate>2004-01-01</pubDate><description>d</description><comments>http://e/c</comments>",
      "id=g; content=d; published=2004-01-01T00:00:00Z; comments=http://e/c"
    ),
    ("<link xml:base='http://b/x/' href='1'/>", "link=http://b/x/1"),
    ("<author>A</author>", "by=A"),
    (
      "<author><name>A</name></author><author><name>B</name></author><author><name>A</name></author>",
      "by=A, B"
    ),
    ("<contributor><name>C</name></contributor>", ""),
  ])
  func ofAtomAreRead(elements: String, told: String) throws {
    let feed = try parsed(
      "<feed xmlns='http://www.w3.org/2005/Atom' \(Self.namespaces)><entry>\(elements)</entry></feed>"
    )
    #expect(feed.entries.map(Self.told) == [told])
  }

  /// Each row: elements of a channel, and the title, home, subtitle, language and authors.
  @Test(arguments: [
    (
      "<title>T</title><image><title>no</title><link>http://no/</link></image>",
      ["T", "", "", "", ""]
    ),
    (
      "<image><title>no</title></image><textInput><title>no</title><name>no</name></textInput><title>T</title>",
      ["T", "", "", "", ""]
    ),
    (
      "<link>http://h/</link><a:link rel='self' href='http://h/f'/><a:link href='http://no/'/>",
      ["", "http://h/", "", "", ""]
    ),
    (
      "<a:link rel='self' href='http://h/f'/><a:link rel='hub' href='http://no/'/><a:link href='http://h/'/>",
      ["", "http://h/", "", "", ""]
    ),
    (
      "<dc:title>T</dc:title><dc:description>d</dc:description><dc:language>nl</dc:language><dc:creator>A</dc:creator>",
      ["T", "", "d", "nl", "A"]
    ),
    (
      "<dc:publisher>P</dc:publisher><webMaster>w@e.example (W)</webMaster>", ["", "", "", "", "W"]
    ),
    (
      "<itunes:owner><itunes:name>O</itunes:name><itunes:email>o@e.example</itunes:email></itunes:owner>",
      ["", "", "", "", "O"]
    ),
    (
      "<itunes:owner><itunes:name>O</itunes:name></itunes:owner><itunes:author>A</itunes:author><itunes:summary>s</itunes:summary>",
      ["", "", "s", "", "A"]
    ),
    (
      "<webMaster>W</webMaster><managingEditor>m@e.example (M)</managingEditor>",
      ["", "", "", "", "M"]
    ),
  ])
  func ofAChannelAreRead(elements: String, told: [String]) throws {
    let feed = try parsed(
      "<rss version='2.0' \(Self.namespaces)><channel>\(elements)<item/></channel></rss>")
    #expect(
      [
        feed.title, feed.home ?? "", feed.subtitle, feed.language ?? "",
        feed.authors.map(\.name).joined(separator: ", "),
      ] == told)
  }
}

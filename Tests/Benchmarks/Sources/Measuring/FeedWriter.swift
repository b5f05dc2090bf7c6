package import Foundation

/// The formats of generated feeds.
package enum FeedKind: String, CaseIterable {
  case rss, atom

  package var name: String { self == .rss ? "RSS 2.0" : "Atom" }
}

/// Writes feeds as the generators of the world do: half the bodies as CDATA, a quarter as escaped
/// HTML, the rest as plain text or XHTML.
package struct FeedWriter {
  let kind: FeedKind
  var texts: TextMaker
  private var number = 0
  private var home = ""

  package init(kind: FeedKind, texts: TextMaker) {
    self.kind = kind
    self.texts = texts
  }

  /// A feed of entries until it has so many bytes; no two feeds of one writer share an entry.
  ///
  /// `site` tells the sites of several feeds apart.
  package mutating func feed(bytes: Int, site: Int? = nil) -> Data {
    home = "https://harbor\(site.map { "-\($0)" } ?? "").example"
    var feed = Data()
    feed.reserveCapacity(bytes + 65_536)
    feed.append(contentsOf: (kind == .rss ? rssHead : atomHead).utf8)
    while feed.count < bytes {
      feed.append(contentsOf: (kind == .rss ? item() : entry()).utf8)
      number += 1
    }
    feed.append(contentsOf: (kind == .rss ? "</channel>\n</rss>\n" : "</feed>\n").utf8)
    return feed
  }

  private var link: String { "\(home)/t/\(number)-a-question" }

  /// A body in CDATA, which must not end early.
  private func cdata(_ text: String) -> String {
    "<![CDATA[\(text.replacing("]]>", with: "]] >"))]]>"
  }

  // MARK: RSS

  private var rssHead: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
    xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:atom="http://www.w3.org/2005/Atom" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" \
    xmlns:media="http://search.yahoo.com/mrss/">
    <channel>
    <title>Harbor &amp; Quay</title>
    <atom:link href="\(home)/feed" rel="self" type="application/rss+xml"/>
    <link>\(home)/</link>
    <description>What people say</description>
    <language>en</language>

    """
  }

  private mutating func item() -> String {
    let html = texts.html(texts.length())
    let title = texts.title()
    var item = "<item>\n\t<title>\(texts.chance(0.3) ? cdata(title) : escaped(title))</title>\n"
    item += "\t<link>\(link)</link>\n"
    let isPress = texts.chance(0.2)
    if isPress { item += "\t<comments>\(link)#comments</comments>\n" }
    item += "\t<dc:creator>\(cdata(texts.name()))</dc:creator>\n\t<pubDate>\(date)</pubDate>\n"
    for _ in 0..<texts.random.index(3) { item += "\t<category>\(cdata(texts.word()))</category>\n" }
    item += "\t<guid isPermaLink=\"false\">\(home)/?p=\(number)</guid>\n"
    if isPress {
      let summary = texts.plain(180) + " [&#8230;]"
      item += """
        \t<description>\(cdata("<p>\(escaped(summary))</p>"))</description>
        \t<content:encoded>\(cdata(html))</content:encoded>
        \t<wfw:commentRss>\(link)/feed</wfw:commentRss>
        \t<slash:comments>\(texts.random.index(40))</slash:comments>

        """
    } else if texts.chance(0.3) {
      item += "\t<description>\(escaped(html))</description>\n"
    } else if texts.chance(0.4) {
      item += "\t<description>\(escaped(texts.plain(texts.length())))</description>\n"
    } else {
      item += "\t<description>\(cdata(html))</description>\n"
    }
    if texts.chance(0.15) {
      item += """
        \t<media:thumbnail url="\(texts.address()).jpg" width="320" height="180"/>
        \t<media:title>\(escaped(title))</media:title>

        """
    }
    return item + "</item>\n"
  }

  // MARK: Atom

  private var atomHead: String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" \
    xml:lang="en">
    <title type="text">Harbor &amp; Quay</title>
    <link rel="self" href="\(home)/feed.atom"/>
    <link href="\(home)/"/>
    <id>\(home)/</id>
    <updated>2026-03-14T08:00:00Z</updated>

    """
  }

  private mutating func entry() -> String {
    let html = texts.html(texts.length())
    let title = escaped(texts.title())
    let isHTML = texts.chance(0.6)
    var entry = """
      <entry>
        <id>tag:\(home.dropFirst(8)),2026:\(number)</id>
        <title type="\(isHTML ? "html" : "text")">\(isHTML ? escaped(title) : title)</title>
        <link rel="alternate" type="text/html" href="\(link)"/>
        <published>\(instant)</published>
        <updated>\(instant)</updated>
        <author><name>\(texts.name())</name><uri>\(home)/u/\(texts.word())</uri></author>

      """
    for _ in 0..<texts.random.index(3) {
      entry += "  <category term=\"\(texts.word())\" label=\"\(texts.word())\"/>\n"
    }
    if texts.chance(0.2) {
      entry += """
          <link rel="replies" type="text/html" href="\(link)#replies" thr:count="3"/>
          <summary type="text">\(escaped(texts.plain(180)))</summary>

        """
    }
    let place = texts.random.fraction()
    if place < 0.5 {
      entry += "  <content type=\"html\">\(escaped(html))</content>\n"
    } else if place < 0.75 {
      entry += "  <content type=\"html\">\(cdata(html))</content>\n"
    } else if place < 0.9 {
      let xhtml = html.replacing("&nbsp;", with: "&#160;").replacing("&mdash;", with: "&#8212;")
      entry += """
          <content type="xhtml" xml:base="\(home)/">\
        <div xmlns="http://www.w3.org/1999/xhtml">\(xhtml)</div></content>

        """
    } else {
      entry += "  <summary>\(escaped(texts.plain(texts.length())))</summary>\n"
    }
    return entry + "</entry>\n"
  }

  // MARK: Dates

  /// Each entry is a minute and a half older than the one before.
  private var instant: String {
    Date(timeIntervalSince1970: 1_773_475_200 - Double(number) * 90).formatted(.iso8601)
  }

  private var date: String {
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let text = instant
    let fields = text.split { !$0.isNumber }
    let since = (1_773_475_200 - number * 90) / 86_400
    return
      "\(days[since % 7]), \(fields[2]) \(months[(Int(fields[1]) ?? 1) - 1]) \(fields[0]) \(text.dropFirst(11).dropLast()) +0000"
  }
}

/// RSS 0.90 to 2.0 in their two families, `<rss>` and `<rdf:RDF>`.
struct RSS: XMLFormat {
  let prefix = ""
  let isHTML = true

  func format(of root: Root) -> FeedFormat? {
    if root.name == "rdf" {
      return root.namespaces.contains { $0.contains("netscape.com/rdf/simple/0.9") }
        ? .rss09x : .rss10
    }
    guard root.name == "rss" else { return nil }
    let version = (root.version ?? "").filter { !$0.isWhitespace }
    if version.hasPrefix("2") { return .rss20 }
    if version.hasPrefix("0.9") { return .rss09x }
    if version.hasPrefix("1") { return .rss10 }
    return .rss
  }

  var vocabulary: Vocabulary {
    Vocabulary(
      feed: [
        "channel": Rule(.feed), "item": Rule(.entry), "title": Rule(.title),
        "description": Rule(.summary), "tagline": Rule(.summary, 3), "subtitle": Rule(.summary, 3),
        "link": Rule(.link), "url": Rule(.link, 1), "language": Rule(.language),
        "managingeditor": Rule(.author), "author": Rule(.author),
        "webmaster": Rule(.fallbackAuthor), "ttl": Rule(.timeToLive),
        "generator": Rule(.generator), "skiphours": Rule(.group), "skipdays": Rule(.group),
        "hour": Rule(.skipHour),
        "day": Rule(.skipDay),
        // Atom's names without its namespace.
        "entry": Rule(.entry),
      ],
      entry: [
        "title": Rule(.title), "description": Rule(.summary), "summary": Rule(.summary, 3),
        "body": Rule(.content, 3), "fullitem": Rule(.content, 3), "content": Rule(.content, 2),
        "link": Rule(.link), "guid": Rule(.id), "id": Rule(.id, 4), "author": Rule(.author),
        "pubdate": Rule(.published), "published": Rule(.published, 4), "date": Rule(.published, 2),
        "issued": Rule(.published, 3), "created": Rule(.published, 1), "updated": Rule(.updated),
        "modified": Rule(.updated),
        "category": Rule(.category), "keywords": Rule(.keywords), "enclosure": Rule(.enclosure),
        "comments": Rule(.comments), "source": Rule(.source),
      ],
      part: [
        "name": Rule(.name), "email": Rule(.email), "uri": Rule(.address), "url": Rule(.address),
        "title": Rule(.title),
        "link": Rule(.link),
      ],
      namespaces: [
        "http://purl.org/rss/1.0": "", "http://my.netscape.com/rdf/simple/0.9": "",
        "http://channel.netscape.com/rdf/simple/0.9": "",
        "http://backend.userland.com/rss2": "", "http://backend.userland.com/rss": "",
        "http://backend.userland.com/rss091": "",
        "http://blogs.law.harvard.edu/tech/rss": "",
        "http://cyber.law.harvard.edu/rss/rss.html": "", "http://purl.org/net/rss1.1": "",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
      ])
  }
}

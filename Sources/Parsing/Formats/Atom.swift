/// Atom 1.0 (RFC 4287) and 0.3, also with a namespace that is missing or misspelt.
struct Atom: XMLFormat {
  let prefix = "atom"
  let isHTML = false

  func format(of root: Root) -> FeedFormat? {
    guard root.name == "feed" || root.name == "entry" else { return nil }
    switch root.namespace ?? "" {
    case "http://www.w3.org/2005/Atom", "http://www.w3.org/2005/Atom/": return .atom10
    case "http://purl.org/atom/ns#": return .atom03
    default: return root.version?.hasPrefix("0.3") == true ? .atom03 : .atom
    }
  }

  var vocabulary: Vocabulary {
    Vocabulary(
      feed: [
        "atom:feed": Rule(.feed), "atom:entry": Rule(.entry), "atom:title": Rule(.title, 4),
        "atom:subtitle": Rule(.summary, 4), "atom:tagline": Rule(.summary, 4),
        "atom:info": Rule(.summary, 1), "atom:link": Rule(.atomLink),
        "atom:author": Rule(.author), "atom:generator": Rule(.generator),
        "atom:item": Rule(.entry),
      ],
      entry: [
        "atom:title": Rule(.title, 4), "atom:summary": Rule(.summary, 4),
        "atom:content": Rule(.content, 4), "atom:link": Rule(.atomLink), "atom:id": Rule(.id, 4),
        "atom:author": Rule(.author), "atom:published": Rule(.published, 4),
        "atom:issued": Rule(.published, 3), "atom:created": Rule(.published, 2),
        "atom:updated": Rule(.updated, 4), "atom:modified": Rule(.updated, 4),
        "atom:category": Rule(.category), "atom:source": Rule(.source),
        // RSS names under Atom's roof.
        "atom:pubdate": Rule(.published, 1), "atom:guid": Rule(.id, 3),
        "atom:description": Rule(.summary, 3), "atom:comments": Rule(.comments, 3),
      ],
      part: [
        "atom:name": Rule(.name), "atom:email": Rule(.email), "atom:uri": Rule(.address),
        "atom:url": Rule(.address),
        "atom:homepage": Rule(.address), "atom:title": Rule(.title), "atom:link": Rule(.atomLink),
      ],
      namespaces: [
        "http://www.w3.org/2005/atom": "atom", "http://purl.org/atom/ns": "atom",
        "http://www.w3.org/1999/xhtml": "xhtml",
      ])
  }
}

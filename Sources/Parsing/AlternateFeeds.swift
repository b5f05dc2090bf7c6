internal import Markup

/// The feeds that a page names (`<link rel=alternate>`), absolute where that is possible.
func alternateFeeds(in page: DecodedText, base: String?) -> [String] {
  let text = MarkedText(String(decoding: page.bytes, as: UTF8.self), kind: .html)
  let base =
    text.elements(named: "base").first?["href"].flatMap { resolve($0, against: base) } ?? base
  var feeds: [String] = []
  for link in text.elements(named: "link") where feeds.count < 20 {
    let relations = (link["rel"] ?? "").lowercased().split(separator: " ")
    let type = (link["type"] ?? "").lowercased()
    guard relations.contains("alternate") || relations.contains("feed"),
      [
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/json",
        "application/rdf+xml", "text/xml", "application/xml",
      ].contains(type)
        || relations.contains("feed"),
      let address = link["href"].flatMap({ resolve($0, against: base) }),
      // WordPress offers its programming interface as an alternate too.
      !address.contains("/wp-json/"), !address.contains("oembed"), !feeds.contains(address)
    else { continue }
    feeds.append(address)
  }
  return feeds
}

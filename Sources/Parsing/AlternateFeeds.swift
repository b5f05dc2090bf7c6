internal import Markup

/// What a page calls itself, in one line: a login page and a challenge tell so.
func pageTitle(of page: DecodedText) -> String {
  let head = page.bytes.prefix(65_536)
  guard let start = firstIndex(of: "<title", in: head),
    let open = head[start...].firstIndex(of: UInt8(ascii: ">"))
  else { return "" }
  let text = head[(open + 1)...].prefix { $0 != UInt8(ascii: "<") }
  return MarkedText(String(decoding: text, as: UTF8.self), kind: .html).oneLine(limit: 80)
}

/// The first place of a text in lower case, in whatever case.
private func firstIndex(of text: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
  bytes.indices.first { start in
    start + text.utf8CodeUnitCount <= bytes.endIndex
      && (0..<text.utf8CodeUnitCount).allSatisfy { offset in
        let byte = bytes[start + offset]
        let lower = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
        return lower == text.utf8Start[offset]
      }
  }
}

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
      let address = link["href"].flatMap({ resolve($0, against: base) }).map(cleaned),
      // WordPress offers its programming interface as an alternate too.
      !address.contains("/wp-json/"), !address.contains("oembed"), !feeds.contains(address)
    else { continue }
    feeds.append(address)
  }
  return feeds
}

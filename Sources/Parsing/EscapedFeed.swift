/// A feed that stands as text in another document: a browser's page of a source, or the `<string>` of a
/// web service.
struct EscapedFeed {
  /// The feed, unescaped once.
  var bytes: [UInt8]

  /// Finds it near the start of a document; nil if there is none, or if it is but an example on a page.
  init?(_ document: [UInt8], in kind: DocumentKind) {
    guard let start = Self.start(document) else { return nil }
    let end = document[start...].firstIndex(of: UInt8(ascii: "<")) ?? document.count
    if case .page = kind, document.count - end > 512 { return nil }
    bytes = Self.unescaped(document[start..<end])
  }

  /// The first escaped tag, if it is one that feeds begin with.
  private static func start(_ document: [UInt8]) -> Int? {
    let head = document.prefix(4096)
    var at = 0
    while let mark = head[at...].firstIndex(of: UInt8(ascii: "&")) {
      at = mark + 1
      guard head[mark...].starts(with: "&lt;".utf8) else { continue }
      let name = head[(mark + 4)...].prefix(8)
      let isFeed = ["?xml", "rss", "feed", "rdf:RDF"].contains { name.starts(with: $0.utf8) }
      return isFeed ? mark : nil
    }
    return nil
  }

  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var at = text.startIndex
    while at < text.endIndex {
      if text[at] == UInt8(ascii: "&"),
        let (name, byte) = references.first(where: { text[at...].starts(with: $0.0.utf8) })
      {
        bytes.append(byte)
        at += name.utf8.count
      } else {
        bytes.append(text[at])
        at += 1
      }
    }
    return bytes
  }

  /// The references that markup needs; all others are for the feed to keep.
  private static let references: [(String, UInt8)] = [
    ("&lt;", 0x3C), ("&gt;", 0x3E), ("&amp;", 0x26), ("&quot;", 0x22), ("&apos;", 0x27),
    ("&#34;", 0x22), ("&#39;", 0x27), ("&#x27;", 0x27),
  ]
}

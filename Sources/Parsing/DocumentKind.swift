/// What a decoded document is, by its first element.
enum DocumentKind {
  case empty
  /// An XML document that begins at an offset, and whether it begins as feeds do.
  case xml(start: Int, isFeed: Bool)
  case json
  case page
  case text

  init(_ bytes: [UInt8]) {
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }) else {
      self = .empty
      return
    }
    if bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "[") {
      self = .json
      return
    }
    let root = Self.root(bytes, from: first)
    if let root, Self.feeds.contains(root) {
      self = .xml(start: 0, isFeed: true)
    } else if let start = Self.feedStart(bytes) {
      self = .xml(start: start, isFeed: true)
    } else if let root {
      self = Self.pageElements.contains(root) ? .page : .xml(start: 0, isFeed: false)
    } else {
      // Nothing but a prolog may still be what is left of a feed.
      self = bytes[first] == UInt8(ascii: "<") ? .xml(start: 0, isFeed: false) : .text
    }
  }

  private static let feeds: Set<String> = ["rss", "feed", "rdf", "channel", "entry"]
  private static let pageElements: Set<String> = [
    "html", "head", "body", "title", "meta", "script", "div", "p", "center", "h1", "h2", "table",
    "span", "br", "b", "img", "a", "form", "style", "link",
  ]

  /// The name of the first element in lower case, without a prefix.
  private static func root(_ bytes: [UInt8], from first: Int) -> String? {
    guard bytes[first] == UInt8(ascii: "<") else { return nil }
    var at = first
    while at < bytes.count {
      while at < bytes.count, bytes[at] != UInt8(ascii: "<") { at += 1 }
      guard at + 1 < bytes.count else { return nil }
      switch bytes[at + 1] {
      case UInt8(ascii: "?"): at = after("?>", bytes, at)
      case UInt8(ascii: "!"):
        at = hasText("<!--", bytes, at) ? after("-->", bytes, at + 4) : afterDoctype(bytes, at)
      default:
        let name = bytes[(at + 1)...].prefix(64).prefix {
          $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
        }
        let text = String(decoding: name, as: UTF8.self).lowercased()
        return text.split(separator: ":").last.map(String.init)
      }
    }
    return nil
  }

  /// A feed with something before it, such as the warning of a PHP program.
  private static func feedStart(_ bytes: [UInt8]) -> Int? {
    let head = min(bytes.count, 16384)
    var at = 0
    while at < head {
      if bytes[at] == UInt8(ascii: "<"), at > 0 {
        // Only the first declaration is followed: each may lead through the whole document.
        if hasText("<?xml ", bytes, at) {
          return root(bytes, from: at).map(feeds.contains) == true ? at : nil
        }
        if isFeedTag(bytes, at) { return at }
      }
      at += 1
    }
    return nil
  }

  /// Whether a tag begins a feed, with or without a prefix; pictures carry RDF of their own.
  private static func isFeedTag(_ bytes: [UInt8], _ at: Int) -> Bool {
    let name = bytes[(at + 1)...].prefix(24).prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    switch String(decoding: name, as: UTF8.self).lowercased().split(separator: ":").last {
    case "rss", "feed": return true
    case "rdf":
      let tag = bytes[at...].prefix(2048).prefix { $0 != UInt8(ascii: ">") }
      return String(decoding: tag, as: UTF8.self).lowercased().contains("/rss/")
    default: return false
    }
  }

  private static func hasText(_ text: StaticString, _ bytes: [UInt8], _ at: Int) -> Bool {
    guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[at + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }

  private static func after(_ text: StaticString, _ bytes: [UInt8], _ start: Int) -> Int {
    var at = start
    while at < bytes.count {
      if hasText(text, bytes, at) { return at + text.utf8CodeUnitCount }
      at += 1
    }
    return bytes.count
  }

  private static func afterDoctype(_ bytes: [UInt8], _ start: Int) -> Int {
    var at = start + 2
    var hasSubset = false
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "[") { hasSubset = true }
      if bytes[at] == UInt8(ascii: "]") { hasSubset = false }
      if bytes[at] == UInt8(ascii: ">"), !hasSubset { return at + 1 }
      at += 1
    }
    return bytes.count
  }
}

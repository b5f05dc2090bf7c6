internal import Markup

/// What a name of the document means, looked up once.
struct ElementName {
  var local = ""
  var prefix: String?
  var namespace: String?
  /// The name with the usual prefix, as extras carry it.
  var qualified = ""
  var feed: Rule?
  var entry: Rule?
  var part: Rule?
  /// Without an end tag in HTML.
  var isVoid = false
  /// HTML in every format: the content module stands in Atom, too.
  var isHTML = false
  /// The fields that cannot hold it: one that was never closed ends where it begins.
  var ends = Ends.nothing

  enum Ends {
    case nothing
    /// Titles, addresses, dates: HTML has an element of this name, which a body may hold.
    case lines
    case everything
  }

  init() {}

  init(_ name: XMLName, key: String) {
    local = name.local
    prefix = name.prefix?.lowercased()
    namespace = name.namespace
    qualified =
      key.utf8.firstIndex(of: UInt8(ascii: ":")).map { key[...$0] + name.local } ?? name.local
    feed = Vocabulary.all.feed[key]
    entry = Vocabulary.all.entry[key]
    part = Vocabulary.all.part[key]
    let local = name.local.lowercased()
    isHTML = key == "content:encoded" || key == "rdf:value"
    isVoid = Self.voids.contains(local)
    if feed?.field == .entry {
      ends = .everything
    } else if entry != nil, !key.hasPrefix("xhtml:") {
      ends = Self.alsoHTML.contains(local) ? .lines : .everything
    }
  }

  private static let alsoHTML: Set<String> = [
    "title", "link", "summary", "source", "content", "body", "keywords", "date",
  ]

  private static let voids: Set<String> = [
    "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
  ]
}

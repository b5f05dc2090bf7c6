internal import Markup

/// What a name of the document means, looked up once.
struct ElementName {
  var local = ""
  var namespace: String?
  /// The name with the usual prefix, as extras carry it.
  var qualified = ""
  var feed: Rule?
  var entry: Rule?
  var part: Rule?
  /// Without an end tag in HTML.
  var isVoid = false

  init() {}

  init(_ name: XMLName, key: String) {
    local = name.local
    namespace = name.namespace
    qualified =
      key.utf8.firstIndex(of: UInt8(ascii: ":")).map { key[...$0] + name.local } ?? name.local
    feed = Vocabulary.all.feed[key]
    entry = Vocabulary.all.entry[key]
    part = Vocabulary.all.part[key]
    isVoid = Self.voids.contains(name.local.lowercased())
  }

  private static let voids: Set<String> = [
    "area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
  ]
}

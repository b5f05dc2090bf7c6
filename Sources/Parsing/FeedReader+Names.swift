internal import Markup

/// What the names of a document's elements mean, whatever prefixes and namespaces it gives them.
extension FeedReader {
  mutating func kind(of name: XMLName) -> Int {
    let key = key(of: name)
    if let kind = kinds[key] { return kind }
    // A document of a hundred thousand names is an attack; what a feed is made of is still known.
    guard names.count < Self.mostNames || Vocabulary.all.knows(key) else { return 0 }
    kinds[key] = names.count
    names.append(ElementName(name, key: key))
    return names.count - 1
  }

  /// Names anew what was named before the format was known. Every name keeps its number: the parser
  /// remembers some of them and asks for the others again, by chance.
  mutating func renameAll() {
    kinds = [:]
    notedPrefixes = []
    for kind in names.indices.dropFirst() {
      let known = names[kind]
      let name = XMLName(local: known.local, prefix: known.prefix, namespace: known.namespace)
      let key = key(of: name)
      names[kind] = ElementName(name, key: key)
      if kinds[key] == nil { kinds[key] = kind }
    }
  }

  private mutating func key(of name: XMLName) -> String {
    let local = name.local.lowercased()
    let prefix = prefix(of: name)
    return prefix.isEmpty ? local : "\(prefix):\(local)"
  }

  /// The prefix under which this program knows a namespace.
  private mutating func prefix(of name: XMLName) -> String {
    let declared = (name.prefix ?? "").lowercased()
    if let namespace = name.namespace {
      if let known = Vocabulary.all.namespaces[Self.folded(namespace)] { return known }
    }
    // A default namespace that nobody knows ("default" at dev.to) is the format's own.
    if declared.isEmpty || declared == rootPrefix { return format?.prefix ?? "" }
    // Prefixes that nobody declared, or declared wrongly, mean what they usually mean.
    let usual = ["atom10", "a10"].contains(declared) ? "atom" : declared
    guard let hosts = Self.hosts[usual] else {
      return name.namespace == nil ? usual : "\(declared)?"
    }
    if let namespace = name.namespace {
      // Whoever names another place means another vocabulary.
      let host = Vocabulary.host(of: Self.folded(namespace))
      guard host.isEmpty || hosts.contains(host) else { return "\(declared)?" }
    }
    if notedPrefixes.insert(declared).inserted {
      note(
        name.namespace.map {
          "the prefix \(declared) stands for \"\(oneLine($0, limit: 80))\", which is misspelt"
        } ?? "the prefix \(declared) is never declared")
    }
    return usual
  }

  private static let hosts = Vocabulary.all.hosts

  /// A namespace without what generators get wrong: capitals, spaces, `https`, a slash at the end.
  static func folded(_ namespace: String) -> String {
    var bytes = namespace.utf8.compactMap { byte in
      byte <= 0x20 ? nil : byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }
    while let last = bytes.last, last == UInt8(ascii: "/") || last == UInt8(ascii: "#") {
      bytes.removeLast()
    }
    if bytes.starts(with: "https:".utf8) { bytes.remove(at: 4) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

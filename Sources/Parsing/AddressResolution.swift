/// Resolves a reference against a base (RFC 3986, section 5.2); nil for one that is empty.
///
/// What is absolute stays as it was written: most links are, and an id compares by its letters. A
/// relative reference without a base stays relative.
func resolve(_ reference: String, against base: String?) -> String? {
  if isAbsolute(reference) { return reference }
  let reference = AddressParts.cleaned(reference)
  guard !reference.isEmpty else { return nil }
  guard let base, AddressParts.scheme(reference[...]) == nil else {
    // An address without its scheme, of a document that came from nowhere.
    return base == nil && reference.hasPrefix("//") ? "https:\(reference)" : reference
  }
  let parts = AddressParts(base)
  guard parts.scheme != nil else { return reference }
  return parts.resolving(AddressParts(reference))
}

/// Whether it is an http address with nothing to resolve or clean, as nine links of ten are.
func isAbsolute(_ reference: String) -> Bool {
  var reference = reference
  return reference.withUTF8 { bytes in
    func begins(_ scheme: StaticString) -> Bool {
      guard bytes.count > scheme.utf8CodeUnitCount else { return false }
      for index in 0..<scheme.utf8CodeUnitCount where bytes[index] != scheme.utf8Start[index] {
        return false
      }
      return true
    }
    guard begins("https://") || begins("http://") else { return false }
    return bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F }
  }
}

/// The five parts of an address.
private struct AddressParts {
  var scheme: Substring?
  var authority: Substring?
  var path: Substring
  var query: Substring?
  var fragment: Substring?

  init(_ text: String) {
    var rest = text[...]
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "#")) {
      fragment = rest[rest.utf8.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let mark = rest.utf8.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[rest.utf8.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let scheme = Self.scheme(rest) {
      self.scheme = scheme
      rest = rest[scheme.endIndex...].dropFirst()
    }
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
      authority = rest[..<end]
      rest = rest[end...]
    }
    path = rest
  }

  /// The scheme of an absolute address.
  static func scheme(_ text: Substring) -> Substring? {
    guard let colon = text.utf8.prefix(32).firstIndex(of: UInt8(ascii: ":")),
      colon > text.startIndex
    else { return nil }
    let name = text.utf8[..<colon]
    guard let first = name.first, (first | 0x20) &- UInt8(ascii: "a") < 26,
      name.allSatisfy({
        ($0 | 0x20) &- UInt8(ascii: "a") < 26 || $0 &- UInt8(ascii: "0") < 10
          || "+-.".utf8.contains($0)
      })
    else { return nil }
    return text[..<colon]
  }

  /// Without white space at the ends, and without line breaks and controls anywhere, as browsers
  /// read an address; a space within becomes `%20`.
  static func cleaned(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) { return text }
    var bytes = text.utf8.filter { $0 >= 0x20 && $0 != 0x7F }
    while bytes.last == 0x20 { bytes.removeLast() }
    let inner = bytes.drop { $0 == 0x20 }
    return String(decoding: inner.flatMap { $0 == 0x20 ? Array("%20".utf8) : [$0] }, as: UTF8.self)
  }

  func resolving(_ reference: AddressParts) -> String {
    var target = self
    target.fragment = reference.fragment
    if reference.authority != nil {
      target.authority = reference.authority
      target.path = Self.withoutDots(reference.path)
      target.query = reference.query
    } else if reference.path.isEmpty {
      target.query = reference.query ?? query
    } else if reference.path.hasPrefix("/") {
      target.path = Self.withoutDots(reference.path)
      target.query = reference.query
    } else {
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
      target.path = Self.withoutDots(folder + reference.path)
      target.query = reference.query
    }
    return target.text
  }

  /// RFC 3986, section 5.2.4.
  private static func withoutDots(_ path: Substring) -> Substring {
    guard path.contains("./") || path.hasSuffix(".") else { return path }
    var kept: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      if part == "." {
        if isLast { kept.append("") }
      } else if part == ".." {
        if kept.count > 1 { kept.removeLast() }
        if isLast { kept.append("") }
      } else {
        kept.append(part)
      }
    }
    return Substring(kept.joined(separator: "/"))
  }

  private var text: String {
    var text = ""
    if let scheme { text += "\(scheme):" }
    if let authority { text += "//\(authority)" }
    text += path
    if let query { text += "?\(query)" }
    if let fragment { text += "#\(fragment)" }
    return text
  }
}

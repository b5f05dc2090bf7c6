extension MarkedText {
  /// A link in a body.
  package struct Link: Sendable, Hashable {
    /// The address as it is written, its references replaced.
    package var address: String
    /// What it says, in one line.
    package var text: String
  }

  /// The links of an HTML text in their order, with what they say; none for plain text.
  package func links() -> [Link] {
    guard kind == .html else { return [] }
    return withBytes { bytes in
      var links: [Link] = []
      var tokens = HTMLTokenizer(bytes)
      var open: (address: String, start: Int)?
      func close(_ end: Int) {
        guard let link = open else { return }
        let text = Self.oneLine(bytes, link.start..<end)
        links.append(Link(address: link.address, text: text))
        open = nil
      }
      while links.count < Self.mostElements, let token = tokens.next() {
        switch token {
        case .start(let tag) where Self.isNamed("a", tag, bytes):
          close(tag.range.lowerBound)
          if let address = Self.value("href", tag, bytes) { open = (address, tag.range.upperBound) }
        case .end(let tag) where Self.isNamed("a", tag, bytes): close(tag.range.lowerBound)
        default: break
        }
      }
      close(bytes.count)
      return links
    }
  }

  /// The attributes of each start tag of a name (in lower case), in their order.
  package func elements(named name: StaticString) -> [[String: String]] {
    withBytes { bytes in
      var found: [[String: String]] = []
      var tokens = HTMLTokenizer(bytes)
      while found.count < Self.mostElements, let token = tokens.next() {
        guard case .start(let tag) = token, Self.isNamed(name, tag, bytes) else { continue }
        found.append(tag.attributes(in: bytes).mapValues { Self.decoded(bytes, $0) })
      }
      return found
    }
  }

  /// What stands inside the first element of a name (in lower case) with a class; nil if there is
  /// none. Reddit keeps what people wrote in `<div class="md">`.
  package func inner(ofFirst name: StaticString, class className: String) -> MarkedText? {
    guard kind == .html else { return nil }
    return withBytes { bytes in
      var tokens = HTMLTokenizer(bytes)
      var inside: (start: Int, depth: Int)?
      while let token = tokens.next() {
        switch token {
        case .start(let tag) where Self.isNamed(name, tag, bytes) && !tag.isSelfClosing:
          if let open = inside {
            inside = (open.start, open.depth + 1)
          } else if let classes = Self.value("class", tag, bytes),
            classes.split(separator: " ").contains(Substring(className))
          {
            inside = (tag.range.upperBound, 1)
          }
        case .end(let tag) where Self.isNamed(name, tag, bytes):
          guard let open = inside else { continue }
          if open.depth == 1 { return piece(bytes, open.start..<tag.range.lowerBound) }
          inside = (open.start, open.depth - 1)
        default: break
        }
      }
      return inside.map { piece(bytes, $0.start..<bytes.count) }
    }
  }

  // MARK: Ranges

  /// More than this of anything in one body is nobody's writing.
  private static let mostElements = 10_000

  private func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var source = source
    return source.withUTF8(read)
  }

  private func piece(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> MarkedText {
    MarkedText(String(decoding: bytes[range], as: UTF8.self), kind: kind, base: base)
  }

  private static func isNamed(
    _ name: StaticString, _ tag: HTMLTag, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    tag.name.count == name.utf8CodeUnitCount
      && bytes.hasTextIgnoringCase(name, at: tag.name.lowerBound)
  }

  private static func value(
    _ name: StaticString, _ tag: HTMLTag, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> String? {
    tag.attribute(name, in: bytes).map { decoded(bytes, $0) }
  }

  /// An attribute's value with its references replaced, without white space at its ends.
  private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    var value = CharacterReference.replaced(in: bytes, range, inAttribute: true)
    while let last = value.last, isSpace(last) { value.removeLast() }
    return String(decoding: value.drop(while: isSpace), as: UTF8.self)
  }

  private static func oneLine(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    MarkedText(String(decoding: bytes[range], as: UTF8.self), kind: .html).oneLine()
  }
}

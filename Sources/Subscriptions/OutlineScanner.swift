/// Where the outline elements of an OPML document stand in its bytes.
///
/// An edit must keep every comment, indentation and attribute of the rest, so it works on the bytes
/// and not on a tree. It is only used on documents that the XML parser has already accepted.
struct OutlineScanner {
  /// One element: its start tag, and all of it with its children.
  struct Element {
    var tag: Range<Int>
    var whole: Range<Int>
  }

  private let bytes: [UInt8]
  private var position = 0
  /// The `outline` elements in the order of their start tags.
  private(set) var elements: [Element] = []
  /// Where `</body>` starts, or where `<body/>` stands.
  private(set) var bodyEnd: Int?
  /// The range of a `<body/>` that has to be opened before something can go into it.
  private(set) var emptyBody: Range<Int>?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scan()
  }

  private mutating func scan() {
    var open: [Int] = []
    while let start = next(0x3C, from: position) {
      if skips("<!--", to: "-->", at: start) || skips("<![CDATA[", to: "]]>", at: start)
        || skips("<?", to: "?>", at: start)
      {
        continue
      }
      let end = endOfTag(from: start)
      position = end
      let isEmpty = end >= 2 && bytes[end - 2] == 0x2F
      switch name(at: start) {
      case "outline":
        elements.append(Element(tag: start..<end, whole: start..<end))
        if !isEmpty { open.append(elements.count - 1) }
      case "/outline":
        if let last = open.popLast() { elements[last].whole = elements[last].tag.lowerBound..<end }
      case "/body": bodyEnd = start
      case "body" where isEmpty: emptyBody = start..<end
      default: break
      }
    }
  }

  private mutating func skips(_ opening: String, to closing: String, at start: Int) -> Bool {
    guard bytes[start...].starts(with: opening.utf8) else { return false }
    position = Self.find(Array(closing.utf8), in: bytes, from: start + opening.utf8.count)
    return true
  }

  private static func find(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index + needle.count <= bytes.count {
      if bytes[index] == needle[0], bytes[index..<(index + needle.count)].elementsEqual(needle) {
        return index + needle.count
      }
      index += 1
    }
    return bytes.count
  }

  private func next(_ byte: UInt8, from start: Int) -> Int? {
    bytes[min(start, bytes.count)...].firstIndex(of: byte)
  }

  /// The index behind the `>` of the tag at `start`; a `>` in quotes does not end it.
  private func endOfTag(from start: Int) -> Int {
    var quote: UInt8?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x3E {
        return index + 1
      }
    }
    return bytes.count
  }

  private func name(at start: Int) -> String {
    let rest = bytes[(start + 1)...]
    let end = rest.dropFirst().firstIndex { byte in
      byte == 0x3E || byte == 0x2F || byte == 0x20 || (0x09...0x0D).contains(byte)
    }
    return String(decoding: rest[..<(end ?? rest.endIndex)], as: UTF8.self)
  }
}

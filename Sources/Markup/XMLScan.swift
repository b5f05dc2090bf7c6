/// What one look over the bytes tells before a parser sees them.
///
/// It goes on piece by piece, each right before the parser reads it: a look over a whole document of
/// its own fetches it from memory once more.
struct XMLScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  /// A NUL, at which the parser takes the document for ended; every other control character is a
  /// fault that it tells.
  var hasNul = false
  /// A document type, which is never shown to the parser: without it no entity can be declared.
  var hasDoctype = false
  /// A start tag over the limit: pictures stand in `src` attributes, and the repair takes them out.
  var hasLongTag = false
  /// A CDATA section with the start of another in it: the first may never have been closed, and hold
  /// the entry after it.
  var hasNestedData = false
  /// A CDATA section over what libxml2 reads of one: the repair makes several of it.
  var hasLongData = false
  /// Whether a start tag has more attributes than anybody writes.
  var hasManyAttributes = false

  /// libxml2 takes quadratic time for the attributes of one tag: 100,000 of them are 35 seconds.
  static let longestTag = 65_536
  static let mostAttributes = 256
  /// libxml2 stops within a section of more than 10,000,000 bytes, and what comes after it is lost.
  static let longestData = 4_194_304
  /// In as many bytes there is no room for more attributes than that: each takes `a="" `.
  private static let harmless = 5 * mostAttributes

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether a strict reading may go on.
  var isPlain: Bool {
    !hasNul && !hasDoctype && !hasLongTag && !hasNestedData && !hasLongData
      && !hasManyAttributes
  }

  /// Looks at the bytes from where it stands to `end`, and to the end of the markup there.
  mutating func advance(to end: Int, from start: Int = 0) {
    if bytes.firstIndex(ofByte: 0, from: start, to: end) != nil { hasNul = true }
    let open = UInt8(ascii: "<")
    while at < end, !hasManyAttributes {
      if bytes[at] != open {
        guard let tag = bytes.firstIndex(ofByte: open, from: at, to: end) else { break }
        at = tag
      }
      at = skip(from: at)
    }
    at = max(at, end)
  }

  /// The end of the markup that begins at `start`.
  private mutating func skip(from start: Int) -> Int {
    guard start + 1 < bytes.count else { return bytes.count }
    switch bytes[start + 1] {
    case UInt8(ascii: "!"):
      if bytes.hasText("<!--", at: start) {
        return bytes.firstRange(of: "-->", from: start + 4)?.upperBound ?? bytes.count
      }
      if bytes.hasText("<![CDATA[", at: start) {
        let end = bytes.firstRange(of: "]]>", from: start + 9)?.upperBound ?? bytes.count
        if bytes.firstRange(of: "[CDATA[", from: start + 9, to: end) != nil { hasNestedData = true }
        if end - start > Self.longestData { hasLongData = true }
        return end
      }
      if bytes.hasTextIgnoringCase("<!doctype", at: start) { hasDoctype = true }
      return start + 2
    case UInt8(ascii: "?"):
      return bytes.firstRange(of: "?>", from: start + 2)?.upperBound ?? bytes.count
    default:
      // What is shorter than this up to the next `<` can break no limit; nearly every tag is.
      if let next = bytes.firstIndex(
        ofByte: UInt8(ascii: "<"), from: start + 1, to: min(start + Self.harmless, bytes.count))
      {
        return next
      }
      return measureTag(from: start)
    }
  }

  private mutating func measureTag(from start: Int) -> Int {
    var quote: UInt8 = 0
    var attributes = 0
    var at = start + 1
    // A `<` ends a broken tag: the strict reading stops there, and the repaired text is scanned anew.
    while at < bytes.count, bytes[at] != UInt8(ascii: "<") {
      let byte = bytes[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == UInt8(ascii: "=") {
        attributes += 1
      }
      at += 1
    }
    if at - start > Self.longestTag { hasLongTag = true }
    if attributes > Self.mostAttributes { hasManyAttributes = true }
    return at
  }

  /// Refuses what no repair makes harmless.
  func check() throws(XMLFailure) {
    if hasManyAttributes {
      throw .tooLarge("a tag with more than \(Self.mostAttributes) attributes")
    }
  }
}

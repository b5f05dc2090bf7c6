/// One pass that turns what feeds hold into what an XML parser reads to the end.
///
/// Without it recovery loses the rest of the feed at one NUL or bare `<`, turns `AT&T` into "AT" and
/// `?a=1&b=2` into `?a=1=2`. Lines keep their numbers.
struct XMLRepair {
  var output: [UInt8] = []
  /// Offsets into the input of what had to be mended, the first few.
  private(set) var mended: [Int] = []
  var entities: [String: [UInt8]] = [:]
  var expanded = 0

  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0
  /// Where the markup begins.
  private let beginning: Int

  /// More than this from one declared entity, or from all, is an attack.
  static let longestEntity = 1024
  /// The longest value of an attribute, in bytes.
  private static let longestValue = 32_768
  static let mostExpanded = 1_048_576

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count + bytes.count / 16)
    beginning = Self.start(bytes)
    at = beginning
    keepLines(0..<at)
    if bytes[..<at].contains(where: { !isSpace($0) }) { mend(0) }
    while at < bytes.count { step() }
  }

  /// The first thing that looks like markup: PHP warnings stand before it in the wild.
  private static func start(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var at = 0
    while let tag = bytes.firstIndex(ofByte: UInt8(ascii: "<"), from: at) {
      let next = tag + 1 < bytes.count ? bytes[tag + 1] : 0
      if next == UInt8(ascii: "?") || next == UInt8(ascii: "!") || isNameStart(next) { return tag }
      at = tag + 1
    }
    return bytes.count
  }

  mutating func mend(_ offset: Int) {
    if mended.count < 20 { mended.append(offset) }
  }

  private mutating func step() {
    let byte = bytes[at]
    if byte == UInt8(ascii: "<") {
      markup()
    } else if byte == UInt8(ascii: "&") {
      reference()
    } else {
      character()
    }
  }

  /// Copies a run of ordinary characters, or drops one that XML forbids.
  private mutating func character() {
    let start = at
    while at < bytes.count, Self.isOrdinary(bytes[at]) { at += 1 }
    output.append(contentsOf: bytes[start..<at])
    guard at == start else { return }
    if isForbidden(at) {
      mend(at)
      at += bytes[at] < 0x20 ? 1 : 3
    } else {
      output.append(bytes[at])
      at += 1
    }
  }

  @inline(__always) private static func isOrdinary(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != UInt8(ascii: "<") && byte != UInt8(ascii: "&") && byte != 0xEF
  }

  /// A control character, or the non-characters U+FFFE and U+FFFF.
  private func isForbidden(_ at: Int) -> Bool {
    let byte = bytes[at]
    if byte < 0x20 { return byte != 0x0A && byte != 0x0D && byte != 0x09 }
    return byte == 0xEF && at + 2 < bytes.count && bytes[at + 1] == 0xBF && bytes[at + 2] >= 0xBE
  }

  // MARK: Markup

  private mutating func markup() {
    let next = at + 1 < bytes.count ? bytes[at + 1] : 0
    if bytes.hasText("<![CDATA[", at: at) {
      let end = bytes.firstRange(of: "]]>", from: at + 9)
      if end == nil { mend(at) }
      copyAllowed(at..<(end?.upperBound ?? bytes.count))
      if end == nil { output.append(contentsOf: "]]>".utf8) }
      at = end?.upperBound ?? bytes.count
    } else if bytes.hasText("<!--", at: at) {
      drop(to: bytes.firstRange(of: "-->", from: at + 4)?.upperBound)
    } else if bytes.hasTextIgnoringCase("<!doctype", at: at) {
      documentType()
    } else if next == UInt8(ascii: "?") {
      instruction()
    } else if isNameStart(next) {
      tag()
    } else if next == UInt8(ascii: "/"), at + 2 < bytes.count, isNameStart(bytes[at + 2]) {
      copyAllowed(at..<(at + 2))
      at += 2
    } else {
      mend(at)
      output.append(contentsOf: "&lt;".utf8)
      at += 1
    }
  }

  /// Neither the declaration nor any instruction carries something for a feed: the bytes are UTF-8
  /// by now, whatever they say.
  private mutating func instruction() {
    if at != beginning, bytes.hasText("<?xml ", at: at) { mend(at) }
    drop(to: bytes.firstRange(of: "?>", from: at + 2)?.upperBound)
  }

  private mutating func drop(to end: Int?) {
    if end == nil { mend(at) }
    keepLines(at..<(end ?? bytes.count))
    at = end ?? bytes.count
  }

  mutating func keepLines(_ range: Range<Int>) {
    for index in range where bytes[index] == 0x0A { output.append(0x0A) }
  }

  private mutating func copyAllowed(_ range: Range<Int>) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      if bytes[index] >= 0x20 && bytes[index] != 0xEF || !isForbidden(index) {
        index += 1
        continue
      }
      mend(index)
      output.append(contentsOf: bytes[start..<index])
      index = min(index + (bytes[index] < 0x20 ? 1 : 3), range.upperBound)
      start = index
    }
    output.append(contentsOf: bytes[start..<range.upperBound])
  }

  /// A start tag: what stands in its quotes is escaped like text.
  private mutating func tag() {
    var quote: UInt8 = 0
    output.append(bytes[at])
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "&") {
        reference()
        continue
      }
      if byte == UInt8(ascii: "<") {
        // A tag that was never closed ends where the next begins; a quote may hold one.
        guard quote != 0, let close = bytes.firstIndex(ofByte: quote, from: at), close - at < 2048
        else { return }
        mend(at)
        output.append(contentsOf: "&lt;".utf8)
        at += 1
        continue
      }
      if isForbidden(at) {
        mend(at)
        at += byte < 0x20 ? 1 : 3
        continue
      }
      output.append(byte)
      at += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
        dropLongValue(quote)
      }
    }
  }

  /// Leaves out what is too long for an attribute: a picture in a `src` must not cost the feed.
  private mutating func dropLongValue(_ quote: UInt8) {
    guard
      bytes.firstIndex(ofByte: quote, from: at, to: min(at + Self.longestValue, bytes.count))
        == nil,
      let close = bytes.firstIndex(ofByte: quote, from: at),
      bytes.firstIndex(ofByte: UInt8(ascii: "<"), from: at, to: close) == nil
    else { return }
    mend(at - 1)
    at = close
  }
}

/// One pass that turns what feeds hold into what an XML parser reads to the end.
///
/// Without it recovery loses the rest of the feed at one NUL or bare `<`, turns `AT&T` into "AT" and
/// `?a=1&b=2` into `?a=1=2`, and lets an element that nobody closed swallow all that follow. What comes
/// out is well formed, or nearly so. Lines keep their numbers.
struct XMLRepair {
  var output: [UInt8] = []
  /// What had to be mended, the first few of it.
  private(set) var mended: [XMLMending] = []
  /// How many mendings there were beyond those.
  private(set) var further = 0
  /// Whether the document ends while elements are open. What only lacks `</rss>` has all its entries.
  var isCut = false
  var entities: [String: [UInt8]] = [:]
  var expanded = 0
  /// The names of the open elements, as places in the input.
  var open: [Range<Int>] = []
  /// Whether an element stands in the root.
  var hasContent = false
  /// Whether the root was closed; its end is written last, so that nothing comes after it.
  var hasEnded = false
  var hasMoreAfterEnd = false

  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0
  /// What ends a section, a comment or an instruction.
  enum End { case data, comment, instruction }
  /// Where the next of each end is, as it was last found. A document of a million sections without an
  /// end must not be searched to its last byte for each.
  private var ends: [End: Int] = [:]
  /// Where the markup begins.
  private let beginning: Int
  /// Whether mending made so much of it that it is no feed: 63 MB of `<` were 250 MB of `&lt;`.
  private(set) var isTooLarge = false

  static let mostMendings = 20
  /// What any document may grow by, in bytes, besides half of its size: as much as its entities may
  /// add, and the same again.
  private static let leastGrowth = 2 * mostExpanded
  /// More than this from one declared entity, or from all, is an attack.
  static let longestEntity = 1024
  static let mostExpanded = 1_048_576

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let most = bytes.count + bytes.count / 2 + Self.leastGrowth
    output.reserveCapacity(most + Self.leastGrowth)
    beginning = Self.start(bytes)
    at = beginning
    keepLines(0..<at)
    if bytes[..<at].contains(where: { !isSpace($0) }) {
      mend(0, .textBefore)
    }
    while at < bytes.count, !isTooLarge {
      step()
      isTooLarge = output.count > most
    }
    finish()
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

  mutating func mend(_ offset: Int, _ fault: XMLMending.Fault) {
    if mended.count < Self.mostMendings {
      mended.append(XMLMending(offset: offset, fault: fault))
    } else {
      further += 1
    }
  }

  private mutating func step() {
    let byte = bytes[at]
    if byte == UInt8(ascii: "<") {
      markup()
    } else if byte == UInt8(ascii: "&") {
      noteMoreAfterEnd()
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
    if hasEnded, bytes[start..<at].contains(where: { !isSpace($0) }) { noteMoreAfterEnd() }
    guard at == start else { return }
    if isForbidden(at) {
      dropForbidden()
    } else if bytes.hasText("]]>", at: at) {
      mend(at, .strayEndOfData)
      output.append(contentsOf: "]]&gt;".utf8)
      at += 3
    } else {
      output.append(bytes[at])
      at += 1
    }
  }

  @inline(__always) private static func isOrdinary(_ byte: UInt8) -> Bool {
    (byte >= 0x20 || byte == 0x0A) && byte != UInt8(ascii: "<") && byte != UInt8(ascii: "&")
      && byte != UInt8(ascii: "]") && byte != 0xEF
  }

  /// A control character, or the non-characters U+FFFE and U+FFFF.
  func isForbidden(_ at: Int) -> Bool {
    let byte = bytes[at]
    if byte < 0x20 { return byte != 0x0A && byte != 0x0D && byte != 0x09 }
    return byte == 0xEF && at + 2 < bytes.count && bytes[at + 1] == 0xBF && bytes[at + 2] >= 0xBE
  }

  mutating func dropForbidden() {
    mend(at, bytes[at] < 0x20 ? .control : .forbidden)
    at += bytes[at] < 0x20 ? 1 : 3
  }

  /// The place of the next end of a kind at or after a place.
  mutating func next(_ end: End, from start: Int) -> Int? {
    if let known = ends[end], known >= start { return known < bytes.count ? known : nil }
    let text: StaticString =
      switch end {
      case .data: "]]>"
      case .comment: "-->"
      case .instruction: "?>"
      }
    let found = bytes.firstRange(of: text, from: start)?.lowerBound
    ends[end] = found ?? bytes.count
    return found
  }

  // MARK: Markup

  private mutating func markup() {
    let next = at + 1 < bytes.count ? bytes[at + 1] : 0
    if bytes.hasText("<![CDATA[", at: at) {
      noteMoreAfterEnd()
      characterData()
    } else if bytes.hasText("<!--", at: at) {
      comment()
    } else if bytes.hasTextIgnoringCase("<!doctype", at: at) {
      documentType()
    } else if next == UInt8(ascii: "?") {
      instruction()
    } else if isNameStart(next), startTag() {
      return
    } else if next == UInt8(ascii: "/"), at + 2 < bytes.count, isNameStart(bytes[at + 2]) {
      endTag()
    } else {
      noteMoreAfterEnd()
      mend(at, .strayLess)
      output.append(contentsOf: "&lt;".utf8)
      at += 1
    }
  }

  /// Neither the declaration nor any instruction carries something for a feed: the bytes are UTF-8
  /// by now, whatever they say.
  private mutating func instruction() {
    let isDeclaration = bytes.hasText("<?xml ", at: at)
    if at != beginning, isDeclaration { mend(at, .declaration) }
    let tagEnd = bytes.firstIndex(ofByte: UInt8(ascii: ">"), from: at)
    if let end = next(.instruction, from: at + 2), !isDeclaration || tagEnd == end + 1 {
      drop(to: end + 2)
    } else {
      mend(at, .openInstruction)
      drop(to: tagEnd.map { $0 + 1 } ?? bytes.count)
    }
  }

  /// A comment that nobody closed ends with its first tag rather than with the document.
  private mutating func comment() {
    if let end = next(.comment, from: at + 4) { return drop(to: end + 3) }
    mend(at, .openComment)
    let tag = bytes.firstIndex(ofByte: UInt8(ascii: "<"), from: at + 4) ?? bytes.count
    let tagEnd = bytes.firstIndex(ofByte: UInt8(ascii: ">"), from: at, to: tag)
    drop(to: tagEnd.map { $0 + 1 } ?? tag)
  }

  mutating func drop(to end: Int) {
    keepLines(at..<end)
    at = end
  }

  mutating func keepLines(_ range: Range<Int>) {
    for index in range where bytes[index] == 0x0A { output.append(0x0A) }
  }

  mutating func copyAllowed(_ range: Range<Int>) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      if bytes[index] >= 0x20 && bytes[index] != 0xEF || !isForbidden(index) {
        index += 1
        continue
      }
      output.append(contentsOf: bytes[start..<index])
      at = index
      dropForbidden()
      index = min(at, range.upperBound)
      start = index
    }
    output.append(contentsOf: bytes[start..<range.upperBound])
    at = range.upperBound
  }
}

/// Makes sound UTF-8 of a document that is mostly that.
///
/// A feed is put together from pieces: a title cut in the middle of a letter, a sentence pasted in
/// Windows-1252. One of them must not turn the rest into mojibake, so each is mended where it is.
struct UTF8Mending {
  private(set) var text: [UInt8] = []
  /// Bytes that were read as Windows-1252, and places where nothing could be made of them.
  private var foreign = 0
  private var lost = 0
  private var pairs = 0

  /// A longer stretch of broken bytes is in an encoding of another kind, or was cut to pieces.
  private static let longestStretch = 3

  init(capacity: Int) { text.reserveCapacity(capacity + capacity / 64) }

  /// What had to be mended, for people.
  var problems: [String] {
    var problems: [String] = []
    if pairs > 0 {
      problems.append("\(counted(pairs, "character is", "characters are")) in CESU-8")
    }
    if foreign > 0 {
      problems.append(
        "\(counted(foreign, "character", "characters")) of Windows-1252 in a document in UTF-8")
    }
    if lost > 0 { problems.append("\(counted(lost, "character is", "characters are")) not UTF-8") }
    return problems
  }

  mutating func read(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      var start = 0
      while at < bytes.count {
        if let length = UTF8Survey.soundLength(bytes, at) {
          at += length
          continue
        }
        text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<at]))
        if UTF8Survey.isSurrogatePair(bytes, at) {
          text.append(utf8: Self.character(bytes, at))
          pairs += 1
          at += 6
        } else {
          let stretch = Self.stretch(bytes, from: at)
          mend(bytes, stretch)
          at = stretch.upperBound
        }
        start = at
      }
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }

  /// The broken bytes from an offset on, up to what is sound again.
  private static func stretch(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int> {
    var end = start + 1
    while end < bytes.count, bytes[end] >= 0x80, UTF8Survey.soundLength(bytes, end) == nil,
      !UTF8Survey.isSurrogatePair(bytes, end)
    {
      end += 1
    }
    return start..<end
  }

  private mutating func mend(_ bytes: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>) {
    if Self.isWindows1252(bytes, stretch) {
      for at in stretch { text.append(utf8: Windows1252.scalar(bytes[at])) }
      foreign += stretch.count
      return
    }
    // One sign for each character that was begun: a lead byte with what follows it.
    for at in stretch where at == stretch.lowerBound || bytes[at] & 0xC0 != 0x80 {
      text.append(utf8: "\u{FFFD}")
      lost += 1
    }
  }

  /// Whether broken bytes make sense as Windows-1252: a few between ASCII or quotation marks, which
  /// are no piece of a character of UTF-8.
  private static func isWindows1252(
    _ bytes: UnsafeBufferPointer<UInt8>, _ stretch: Range<Int>
  ) -> Bool {
    let (start, end) = (stretch.lowerBound, stretch.upperBound)
    guard stretch.count <= longestStretch, end < bytes.count,
      start == 0 || bytes[start - 1] < 0x80 || start > 2 && isPunctuation(bytes, start - 3),
      bytes[end] < 0x80 || isPunctuation(bytes, end)
    else { return false }
    for at in stretch {
      let byte = bytes[at]
      if (0x80...0x9F).contains(byte), Windows1252.scalar(byte).value <= 0x9F { return false }
      if byte >= 0xC0, at + 1 < end, bytes[at + 1] < 0xC0 { return false }
    }
    // What most characters of UTF-8 begin with is more likely a cut one, if it ends a word.
    let isCommonLead = [0xC2, 0xC3, 0xE2, 0xF0].contains(bytes[start])
    return stretch.count > 1 || !isCommonLead
      || start > 0 && isLetter(bytes[start - 1]) && isLetter(bytes[end])
  }

  private static func isPunctuation(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x80
      && bytes[at + 2] & 0xC0 == 0x80
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  private static func character(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Unicode.Scalar {
    let high = UInt32(bytes[at + 1] & 0x0F) << 6 | UInt32(bytes[at + 2] & 0x3F)
    let low = UInt32(bytes[at + 4] & 0x0F) << 6 | UInt32(bytes[at + 5] & 0x3F)
    return Unicode.Scalar(0x10000 + high << 10 + low) ?? "\u{FFFD}"
  }
}

/// A number with its noun.
func counted(_ number: Int, _ one: String, _ many: String) -> String {
  "\(number) \(number == 1 ? one : many)"
}

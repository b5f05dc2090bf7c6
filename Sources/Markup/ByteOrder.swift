/// UTF-16 and UTF-32 in either order of bytes, told by their first bytes.
enum ByteOrder: String {
  case utf8 = "utf-8"
  case utf16be = "utf-16be"
  case utf16le = "utf-16le"
  case utf32be = "utf-32be"
  case utf32le = "utf-32le"

  /// The order that a byte order mark tells, and the bytes of the mark.
  static func marked(_ bytes: [UInt8]) -> (order: ByteOrder, skip: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32le, 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32be, 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16le, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16be, 2) }
    return nil
  }

  /// The order that the zero bytes around the first character tell: every document that is read
  /// here begins with `<`, `{` or white space.
  static func unmarked(_ bytes: [UInt8]) -> ByteOrder? {
    guard bytes.count >= 4 else { return nil }
    switch (bytes[0] != 0, bytes[1] != 0, bytes[2] != 0, bytes[3] != 0) {
    case (false, false, false, true): return .utf32be
    case (true, false, false, false): return .utf32le
    case (false, true, false, true): return .utf16be
    case (true, false, true, false): return .utf16le
    default: return nil
    }
  }

  /// Turns the bytes into UTF-8; what is no scalar becomes U+FFFD.
  func decode(_ bytes: [UInt8], from start: Int) -> DecodedText {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var broken = 0
    let width = self == .utf32be || self == .utf32le ? 4 : 2
    var at = start
    func unit(_ at: Int) -> UInt32 {
      var value: UInt32 = 0
      for offset in 0..<width {
        let byte = UInt32(bytes[at + offset])
        let isBig = self == .utf16be || self == .utf32be
        value |= byte << UInt32(8 * (isBig ? width - 1 - offset : offset))
      }
      return value
    }
    while at + width <= bytes.count {
      var value = unit(at)
      at += width
      if width == 2, (0xD800..<0xDC00).contains(value), at + 2 <= bytes.count {
        let low = unit(at)
        if (0xDC00..<0xE000).contains(low) {
          value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
          at += 2
        }
      }
      if let scalar = Unicode.Scalar(value) {
        text.append(utf8: scalar)
      } else {
        text.append(utf8: "\u{FFFD}")
        broken += 1
      }
    }
    return DecodedText(
      bytes: text, encoding: rawValue,
      problem: broken == 0 ? nil : "\(broken) characters are not \(rawValue)")
  }
}

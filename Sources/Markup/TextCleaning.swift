/// What may stand in a plain text, decided scalar by scalar.
enum TextCleaning {
  enum Verdict {
    case keep
    case drop
    case space
    case newline
    /// A joiner or a mark of direction, which means something beside characters beyond ASCII and
    /// signs (emoji, Persian, Hebrew), and hides a word from matching inside it.
    case mark
    case replace(Unicode.Scalar)
  }

  /// The bytes that begin something that may not stay as it is: controls, and the lead bytes of the
  /// invisible and the turning characters. All others are copied in runs.
  @inline(__always) static func isSpecial(_ byte: UInt8) -> Bool {
    if byte < 0x7F { return byte < 0x20 }
    return byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE1 || byte == 0xE2
      || byte == 0xEF || byte == 0xF3
  }

  static func verdict(_ scalar: Unicode.Scalar) -> Verdict {
    switch scalar.value {
    case 0x09, 0x20, 0xA0: .space
    case 0x0A, 0x0D, 0x2028, 0x2029: .newline
    case 0x0C: .space
    case 0..<0x20, 0x7F: .drop
    // Windows-1252 that went through Latin 1: nobody means a C1 control.
    case 0x80...0x9F:
      Windows1252.scalar(UInt8(scalar.value)).value > 0x9F
        ? .replace(Windows1252.scalar(UInt8(scalar.value))) : .drop
    case 0xAD, 0x61C, 0x180E, 0xFEFF: .drop
    case 0x200C...0x200F: .mark
    case 0x200B, 0x202A...0x202E, 0x2060...0x206F, 0xFFF9...0xFFFB: .drop
    case 0xE0000...0xE007F: .drop
    // No characters at all; the last two may not stand in XML, which is written too.
    case 0xFDD0...0xFDEF, 0xFFFE, 0xFFFF: .drop
    default: .keep
    }
  }

  /// The scalar at an offset of valid UTF-8, and its length.
  @inline(__always)
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int) {
    let lead = bytes[at]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard at + length <= bytes.count else { return ("\u{FFFD}", bytes.count - at) }
    var value = UInt32(lead) & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07)
    for offset in 1..<length { value = value << 6 | UInt32(bytes[at + offset]) & 0x3F }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}

/// A character reference of HTML or XML, `&amp;` or `&#233;`, read after its ampersand.
struct CharacterReference {
  /// The bytes after the ampersand.
  var length: Int
  var first: Unicode.Scalar
  var second: Unicode.Scalar?

  /// The reference that begins at `start`, right after an `&`; nil if the ampersand is just one.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, inAttribute: Bool = false) {
    guard start < bytes.count else { return nil }
    guard bytes[start] == UInt8(ascii: "#") else {
      guard
        let match = NamedEntities.shared.match(in: bytes, at: start, inAttribute: inAttribute)
      else { return nil }
      (length, first, second) = (match.length, match.first, match.second)
      return
    }
    var at = start + 1
    var value: UInt32 = 0
    var digits = 0
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "x") {
      at += 1
      while at < bytes.count, let digit = hexDigit(bytes[at]) {
        value = min(value &* 16 &+ digit, 0x20_0000)
        (at, digits) = (at + 1, digits + 1)
      }
    } else {
      while at < bytes.count, bytes[at] &- UInt8(ascii: "0") < 10 {
        value = min(value &* 10 &+ UInt32(bytes[at] &- UInt8(ascii: "0")), 0x20_0000)
        (at, digits) = (at + 1, digits + 1)
      }
    }
    guard digits > 0 else { return nil }
    if at < bytes.count, bytes[at] == UInt8(ascii: ";") { at += 1 }
    length = at - start
    first = Self.scalar(value)
    second = nil
  }

  /// A piece of text with its references replaced.
  static func replaced(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, inAttribute: Bool
  ) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] == UInt8(ascii: "&"),
        let found = CharacterReference(bytes, at: at + 1, inAttribute: inAttribute),
        at + 1 + found.length <= range.upperBound
      {
        text.append(utf8: found.first)
        if let second = found.second { text.append(utf8: second) }
        at += 1 + found.length
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    return text
  }

  /// The scalar of a numeric reference; `&#146;` means what Windows-1252 has at 146, as the HTML
  /// standard says.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(value) { return Windows1252.scalar(UInt8(value)) }
    guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
    return scalar
  }
}

/// The code page behind most false and missing declarations.
enum Windows1252 {
  /// What a byte stands for; the five that the page leaves open stand for the control of their
  /// number, as the WHATWG encoding standard says.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard byte &- 0x80 < 0x20 else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(upper[Int(byte) - 0x80]) ?? "\u{FFFD}"
  }

  private static let upper: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

extension [UInt8] {
  /// Appends a scalar in UTF-8.
  mutating func append(utf8 scalar: Unicode.Scalar) {
    let value = scalar.value
    func byte(_ lead: UInt32, _ shift: UInt32) -> UInt8 {
      UInt8(truncatingIfNeeded: lead | (lead == 0x80 ? value >> shift & 0x3F : value >> shift))
    }
    switch value {
    case 0..<0x80: append(UInt8(truncatingIfNeeded: value))
    case 0x80..<0x800:
      append(byte(0xC0, 6))
      append(byte(0x80, 0))
    case 0x800..<0x10000:
      append(byte(0xE0, 12))
      append(byte(0x80, 6))
      append(byte(0x80, 0))
    default:
      append(byte(0xF0, 18))
      append(byte(0x80, 12))
      append(byte(0x80, 6))
      append(byte(0x80, 0))
    }
  }
}

/// UTF-8, or UTF-16 and UTF-32 in either order of bytes, told by their first bytes.
enum ByteOrder: String {
  case utf8 = "utf-8"
  case utf16be = "utf-16be"
  case utf16le = "utf-16le"
  case utf32be = "utf-32be"
  case utf32le = "utf-32le"

  /// The order that a byte order mark tells, and the bytes of the mark; some programs write two.
  static func marked(_ bytes: [UInt8]) -> (order: ByteOrder, skip: Int)? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var skip = 0
    while skip < 12, bytes[skip...].starts(with: mark) { skip += 3 }
    if skip > 0 { return (.utf8, skip) }
    // The mark of UTF-8 that was read as Latin 1 and written as UTF-8.
    let twice: [UInt8] = [0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF]
    if bytes.starts(with: twice) { return (.utf8, twice.count) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32le, 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32be, 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16le, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16be, 2) }
    return nil
  }

  /// Whether markup begins at an offset that cannot be UTF-16: `<` and a letter without a zero.
  static func isMarkupOfSingleBytes(_ bytes: [UInt8], from start: Int) -> Bool {
    guard bytes.count >= start + 2 else { return false }
    let next = bytes[start + 1]
    return bytes[start] == UInt8(ascii: "<")
      && (next == UInt8(ascii: "?") || next == UInt8(ascii: "!")
        || (next | 0x20) &- UInt8(ascii: "a") < 26)
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

  private var width: Int {
    switch self {
    case .utf8: 1
    case .utf16be, .utf16le: 2
    case .utf32be, .utf32le: 4
    }
  }

  /// Turns the bytes into UTF-8; what is no scalar becomes U+FFFD.
  func decode(_ bytes: [UInt8], from start: Int) -> DecodedText {
    var broken = 0
    // No unit of two bytes makes more than three of UTF-8, none of four more than four.
    let capacity = bytes.count + (width == 2 ? bytes.count / 2 : 0) + 4
    let text = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      bytes.withUnsafeBytes { bytes in
        let body = UnsafeRawBufferPointer(rebasing: bytes[start...])
        let writer = UTF8Output(output)
        count =
          switch self {
          case .utf8: 0
          case .utf16be: Self.decode16(body, writer, &broken) { UInt32(UInt16(bigEndian: $0)) }
          case .utf16le: Self.decode16(body, writer, &broken) { UInt32(UInt16(littleEndian: $0)) }
          case .utf32be: Self.decode32(body, writer, &broken) { UInt32(bigEndian: $0) }
          case .utf32le: Self.decode32(body, writer, &broken) { UInt32(littleEndian: $0) }
          }
      }
    }
    var problems: [String] = []
    if broken > 0 {
      problems.append("\(counted(broken, "character is", "characters are")) not \(rawValue)")
    }
    if (bytes.count - start) % width != 0 {
      problems.append("the last character of \(rawValue) is cut")
    }
    return DecodedText(bytes: text, encoding: rawValue, problems: problems)
  }

  @inline(__always)
  private static func decode16(
    _ bytes: UnsafeRawBufferPointer, _ output: UTF8Output, _ broken: inout Int,
    _ unit: (UInt16) -> UInt32
  ) -> Int {
    var (at, end) = (0, 0)
    while at + 2 <= bytes.count {
      var value = unit(bytes.loadUnaligned(fromByteOffset: at, as: UInt16.self))
      at += 2
      if value & 0xF800 == 0xD800 {
        let low =
          at + 2 <= bytes.count
          ? unit(bytes.loadUnaligned(fromByteOffset: at, as: UInt16.self)) : 0
        if value < 0xDC00, low & 0xFC00 == 0xDC00 {
          value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
          at += 2
        } else {
          value = 0xFFFD
          broken += 1
        }
      }
      end = output.write(value, at: end)
    }
    return end
  }

  @inline(__always)
  private static func decode32(
    _ bytes: UnsafeRawBufferPointer, _ output: UTF8Output, _ broken: inout Int,
    _ unit: (UInt32) -> UInt32
  ) -> Int {
    var (at, end) = (0, 0)
    while at + 4 <= bytes.count {
      var value = unit(bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
      if value > 0x10FFFF || value & 0xFFFF_F800 == 0xD800 {
        value = 0xFFFD
        broken += 1
      }
      end = output.write(value, at: end)
      at += 4
    }
    return end
  }
}

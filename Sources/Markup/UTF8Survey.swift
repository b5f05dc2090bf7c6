/// What one look over the bytes tells about UTF-8 in them.
struct UTF8Survey {
  /// Sound characters of more than one byte, and those among them of three or four.
  private(set) var characters = 0
  private(set) var long = 0
  /// Pairs of surrogates in three bytes each (CESU-8, which old Java and MySQL write).
  private(set) var surrogatePairs = 0
  /// Bytes that are in no sound character.
  private(set) var broken = 0

  init(_ bytes: borrowing [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while at < bytes.count {
        if let length = UTF8Survey.soundLength(bytes, at) {
          if bytes[at] >= 0x80 {
            characters += 1
            if length > 2 { long += 1 }
          }
          at += length
        } else if UTF8Survey.isSurrogatePair(bytes, at) {
          surrogatePairs += 1
          at += 6
        } else {
          broken += 1
          at += 1
        }
      }
    }
  }

  var isSound: Bool { broken == 0 && surrogatePairs == 0 }
  var hasLong: Bool { long > 0 }
  var hasHighBytes: Bool { characters > 0 || broken > 0 || surrogatePairs > 0 }
  /// More of the characters beyond ASCII are UTF-8 than are not, or there are none.
  var isMostlySound: Bool { broken == 0 || characters + surrogatePairs > broken }
  /// So much of it is UTF-8 that no label of another encoding can be true.
  var isClearlyUTF8: Bool {
    characters > 0 && broken == 0 || characters >= 8 && characters > 10 * broken
  }

  /// The bytes of a run of ASCII, or of one sound multi-byte character; nil for a broken one.
  ///
  /// Unicode standard, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF.
  @inline(__always)
  static func soundLength(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    let lead = bytes[start]
    if lead < 0x80 { return asciiLength(bytes, start) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead >= 0xC2, lead <= 0xF4, start + length <= bytes.count else { return nil }
    let second = bytes[start + 1]
    let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
    guard second >= lowest, second <= highest else { return nil }
    if length > 2, bytes[start + 2] & 0xC0 != 0x80 { return nil }
    if length > 3, bytes[start + 3] & 0xC0 != 0x80 { return nil }
    return length
  }

  /// The bytes of a run of ASCII, looked at thirty-two and eight at a time.
  @inline(__always)
  static func asciiLength(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    guard let base = bytes.baseAddress.map(UnsafeRawPointer.init) else { return 0 }
    let high: UInt64 = 0x8080_8080_8080_8080
    var at = start
    while at + 32 <= bytes.count {
      let words = (base + at).loadUnaligned(as: SIMD4<UInt64>.self)
      if words & SIMD4(repeating: high) != .zero { break }
      at += 32
    }
    while at + 8 <= bytes.count, (base + at).loadUnaligned(as: UInt64.self) & high == 0 { at += 8 }
    while at < bytes.count, bytes[at] < 0x80 { at += 1 }
    return at - start
  }

  /// Whether a character beyond U+FFFF stands at an offset as two surrogates.
  static func isSurrogatePair(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at + 6 <= bytes.count && bytes[at] == 0xED && bytes[at + 1] & 0xF0 == 0xA0
      && bytes[at + 2] & 0xC0 == 0x80 && bytes[at + 3] == 0xED && bytes[at + 4] & 0xF0 == 0xB0
      && bytes[at + 5] & 0xC0 == 0x80
  }
}

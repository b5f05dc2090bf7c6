/// The named character references of HTML (`&eacute;`), found by their bytes.
///
/// The names lie in one static text; a table of 8,192 slots says where each begins.
struct NamedEntities: Sendable {
  /// A name that was found at the start of some bytes.
  struct Match {
    /// The bytes of the name, with its semicolon if it has one.
    var length: Int
    var first: Unicode.Scalar
    /// A few names stand for two scalars.
    var second: Unicode.Scalar?
  }

  static let shared = NamedEntities()

  /// The longest name, and the longest of those that need no semicolon, in bytes.
  private static let longest = 31
  private static let longestBare = 6
  private static let slots = 8192

  /// Offsets into the table, plus one; 0 is an empty slot.
  private let offsets: [UInt16]

  private init() {
    var offsets = [UInt16](repeating: 0, count: Self.slots)
    Self.table.withUTF8Buffer { table in
      var start = 0
      while start < table.count {
        var end = start
        while end < table.count, Self.isName(table[end]) { end += 1 }
        var slot = Self.hash(table, start..<end)
        while offsets[slot] != 0 { slot = (slot + 1) % Self.slots }
        offsets[slot] = UInt16(start + 1)
        while end < table.count, table[end] > 0x20 { end += 1 }
        start = end + 1
      }
    }
    self.offsets = offsets
  }

  /// The reference whose name begins at `start`, after the ampersand; nil if it is none.
  ///
  /// `inAttribute` follows the standard: `?a=1&copy=2` in a link stays as it is.
  func match(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int, inAttribute: Bool = false
  ) -> Match? {
    var end = start
    while end < bytes.count, end - start < Self.longest, Self.isName(bytes[end]) { end += 1 }
    guard end > start else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";"),
      let found = entry(bytes, start..<end, bare: false)
    {
      return Match(length: end - start + 1, first: found.0, second: found.1)
    }
    var length = min(end - start, Self.longestBare)
    while length >= 2 {
      if let found = entry(bytes, start..<(start + length), bare: true) {
        let next = start + length < bytes.count ? bytes[start + length] : 0
        if inAttribute, next == UInt8(ascii: "=") || Self.isName(next) { return nil }
        return Match(length: length, first: found.0, second: found.1)
      }
      length -= 1
    }
    return nil
  }

  private func entry(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>, bare: Bool
  ) -> (Unicode.Scalar, Unicode.Scalar?)? {
    Self.table.withUTF8Buffer { table in
      var slot = Self.hash(bytes, name)
      while offsets[slot] != 0 {
        var at = Int(offsets[slot]) - 1
        if Self.table(table, at: at, is: bytes, name) {
          at += name.count
          let isBare = table[at] == UInt8(ascii: "*")
          guard isBare || !bare else { return nil }
          at += isBare ? 2 : 1
          guard let first = Self.scalar(table, &at) else { return nil }
          guard at < table.count, table[at] == UInt8(ascii: "+") else { return (first, nil) }
          at += 1
          return (first, Self.scalar(table, &at))
        }
        slot = (slot + 1) % Self.slots
      }
      return nil
    }
  }

  private static func table(
    _ table: UnsafeBufferPointer<UInt8>, at start: Int, is bytes: UnsafeBufferPointer<UInt8>,
    _ name: Range<Int>
  ) -> Bool {
    guard start + name.count < table.count, !isName(table[start + name.count]) else { return false }
    for offset in 0..<name.count where table[start + offset] != bytes[name.lowerBound + offset] {
      return false
    }
    return true
  }

  private static func scalar(
    _ table: UnsafeBufferPointer<UInt8>, _ at: inout Int
  ) -> Unicode.Scalar? {
    var value: UInt32 = 0
    while at < table.count, let digit = hexDigit(table[at]) {
      value = value &* 16 &+ digit
      at += 1
    }
    return Unicode.Scalar(value)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }

  /// FNV-1a.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var hash: UInt32 = 0x811c_9dc5
    for index in range { hash = (hash ^ UInt32(bytes[index])) &* 0x0100_0193 }
    return Int((hash ^ (hash >> 15)) % UInt32(slots))
  }
}

/// The value of a hexadecimal digit.
@inline(__always) func hexDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte &- UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte &- UInt8(ascii: "a") &+ 10)
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte &- UInt8(ascii: "A") &+ 10)
  default: nil
  }
}

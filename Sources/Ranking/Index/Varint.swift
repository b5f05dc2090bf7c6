/// Whole numbers in as few bytes as they need, seven bits a byte, the lowest first (LEB128).
struct VarintWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: UInt64) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }
}

/// Reads what a `VarintWriter` wrote. A database may be damaged: behind the end there are only zeros,
/// and a number is never longer than 64 bits.
struct VarintReader {
  private let bytes: UnsafeRawBufferPointer
  private var index = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { index >= bytes.count }

  @inline(__always)
  mutating func read() -> UInt64 {
    guard index < bytes.count else { return 0 }
    let first = bytes[index]
    index += 1
    if first < 0x80 { return UInt64(first) }
    return readLong(first)
  }

  private mutating func readLong(_ first: UInt8) -> UInt64 {
    var value = UInt64(first & 0x7F)
    var shift: UInt64 = 7
    while index < bytes.count, shift < 64 {
      let byte = bytes[index]
      index += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return value
  }
}

/// Compressed bytes made by hand, so that tests know exactly what is on the wire.
package enum Gzip {
  /// A whole gzip member: stored blocks between header and trailer (RFC 1952).
  package static func member(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var wire: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    wire += stored(bytes)
    return wire + littleEndian(crc32(bytes)) + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// Raw deflate without any header (RFC 1951), in stored blocks.
  package static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var wire: [UInt8] = []
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(65_535)
      let count = UInt16(block.count)
      wire.append(rest.isEmpty ? 1 : 0)
      wire += [UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8)]
      wire += block
    } while !rest.isEmpty
    return wire
  }

  /// Deflate with the header and trailer of zlib (RFC 1950).
  package static func zlib(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var a: UInt32 = 1
    var b: UInt32 = 0
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return [0x78, 0x01] + stored(bytes) + littleEndian(b << 16 | a).reversed()
  }

  /// A gzip member of at least `count` spaces at 158 to one; its checksum is left out, for nobody
  /// should get that far.
  package static func bomb(count: Int) -> [UInt8] {
    var wire: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var held: UInt64 = 0
    var bits = 0
    func put(_ value: UInt64, _ width: Int) {
      held |= value << UInt64(bits)
      bits += width
      while bits >= 8 {
        wire.append(UInt8(held & 0xFF))
        held >>= 8
        bits -= 8
      }
    }
    // The last block, with fixed codes; a space is the literal 0x30 + 0x20.
    put(0b011, 3)
    put(reversed(0x50, 8), 8)
    // Length 258 is the code 11000101, distance 1 is 00000; codes go from the highest bit.
    for _ in 0..<(count / 258 + 1) { put(reversed(0b1100_0101, 8), 13) }
    put(0, 7)
    put(0, 8)
    return wire
  }

  private static func reversed(_ value: UInt64, _ width: Int) -> UInt64 {
    (0..<width).reduce(0) { $0 | (value >> UInt64($1) & 1) << UInt64(width - 1 - $1) }
  }

  private static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }

  private static func littleEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(value >> UInt32(8 * $0) & 0xFF) }
  }
}

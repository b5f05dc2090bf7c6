/// Most of what people write is printable ASCII with single spaces. This finds it eight bytes at a
/// time, each in its part of one number.
extension UnsafeBufferPointer<UInt8> {
  /// Where the words that begin at `start` end: printable ASCII with single spaces between, as it may
  /// stand, without the byte `stop`. It may tell a place up to eight bytes before that, never one
  /// behind it.
  @inline(__always) func wordsEnd(from start: Int, to end: Int, until stop: UInt8) -> Int {
    guard end - start >= 8, let base = UnsafeRawPointer(baseAddress) else { return start }
    let stops = eightTimes &* UInt64(stop)
    var at = start
    // The last byte of the eight before, if it was a space.
    var spaceBefore: UInt64 = 0
    while at + 8 <= end {
      let eight = base.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      guard let spaces = spacesOfWords(eight, stops, spaceBefore) else { return at }
      spaceBefore = spaces >> 56
      at += 8
    }
    // The last few together with the ones before them, which were found to be words.
    if at < end {
      let eight = base.loadUnaligned(fromByteOffset: end - 8, as: UInt64.self)
      guard spacesOfWords(eight, stops, 0) != nil, self[at] != 0x20 || self[at - 1] != 0x20 else {
        return at
      }
    }
    return end
  }

  /// The name of a tag at an offset, in lower case as one number, its first byte the lowest; nil if it
  /// has more than seven bytes, or the end is near.
  ///
  /// No loop runs as often as the name is long: what it will do next the processor cannot guess.
  @inline(__always) func shortName(at start: Int, to end: Int) -> (name: UInt64, length: Int)? {
    guard start + 8 <= end, let base = UnsafeRawPointer(baseAddress) else { return nil }
    let eight = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: start, as: UInt64.self))
    let spaces = ~((eight | high) &- eightTimes &* 0x21) & ~eight & high
    let ends = spaces | places(of: UInt8(ascii: ">"), eight) | places(of: UInt8(ascii: "/"), eight)
    guard ends != 0 else { return nil }
    let bits = ends.trailingZeroBitCount - 7
    let name = eight & (1 << UInt64(bits) - 1)
    // The high bit of each byte from "A" on, and from behind "Z" on.
    let fromA = (name & ~high) &+ eightTimes &* (0x80 - 0x41)
    let behindZ = (name & ~high) &+ eightTimes &* (0x80 - 0x5B)
    let capitals = (fromA ^ behindZ) & ~name & high
    return (name | capitals >> 2, bits / 8)
  }
}

private let eightTimes: UInt64 = 0x0101_0101_0101_0101
private let high: UInt64 = 0x8080_8080_8080_8080

/// The high bit of each byte that is a space, if the eight are words; nil if they are not.
@inline(__always)
private func spacesOfWords(_ eight: UInt64, _ stops: UInt64, _ spaceBefore: UInt64) -> UInt64? {
  // With its high bit set no byte borrows from its neighbour. A high bit that is gone afterwards
  // tells a byte below a space, a space itself, or the one to stop at.
  let controls = ~((eight | high) &- eightTimes &* 0x20)
  let spaces = places(of: 0x20, eight)
  let stop = ~(((eight ^ stops) | high) &- eightTimes)
  // DEL becomes 0x80, and so shows as what is beyond ASCII does.
  let beyond = eight | (eight & ~high) &+ eightTimes
  guard (controls | stop | beyond) & high | spaces & (spaces << 8 | spaceBefore) == 0 else {
    return nil
  }
  return spaces
}

/// The high bit of each byte that is `byte`, which must be below 0x80.
@inline(__always) private func places(of byte: UInt8, _ eight: UInt64) -> UInt64 {
  ~(((eight ^ eightTimes &* UInt64(byte)) | high) &- eightTimes) & ~eight & high
}

/// Memory that text is written into, which must be large enough.
struct UTF8Output {
  private let base: UnsafeMutablePointer<UInt8>?

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { base = buffer.baseAddress }

  /// Writes a scalar's value in UTF-8, and gives the offset behind it.
  @inline(__always)
  func write(_ value: UInt32, at end: Int) -> Int {
    guard let base else { return end }
    func put(_ offset: Int, _ lead: UInt32, _ shift: UInt32) {
      let bits = lead == 0x80 ? value >> shift & 0x3F : value >> shift
      base[end + offset] = UInt8(truncatingIfNeeded: lead | bits)
    }
    if value < 0x80 {
      put(0, 0, 0)
      return end + 1
    }
    if value < 0x800 {
      put(0, 0xC0, 6)
      put(1, 0x80, 0)
      return end + 2
    }
    if value < 0x10000 {
      put(0, 0xE0, 12)
      put(1, 0x80, 6)
      put(2, 0x80, 0)
      return end + 3
    }
    put(0, 0xF0, 18)
    put(1, 0x80, 12)
    put(2, 0x80, 6)
    put(3, 0x80, 0)
    return end + 4
  }

  /// Writes bytes that are UTF-8.
  @inline(__always)
  func copy(_ bytes: UnsafeBufferPointer<UInt8>, at end: Int) {
    guard let base, let source = bytes.baseAddress else { return }
    (base + end).update(from: source, count: bytes.count)
  }

  /// Writes a packed piece of up to three bytes: its bytes from the lowest, its length above them.
  @inline(__always)
  func write(packed: UInt32, at end: Int) -> Int {
    guard let base else { return end }
    UnsafeMutableRawPointer(base + end).storeBytes(of: packed.littleEndian, as: UInt32.self)
    return end + Int(packed >> 24)
  }
}

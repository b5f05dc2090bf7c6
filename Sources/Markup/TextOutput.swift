#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Bytes that grow at their end.
///
/// An array looks at every append whether it is shared; a plain text is thousands of short ones.
struct TextOutput: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = capacity + 64
    base = UnsafeMutablePointer.allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  var isEmpty: Bool { count == 0 }
  var last: UInt8? { count == 0 ? nil : base[count - 1] }
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  @inline(__always) mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  @inline(__always) mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
    guard let start = run.baseAddress, run.count > 0 else { return }
    reserve(run.count)
    memcpy(base + count, start, run.count)
    count += run.count
  }

  mutating func append(utf8 scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar).unsafelyUnwrapped { append(byte) }
  }

  mutating func removeLast() { count -= 1 }

  @inline(__always) private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never) private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    memcpy(larger, base, count)
    base.deallocate()
    base = larger
  }
}

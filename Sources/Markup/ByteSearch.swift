#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte at or after `start`, by the C library's vectorised search.
  ///
  /// A search within a part of a document must be given the part's end: looking through the rest of
  /// the document for every part is quadratic.
  @inline(__always)
  func firstIndex(ofByte byte: UInt8, from start: Int, to end: Int? = nil) -> Int? {
    let end = end ?? count
    guard start < end, end <= count, let base = baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The first place of a short ASCII text at or after `start`, and whole before `end`.
  func firstRange(of text: StaticString, from start: Int, to end: Int? = nil) -> Range<Int>? {
    let end = end ?? count
    var at = start
    while let found = firstIndex(ofByte: text.utf8Start.pointee, from: at, to: end) {
      if hasText(text, at: found) {
        let range = found..<(found + text.utf8CodeUnitCount)
        return range.upperBound <= end ? range : nil
      }
      at = found + 1
    }
    return nil
  }

  /// Whether an ASCII text stands at an offset.
  @inline(__always) func hasText(_ text: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + text.utf8CodeUnitCount <= count, let base = baseAddress else {
      return false
    }
    return memcmp(base + start, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  /// Whether an ASCII text in lower case stands at an offset, in whatever case.
  func hasTextIgnoringCase(_ text: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + text.utf8CodeUnitCount <= count else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where lowercased(self[start + offset]) != text.utf8Start[offset] { return false }
    return true
  }
}

/// The lower case of an ASCII letter; every other byte as it is.
@inline(__always) func lowercased(_ byte: UInt8) -> UInt8 {
  byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
}

/// Space, tab, line feed, form feed or carriage return.
@inline(__always) func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
}

/// A byte that can begin a name in markup.
@inline(__always) func isNameStart(_ byte: UInt8) -> Bool {
  (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_") || byte >= 0x80
    || byte == UInt8(ascii: ":")
}

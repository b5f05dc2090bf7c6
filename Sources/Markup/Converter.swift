internal import CLibXML2

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A converter of the C library into UTF-8.
final class Converter {
  private let handle: iconv_t

  /// Only names of our own tables are given to the library.
  init?(from name: String) {
    guard let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else { return nil }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// Converts the bytes; one that cannot be converted becomes U+FFFD and counts as broken.
  ///
  /// Each turn takes at least one byte or fills the piece, so it ends.
  func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, givingUpAfter most: Int = .max
  ) -> (text: [UInt8], broken: Int) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    var broken = 0
    iconv(handle, nil, nil, nil, nil)
    // The library takes the source as not constant, and does not write to it.
    let source = UnsafeMutableRawPointer(mutating: UnsafeRawPointer(bytes.baseAddress))
    var input = source?.assumingMemoryBound(to: CChar.self)
    var left = bytes.count
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 65_536) { piece in
      func flushed(_ room: Int) {
        let written = UnsafeRawBufferPointer(
          rebasing: UnsafeRawBufferPointer(piece)[..<(piece.count - room)])
        text.append(contentsOf: written)
      }
      while left > 0, broken < most {
        var output = piece.baseAddress
        var room = piece.count
        let before = left
        let result = iconv(handle, &input, &left, &output, &room)
        let reason = errno
        flushed(room)
        guard result == -1, left > 0, reason != E2BIG || before == left && room == piece.count
        else { continue }
        text.append(contentsOf: [0xEF, 0xBF, 0xBD])
        broken += 1
        input = input.map { $0 + 1 }
        left -= 1
      }
      // Some hold a letter back until they know that no accent follows it.
      var output = piece.baseAddress
      var room = piece.count
      iconv(handle, nil, nil, &output, &room)
      flushed(room)
    }
    return (text, broken)
  }
}

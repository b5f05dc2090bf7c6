/// Where the parts of an address stand in its text, as offsets in bytes.
///
/// Foundation takes a microsecond or two to read a URL, and the links of a feed of twenty entries are
/// looked at some thousand times on their way into the database. Addresses that are written as
/// nearly all are (RFC 3986 to the letter, no name and password, a host in small letters) are read
/// once, here; what is written in any other way is left to Foundation.
struct AddressLayout: Sendable {
  /// The first byte of the host.
  let host: UInt16
  /// The end of the host; the `:` of a port if there is one.
  let hostEnd: UInt16
  /// The start of the path, which may be empty.
  let path: UInt16
  /// The end of the path; the `?` of a query if there is one.
  let pathEnd: UInt16
  /// The end of the query; the `#` of a fragment if there is one.
  let queryEnd: UInt16
  /// Whether a `%` stands anywhere.
  let isEncoded: Bool

  /// Nil for what is not written plainly.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= UInt16.max, let host = Self.endOfScheme(bytes) else { return nil }
    var index = host
    while index < bytes.count, Self.kinds[Int(bytes[index])] & Self.inHost != 0 { index += 1 }
    let hostEnd = index
    guard hostEnd > host else { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
      index += 1
      while index < bytes.count, bytes[index].isDigit { index += 1 }
      guard (2...6).contains(index - hostEnd), bytes[hostEnd + 1] != 0x30 else { return nil }
    }
    let path = index
    var (pathEnd, queryEnd) = (bytes.count, bytes.count)
    var isEncoded = false
    if index < bytes.count, bytes[index] != UInt8(ascii: "/") {
      guard bytes[index] == UInt8(ascii: "?") || bytes[index] == UInt8(ascii: "#") else {
        return nil
      }
    }
    while index < bytes.count {
      let byte = bytes[index]
      if Self.kinds[Int(byte)] & Self.inPath == 0 {
        switch byte {
        case UInt8(ascii: "/"): break
        case UInt8(ascii: "?"):
          if pathEnd == bytes.count { pathEnd = index }
        case UInt8(ascii: "#"):
          // A second one may not stand in a fragment.
          guard queryEnd == bytes.count else { return nil }
          queryEnd = index
          pathEnd = min(pathEnd, index)
        case UInt8(ascii: "%"):
          guard index + 2 < bytes.count, Self.kinds[Int(bytes[index + 1])] & Self.isDigit != 0,
            Self.kinds[Int(bytes[index + 2])] & Self.isDigit != 0
          else { return nil }
          isEncoded = true
        default: return nil
        }
      }
      index += 1
    }
    (self.host, self.hostEnd, self.path) = (UInt16(host), UInt16(hostEnd), UInt16(path))
    (self.pathEnd, self.queryEnd) = (UInt16(pathEnd), UInt16(queryEnd))
    self.isEncoded = isEncoded
  }

  /// Where the host starts, after `http://` or `https://`.
  private static func endOfScheme(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count > 8, bytes[0] == UInt8(ascii: "h"), bytes[1] == UInt8(ascii: "t"),
      bytes[2] == UInt8(ascii: "t"), bytes[3] == UInt8(ascii: "p")
    else { return nil }
    let colon = bytes[4] == UInt8(ascii: "s") ? 5 : 4
    return bytes[colon] == UInt8(ascii: ":") && bytes[colon + 1] == UInt8(ascii: "/")
      && bytes[colon + 2] == UInt8(ascii: "/") ? colon + 3 : nil
  }

  private static let inHost: UInt8 = 1
  /// What stands in a path, a query and a fragment for itself alone.
  private static let inPath: UInt8 = 2
  /// The digits of base sixteen.
  private static let isDigit: UInt8 = 4

  private static let kinds: [UInt8] = (0...255).map { (byte: UInt8) in
    var kind: UInt8 = 0
    if "abcdefghijklmnopqrstuvwxyz0123456789-._".utf8.contains(byte) { kind |= inHost }
    if byte.isLetterOrDigit || "-._~!$&'()*+,;=:@".utf8.contains(byte) { kind |= inPath }
    if "0123456789abcdefABCDEF".utf8.contains(byte) { kind |= isDigit }
    return kind
  }
}

internal import Foundation

/// An IPv4 or IPv6 address: 4 or 16 bytes in network order.
struct IPAddress: Sendable, Hashable, CustomStringConvertible {
  let bytes: [UInt8]

  /// An address from the bytes of a socket; nil unless there are 4 or 16.
  init?(bytes: [UInt8]) {
    guard bytes.count == 4 || bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  /// Reads `192.0.2.1` or `2001:db8::1`, with or without brackets.
  init?(_ text: some StringProtocol) {
    var text = String(text)
    if text.hasPrefix("["), text.hasSuffix("]") { text = String(text.dropFirst().dropLast()) }
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: &four) { Array($0.prefix(4)) }
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      bytes = withUnsafeBytes(of: &six) { Array($0.prefix(16)) }
    } else {
      return nil
    }
  }

  /// The IPv4 address inside an IPv4-mapped one (`::ffff:127.0.0.1`), which reaches the same host.
  var unwrapped: IPAddress {
    let mapped: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]
    guard bytes.count == 16, Array(bytes.prefix(12)) == mapped else { return self }
    return IPAddress(bytes: Array(bytes.suffix(4))) ?? self
  }

  /// Whether the address belongs to the open internet.
  var isGlobal: Bool {
    let real = unwrapped
    // Of IPv6 only 2000::/3 has been given out; everything else is private, local or multicast.
    if real.bytes.count == 16, real.bytes[0] & 0xE0 != 0x20 { return false }
    return !Self.special.contains { $0.contains(real) }
  }

  /// What IANA's special-purpose registries (RFC 6890 and successors) take out of the global space.
  private static let special: [Networks.Block] = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
    "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
    "224.0.0.0/4", "240.0.0.0/4",
    // Teredo, ORCHID, documentation, 6to4 and other blocks of 2001::/23: tunnels into IPv4.
    "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
  ].compactMap { Networks.Block($0) }

  var description: String {
    if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
    var text = [CChar](repeating: 0, count: 64)
    var copy = bytes
    inet_ntop(AF_INET6, &copy, &text, socklen_t(text.count))
    return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

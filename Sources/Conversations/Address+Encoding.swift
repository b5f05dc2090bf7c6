internal import Foundation

extension Address {
  /// The text with everything in percent signs that no address may hold, and every other byte as it is.
  ///
  /// Foundation writes all of a text anew where a single character is wrong, the `%` of what was
  /// encoded before among it: `a%20b"` became `a%2520b%22`.
  static func encoded(_ text: String) -> String {
    guard text.utf8.contains(where: isForbidden) else { return text }
    let start = endOfHost(text)
    let head = text[..<start]
    // Foundation knows how names beyond ASCII are written.
    let site =
      head.utf8.contains { $0 >= 0x80 } ? URL(string: String(head))?.absoluteString : String(head)
    guard let site else { return text }
    var bytes = Array(site.utf8)
    let rest = Array(text[start...].utf8)
    for (index, byte) in rest.enumerated() {
      let isLonePercent = byte == UInt8(ascii: "%") && !isEncoded(rest, at: index)
      if isForbidden(byte) || isLonePercent {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(contentsOf: [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  /// RFC 3986: what stands in no path, query or fragment.
  private static func isForbidden(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "[")...UInt8(ascii: "^"), UInt8(ascii: "`"),
      UInt8(ascii: "{")...UInt8(ascii: "}"):
      true
    default: false
    }
  }

  private static func isEncoded(_ bytes: [UInt8], at index: Int) -> Bool {
    index + 2 < bytes.count && digits.contains(upper(bytes[index + 1]))
      && digits.contains(upper(bytes[index + 2]))
  }

  private static func upper(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "a") < 26 ? byte & 0xDF : byte
  }

  /// Where the path, the query or the fragment begins; the start of a relative reference.
  private static func endOfHost(_ text: String) -> String.Index {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      text.utf8[colon...].starts(with: "://".utf8)
    else { return text.startIndex }
    let host = text.utf8[colon...].dropFirst(3)
    return host.firstIndex { "/?#".utf8.contains($0) } ?? text.endIndex
  }
}

package import Foundation

/// An absolute http or https URL.
///
/// Feeds hold all sorts of addresses (`javascript:`, `mailto:`, relative ones, ones with spaces);
/// what could not be opened in a browser never becomes an `Address`.
package struct Address: Sendable, Hashable, CustomStringConvertible {
  /// The whole URL, as a browser would send it.
  package let text: String

  /// Reads `text`, resolved against `base` if it is relative; nil for anything but http and https.
  package init?(_ text: String, relativeTo base: Address? = nil) {
    // Every link of every entry comes by here several times, and hardly any has space around it.
    let trimmed =
      Self.isBare(text.utf8.first) && Self.isBare(text.utf8.last)
      ? text : text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty, trimmed.utf8.count <= Self.longest,
      let url = URL(string: Self.encoded(trimmed), relativeTo: base?.url)?.absoluteURL,
      let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https",
      let host = url.host(percentEncoded: true), !host.isEmpty
    else { return nil }
    self.text = Self.smallHost(url.absoluteString)
  }

  /// Whether a byte is ASCII that nobody trims away.
  private static func isBare(_ byte: UInt8?) -> Bool {
    byte.map { (0x21...0x7E).contains($0) } ?? true
  }

  /// Scheme and host in small letters, as browsers send them; the rest has its capitals.
  private static func smallHost(_ text: String) -> String {
    let bytes = text.utf8
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      bytes[colon...].starts(with: "://".utf8)
    else { return text }
    let host = bytes[colon...].dropFirst(3)
    let end = host.firstIndex { "/?#".utf8.contains($0) } ?? host.endIndex
    let start = bytes[..<end]
    // Names and passwords before the host keep their capitals.
    guard start.contains(where: Self.isCapital), !start.contains(UInt8(ascii: "@")) else {
      return text
    }
    return text[..<end].lowercased() + text[end...]
  }

  /// Beyond ASCII a host is written in percent signs or Punycode by now.
  private static func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  /// An address that was accepted before; storing it need not be paid for by reading it again.
  package init(stored text: String) { self.text = text }

  /// Longer URLs are nobody's link to a discussion; browsers and servers give up at about this size.
  private static let longest = 8192

  /// The address as Foundation's type; never nil for what `init` let through.
  package var url: URL? { URL(string: text) }

  /// The host in lower case, without a leading `www.`.
  package var host: String {
    let host = url?.host(percentEncoded: false)?.lowercased() ?? ""
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// The path, percent-decoded, split at its slashes without empty parts.
  package var pathParts: [String] {
    (url?.path(percentEncoded: false) ?? "").split(separator: "/").map(String.init)
  }

  /// The first value of a query parameter, percent-decoded.
  package func parameter(_ name: String) -> String? {
    guard let url, let parts = URLComponents(url: url, resolvingAgainstBaseURL: false) else {
      return nil
    }
    return parts.queryItems?.first { $0.name == name }?.value
  }

  package var description: String { text }
}

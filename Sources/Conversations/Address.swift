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
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty, trimmed.utf8.count <= Self.longest,
      let url = URL(string: trimmed, relativeTo: base?.url)?.absoluteURL,
      let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https",
      let host = url.host(percentEncoded: true), !host.isEmpty
    else { return nil }
    self.text = Self.smallHost(url.absoluteString)
  }

  /// Scheme and host in small letters, as browsers send them; the rest has its capitals.
  private static func smallHost(_ text: String) -> String {
    guard let slashes = text.range(of: "://") else { return text }
    let end = text[slashes.upperBound...].firstIndex { "/?#".contains($0) } ?? text.endIndex
    let start = text[..<end]
    // Names and passwords before the host keep their capitals.
    return start.contains("@") ? text : start.lowercased() + text[end...]
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

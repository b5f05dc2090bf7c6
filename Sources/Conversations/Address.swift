package import Foundation

/// An absolute http or https URL.
///
/// Feeds hold all sorts of addresses (`javascript:`, `mailto:`, relative ones, ones with spaces);
/// what could not be opened in a browser never becomes an `Address`.
package struct Address: Sendable, Hashable, CustomStringConvertible {
  /// The whole URL, as a browser would send it.
  package let text: String
  /// Where its parts stand; nil if Foundation has to tell.
  private let layout: AddressLayout?

  /// Reads `text`, resolved against `base` if it is relative; nil for anything but http and https.
  package init?(_ text: String, relativeTo base: Address? = nil) {
    if text.utf8.count <= Self.longest, let layout = Self.layout(of: text) {
      self.init(text: text, layout: layout)
      return
    }
    // Every link of every entry comes by here several times, and hardly any has space around it.
    let trimmed =
      Self.isBare(text.utf8.first) && Self.isBare(text.utf8.last)
      ? text : text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isEmpty, trimmed.utf8.count <= Self.longest,
      let url = URL(string: Self.encoded(trimmed), relativeTo: base?.url)?.absoluteURL,
      let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https",
      let host = url.host(percentEncoded: true), !host.isEmpty
    else { return nil }
    self.init(stored: Self.smallHost(url.absoluteString))
  }

  /// An address that was accepted before; storing it need not be paid for by reading it again.
  package init(stored text: String) { self.init(text: text, layout: Self.layout(of: text)) }

  private init(text: String, layout: AddressLayout?) {
    self.text = text
    self.layout = layout
  }

  package static func == (left: Address, right: Address) -> Bool { left.text == right.text }

  package func hash(into hasher: inout Hasher) { hasher.combine(text) }

  private static func layout(of text: String) -> AddressLayout? {
    var text = text
    return text.withUTF8 { AddressLayout($0) }
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

  /// Longer URLs are nobody's link to a discussion; browsers and servers give up at about this size.
  private static let longest = 8192

  /// The address as Foundation's type; never nil for what `init` let through.
  package var url: URL? { URL(string: text) }

  /// The host in lower case, without a leading `www.`.
  package var host: String {
    let host =
      layout.map { part($0.host, $0.hostEnd) }
      ?? url?.host(percentEncoded: false)?.lowercased() ?? ""
    return host.utf8.starts(with: "www.".utf8) ? String(host.utf8.dropFirst(4)) ?? host : host
  }

  /// The path, percent-decoded, split at its slashes without empty parts.
  package var pathParts: [String] {
    if let layout, !layout.isEncoded {
      return part(layout.path, layout.pathEnd).utf8.split(separator: UInt8(ascii: "/"))
        .map { String(Substring($0)) }
    }
    return (url?.path(percentEncoded: false) ?? "").split(separator: "/").map(String.init)
  }

  /// The first value of a query parameter, percent-decoded.
  package func parameter(_ name: String) -> String? {
    if let layout, !layout.isEncoded {
      return parts.query?.first { $0.name == name }?.value
    }
    return components?.queryItems?.first { $0.name == name }?.value
  }

  /// What stands after `#`, percent-decoded: a part of the page; nil if there is no `#`.
  package var fragment: String? {
    if let layout, !layout.isEncoded { return parts.fragment }
    return url?.fragment(percentEncoded: false)
  }

  /// The whole page, without `#` and what follows.
  package var withoutFragment: Address {
    if let layout { return Address(stored: part(0, layout.queryEnd)) }
    return changed { $0.fragment = nil }
  }

  /// The same without the name and password before the host, which are for its server alone: what is
  /// stored of a feed, and the base of what stands in it, has none.
  package var withoutCredentials: Address {
    // Where there are any, Foundation has to tell the parts.
    if layout != nil { return self }
    let plain = Self.withoutCredentials(text)
    return plain == text ? self : Address(plain) ?? Address(stored: plain)
  }

  /// The address with the name and password of one that leads to it, within the same scheme, host and
  /// port: they are for that server alone.
  package func withCredentials(of origin: Address) -> Address {
    guard origin.withoutCredentials != origin, let from = origin.url, let to = url,
      from.scheme == to.scheme, from.host() == to.host(), from.port == to.port
    else { return self }
    return changed { parts in
      parts.percentEncodedUser = from.user()
      parts.percentEncodedPassword = from.password()
    }
  }

  /// The page without parameters, for places where they only say where a click came from.
  package var withoutQuery: Address {
    if let layout { return Address(stored: part(0, layout.pathEnd)) }
    return changed {
      $0.fragment = nil
      $0.percentEncodedQuery = nil
    }
  }

  /// What stands behind the host, in percent signs as it is written.
  var parts: AddressParts {
    if let layout {
      return AddressParts(
        port: layout.hostEnd < layout.path ? Int(part(layout.hostEnd + 1, layout.path)) : nil,
        path: part(layout.path, layout.pathEnd),
        query: layout.pathEnd < layout.queryEnd
          ? AddressParts.items(part(layout.pathEnd + 1, layout.queryEnd)) : nil,
        fragment: layout.queryEnd < text.utf8.count
          ? part(layout.queryEnd + 1, UInt16(text.utf8.count)) : nil)
    }
    let parts = components
    return AddressParts(
      port: parts?.port, path: parts?.percentEncodedPath ?? "",
      query: parts?.percentEncodedQueryItems?.map { ($0.name, $0.value) },
      fragment: parts?.percentEncodedFragment)
  }

  /// The address with some of its parts changed.
  package func changed(_ change: (inout URLComponents) -> Void) -> Address {
    guard var parts = components else { return self }
    change(&parts)
    return parts.string.flatMap { Address($0) } ?? self
  }

  private var components: URLComponents? {
    url.flatMap { URLComponents(url: $0, resolvingAgainstBaseURL: false) }
  }

  private func part(_ start: UInt16, _ end: UInt16) -> String {
    var text = text
    return text.withUTF8 { String(decoding: $0[Int(start)..<Int(end)], as: UTF8.self) }
  }

  package var description: String { text }
}

/// What stands behind the host of an address, in percent signs as it is written.
struct AddressParts {
  var port: Int?
  var path: String
  /// Nil if there is no `?`.
  var query: [(name: String, value: String?)]?
  /// Nil if there is no `#`.
  var fragment: String?

  /// The parameters of a query; one without `=` has no value.
  static func items(_ query: String) -> [(name: String, value: String?)] {
    if query.isEmpty { return [] }
    return query.utf8.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).map {
      item in
      guard let sign = item.firstIndex(of: UInt8(ascii: "=")) else {
        return (String(Substring(item)), nil)
      }
      return (
        String(Substring(item[..<sign])), String(Substring(item[item.index(after: sign)...]))
      )
    }
  }
}

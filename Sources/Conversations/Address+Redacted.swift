internal import Foundation

extension Address {
  /// The address without what nobody else may see: the name and password before the host, and the
  /// values of parameters that are keys (Reddit's private feeds carry `feed=TOKEN`).
  ///
  /// Everything that is shown, logged or exported goes through here.
  package var redacted: String {
    var rest = Substring(text)
    var shown = ""
    if let slashes = rest.range(of: "://") {
      shown += rest[..<slashes.upperBound]
      rest = rest[slashes.upperBound...]
      let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      if let at = authority.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    }
    guard let mark = rest.firstIndex(of: "?") else { return shown + rest }
    let query = rest[rest.index(after: mark)...]
    let parts = query.split(separator: "&", omittingEmptySubsequences: false)
    let isPrivate = parts.contains { $0.hasPrefix("user=") }
    return shown + rest[...mark]
      + parts.map { Self.hidingKey($0, isPrivate: isPrivate) }.joined(separator: "&")
  }

  private static func hidingKey(_ part: Substring, isPrivate: Bool) -> String {
    guard let equals = part.firstIndex(of: "=") else { return String(part) }
    let name = part[..<equals].lowercased()
    let value = part[part.index(after: equals)...]
    let isFeedKey = name == "feed" && (isPrivate || value.utf8.count >= 16)
    guard keys.contains(name) || isFeedKey else {
      return String(part)
    }
    return part[...equals] + "…"
  }

  /// A feed's name, redacted if it is an address: files are named by their path.
  package static func redacted(_ feed: String) -> String { Address(feed)?.redacted ?? feed }

  /// Parameters whose values let anybody in. `feed` is one only beside `user`, as Reddit writes it, or
  /// when it is long: WordPress writes `?feed=rss2`.
  private static let keys: Set<String> = [
    "token", "key", "api_key", "apikey", "api-key", "access_token", "auth", "auth_token",
    "private_token", "feed_token", "rss_token", "secret", "password", "passwd", "pass", "sig",
    "signature", "session",
  ]
}

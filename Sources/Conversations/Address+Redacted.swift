internal import Foundation

extension Address {
  /// The address without what nobody else may see: the name and password before the host, and the
  /// values of parameters that are keys (Reddit's private feeds carry `feed=TOKEN`).
  ///
  /// Everything that is shown, logged or exported goes through here.
  package var redacted: String { Self.redacted(text) }

  /// A feed's name, redacted if it is an address of whatever scheme: files are named by their path.
  package static func redacted(_ feed: String) -> String {
    let plain = withoutCredentials(feed)
    guard let mark = plain.firstIndex(where: { $0 == "?" || $0 == "#" }) else { return plain }
    var shown = String(plain[..<mark])
    var parameters = plain[mark...]
    let isPrivate = parameters.contains("user=")
    // Keys stand behind the "#" too, where pages of a browser look for them.
    while let separator = parameters.first {
      shown.append(separator)
      var part = parameters.dropFirst().prefix { $0 != "&" && $0 != "#" }
      parameters = parameters[part.endIndex...]
      // Some part their parameters by ";"; of a key all the rest is hidden, whatever stands in it.
      while !part.isEmpty {
        let one = part.prefix { $0 != ";" && $0 != "?" }
        let hidden = hidingKey(one, isPrivate: isPrivate)
        shown += hidden
        guard hidden == one else { break }
        part = part[one.endIndex...]
        if let separator = part.popFirst() { shown.append(separator) }
      }
    }
    return shown
  }

  /// The text of an address of whatever scheme without the name and password before its host; any other
  /// text as it is.
  package static func withoutCredentials(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "@")),
      let start = text.firstRange(of: "://")?.upperBound
        ?? (text.hasPrefix("//") ? text.index(text.startIndex, offsetBy: 2) : nil)
    else { return text }
    let authority = text[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    guard let at = authority.lastIndex(of: "@") else { return text }
    return String(text[..<start] + text[text.index(after: at)...])
  }

  private static func hidingKey(_ part: Substring, isPrivate: Bool) -> String {
    guard let equals = part.firstIndex(of: "=") else { return String(part) }
    let written = String(part[..<equals])
    let name = (written.removingPercentEncoding ?? written).lowercased()
      .filter { $0 != "-" && $0 != "_" }
    let value = part[part.index(after: equals)...]
    let isFeedKey = name == "feed" && (isPrivate || value.utf8.count >= 16)
    guard !value.isEmpty, isFeedKey || isKey(name) else { return String(part) }
    return part[...equals] + "…"
  }

  /// Whether the value of a parameter lets anybody in, by its name without dashes. `feed` is one only
  /// beside `user`, as Reddit writes it, or when it is long: WordPress writes `?feed=rss2`.
  private static func isKey(_ name: String) -> Bool {
    keys.contains(name)
      || ["token", "secret", "password", "apikey", "signature", "sessionid"].contains {
        name.hasSuffix($0)
      }
  }

  private static let keys: Set<String> = [
    "key", "rsskey", "feedkey", "accesskey", "authkey", "privatekey", "userkey", "auth", "passwd",
    "passphrase", "pass", "pwd", "pw", "sig", "hmac", "jwt", "bearer", "credentials", "session",
    "sessid", "phpsessid", "xamzcredential", "oauth",
  ]
}

internal import Foundation

extension Address {
  /// The text under which two links to one page are equal, in whatever way they were shared.
  ///
  /// More is taken off than for `canonical`, by which threads are called and which must stay as it is:
  /// wrappers that count clicks, AMP and mobile pages, names of index pages, and what only tells who
  /// shared the link.
  package var page: String {
    let target = unwrapped
    let parts = target.parts
    var host = Self.desktopHost(target.host)
    var path = Self.plainPath(parts.path)
    var query = (parts.query ?? []).map { item in
      (name: Self.plainEscapes(item.name), value: item.value.map(Self.plainEscapes) ?? "")
    }
    query.removeAll { Self.tellsNoPage($0.name.lowercased(), $0.value, host: host) }
    Self.shorten(&host, &path, &query)
    query.sort { ($0.name, $0.value) < ($1.name, $1.value) }
    let port = parts.port.map { $0 == 80 || $0 == 443 ? "" : ":\($0)" } ?? ""
    let parameters = query.map { $0.value.isEmpty ? $0.name : "\($0.name)=\($0.value)" }
      .joined(separator: "&")
    // A fragment is a place on the page, unless a program shows another page by it.
    let fragment = parts.fragment ?? ""
    let route = fragment.hasPrefix("!") || fragment.hasPrefix("/") ? "#\(fragment)" : ""
    return "\(host)\(port)\(path)\(parameters.isEmpty ? "" : "?\(parameters)")\(route)"
  }

  /// The page behind the links that only count clicks; some wrap each other.
  private var unwrapped: Address {
    var address = self
    for _ in 0..<4 {
      guard let target = address.wrapped else { break }
      address = target
    }
    return address
  }

  /// The address that this one only passes on to; nil if it is a page itself.
  private var wrapped: Address? {
    let parts = pathParts
    if host.hasPrefix("google."), let first = parts.first {
      if first == "url" { return (parameter("url") ?? parameter("q")).flatMap { Address($0) } }
      if first == "amp", parts.count > 1 { return Self.cached(parts.dropFirst()) }
    }
    // Google's cache of AMP pages: /c/s/HOST/PATH, without the "s" for http.
    if host.hasSuffix(".cdn.ampproject.org"), parts.count > 1 {
      return Self.cached(parts.dropFirst())
    }
    if host == "href.li" { return url?.query(percentEncoded: false).flatMap { Address($0) } }
    if host == "web.archive.org", parts.count > 2, parts[0] == "web",
      let start = text.firstRange(of: "/\(parts[1])/")
    {
      return Address(String(text[start.upperBound...]))
    }
    guard let (_, path, name) = Self.wrappers.first(where: { $0.host == host }),
      path == nil || path == parts.first
    else { return nil }
    return parameter(name).flatMap { Address($0) }
  }

  /// The address that a cache keeps a copy of.
  private static func cached(_ parts: ArraySlice<String>) -> Address? {
    let isSecure = parts.first == "s"
    let rest = (isSecure ? parts.dropFirst() : parts).joined(separator: "/")
    return Address("\(isSecure ? "https" : "http")://\(rest)")
  }

  /// The parameter in which each passes on the address, for all of its pages or those of one folder.
  private static let wrappers: [(host: String, path: String?, parameter: String)] = [
    ("l.facebook.com", "l.php", "u"), ("lm.facebook.com", "l.php", "u"),
    ("l.instagram.com", nil, "u"), ("l.messenger.com", "l.php", "u"),
    ("out.reddit.com", nil, "url"), ("t.umblr.com", "redirect", "z"),
    ("youtube.com", "redirect", "q"), ("duckduckgo.com", "l", "uddg"),
    ("steamcommunity.com", "linkfilter", "url"), ("vk.com", "away.php", "to"),
    ("slack-redir.net", "link", "url"), ("medium.com", "r", "url"),
    ("getpocket.com", "redirect", "url"), ("linkedin.com", "redir", "url"),
  ]

  /// The host that a desk is served by.
  private static func desktopHost(_ host: String) -> String {
    var host = host.hasSuffix(".") ? String(host.dropLast()) : host
    // en.m.wikipedia.org
    if host.hasSuffix(".wikipedia.org") { host = host.replacing(".m.", with: ".") }
    if host.hasSuffix(".reddit.com") { host = "reddit.com" }
    if ["x.com", "vxtwitter.com", "fxtwitter.com"].contains(host) { host = "twitter.com" }
    for prefix in ["m.", "mobile.", "old.", "amp."] where host.hasPrefix(prefix) {
      let rest = host.dropFirst(prefix.count)
      if rest.contains(".") { return String(rest) }
    }
    return host
  }

  /// A path without what names the same page again: `/amp`, `index.html`, doubled and last slashes.
  private static func plainPath(_ path: String) -> String {
    var parts = path.split(separator: "/").map { plainEscapes(String($0)) }
    if let session = parts.last?.lowercased().firstRange(of: ";jsessionid=") {
      parts[parts.count - 1] = String(parts[parts.count - 1][..<session.lowerBound])
    }
    if parts.count > 1, parts.first == "amp" { parts.removeFirst() }
    if parts.last == "amp" { parts.removeLast() }
    if let last = parts.last {
      for (ending, stays) in [(".amp.html", ".html"), (".amp", "")] where last.hasSuffix(ending) {
        parts[parts.count - 1] = last.dropLast(ending.count) + stays
        break
      }
    }
    if let last = parts.last?.lowercased(), indexPages.contains(last) { parts.removeLast() }
    return parts.map { "/\($0)" }.joined()
  }

  private static let indexPages: Set<String> = [
    "index.html", "index.htm", "index.php", "index.shtml", "default.aspx", "default.asp",
  ]

  /// Percent signs as RFC 3986 wants them (section 6.2.2): capitals, and none before a letter, a digit
  /// or one of `-._~`.
  private static func plainEscapes(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let code = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      else {
        plain.append(bytes[index])
        index += 1
        continue
      }
      let isUnreserved = code.isLetterOrDigit || "-._~".utf8.contains(code)
      plain += isUnreserved ? [code] : Array("%\(String(code, radix: 16, uppercase: true))".utf8)
      index += 3
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Whether a parameter tells who shared a link or in which form, and not which page it is.
  private static func tellsNoPage(_ name: String, _ value: String, host: String) -> Bool {
    if isTracking(name) || sharers.contains(name) { return true }
    if ["at_", "pk_", "mtm_", "hsa_", "guce_"].contains(where: name.hasPrefix) { return true }
    switch name {
    case "amp": return ["", "1", "true"].contains(value)
    case "outputtype": return value == "amp"
    // To places of source code it is a branch.
    case "ref": return !["github.com", "gitlab.com", "codeberg.org"].contains(host)
    case "source": return value.hasPrefix("rss") || host.hasSuffix("medium.com")
    case "s", "t": return host == "twitter.com"
    case "tag", "th", "psc": return isAmazon(host)
    default: return false
    }
  }

  private static let sharers: Set<String> = [
    "igsh", "mibextid", "_ga", "_gl", "mkt_tok", "trk", "trkcampaign", "vero_id", "oly_enc_id",
    "xtor", "wt.mc_id", "ocid", "ncid", "smid", "smtyp", "cmp", "srsltid", "gad_source", "gbraid",
    "wbraid", "ttclid", "twclid", "li_fat_id", "epik", "guccounter", "soc_src", "soc_trk",
    "sr_share", "sharetype", "share", "ref_", "referrer", "unlocked_article_code", "giftcopy",
    "reflink", "spm", "ito",
  ]

  private static func isAmazon(_ host: String) -> Bool { host.hasPrefix("amazon.") }

  /// Brings the short and the long links of a few large places together.
  private static func shorten(
    _ host: inout String, _ path: inout String, _ query: inout [(name: String, value: String)]
  ) {
    let parts = path.split(separator: "/").map(String.init)
    switch host {
    case "youtu.be" where parts.count == 1: watch(parts[0])
    case "youtube.com" where parts.count == 2 && ["shorts", "embed", "live"].contains(parts[0]):
      watch(parts[1])
    case "youtube.com" where parts == ["watch"]:
      // The list that it was watched in, and the second, are no other video.
      query.removeAll { $0.name != "v" }
    case "redd.it" where parts.count == 1: (host, path) = ("reddit.com", "/comments/\(parts[0])")
    case "reddit.com":
      // The title in the address is for people; the id names the thread.
      guard let place = parts.firstIndex(of: "comments"), parts.count > place + 1 else { return }
      (path, query) = ("/comments/\(parts[place + 1].lowercased())", [])
    case _ where isAmazon(host):
      guard let place = parts.firstIndex(where: { $0 == "dp" || $0 == "product" }),
        parts.count > place + 1
      else { return }
      (path, query) = ("/dp/\(parts[place + 1])", [])
    default: break
    }
    func watch(_ id: String) {
      (host, path) = ("youtube.com", "/watch")
      query = [(name: "v", value: id)]
    }
  }
}

extension UInt8 {
  /// Whether it is a digit of ASCII.
  var isDigit: Bool { (0x30...0x39).contains(self) }

  /// Whether it is a letter or a digit of ASCII.
  var isLetterOrDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}

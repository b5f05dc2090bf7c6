extension Address {
  /// The text under which two addresses of the same page are equal.
  ///
  /// Scheme, `www.`, `m.` and `old.` hosts, fragments, a trailing slash, the order of parameters and
  /// the parameters that only track (`utm_…`, `fbclid`) do not tell pages apart; they are seen
  /// wherever a link is shared twice. Threads are called by it: what else is the same page is `page`.
  package var canonical: String {
    let parts = parts
    let kept = (parts.query ?? []).filter { !Self.isTracking($0.name.lowercased()) }
      .sorted { ($0.name, $0.value ?? "") < ($1.name, $1.value ?? "") }
      .map { item in item.value.map { "\(item.name)=\($0)" } ?? item.name }
    var path = parts.path.utf8[...]
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    let port = parts.port.map { $0 == 80 || $0 == 443 ? "" : ":\($0)" } ?? ""
    let query = kept.isEmpty ? "" : "?\(kept.joined(separator: "&"))"
    // "#!topic/12" is a page, not a place on one.
    let route = parts.fragment.map { $0.utf8.first == UInt8(ascii: "!") ? "#\($0)" : "" } ?? ""
    return "\(Self.plainHost(host))\(port)\(Substring(path))\(query)\(route)"
  }

  private static func plainHost(_ host: String) -> String {
    for prefix in ["m.", "mobile.", "old.", "amp."] where host.hasPrefix(prefix) {
      let rest = host.dropFirst(prefix.count)
      // "m.example" alone is a name, not the mobile page of one.
      if rest.contains(".") { return String(rest) }
    }
    return host
  }

  static func isTracking(_ name: String) -> Bool {
    name.hasPrefix("utm_") || trackers.contains(name)
  }

  /// Parameters that say where a click came from, never which page it leads to.
  private static let trackers: Set<String> = [
    "fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid", "ref_src", "ref_url",
    "share_id", "si", "sid", "cmpid", "_hsenc", "_hsmi", "yclid", "wt_mc", "rdt_cid",
  ]
}

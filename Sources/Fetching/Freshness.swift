internal import Foundation

/// How long HTTP says that an answer stays fresh.
enum Freshness {
  /// The lifetime after `max-age`, else after `Expires` (RFC 9111, 4.2.1).
  ///
  /// `no-cache`, `no-store`, `max-age=0` and an `Expires` in the past are no wish for more visits:
  /// they only mean that the server has nothing to say. `s-maxage` is for shared caches.
  static func lifetime(_ headers: Headers, now: Date) -> Duration? {
    var maxAge: Duration?
    for part in headers.values("cache-control").flatMap({ $0.lowercased().split(separator: ",") }) {
      let pair = part.split(separator: "=", maxSplits: 1)
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " \t\"")) }
      if pair == ["no-cache"] || pair == ["no-store"] { return nil }
      if pair.count == 2, pair[0] == "max-age" { maxAge = maxAge ?? Duration(header: pair[1]) }
    }
    if let maxAge { return maxAge > .zero ? maxAge : nil }
    guard let expires = headers.values("expires").first.flatMap(HTTPDate.parse) else { return nil }
    let told = headers.values("date").first.flatMap(HTTPDate.parse) ?? now
    let seconds = expires.timeIntervalSince(told)
    return seconds > 0 ? .seconds(min(seconds, 3_155_760_000)) : nil
  }

  /// How much of its lifetime an answer spent in caches on the way (`Age`; RFC 9111, 5.1).
  static func age(_ headers: Headers) -> Duration {
    headers.values("age").first?.split(separator: ",").first.flatMap { Duration(header: $0) }
      ?? .zero
  }

  /// Whether the answer says anything at all about freshness; if not, older hints stay.
  static func isTold(_ headers: Headers) -> Bool {
    !headers.values("cache-control").isEmpty || !headers.values("expires").isEmpty
  }
}

package import Conversations
package import Foundation

/// The rules of visiting: a pure function from what is remembered, what was answered and the time
/// to what is to be remembered. It has no clock and asks nobody.
package struct Politeness: Sendable, Hashable {
  /// How often a feed is asked for if nobody says anything about it.
  package var interval: Duration

  package init(every interval: Duration = .seconds(3600)) { self.interval = interval }

  /// Nothing is put off for longer, whatever a server or a backoff says.
  static let longest = Duration.seconds(6 * 86_400)
  static let shortest = Duration.seconds(30 * 60)
  /// No rule puts anything off for longer than this: a clock was wrong when such a moment was written.
  static let horizon = Duration.seconds(7 * 86_400)
  /// A feed that moved is asked for at its old place again after so many failures at the new one.
  static let failuresBeforeReturn = 3

  /// Whether the feed may be asked for now, as far as the feed itself is concerned; its host may
  /// still be closed. `forced` overrides freshness and backoff, never a 410.
  package func isDue(_ visit: Visit, now: Date, forced: Bool = false) -> Bool {
    if visit.state == .gone { return false }
    guard let due = visit.nextDue, !forced else { return true }
    // The clock was put back since: the moment was counted from a time that has yet to come.
    if let attempted = visit.attempted, attempted > now + .minute { return true }
    return !(due > now && due <= now + Self.horizon)
  }

  /// Whether a feed is not due only because its host is closed, and the host opens in no more than
  /// `patience`.
  package func isHeldBack(
    _ visit: Visit, by closures: some Collection<HostClosure>, now: Date, patience: Duration
  ) -> Bool {
    guard !closures.isEmpty, visit.state != .gone, let due = visit.nextDue,
      let host = address(of: visit)?.limitedHost,
      let until = closedUntil(closures.first { $0.host == host }, now: now)
    else { return false }
    return due <= until && until <= now + patience
  }

  /// Since when a feed has waited for its turn. A visit that has yet to come was counted by a wrong
  /// clock: such a feed would come last for years.
  package func lastAsked(_ visit: Visit, now: Date) -> Date {
    guard let attempted = visit.attempted, attempted <= now + .minute else { return .distantPast }
    return attempted
  }

  /// Where a feed is asked for; nil if that is not http or https.
  package func address(of visit: Visit) -> Address? {
    (visit.movedTo ?? Address(visit.feed))?.asked
  }

  /// Whether a host is closed, and until when. A closure more than a week ahead is a clock's fault.
  package func closedUntil(_ closure: HostClosure?, now: Date) -> Date? {
    guard let until = closure?.until, until > now, until <= now + Self.horizon else { return nil }
    return until
  }

  /// The closure of the host that answered; nil if it is open. `previous` is what was known of it.
  ///
  /// 429 and 503 with `Retry-After`, and a spent budget, close the host until then (1 s to 6 days).
  /// One that names no moment closes it for 15 minutes, twice as long each time; a 429 of Reddit,
  /// which never names one and counts by the minute, for 65 s. An answer that was under way when the
  /// host closed makes the closure longer, never shorter.
  package func closure(
    _ host: String, _ answer: Answer, previous: HostClosure?, now: Date
  ) -> HostClosure? {
    let closed = closedUntil(previous, now: now)
    if let until = HostLimit.told(answer, now: now) {
      let bounded = min(max(until, now + .seconds(1)), now + Self.longest).wholeSecond
      if let closed, closed >= bounded { return previous }
      return HostClosure(host: host, until: bounded, strikes: 0)
    }
    guard closed == nil else { return previous }
    guard answer.status == 429 || answer.status == 503 else { return nil }
    let strikes = min(max(previous?.strikes ?? 0, 0), 19) + 1
    let wait: Duration =
      host == "reddit.com" && answer.status == 429
      ? .seconds(65) : .seconds(900 << Int64(strikes - 1))
    let until = (now + min(wait, Self.longest)).wholeSecond
    return HostClosure(host: host, until: until, strikes: strikes)
  }
}

extension Address {
  /// The name under which limits count: the host with a port of its own; all of Reddit is one.
  package var limitedHost: String {
    var host = host
    // "beans.example." is the same host.
    if host.hasSuffix(".") { host.removeLast() }
    if host == "reddit.com" || host.hasSuffix(".reddit.com") { return "reddit.com" }
    guard let url, let port = url.port, port != (url.scheme?.lowercased() == "https" ? 443 : 80)
    else { return host }
    return "\(host):\(port)"
  }

  /// The address as it goes over the wire, by which two of one resource are equal: without a
  /// fragment, and with "/" for an empty path.
  var asked: Address {
    guard let url, var parts = URLComponents(url: url, resolvingAgainstBaseURL: false),
      parts.fragment != nil || parts.percentEncodedPath.isEmpty
    else { return self }
    parts.percentEncodedFragment = nil
    if parts.percentEncodedPath.isEmpty { parts.percentEncodedPath = "/" }
    return parts.url.flatMap { Address($0.absoluteString) } ?? self
  }
}

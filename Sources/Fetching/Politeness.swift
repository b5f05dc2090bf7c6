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
  /// A feed that moved is asked for at its old place again after so many failures at the new one.
  static let failuresBeforeReturn = 3

  /// Whether the feed may be asked for now, as far as the feed itself is concerned; its host may
  /// still be closed. `forced` overrides freshness and backoff, never a 410.
  package func isDue(_ visit: Visit, now: Date, forced: Bool = false) -> Bool {
    if visit.state == .gone { return false }
    guard let due = visit.nextDue, !forced else { return true }
    // No rule puts a feed off for a week: a clock was wrong when this was written.
    return due <= now || due > now + .seconds(7 * 86_400)
  }

  /// What to ask for; nil if the feed's address is not http or https.
  package func request(for visit: Visit) -> Request? {
    guard let address = visit.movedTo ?? Address(visit.feed) else { return nil }
    return Request(address: address, validators: visit.validators)
  }

  /// Whether a host is closed, and until when. A closure more than a week ahead is a clock's fault.
  package func closedUntil(_ closure: HostClosure?, now: Date) -> Date? {
    guard let until = closure?.until, until > now, until <= now + .seconds(7 * 86_400) else {
      return nil
    }
    return until
  }

  /// The closure of the host that answered; nil if it is open. `previous` is what was known of it.
  ///
  /// 429 and 503 with `Retry-After`, and a spent budget, close the host until then (1 s to 6 days).
  /// A 429 that names no moment closes it for 15 minutes, twice as long each time; Reddit, which
  /// never names one and counts by the minute, for 65 s.
  package func closure(
    _ host: String, _ answer: Answer, previous: HostClosure?, now: Date
  ) -> HostClosure? {
    if let until = HostLimit.told(answer, now: now) {
      let bounded = min(max(until, now + .seconds(1)), now + Self.longest)
      return HostClosure(host: host, until: bounded, strikes: 0)
    }
    if answer.status == 429 {
      let strikes = min((previous?.strikes ?? 0) + 1, 20)
      let wait: Duration =
        host == "reddit.com" ? .seconds(65) : .seconds(900 << Int64(strikes - 1))
      return HostClosure(host: host, until: now + min(wait, Self.longest), strikes: strikes)
    }
    // An answer that was under way when the host closed does not open it.
    return closedUntil(previous, now: now) == nil ? nil : previous
  }
}

extension Address {
  /// The name under which limits count: the host with a port of its own; all of Reddit is one.
  package var limitedHost: String {
    let host = host
    if host == "reddit.com" || host.hasSuffix(".reddit.com") { return "reddit.com" }
    guard let url, let port = url.port, port != (url.scheme?.lowercased() == "https" ? 443 : 80)
    else { return host }
    return "\(host):\(port)"
  }
}

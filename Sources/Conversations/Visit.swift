package import Foundation

/// All that must be remembered about a feed between two visits, so that the next one is polite.
package struct Visit: Sendable, Hashable {
  /// The feed, as subscribed.
  package var feed: String
  /// What the server gave to ask "anything new?" with.
  package var validators: Validators?
  /// The last time the feed was asked for, whatever came of it.
  package var attempted: Date?
  /// The last time it answered with a feed or "nothing new".
  package var succeeded: Date?
  /// What the server and the feed said about how often to ask; kept when an answer says nothing.
  package var hints: Hints
  /// When the feed may be asked for again.
  package var nextDue: Date?
  /// The failures in a row; 0 when well.
  package var failures: Int
  /// The HTTP status of the last answer; nil if there was none.
  package var status: Int?
  /// What went wrong last time, for people; empty when well.
  package var problem: String
  /// Where the feed moved to for good.
  package var movedTo: Address?
  package var state: State

  /// Whether a feed is still asked for.
  package enum State: String, Sendable, Hashable {
    case active
    /// The server said 410: it is never asked again unless a person enables it.
    case gone
  }

  /// A feed's `ETag` and `Last-Modified`, byte for byte, with the URL that gave them.
  package struct Validators: Sendable, Hashable {
    package var address: Address
    package var etag: [UInt8]?
    package var lastModified: [UInt8]?

    package init(address: Address, etag: [UInt8]?, lastModified: [UInt8]?) {
      self.address = address
      self.etag = etag
      self.lastModified = lastModified
    }
  }

  /// How often a feed wants to be asked for.
  package struct Hints: Sendable, Hashable, Codable {
    /// How long HTTP says that an answer stays fresh (`max-age`, else `Expires`).
    package var lifetime: Duration?
    /// The interval that the feed itself asks for (`ttl`, `sy:updatePeriod`).
    package var interval: Duration?
    /// Hours of the day, 0 to 23 GMT, in which nobody should ask.
    package var skipHours: Set<Int> = []
    /// Days of the week, 1 (Sunday) to 7, in which nobody should ask.
    package var skipDays: Set<Int> = []

    package init() {}
  }

  /// A feed that was never visited.
  package init(feed: String) {
    self.feed = feed
    hints = Hints()
    failures = 0
    problem = ""
    state = .active
  }
}

/// A host that asked to be left alone until a moment.
package struct HostClosure: Sendable, Hashable {
  package var host: String
  package var until: Date
  /// How many times in a row it closed without saying until when; each doubles the wait.
  package var strikes: Int

  package init(host: String, until: Date, strikes: Int) {
    self.host = host
    self.until = until
    self.strikes = strikes
  }
}

package import Foundation

/// The stretch of time whose conversations are asked for: from `since` up to `until`, both with them.
package struct TimeWindow: Sendable, Hashable {
  package var since: Date
  package var until: Date

  package init(since: Date, until: Date) {
    self.since = since
    self.until = until
  }
}

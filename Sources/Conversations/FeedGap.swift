package import Foundation

/// A stretch of time of which posts of a feed may have been missed: a document brought only new ones,
/// and there may have been more between those and what was known.
package struct FeedGap: Sendable, Hashable {
  /// When the newest post was published that was known.
  package var from: Date
  /// When the oldest post of the document was published that brought only new ones.
  package var until: Date
  package var noticed: Date
  /// When the feed was read before that.
  package var readBefore: Date

  package init(from: Date, until: Date, noticed: Date, readBefore: Date) {
    self.from = from
    self.until = until
    self.noticed = noticed
    self.readBefore = readBefore
  }

  /// Whether it is still worth telling: for a week, and not if a clock was wrong.
  package func isRecent(at now: Date) -> Bool {
    noticed <= now && now.timeIntervalSince(noticed) < Self.lifetime
  }

  private static let lifetime: TimeInterval = 7 * 86_400
}

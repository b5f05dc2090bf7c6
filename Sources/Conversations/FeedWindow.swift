package import Foundation

/// How far back the last document of a feed reached, which tells how often it has something new.
package struct FeedWindow: Sendable, Hashable {
  /// How many entries the document had.
  package var length: Int
  /// When its oldest entry was published.
  package var oldest: Date
  /// When it came, in an answer to a request for this feed alone.
  package var read: Date

  package init(length: Int, oldest: Date, read: Date) {
    self.length = length
    self.oldest = oldest
    self.read = read
  }

  /// How many posts a day the feed has: as many as stood in the document, over the time from the
  /// oldest of them to the reading; nil for fewer than two.
  package var postsPerDay: Double? {
    guard length > 1 else { return nil }
    return Double(length) * 86_400 / max(1, read.timeIntervalSince(oldest))
  }
}

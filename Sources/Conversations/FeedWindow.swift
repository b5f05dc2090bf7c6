package import Foundation

/// How far back the last document of a feed reached, which tells how often it has something new.
package struct FeedWindow: Sendable, Hashable {
  /// How many entries the document had.
  package var length: Int
  /// When its oldest entry was published.
  package var oldest: Date
  /// When it came, in an answer to a request for this feed alone.
  package var read: Date
  /// When such a document last held posts that an answer for several feeds should have brought before;
  /// nil if none did.
  package var missedTogether: Date?

  package init(length: Int, oldest: Date, read: Date, missedTogether: Date? = nil) {
    self.length = length
    self.oldest = oldest
    self.read = read
    self.missedTogether = missedTogether
  }

  /// So much later than it was written a post may appear, or so far two clocks may differ.
  package static let lateness: TimeInterval = 30 * 60

  /// How many posts a day the feed has: as many as stood in the document, over the time from the
  /// oldest of them to the reading; nil for fewer than two.
  package var postsPerDay: Double? {
    guard length > 1 else { return nil }
    return Double(length) * 86_400 / max(1, read.timeIntervalSince(oldest))
  }
}

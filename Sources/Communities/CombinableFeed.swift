package import Conversations
package import Foundation

/// A feed that may be asked for together with others, as far as its last visit tells.
package struct CombinableFeed: Sendable, Hashable {
  /// The feed, as subscribed.
  package let feed: String
  /// Where it moved to, if it did: only to another address of the same rooms it goes together with others.
  let movedTo: String?
  /// When it was last read whole, alone or by its part of a combined answer.
  let lastRead: Date
  /// When it was last asked for alone: only then it is seen that a community was closed.
  let readAlone: Date
  let postsPerDay: Double

  /// Nil for a feed that was never read, failed, is gone, gave validators to ask it with alone, or
  /// lately had posts that combined answers had not; and where a clock went back.
  package init?(_ visit: Visit, _ window: FeedWindow?, at now: Date) {
    // What was refused for its host's sake has a problem, and has not failed.
    guard visit.state == .active, visit.failures == 0, visit.validators == nil,
      let lastRead = visit.succeeded, let window,
      lastRead <= now, window.read <= now,
      window.missedTogether.map({ now.timeIntervalSince($0) > Self.caution }) ?? true
    else { return nil }
    feed = visit.feed
    movedTo = visit.movedTo?.text
    self.lastRead = lastRead
    readAlone = window.read
    postsPerDay = window.postsPerDay ?? Self.fewPosts
  }

  /// How many posts it will have had since the moment that an answer has to reach back to.
  func expectedPosts(at now: Date) -> Double {
    postsPerDay * now.timeIntervalSince(lastRead - FeedWindow.lateness) / 86_400
  }

  /// So long a feed stays alone of which an answer for several had not all.
  private static let caution: TimeInterval = 7 * 86_400
  /// What is assumed of a community in which a single post was seen, a day.
  private static let fewPosts = 1.0
}

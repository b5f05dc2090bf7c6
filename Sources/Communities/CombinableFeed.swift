package import Conversations
package import Foundation

/// A feed that may be asked for together with others, as far as its last visit tells.
package struct CombinableFeed: Sendable, Hashable {
  /// The feed, as subscribed.
  package let feed: String
  /// When it was last read whole, alone or by its part of a combined answer.
  let lastRead: Date
  /// When it was last asked for alone: only then it is seen that a community was closed.
  let readAlone: Date
  let postsPerDay: Double

  /// Nil for a feed that was never read, failed, moved, is gone, or gave validators to ask it with
  /// alone; and where a clock went back.
  package init?(_ visit: Visit, _ window: FeedWindow?, at now: Date) {
    guard visit.state == .active, visit.failures == 0, visit.problem.isEmpty,
      visit.validators == nil, visit.movedTo == nil, let lastRead = visit.succeeded, let window,
      lastRead <= now, window.read <= now
    else { return nil }
    feed = visit.feed
    self.lastRead = lastRead
    readAlone = window.read
    postsPerDay = window.postsPerDay ?? Self.fewPosts
  }

  /// How many posts it will have had since the moment that an answer has to reach back to.
  func expectedPosts(at now: Date) -> Double {
    postsPerDay * now.timeIntervalSince(lastRead - CombinedFeed.lateness) / 86_400
  }

  /// What is assumed of a community in which a single post was seen, a day.
  private static let fewPosts = 1.0
}

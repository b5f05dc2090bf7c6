internal import Conversations
internal import Foundation
internal import Storage
internal import Subscriptions

/// The feed of the replies of threads that the team takes part in: it is asked for beside the
/// subscriptions, and stands in no list.
struct FollowedFeed: Sendable {
  /// The address, which is its name among the visits.
  var feed: String
  /// The conversation it is asked for; of several the first.
  var conversation: ConversationID
  /// The threads whose entries are wanted: a feed may hold others, or lie.
  var threads: Set<String>
  /// The last time that somebody said something in them.
  var lastActivity: Date

  /// Whether it may be asked for again: a thread that has been quiet for a while is asked for a
  /// quarter of that while after the last time, at most a day after.
  func isDue(_ visit: Visit, at now: Date) -> Bool {
    guard let last = visit.attempted else { return true }
    let quiet = max(0, now.timeIntervalSince(lastActivity))
    let next = last.addingTimeInterval(min(quiet / 4, Self.longestPause))
    // A clock was wrong when the last time was written.
    return next <= now || last > now
  }

  /// A thread in which nobody said anything for so long, nor joined it, is over.
  static let lifetime: TimeInterval = 30 * 86_400
  private static let longestPause: TimeInterval = 86_400
}

extension OpenWorkspace {
  /// The feeds of replies that are followed now: of what is joined or snoozed, while it lives.
  ///
  /// Those that are subscribed anyway are left out, and those whose address has a key in it: nobody
  /// gave it to be asked by us.
  func followedFeeds(beside list: FeedList) async throws -> [FollowedFeed] {
    var followed: [String: FollowedFeed] = [:]
    var order: [String] = []
    for feed in try await store.repliesFeeds(at: now) {
      let isAlive = now < max(feed.lastActivity, feed.wanted) + FollowedFeed.lifetime
      guard isAlive, feed.address.redacted == feed.address.text,
        list.subscription(to: feed.address.text) == nil
      else { continue }
      let name = feed.address.text
      if followed[name] == nil { order.append(name) }
      var one =
        followed[name]
        ?? FollowedFeed(
          feed: name, conversation: feed.conversation, threads: [], lastActivity: .distantPast)
      one.threads.insert(feed.thread)
      one.lastActivity = max(one.lastActivity, feed.lastActivity)
      followed[name] = one
    }
    return order.compactMap { followed[$0] }
  }
}

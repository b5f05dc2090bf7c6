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

  /// Those of a document's posts that are of the threads: what says so, and what answers a post of
  /// them, or one of the posts that are `known` already, by its id.
  func own(_ posts: [Post], known: Set<String>) -> [Post] {
    var accepted = known
    var waiting: [String: [Post]] = [:]
    var arrived: [String] = Array(known)
    for post in posts {
      if threads.contains(post.thread) {
        arrived.append(post.id)
      } else if case .reply(to: let parent?) = post.role {
        waiting[parent, default: []].append(post)
      }
    }
    while let id = arrived.popLast() {
      accepted.insert(id)
      arrived += (waiting.removeValue(forKey: id) ?? []).map(\.id)
    }
    return posts.filter { accepted.contains($0.id) }
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

  /// The ids by which an entry of a followed feed may name a post of its conversation: those of the
  /// feed itself, and those that are the same everywhere (`tag:`, `urn:`, URLs).
  func postIDs(of followed: FollowedFeed) async throws -> Set<String> {
    let stored = try await store.conversations(.named(followed.conversation.text)).first
    let posts = stored?.conversation.posts ?? []
    return Set(
      posts.filter { $0.feed == followed.feed || $0.id.contains(":") }.map(\.id))
  }
}

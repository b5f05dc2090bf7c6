package import Conversations
package import Foundation
internal import GRDB

/// When things were said in a feed that had nothing new for a while.
package struct QuietFeed: Sendable, Hashable {
  /// When each of its posts was said, else came in.
  package var posts: [Date]
  /// How many conversations they are of.
  package var conversations: Int
}

/// What is stored of a community, by the name that its posts have.
package struct StoredCommunity: Sendable, Hashable {
  package var name: String
  package var posts: Int
  package var conversations: Int
  /// When somebody last said something there.
  package var lastActivity: Date
}

/// A post of a room, without its words.
package struct RoomPost: Sendable, Hashable {
  /// The number of its conversation.
  package var conversation: Int64
  package var isReply: Bool
  /// When it was said; nil if nobody tells.
  package var published: Date?
  package var activity: Date

  package init(conversation: Int64, isReply: Bool, published: Date?, activity: Date) {
    self.conversation = conversation
    self.isReply = isReply
    self.published = published
    self.activity = activity
  }
}

extension Store {
  /// The feeds in which nothing was said since `recently`, as they stood at a moment, by their
  /// subscriptions. Others are left out: their posts need not be looked at.
  package func quietFeeds(
    since recently: Date, until: Date
  ) async throws(StorageFailure) -> [String: QuietFeed] {
    try await reading { database in
      let lively = try Int64.fetchSet(
        database, sql: "SELECT DISTINCT feed FROM posts WHERE activity > ? AND activity <= ?",
        arguments: [recently.stored, until.stored])
      let feeds = try Row.fetchAll(database, sql: "SELECT id, url FROM feeds")
      let posts = try database.cachedStatement(
        sql: """
          SELECT min(coalesce(published, seen), seen) AS said, conversation FROM posts
          WHERE feed = ? ORDER BY said
          """)
      var quiet: [String: QuietFeed] = [:]
      for feed in feeds where !lively.contains(feed[0]) {
        var conversations: Set<Int64> = []
        var times: [Date] = []
        let rows = try Row.fetchCursor(posts, arguments: [feed[0] as Int64])
        while let row = try rows.next() {
          let said = Date(stored: row[0])
          guard said <= until else { break }
          times.append(said)
          conversations.insert(row[1])
        }
        quiet[feed[1]] = QuietFeed(posts: times, conversations: conversations.count)
      }
      return quiet
    }
  }

  /// What is stored of each community, by name. Every post is looked at.
  package func storedCommunities() async throws(StorageFailure) -> [StoredCommunity] {
    try await reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT community, count(*), count(DISTINCT conversation), max(activity)
          FROM posts GROUP BY community ORDER BY community
          """
      ).map {
        StoredCommunity(
          name: $0[0], posts: $0[1], conversations: $0[2], lastActivity: Date(stored: $0[3]))
      }
    }
  }

  /// The posts of communities of which somebody said something within a window, and the feeds that any
  /// post of theirs came in.
  package func posts(
    in communities: [String], active window: TimeWindow
  ) async throws(StorageFailure) -> (posts: [RoomPost], feeds: [String]) {
    let places = communities.map { _ in "?" }.joined(separator: ", ")
    let names = StatementArguments(communities)
    return try await reading { database in
      let posts = try Row.fetchAll(
        database,
        sql: """
          SELECT conversation, is_reply, published, activity FROM posts
          WHERE activity >= ? AND activity <= ? AND community IN (\(places))
          """,
        arguments: [window.since.stored, window.until.stored] + names)
      let feeds = try String.fetchAll(
        database,
        sql: """
          SELECT url FROM feeds WHERE id IN (
            SELECT feed FROM posts WHERE community IN (\(places)))
          ORDER BY url
          """,
        arguments: names)
      return (
        posts.map {
          RoomPost(
            conversation: $0[0], isReply: $0[1],
            published: ($0[2] as Int64?).map(Date.init(stored:)), activity: Date(stored: $0[3]))
        }, feeds
      )
    }
  }
}

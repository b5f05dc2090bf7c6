package import Conversations
package import Foundation
internal import GRDB

/// A reply, and when it was said.
package struct Said: Sendable, Hashable {
  package var post: Post
  /// When it was published, else when it came in; never later than that, whatever a feed says.
  package var at: Date
}

/// The feed of a thread's replies, and what decides whether it is still asked for.
package struct RepliesFeed: Sendable, Hashable {
  package var conversation: ConversationID
  /// The thread whose entries are wanted.
  package var thread: String
  package var address: Address
  /// The last time somebody said something in the thread.
  package var lastActivity: Date
  /// When the team last joined the conversation or put it off.
  package var wanted: Date
}

extension Store {
  /// The stored replies of conversations that were said up to a moment, each once, the oldest first.
  package func replies(
    in ids: some Collection<ConversationID> & Sendable, until: Date
  ) async throws(StorageFailure) -> [ConversationID: [Said]] {
    // Names are letters and digits.
    let names = "[\(ids.map { "\"\($0.text)\"" }.joined(separator: ","))]"
    return try await reading { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT \(Post.columns()),
            min(coalesce(posts.published, posts.edited, posts.seen), posts.seen) AS said
          FROM json_each(?) AS chosen
          CROSS JOIN conversations ON conversations.name = chosen.value
          CROSS JOIN posts ON posts.conversation = conversations.id
          CROSS JOIN feeds ON feeds.id = posts.feed
          WHERE said <= ?
          ORDER BY said, posts.id
          """,
        arguments: [names, until.stored])
      var replies: [ConversationID: [Said]] = [:]
      var openings: [ConversationID: Post] = [:]
      var seen: Set<[String]> = []
      while let row = try rows.next() {
        let id = ConversationID(stored: row[0])
        let post = Post(row: row)
        // The same post may stand in several feeds.
        guard seen.insert([id.text, post.id]).inserted else { continue }
        if post.role == .opening {
          guard let opening = openings[id] else {
            openings[id] = post
            continue
          }
          guard post.isAnswer(to: opening) else { continue }
        }
        replies[id, default: []].append(Said(post: post, at: Date(stored: row["said"])))
      }
      return replies
    }
  }

  /// The feeds of replies of the conversations that are joined, and of those that are put off beyond
  /// a moment, as posts that were read from the web tell them.
  package func repliesFeeds(at moment: Date) async throws(StorageFailure) -> [RepliesFeed] {
    try await reading { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT conversations.name, conversations.thread, posts.replies_feed,
            (SELECT max(activity) FROM posts WHERE conversation = conversations.id),
            (SELECT max(at) FROM acts WHERE conversation = conversations.id AND undone IS NULL
              AND kind IN ('joined', 'snoozed'))
          FROM conversations
          CROSS JOIN posts ON posts.conversation = conversations.id
          CROSS JOIN feeds ON feeds.id = posts.feed
          WHERE conversations.id IN (
              SELECT id FROM conversations WHERE state = 'joined' AND state <> 'new'
              UNION SELECT id FROM conversations WHERE snoozed_until > ?)
            AND posts.replies_feed IS NOT NULL
            AND (feeds.url LIKE 'http://%' OR feeds.url LIKE 'https://%')
          GROUP BY conversations.id, posts.replies_feed
          ORDER BY conversations.name, posts.replies_feed
          """,
        arguments: [moment.stored])
      return rows.map { row in
        RepliesFeed(
          conversation: ConversationID(stored: row[0]), thread: row[1],
          address: Address(stored: row[2]), lastActivity: Date(stored: row[3]),
          wanted: Date(stored: row[4] ?? 0))
      }
    }
  }
}

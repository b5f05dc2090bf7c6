package import Foundation
internal import GRDB

/// How long after the opening of its thread a reply came.
package struct StoredDelay: Sendable, Hashable {
  /// The number of the conversation.
  package var conversation: Int64
  package var opened: Date
  /// From the opening to the reply, in seconds.
  package var seconds: TimeInterval
}

/// How long people of a community go on answering, as it was learned last.
package struct StoredClock: Sendable, Hashable {
  package var community: String
  /// The ages of a thread, in seconds, by which half of its replies have come, and nine in ten.
  package var half: TimeInterval
  package var most: TimeInterval

  package init(community: String, half: TimeInterval, most: TimeInterval) {
    self.community = community
    self.half = half
    self.most = most
  }
}

extension Store {
  /// The clocks of all communities that have one.
  package func clocks() async throws(StorageFailure) -> [StoredClock] {
    try await reading { database in
      try Row.fetchAll(database, sql: "SELECT community, half, most FROM clocks").map {
        StoredClock(community: $0[0], half: $0[1], most: $0[2])
      }
    }
  }

  /// Notes how long after their openings the replies came in the threads of some posts; returned are
  /// the communities for which there is something new.
  package func noteDelays(ofThreadsOf posts: [Int64]) async throws(StorageFailure) -> [String] {
    let list = Self.list(posts)
    return try await writing { database in
      // Most threads are one post, which the index of conversations tells without a look at it.
      let threads = try Int64.fetchAll(
        database,
        sql: """
          SELECT conversation FROM posts INDEXED BY posts_by_conversation
          WHERE conversation IN (
            SELECT conversation FROM json_each(?) AS wanted
            CROSS JOIN posts ON posts.id = wanted.value)
          GROUP BY conversation HAVING count(*) > 1
          """,
        arguments: [list])
      guard !threads.isEmpty else { return [] }
      let before = database.totalChangesCount
      // The same reply in two feeds came once.
      try database.execute(
        sql: """
          INSERT OR IGNORE INTO delays (post, community, conversation, opened, seconds)
          SELECT min(reply.id), opening.community, reply.conversation, min(opening.published),
            reply.published - min(opening.published)
          FROM json_each(?) AS thread
          CROSS JOIN posts AS opening ON opening.conversation = thread.value
          CROSS JOIN posts AS reply ON reply.conversation = thread.value
          WHERE NOT opening.is_reply AND reply.is_reply AND reply.published >= opening.published
          GROUP BY reply.conversation, reply.guid
          """,
        arguments: [Self.list(threads)])
      guard database.totalChangesCount > before else { return [] }
      return try String.fetchAll(
        database,
        sql: """
          SELECT DISTINCT community FROM json_each(?) AS thread
          CROSS JOIN posts ON conversation = thread.value WHERE NOT is_reply
          """,
        arguments: [Self.list(threads)])
    }
  }

  /// The delays of the latest replies in a community, at most so many; in whatever order they came in.
  package func delays(
    in community: String, most: Int
  ) async throws(StorageFailure) -> [StoredDelay] {
    try await reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT conversation, opened, seconds FROM delays WHERE community = ?
          ORDER BY opened + seconds DESC, seconds LIMIT ?
          """,
        arguments: [community, most]
      ).map {
        StoredDelay(
          conversation: $0[0], opened: Date(stored: $0[1]), seconds: $0[2])
      }
    }
  }

  /// Remembers the clock of a community, in the place of the one before; nil if it has none.
  package func set(
    clock: StoredClock?, of community: String
  ) async throws(StorageFailure) {
    try await writing { database in
      guard let clock else {
        try database.execute(
          sql: "DELETE FROM clocks WHERE community = ?", arguments: [community])
        return
      }
      try database.execute(
        sql: "INSERT OR REPLACE INTO clocks (community, half, most) VALUES (?, ?, ?)",
        arguments: [community, clock.half, clock.most])
    }
  }
}

package import Conversations
package import Foundation
internal import GRDB

extension Store {
  /// The numbers of the posts of the latest activity, rising: `count` of them, and those as late as the
  /// first of these.
  package func latestPosts(_ count: Int) async throws(StorageFailure) -> [Int64] {
    try await reading { database in
      try Int64.fetchAll(
        database,
        sql: """
          SELECT id FROM posts WHERE activity >= coalesce(
            (SELECT activity FROM posts ORDER BY activity DESC LIMIT 1 OFFSET ?), 0) ORDER BY id
          """,
        arguments: [count - 1])
    }
  }

  /// The number of the post that came in last; 0 if there is none.
  package func lastPost() async throws(StorageFailure) -> Int64 {
    try await reading { database in
      try Int64.fetchOne(database, sql: "SELECT max(id) FROM posts") ?? 0
    }
  }

  /// The conversations about which the team decided last, with their numbers: those in some states but
  /// `new`, the latest first, at most so many.
  package func decisions(
    in states: [ConversationState], most: Int
  ) async throws(StorageFailure) -> [(number: Int64, id: ConversationID)] {
    try await reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT id, name FROM conversations
          WHERE state <> 'new' AND state IN (\(states.map { _ in "?" }.joined(separator: ", ")))
          ORDER BY changed DESC, name LIMIT ?
          """,
        arguments: StatementArguments(states.map(\.rawValue)) + [most]
      ).map { (number: $0[0], id: ConversationID(stored: $0[1])) }
    }
  }

  /// What was learned for the profile and the decisions with a fingerprint, and the last post it was
  /// learned from.
  package func learned(
    fingerprint: String
  ) async throws(StorageFailure) -> (words: Data, lastPost: Int64)? {
    try await reading { database in
      try Row.fetchOne(
        database, sql: "SELECT words, last_post FROM learned WHERE fingerprint = ?",
        arguments: [fingerprint]
      ).map { ($0[0], $0[1]) }
    }
  }

  /// Remembers what was learned, in the place of what was learned for the same before.
  package func remember(
    learned words: Data, fingerprint: String, lastPost: Int64
  ) async throws(StorageFailure) {
    guard !isReadOnly else { return }
    try await writing { database in
      // Profiles and decisions change often, also where no post comes in; only the last few are worth
      // keeping, this one among them.
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO learned (fingerprint, last_post, words) VALUES (?, ?, ?);
          DELETE FROM learned WHERE fingerprint NOT IN (
            SELECT fingerprint FROM learned ORDER BY fingerprint = ? DESC, last_post DESC LIMIT 20);
          """,
        arguments: [fingerprint, lastPost, words, fingerprint])
    }
  }
}

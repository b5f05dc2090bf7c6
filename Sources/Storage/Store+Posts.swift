package import Conversations
internal import Foundation
internal import GRDB

extension Store {
  /// Hands every stored post to `body`, feed by feed in the order in which they came in, with its
  /// number in the row from 0.
  package func forEachPost(
    _ body: @escaping @Sendable (Int, Post) throws -> Void
  ) async throws {
    // What `body` throws (a closed output, say) is not the database's fault.
    do {
      try await readPosts(body)
    } catch let error as DatabaseError {
      throw StorageFailure(error, path: path)
    }
  }

  private func readPosts(_ body: @escaping @Sendable (Int, Post) throws -> Void) async throws {
    try await database.read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT \(Post.columns())
          FROM feeds
          JOIN posts ON posts.feed = feeds.id
          JOIN conversations ON conversations.id = posts.conversation
          ORDER BY feeds.id, posts.id
          """)
      var number = 0
      while let row = try rows.next() {
        try body(number, Post(row: row))
        number += 1
      }
    }
  }
}

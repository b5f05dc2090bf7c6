internal import GRDB

/// The statements that posts are stored with, made once for all documents of a transaction.
struct PostStatements {
  let byGuid: QuickStatement
  let byLink: QuickStatement
  let ofFeed: QuickStatement
  let insert: QuickStatement
  let update: QuickStatement
  let forgetWords: QuickStatement
  let conversation: QuickStatement
  let makeConversation: QuickStatement
  let crossPosts: CrossPostRecorder

  init(_ database: Database) throws {
    byGuid = try QuickStatement(database, sql: "\(StoredPost.query) WHERE feed = ? AND guid = ?")
    byLink = try QuickStatement(
      database, sql: "\(StoredPost.query) WHERE feed = ? AND link = ? AND title = ? LIMIT 1")
    ofFeed = try QuickStatement(database, sql: "SELECT 1 FROM posts WHERE feed = ? LIMIT 1")
    let columns = [
      "guid", "conversation", "community", "discussion", "link", "author", "title", "text",
      "published", "edited", "tags", "is_reply", "parent", "replies", "external", "votes",
      "access", "is_pinned", "replies_feed", "thread", "activity",
    ]
    let places = Array(repeating: "?", count: columns.count + 2).joined(separator: ", ")
    insert = try QuickStatement(
      database,
      sql: "INSERT INTO posts (\(columns.joined(separator: ", ")), feed, seen) VALUES (\(places))")
    update = try QuickStatement(
      database,
      sql: """
        UPDATE posts SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")),
          seen = min(seen, ?) WHERE id = ?
        """)
    forgetWords = try QuickStatement(
      database, sql: "INSERT OR IGNORE INTO unindexed (post) VALUES (?)")
    conversation = try QuickStatement(
      database, sql: "SELECT id FROM conversations WHERE thread = ?")
    makeConversation = try QuickStatement(
      database,
      sql:
        "INSERT INTO conversations (name, thread) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING id"
    )
    crossPosts = try CrossPostRecorder(database: database)
  }
}

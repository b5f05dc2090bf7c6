internal import Conversations
internal import Foundation
internal import GRDB

/// Stores which openings are one thing said in two places, as they come in: a list then only looks up
/// what it holds.
///
/// Every pair that shares a likeness is held against each other once, whichever comes first.
struct CrossPostRecorder {
  let database: Database
  private let holders: QuickStatement
  private let insert: QuickStatement
  private let posts: QuickStatement

  /// What more openings share is a form or a front page, and tells nothing of any two of them.
  private static let most = 64

  init(database: Database) throws {
    self.database = database
    holders = try QuickStatement(
      database, sql: "SELECT post FROM likenesses WHERE key = ? LIMIT \(Self.most + 1)")
    insert = try QuickStatement(
      database, sql: "INSERT INTO likenesses (key, post) VALUES (?, ?)")
    posts = try QuickStatement(
      database,
      sql: """
        SELECT posts.conversation, guid, community, conversations.thread, author, title, text,
          published, is_reply, is_pinned, external
        FROM posts JOIN conversations ON conversations.id = posts.conversation
        WHERE posts.id = ?
        """)
  }

  /// Finds what a new opening is a cross-post of, by its likenesses.
  func add(
    _ post: Post, _ likenesses: [Int64], as id: Int64, in conversation: Int64
  ) throws {
    // Nil is one that it is not the same as.
    var pairs: [Int64: Pair?] = [:]
    for key in likenesses {
      holders.bind(key, at: 0)
      let others = try holders.numbers()
      guard others.count <= Self.most else { continue }
      insert.bind(key, at: 0)
      insert.bind(id, at: 1)
      try insert.run()
      for other in others {
        if others.count == Self.most {
          try removePairs(of: other, by: key)
          continue
        }
        if pairs[other] == nil {
          pairs[other] = .some(try pair(id, post, in: conversation, with: other))
        }
        if let pair = pairs[other] ?? nil { try store(pair, by: key) }
      }
    }
  }

  /// The pair of two openings that are one thing said in two places; nil if they are not.
  private func pair(
    _ id: Int64, _ post: Post, in conversation: Int64, with other: Int64
  ) throws -> Pair? {
    guard let (second, place) = try self.post(other), place != conversation,
      crossPost(post, second).isSame
    else { return nil }
    return Pair(conversation: conversation, other: place, post: id, otherPost: other)
  }

  /// Forgets what a stored post is a cross-post of, before it changes.
  func remove(_ id: Int64) throws {
    guard let (post, _) = try post(id) else { return }
    let delete = try database.cachedStatement(
      sql: "DELETE FROM likenesses WHERE key = ? AND post = ?")
    for key in likenesses(of: post) {
      try removePairs(of: id, by: key)
      try delete.execute(arguments: [key, id])
    }
  }

  /// Finds the cross-posts among all posts that are stored.
  func recordAll() throws {
    for id in try Int64.fetchAll(database, sql: "SELECT id FROM posts WHERE NOT is_reply") {
      if let (post, conversation) = try post(id) {
        try add(post, likenesses(of: post), as: id, in: conversation)
      }
    }
  }

  /// A stored post, as far as it tells cross-posts. It is also read while an older database is brought
  /// up to date, so by no column that came later.
  private func post(_ id: Int64) throws -> (Post, conversation: Int64)? {
    posts.bind(id, at: 0)
    defer { posts.reset() }
    guard try posts.step() else { return nil }
    func text(_ column: Int32) -> String { posts.text(at: column) ?? "" }
    let post = Post(
      id: text(1), feed: "", community: text(2), thread: text(3), author: posts.text(at: 4),
      title: text(5), text: text(6), published: posts.number(at: 7).map(Date.init(stored:)),
      role: posts.number(at: 8) == 1 ? .reply(to: nil) : .opening,
      isPinned: posts.number(at: 9) == 1,
      external: posts.text(at: 10).map(Address.init(stored:)))
    return posts.number(at: 0).map { (post, $0) }
  }

  private func store(_ pair: Pair, by key: Int64) throws {
    let insert = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO cross_posts VALUES (?, ?, ?, ?, ?)")
    for pair in [pair, pair.turned] {
      try insert.execute(arguments: [pair.conversation, pair.other, pair.post, pair.otherPost, key])
    }
  }

  private func removePairs(of post: Int64, by key: Int64) throws {
    let home = try Int64.fetchOne(
      database, sql: "SELECT conversation FROM posts WHERE id = ?", arguments: [post])
    guard let conversation = home else { return }
    let find = try database.cachedStatement(
      sql: """
        SELECT other, other_post FROM cross_posts WHERE conversation = ? AND post = ? AND key = ?
        """)
    let delete = try database.cachedStatement(
      sql: """
        DELETE FROM cross_posts
        WHERE conversation = ? AND other = ? AND post = ? AND other_post = ? AND key = ?
        """)
    for row in try Row.fetchAll(find, arguments: [conversation, post, key]) {
      let pair = Pair(conversation: conversation, other: row[0], post: post, otherPost: row[1])
      for pair in [pair, pair.turned] {
        try delete.execute(
          arguments: [pair.conversation, pair.other, pair.post, pair.otherPost, key])
      }
    }
  }

  private struct Pair {
    var conversation: Int64
    var other: Int64
    var post: Int64
    var otherPost: Int64

    var turned: Pair {
      Pair(conversation: other, other: conversation, post: otherPost, otherPost: post)
    }
  }
}

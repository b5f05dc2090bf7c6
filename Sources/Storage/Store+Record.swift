package import Conversations
package import Foundation
internal import GRDB

/// What came of storing a document's posts.
package struct Recorded: Sendable, Hashable {
  /// Posts that had not been seen in this feed.
  package var new = 0
  /// Posts whose words, dates or number of replies changed.
  package var changed = 0
  /// Posts that were the same as before.
  package var known = 0

  package init(new: Int = 0, changed: Int = 0, known: Int = 0) {
    self.new = new
    self.changed = changed
    self.known = known
  }
}

extension Store {
  /// What a visit brought to read.
  package struct Document: Sendable {
    /// The feed's own title.
    package var title: String
    /// How many oddities were survived.
    package var notes: Int
    package var posts: [Post]

    package init(title: String, notes: Int, posts: [Post]) {
      self.title = title
      self.notes = notes
      self.posts = posts
    }
  }

  /// Stores a visit and the posts it brought in one transaction: after a crash both are there or
  /// neither is.
  ///
  /// The document is nil if there was nothing to read. Posts without a date of their own get that of
  /// `now`, when they came in.
  package func record(
    _ visit: Visit, document: Document? = nil, at now: Date
  ) async throws(StorageFailure) -> Recorded {
    try await writing { database in
      let feed = try visit.save(in: database)
      guard let document else { return Recorded() }
      try database.execute(
        sql: "UPDATE feeds SET title = ?, notes = ? WHERE id = ?",
        arguments: [document.title, document.notes, feed])
      var recorder = PostRecorder(
        database: database, feed: feed, now: now,
        present: Set(document.posts.map(\.id)))
      var recorded: Set<String> = []
      // An entry that stands twice in a document is one; the first is taken, each time it is read.
      for post in document.posts where recorded.insert(post.id).inserted {
        try recorder.record(post)
      }
      return recorder.result
    }
  }
}

/// Stores the posts of one document, telling new ones from changed and known ones.
private struct PostRecorder {
  let database: Database
  let feed: Int64
  let now: Date
  /// The guids in this document.
  let present: Set<String>
  var result = Recorded()
  private var conversations: [String: Int64] = [:]

  init(database: Database, feed: Int64, now: Date, present: Set<String>) {
    self.database = database
    self.feed = feed
    self.now = now
    self.present = present
  }

  mutating func record(_ post: Post) throws {
    let conversation = try conversation(of: post.thread)
    guard let stored = try find(post) else {
      try insert(post, in: conversation)
      result.new += 1
      return
    }
    if stored.isSame(as: post, conversation: conversation) {
      result.known += 1
    } else {
      try update(stored, to: post, in: conversation)
      result.changed += 1
    }
  }

  /// The stored post that `post` is: by its guid, else by link and title.
  ///
  /// Some feeds make a new guid each time they are asked; the link and the title together still tell
  /// the entry. A guid that stands in the same document is another entry, though: the comments of a
  /// thread often share both.
  private func find(_ post: Post) throws -> StoredPost? {
    let columns = """
      SELECT id, guid, title, text, published, edited, activity, replies, conversation FROM posts
      """
    let byGuid = try database.cachedStatement(sql: "\(columns) WHERE feed = ? AND guid = ?")
    if let row = try Row.fetchOne(byGuid, arguments: [feed, post.id]) {
      return StoredPost(row: row)
    }
    // Untitled posts and comments may share all this and still be different things.
    guard let link = post.link, !post.title.isEmpty, post.role == .opening else { return nil }
    let byLink = try database.cachedStatement(
      sql: "\(columns) WHERE feed = ? AND link = ? AND title = ? LIMIT 1")
    guard let row = try Row.fetchOne(byLink, arguments: [feed, link.text, post.title]) else {
      return nil
    }
    let stored = StoredPost(row: row)
    return present.contains(stored.guid) ? nil : stored
  }

  private mutating func conversation(of thread: String) throws -> Int64 {
    if let known = conversations[thread] { return known }
    let id = try storedConversation(of: thread) ?? newConversation(of: thread)
    conversations[thread] = id
    return id
  }

  private func storedConversation(of thread: String) throws -> Int64? {
    let statement = try database.cachedStatement(
      sql: "SELECT id FROM conversations WHERE thread = ?")
    return try Int64.fetchOne(statement, arguments: [thread])
  }

  /// Names the conversation of `thread`; if another thread has the name, the next one is tried.
  private func newConversation(of thread: String) throws -> Int64 {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO conversations (name, thread) VALUES (?, ?) ON CONFLICT (name) DO NOTHING
        RETURNING id
        """)
    var attempt = 0
    while true {
      let name = ConversationID(thread: thread, attempt: attempt).text
      if let id = try Int64.fetchOne(statement, arguments: [name, thread]) { return id }
      attempt += 1
    }
  }

  private func insert(_ post: Post, in conversation: Int64) throws {
    // A date in the future would keep a post at the top for ever.
    let activity = min(post.published ?? post.edited ?? now, now)
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO posts (guid, conversation, community, discussion, link, author, title, text,
          published, edited, tags, is_reply, parent, replies, external, votes, access, is_pinned,
          replies_feed, activity, feed, seen)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(
      arguments: values(of: post, in: conversation) + [activity.stored, feed, now.stored])
    try forgetWords(of: database.lastInsertedRowID)
  }

  /// The index does not hold a post's words, or not as they are now.
  private func forgetWords(of post: Int64) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO unindexed (post) VALUES (?)")
    try statement.execute(arguments: [post])
  }

  private func update(_ stored: StoredPost, to post: Post, in conversation: Int64) throws {
    // More replies than before mean that somebody said something since; an edit does not.
    let hasNewReplies = (post.replies ?? 0) > (stored.replies ?? Int.max)
    let activity = hasNewReplies ? max(stored.activity, now.stored) : stored.activity
    let statement = try database.cachedStatement(
      sql: """
        UPDATE posts SET guid = ?, conversation = ?, community = ?, discussion = ?, link = ?,
          author = ?, title = ?, text = ?, published = ?, edited = ?, tags = ?, is_reply = ?,
          parent = ?, replies = ?, external = ?, votes = ?, access = ?, is_pinned = ?,
          replies_feed = ?, activity = ?
        WHERE id = ?
        """)
    try statement.execute(
      arguments: values(of: post, in: conversation) + [activity, stored.id])
    if stored.title != post.title || stored.text != post.text {
      try forgetWords(of: stored.id)
    }
  }

  private func values(of post: Post, in conversation: Int64) -> StatementArguments {
    var isReply = false
    var parent: String?
    if case .reply(let to) = post.role { (isReply, parent) = (true, to) }
    return [
      post.id, conversation, post.community, post.discussion?.text, post.link?.text, post.author,
      post.title, post.text, post.published?.stored, post.edited?.stored,
      post.tags.joined(separator: "\n"), isReply, parent, post.replies, post.external?.text,
      post.votes, post.access.rawValue, post.isPinned, post.repliesFeed?.text,
    ]
  }
}

/// The part of a stored post by which a change is seen.
private struct StoredPost {
  let id: Int64
  let guid: String
  let title: String
  let text: String
  let published: Int64?
  let edited: Int64?
  let activity: Int64
  let replies: Int?
  let conversation: Int64

  init(row: Row) {
    id = row[0]
    guid = row[1]
    title = row[2]
    text = row[3]
    published = row[4]
    edited = row[5]
    activity = row[6]
    replies = row[7]
    conversation = row[8]
  }

  func isSame(as post: Post, conversation: Int64) -> Bool {
    guid == post.id && title == post.title && text == post.text && replies == post.replies
      && published == post.published?.stored && edited == post.edited?.stored
      && self.conversation == conversation
  }
}

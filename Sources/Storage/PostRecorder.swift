internal import Conversations
internal import Foundation
internal import GRDB

/// Stores the posts of one document, telling new ones from changed and known ones.
struct PostRecorder {
  let database: Database
  let feed: Int64
  let now: Date
  /// The guids in this document.
  let present: Set<String>
  private(set) var result = Recorded()
  private var conversations: [String: Int64] = [:]
  private var replies: ReplyJoiner
  private let crossPosts: CrossPostRecorder

  init(database: Database, feed: Int64, now: Date, present: Set<String>) throws {
    self.database = database
    self.feed = feed
    self.now = now
    self.present = present
    replies = try ReplyJoiner(database: database)
    crossPosts = CrossPostRecorder(database: database)
  }

  mutating func record(_ post: Post) throws {
    guard let stored = try find(post) else {
      let conversation = try conversation(of: post)
      try insert(post, in: conversation)
      result.new += 1
      return
    }
    if stored.isSame(as: post) {
      result.known += 1
      return
    }
    try update(stored, to: post)
    if stored.saysTheSame(as: post) { result.known += 1 } else { result.changed += 1 }
  }

  /// Puts replies into the conversations of their parents, now that all posts are there.
  mutating func finish() throws { try replies.join() }

  /// The stored post that `post` is: by its guid, else by link and title.
  ///
  /// Some feeds make a new guid each time they are asked; the link and the title together still tell
  /// the entry. A guid that stands in the same document is another entry, though: the comments of a
  /// thread often share both.
  private func find(_ post: Post) throws -> StoredPost? {
    let byGuid = try database.cachedStatement(
      sql: "\(StoredPost.query) WHERE feed = ? AND guid = ?")
    if let row = try Row.fetchOne(byGuid, arguments: [feed, post.id]) {
      return StoredPost(row: row)
    }
    // Untitled posts and comments may share all this and still be different things.
    guard let link = post.link, !post.title.isEmpty, post.role == .opening else { return nil }
    let byLink = try database.cachedStatement(
      sql: "\(StoredPost.query) WHERE feed = ? AND link = ? AND title = ? LIMIT 1")
    guard let row = try Row.fetchOne(byLink, arguments: [feed, link.text, post.title]) else {
      return nil
    }
    let stored = StoredPost(row: row)
    return present.contains(stored.guid) ? nil : stored
  }

  /// The conversation of a post: that of its parent, if that is known by now, else that of its thread.
  private mutating func conversation(of post: Post) throws -> Int64 {
    if let parent = post.parent, parent != post.id,
      let known = try replies.conversation(ofPost: parent, feed: feed)
    {
      return known
    }
    if let known = conversations[post.thread] { return known }
    let id = try database.conversation(of: post.thread)
    conversations[post.thread] = id
    return id
  }

  private mutating func insert(_ post: Post, in conversation: Int64) throws {
    // A date in the future would keep a post at the top for ever.
    let activity = min(post.published ?? post.edited ?? now, now)
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO posts (guid, conversation, community, discussion, link, author, title, text,
          published, edited, tags, is_reply, parent, replies, external, votes, access, is_pinned,
          replies_feed, thread, activity, feed, seen)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.execute(
      arguments: values(of: post, in: conversation) + [activity.stored, feed, now.stored])
    let id = database.lastInsertedRowID
    try forgetWords(of: id)
    try replies.note(id, isReplyToID: post.parent != nil, guid: post.id)
    try crossPosts.add(post, as: id, in: conversation)
  }

  /// The index does not hold a post's words, or not as they are now.
  private func forgetWords(of post: Int64) throws {
    let statement = try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO unindexed (post) VALUES (?)")
    try statement.execute(arguments: [post])
  }

  private mutating func update(_ stored: StoredPost, to post: Post) throws {
    // What stood in another thread, or answered another post, is put anew.
    let stays = stored.thread == post.thread && stored.parent == post.parent
    let conversation = stays ? stored.conversation : try conversation(of: post)
    let isLike = stored.isLike(post) && conversation == stored.conversation
    if !isLike { try crossPosts.remove(stored.id) }
    // More replies than before mean that somebody said something since; an edit does not.
    let hasNewReplies = (post.replies ?? 0) > (stored.replies ?? Int.max)
    let activity = hasNewReplies ? max(stored.activity, now.stored) : stored.activity
    let statement = try database.cachedStatement(
      sql: """
        UPDATE posts SET guid = ?, conversation = ?, community = ?, discussion = ?, link = ?,
          author = ?, title = ?, text = ?, published = ?, edited = ?, tags = ?, is_reply = ?,
          parent = ?, replies = ?, external = ?, votes = ?, access = ?, is_pinned = ?,
          replies_feed = ?, thread = ?, activity = ?
        WHERE id = ?
        """)
    try statement.execute(
      arguments: values(of: post, in: conversation) + [activity, stored.id])
    if stored.title != post.title || stored.text != post.text {
      try forgetWords(of: stored.id)
    }
    if !stays || stored.guid != post.id {
      try replies.note(stored.id, isReplyToID: post.parent != nil, guid: post.id)
      try replies.left(stored.conversation, for: conversation)
    }
    if !isLike { try crossPosts.add(post, as: stored.id, in: conversation) }
  }

  private func values(of post: Post, in conversation: Int64) -> StatementArguments {
    [
      post.id, conversation, post.community, post.discussion?.text, post.link?.text, post.author,
      post.title, post.text, post.published?.stored, post.edited?.stored,
      post.tags.joined(separator: "\n"), post.role != .opening, post.parent, post.replies,
      post.external?.text, post.votes, post.access.rawValue, post.isPinned,
      post.repliesFeed?.text, post.parent == nil ? nil : post.thread,
    ]
  }
}

extension Post {
  /// The id of the post that it answers; nil if it is no reply, or does not say to what.
  var parent: String? {
    guard case .reply(let parent) = role else { return nil }
    return parent
  }
}

extension Database {
  /// The number of the conversation of a thread, which is made if there is none.
  func conversation(of thread: String) throws -> Int64 {
    let find = try cachedStatement(sql: "SELECT id FROM conversations WHERE thread = ?")
    if let id = try Int64.fetchOne(find, arguments: [thread]) { return id }
    let make = try cachedStatement(
      sql: """
        INSERT INTO conversations (name, thread) VALUES (?, ?) ON CONFLICT (name) DO NOTHING
        RETURNING id
        """)
    // If another thread has the name, the next one is tried.
    var attempt = 0
    while true {
      let name = ConversationID(thread: thread, attempt: attempt).text
      if let id = try Int64.fetchOne(make, arguments: [name, thread]) { return id }
      attempt += 1
    }
  }
}

internal import Conversations
internal import Foundation
internal import GRDB

/// Stores the posts of one document, telling new ones from changed and known ones.
struct PostRecorder {
  private let database: Database
  private let statements: PostStatements
  private let feed: Int64
  private let now: Date
  /// The guids in this document.
  private let present: Set<String>
  /// Whether nothing was ever stored of this feed: then nothing can be found again.
  private let isFirst: Bool
  private(set) var result = Recorded()
  private var conversations: [String: Int64] = [:]
  private var replies: ReplyJoiner

  init(
    database: Database, statements: PostStatements, feed: Int64, now: Date, present: Set<String>
  ) throws {
    self.database = database
    self.statements = statements
    self.feed = feed
    self.now = now
    self.present = present
    statements.ofFeed.bind(feed, at: 0)
    isFirst = try statements.ofFeed.firstNumber() == nil
    replies = try ReplyJoiner(database: database)
  }

  /// Stores a post; `likenesses` are what cross-posts of it are found by.
  mutating func record(_ post: Post, likenesses: [Int64]) throws {
    guard let stored = try find(post) else {
      try insert(post, likenesses, in: conversation(of: post))
      result.new += 1
      return
    }
    // What came in by a clock that was ahead would stay out of sight until then.
    if !stored.isSame || stored.activity > now.stored { try update(stored, to: post, likenesses) }
    if stored.saysTheSame { result.known += 1 } else { result.changed += 1 }
  }

  /// Puts replies into the conversations of their parents, now that all posts are there.
  mutating func finish() throws { try replies.join() }

  /// The stored post that `post` is: by its guid, else by link and title.
  ///
  /// Some feeds make a new guid each time they are asked; the link and the title together still tell
  /// the entry. A guid that stands in the same document is another entry, though: the comments of a
  /// thread often share both.
  private func find(_ post: Post) throws -> StoredPost? {
    if isFirst { return nil }
    let byGuid = statements.byGuid
    byGuid.bind(feed, at: 0)
    byGuid.bind(post.id, at: 1)
    if let stored = try stored(byGuid, against: post) { return stored }
    // Untitled posts and comments may share all this and still be different things.
    guard let link = post.link, !post.title.isEmpty, post.role == .opening else { return nil }
    let byLink = statements.byLink
    byLink.bind(feed, at: 0)
    byLink.bind(link.text, at: 1)
    byLink.bind(post.title, at: 2)
    guard let stored = try stored(byLink, against: post) else { return nil }
    return present.contains(stored.guid) ? nil : stored
  }

  private func stored(_ row: QuickStatement, against post: Post) throws -> StoredPost? {
    defer { row.reset() }
    return try row.step() ? StoredPost(row, against: post) : nil
  }

  /// The conversation of a post: that of its parent, if that is known by now, else that of its thread.
  private mutating func conversation(of post: Post) throws -> Int64 {
    if let parent = post.parent, parent != post.id,
      let known = try replies.conversation(ofPost: parent, feed: feed)
    {
      return known
    }
    if let known = conversations[post.thread] { return known }
    let id = try statements.conversation(of: post.thread)
    conversations[post.thread] = id
    return id
  }

  private mutating func insert(
    _ post: Post, _ likenesses: [Int64], in conversation: Int64
  ) throws {
    // A date in the future would keep a post at the top for ever.
    let activity = min(post.published ?? post.edited ?? now, now)
    let end = bind(post, in: conversation, activity.stored, to: statements.insert)
    statements.insert.bind(feed, at: end)
    statements.insert.bind(now.stored, at: end + 1)
    try statements.insert.run()
    let id = database.lastInsertedRowID
    try forgetWords(of: id)
    try replies.note(id, isReplyToID: post.parent != nil, guid: post.id)
    try statements.crossPosts.add(post, likenesses, as: id, in: conversation)
  }

  /// The index does not hold a post's words, or not as they are now.
  private func forgetWords(of post: Int64) throws {
    statements.forgetWords.bind(post, at: 0)
    try statements.forgetWords.run()
  }

  private mutating func update(
    _ stored: StoredPost, to post: Post, _ likenesses: [Int64]
  ) throws {
    // What stood in another thread, or answered another post, is put anew.
    let stays = stored.thread == post.thread && stored.parent == post.parent
    let conversation = stays ? stored.conversation : try conversation(of: post)
    let isLike = stored.isLike && conversation == stored.conversation
    if !isLike { try statements.crossPosts.remove(stored.id) }
    // More replies than before mean that somebody said something since; an edit does not.
    let hasNewReplies = Int64(post.replies ?? 0) > (stored.replies ?? .max)
    let activity = hasNewReplies ? now.stored : min(stored.activity, now.stored)
    let end = bind(post, in: conversation, activity, to: statements.update)
    statements.update.bind(now.stored, at: end)
    statements.update.bind(stored.id, at: end + 1)
    try statements.update.run()
    if !stored.hasSameWords { try forgetWords(of: stored.id) }
    if !stays || stored.guid != post.id {
      try replies.note(stored.id, isReplyToID: post.parent != nil, guid: post.id)
      try replies.left(stored.conversation, for: conversation)
    }
    if !isLike { try statements.crossPosts.add(post, likenesses, as: stored.id, in: conversation) }
  }

  /// Binds the columns that a new post and a changed one have; returns how many they are.
  private func bind(
    _ post: Post, in conversation: Int64, _ activity: Int64, to statement: QuickStatement
  ) -> Int32 {
    var index: Int32 = 0
    func text(_ text: String?) {
      statement.bind(text, at: index)
      index += 1
    }
    func number(_ number: Int64?) {
      statement.bind(number, at: index)
      index += 1
    }
    text(post.id)
    number(conversation)
    for part in [post.community, post.discussion?.text, post.link?.text, post.author] { text(part) }
    text(post.title)
    text(post.text)
    number(post.published?.stored)
    number(post.edited?.stored)
    text(post.tags.joined(separator: "\n"))
    number(post.role == .opening ? 0 : 1)
    text(post.parent)
    number(post.replies.map(Int64.init))
    text(post.external?.text)
    number(post.votes.map(Int64.init))
    text(post.access.rawValue)
    number(post.isPinned ? 1 : 0)
    text(post.repliesFeed?.text)
    text(post.parent == nil ? nil : post.thread)
    number(activity)
    return index
  }
}

extension Post {
  /// The id of the post that it answers; nil if it is no reply, or does not say to what.
  var parent: String? {
    guard case .reply(let parent) = role else { return nil }
    return parent
  }
}

extension PostStatements {
  /// The number of the conversation of a thread, which is made if there is none.
  func conversation(of thread: String) throws -> Int64 {
    // Most threads are new when they are asked for; whether a thread or only a name was in the way is
    // looked up after that.
    if let id = try make(thread, attempt: 0) { return id }
    conversation.bind(thread, at: 0)
    if let id = try conversation.firstNumber() { return id }
    // If another thread has the name, the next one is tried.
    var attempt = 1
    while true {
      if let id = try make(thread, attempt: attempt) { return id }
      attempt += 1
    }
  }

  private func make(_ thread: String, attempt: Int) throws -> Int64? {
    makeConversation.bind(ConversationID(thread: thread, attempt: attempt).text, at: 0)
    makeConversation.bind(thread, at: 1)
    return try makeConversation.firstNumber()
  }
}

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
    /// The feed's own title; if it is empty the last one stays.
    package var title: String
    /// How many oddities were survived.
    package var notes: Int
    /// Since when it holds all that the feed had, being newest first; nil if that cannot be told, as of
    /// a part of an answer for several feeds.
    package var reach: Date?
    package private(set) var posts: [Post]
    /// What cross-posts of each post are found by. It takes as long as storing it, so it is done where
    /// the document is read: on another core.
    fileprivate private(set) var likenesses: [[Int64]]

    package init(title: String, notes: Int, posts: [Post], reach: Date? = nil) {
      self.title = title
      self.notes = notes
      self.posts = posts
      self.reach = reach
      likenesses = posts.map(Conversations.likenesses)
    }
  }

  /// A visit, and what it brought.
  package struct Reading: Sendable {
    package var visit: Visit
    /// Nil if there was nothing to read.
    package var document: Document?

    package init(_ visit: Visit, _ document: Document? = nil) {
      self.visit = visit
      self.document = document
    }
  }

  /// Stores a visit and the posts it brought in one transaction.
  package func record(
    _ visit: Visit, document: Document? = nil, at now: Date
  ) async throws(StorageFailure) -> Recorded {
    try await record([Reading(visit, document)], at: now)[0]
  }

  /// Stores visits and the posts they brought in one transaction: after a crash each visit is there
  /// with its posts, or neither is.
  ///
  /// Posts without a date of their own get that of `now`, when they came in.
  package func record(
    _ readings: [Reading], at now: Date
  ) async throws(StorageFailure) -> [Recorded] {
    try await writing { database in
      let statements = try PostStatements(database)
      return try readings.map { try Self.record($0, with: statements, in: database, at: now) }
    }
  }

  private static func record(
    _ reading: Reading, with statements: PostStatements, in database: Database, at now: Date
  ) throws -> Recorded {
    let feed = try reading.visit.save(in: database)
    guard let document = reading.document else { return Recorded() }
    let name = try database.cachedStatement(
      sql: """
        UPDATE feeds SET title = coalesce(nullif(?, ''), title), notes = ? WHERE id = ?
        """)
    try name.execute(arguments: [document.title, document.notes, feed])
    let gaps = try GapRecorder(database: database, feed: feed, now: now)
    var recorder = try PostRecorder(
      database: database, statements: statements, feed: feed, now: now,
      present: Set(document.posts.map(\.id)))
    var recorded: Set<String> = []
    // An entry that stands twice in a document is one; the first is taken, each time it is read.
    for (post, likenesses) in zip(document.posts, document.likenesses)
    where recorded.insert(post.id).inserted {
      try recorder.record(post, likenesses: likenesses)
    }
    try recorder.finish()
    try gaps.record(document, recorder.result)
    return recorder.result
  }
}

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
    /// Since when it holds all that the feed had, being newest first; nil if that cannot be told, as of
    /// a part of an answer for several feeds.
    package var reach: Date?

    package init(title: String, notes: Int, posts: [Post], reach: Date? = nil) {
      self.title = title
      self.notes = notes
      self.posts = posts
      self.reach = reach
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
      let gaps = try GapRecorder(database: database, feed: feed, now: now)
      var recorder = try PostRecorder(
        database: database, feed: feed, now: now,
        present: Set(document.posts.map(\.id)))
      var recorded: Set<String> = []
      // An entry that stands twice in a document is one; the first is taken, each time it is read.
      for post in document.posts where recorded.insert(post.id).inserted {
        try recorder.record(post)
      }
      try recorder.finish()
      try gaps.record(document, recorder.result)
      return recorder.result
    }
  }
}

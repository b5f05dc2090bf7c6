internal import Conversations
internal import Foundation
internal import GRDB

/// Notes with a feed how far back a document reached, and what may have been missed before that.
///
/// It is made before the posts of the document are recorded, and asked to record after them.
struct GapRecorder {
  private let database: Database
  private let feed: Int64
  private let now: Date
  /// The last post that was there before the document.
  private let lastPost: Int64

  init(database: Database, feed: Int64, now: Date) throws {
    self.database = database
    self.feed = feed
    self.now = now
    let last = try database.cachedStatement(sql: "SELECT coalesce(max(id), 0) FROM posts")
    lastPost = try Int64.fetchOne(last) ?? 0
  }

  /// Notes what a document tells whose posts were recorded with this result.
  func record(_ document: Store.Document, _ result: Recorded) throws {
    guard let reach = document.reach,
      let row = try Row.fetchOne(
        database.cachedStatement(sql: "SELECT * FROM feeds WHERE id = ?"), arguments: [feed])
    else { return }
    let before = FeedWindow(row: row)
    // Two readings within a second are one in the table of visits.
    let readBefore = row.date("succeeded_before") ?? before?.read
    var gap = FeedGap(row: row).flatMap { Self.left(of: $0, byReach: reach) }
    if let before, let readBefore, result.new > 0, result.known == 0, result.changed == 0,
      Self.isFixed(document.posts.count, before.length),
      let newest = try newestKnown(beside: document.posts), newest < reach, reach <= now
    {
      gap = FeedGap(from: newest, until: reach, noticed: now, readBefore: readBefore)
    }
    var missed = before?.missedTogether
    if let before, let readBefore, try hasNewPost(between: before.read, and: readBefore) {
      missed = now
    }
    try database.cachedStatement(
      sql: """
        UPDATE feeds SET window_length = ?, window_oldest = ?, window_read = ?, missed_together = ?,
          gap_from = ?, gap_until = ?, gap_noticed = ?, gap_after = ?
        WHERE id = ?
        """
    ).execute(
      arguments: [
        document.posts.count, reach.stored, (row.date("succeeded") ?? now).stored, missed?.stored,
        gap?.from.stored,
        gap?.until.stored, gap?.noticed.stored, gap?.readBefore.stored, feed,
      ])
  }

  /// Whether two documents of so many entries are of one fixed length, but for some that were taken
  /// away. Of two entries nobody can tell.
  private static func isFixed(_ one: Int, _ other: Int) -> Bool {
    min(one, other) >= 3 && abs(one - other) <= max(2, max(one, other) / 5)
  }

  /// What is left of a gap when a document reaches back to a moment: all since then was in it.
  private static func left(of gap: FeedGap, byReach reach: Date) -> FeedGap? {
    guard reach > gap.from else { return nil }
    var gap = gap
    gap.until = min(gap.until, reach)
    return gap
  }

  /// When the newest post was published that was there before the document; nil if there was none, or
  /// if the document holds the same entries under other guids: their links, or most of their titles,
  /// are known.
  private func newestKnown(beside posts: [Post]) throws -> Date? {
    var links: [String: Int] = [:]
    for link in posts.compactMap(\.link?.text) { links[link, default: 0] += 1 }
    let titles = Set(posts.lazy.map(\.title).filter { !$0.isEmpty })
    var knownTitles: Set<String> = []
    var newest: Int64?
    let known = try Row.fetchCursor(
      database.cachedStatement(
        sql: """
          SELECT link, title, min(coalesce(published, seen), seen) FROM posts
          WHERE feed = ? AND id <= ?
          """), arguments: [feed, lastPost])
    while let row = try known.next() {
      // A link that several entries share is that of a page, and tells none of them.
      if let link: String = row[0], links[link] == 1 { return nil }
      let title: String = row[1]
      if titles.contains(title) { knownTitles.insert(title) }
      newest = max(newest ?? .min, row[2])
    }
    guard knownTitles.isEmpty || knownTitles.count * 2 < titles.count else { return nil }
    return newest.map(Date.init(stored:))
  }

  /// Whether the document brought a post that was published after the feed was last read alone, and
  /// long enough before the last reading that it should have come with that.
  private func hasNewPost(between alone: Date, and readBefore: Date) throws -> Bool {
    let until = readBefore.addingTimeInterval(-FeedWindow.lateness)
    guard alone < until else { return false }
    return try Bool.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT EXISTS (
            SELECT 1 FROM posts WHERE id > ? AND feed = ? AND published > ? AND published < ?)
          """), arguments: [lastPost, feed, alone.stored, until.stored]) ?? false
  }
}

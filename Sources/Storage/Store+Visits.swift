package import Conversations
package import Foundation
internal import GRDB

/// What the database knows of a feed, beside the visit.
package struct FeedRecord: Sendable, Hashable {
  package var visit: Visit
  /// What the feed calls itself; empty if it was never read.
  package var title: String
  /// The community that its entries stand in; nil if there are none.
  package var community: String?
  /// How many oddities were survived in its last document.
  package var notes: Int
  /// How many of its entries are stored.
  package var entries: Int
  /// The first of its failures in a row; nil when well.
  package var failingSince: Date?
  /// How far back its last document reached; nil if that cannot be told.
  package var window: FeedWindow?
  /// Between which moments posts may have been missed, lately; nil if none were.
  package var gap: FeedGap?
}

extension Store {
  /// Every feed that was ever visited, or only the one named, by the text of its subscription.
  package func feeds(
    named name: String? = nil
  ) async throws(StorageFailure) -> [String: FeedRecord] {
    try await reading { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT \(Visit.columns), feeds.*, (SELECT count(*) FROM posts WHERE posts.feed = feeds.id) AS entries,
            (SELECT community FROM posts WHERE posts.feed = feeds.id LIMIT 1) AS community
          FROM feeds \(name == nil ? "" : "WHERE url = ?")
          """,
        arguments: name.map { [$0] } ?? [])
      var records: [String: FeedRecord] = [:]
      while let row = try rows.next() {
        let visit = Visit(row: row)
        records[visit.feed] = FeedRecord(
          visit: visit, title: row["title"], community: row["community"], notes: row["notes"],
          entries: row["entries"], failingSince: row.date("failing_since"),
          window: FeedWindow(row: row), gap: FeedGap(row: row))
      }
      return records
    }
  }

  /// The visits alone, without counting entries: what a refresh starts from.
  package func visits() async throws(StorageFailure) -> [String: Visit] {
    try await reading { database in
      let rows = try Row.fetchCursor(database, sql: "SELECT \(Visit.columns) FROM feeds")
      var visits: [String: Visit] = [:]
      while let row = try rows.next() {
        let visit = Visit(row: row)
        visits[visit.feed] = visit
      }
      return visits
    }
  }

  /// How far back the last document of each feed reached that tells, by the text of its subscription.
  package func windows() async throws(StorageFailure) -> [String: FeedWindow] {
    try await reading { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT * FROM feeds WHERE window_read IS NOT NULL")
      var windows: [String: FeedWindow] = [:]
      while let row = try rows.next() { windows[row["url"]] = FeedWindow(row: row) }
      return windows
    }
  }

  /// The hosts that asked to be left alone.
  package func closures() async throws(StorageFailure) -> [String: HostClosure] {
    try await reading { database in
      let rows = try Row.fetchAll(database, sql: "SELECT host, until, strikes FROM closures")
      return Dictionary(
        uniqueKeysWithValues: rows.map { row in
          let host: String = row["host"]
          return (
            host,
            HostClosure(
              host: host, until: Date(stored: row["until"]), strikes: row["strikes"])
          )
        })
    }
  }

  /// Forgets why a feed is not asked for, so that it is due again; one that was gone is asked for at
  /// its old place.
  package func enable(_ feed: String) async throws(StorageFailure) {
    try await writing { database in
      try database.execute(
        sql: """
          UPDATE feeds SET moved_to = CASE state WHEN 'gone' THEN NULL ELSE moved_to END,
            state = 'active', next_due = NULL, failures = 0, problem = '',
            failing_since = NULL
          WHERE url = ?
          """,
        arguments: [feed])
    }
  }

  /// Forgets an address at which there never was a feed.
  package func forgetUnread(_ feed: String) async throws(StorageFailure) {
    try await writing { database in
      try database.execute(
        sql: """
          DELETE FROM feeds WHERE url = ? AND succeeded IS NULL
            AND id NOT IN (SELECT feed FROM posts)
          """,
        arguments: [feed])
    }
  }

  /// Remembers that a host closed, or, with nil, that it is open again.
  package func remember(
    _ closure: HostClosure?, of host: String
  ) async throws(StorageFailure) {
    try await writing { database in
      if let closure {
        try database.execute(
          sql: "INSERT OR REPLACE INTO closures (host, until, strikes) VALUES (?, ?, ?)",
          arguments: [host, closure.until.stored, closure.strikes])
      } else {
        try database.execute(sql: "DELETE FROM closures WHERE host = ?", arguments: [host])
      }
    }
  }
}

extension Visit {
  /// What a visit is read from: the first columns of a row, by their places, for a refresh of ten
  /// thousand feeds begins with them.
  static let columns = """
    url, validator_url, etag, last_modified, attempted, succeeded, next_due, failures, status,
    problem, moved_to, state, lifetime, interval, skip_hours, skip_days
    """

  init(row: Row) {
    self.init(feed: row[0])
    if let url: String = row[1] {
      let (etag, lastModified): (Data?, Data?) = (row[2], row[3])
      validators = Validators(
        address: Address(stored: url), etag: etag.map(Array.init),
        lastModified: lastModified.map(Array.init))
    }
    func date(_ column: Int) -> Date? { (row[column] as Int64?).map(Date.init(stored:)) }
    func duration(_ column: Int) -> Duration? { (row[column] as Int64?).map { .seconds($0) } }
    (attempted, succeeded, nextDue) = (date(4), date(5), date(6))
    (failures, status, problem) = (row[7], row[8], row[9])
    movedTo = (row[10] as String?).map(Address.init(stored:))
    state = State(rawValue: row[11]) ?? .active
    (hints.lifetime, hints.interval) = (duration(12), duration(13))
    (hints.skipHours, hints.skipDays) = (Self.numbers(row[14]), Self.numbers(row[15]))
  }

  private static func numbers(_ text: String) -> Set<Int> {
    Set(text.split(separator: " ").compactMap { Int($0) })
  }

  private static func text(_ numbers: Set<Int>) -> String {
    numbers.sorted().map(String.init).joined(separator: " ")
  }

  /// Writes the visit and returns the number of its feed.
  func save(in database: Database) throws -> Int64 {
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO feeds (url, validator_url, etag, last_modified, attempted, succeeded,
          next_due, failures, status, problem, moved_to, state, lifetime, interval,
          skip_hours, skip_days, failing_since)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (url) DO UPDATE SET
          validator_url = excluded.validator_url, etag = excluded.etag,
          last_modified = excluded.last_modified, attempted = excluded.attempted,
          succeeded = excluded.succeeded, next_due = excluded.next_due,
          failures = excluded.failures, status = excluded.status,
          problem = excluded.problem, moved_to = excluded.moved_to, state = excluded.state,
          lifetime = excluded.lifetime, interval = excluded.interval,
          skip_hours = excluded.skip_hours, skip_days = excluded.skip_days,
          -- What a clock that was ahead wrote has yet to come.
          failing_since = CASE
            WHEN excluded.failures > 0 AND feeds.failing_since <= excluded.attempted
              THEN feeds.failing_since
            ELSE excluded.failing_since END,
          succeeded_before = CASE WHEN excluded.succeeded IS feeds.succeeded
            THEN feeds.succeeded_before ELSE feeds.succeeded END
        RETURNING id
        """)
    return try Int64.fetchOne(
      statement,
      arguments: [
        feed, validators?.address.text, validators?.etag.map { Data($0) },
        validators?.lastModified.map { Data($0) }, attempted?.stored, succeeded?.stored,
        nextDue?.stored, failures, status, problem, movedTo?.text,
        state.rawValue, hints.lifetime?.components.seconds, hints.interval?.components.seconds,
        Self.text(hints.skipHours), Self.text(hints.skipDays),
        failures > 0 ? attempted?.stored : nil,
      ]) ?? 0
  }
}

extension FeedWindow {
  /// Nil if no document told.
  init?(row: Row) {
    guard let length: Int = row["window_length"], let oldest = row.date("window_oldest"),
      let read = row.date("window_read")
    else { return nil }
    self.init(
      length: length, oldest: oldest, read: read, missedTogether: row.date("missed_together"))
  }
}

extension FeedGap {
  /// Nil if there is none.
  init?(row: Row) {
    guard let from = row.date("gap_from"), let until = row.date("gap_until"),
      let noticed = row.date("gap_noticed"), let readBefore = row.date("gap_after")
    else { return nil }
    self.init(from: from, until: until, noticed: noticed, readBefore: readBefore)
  }
}

extension Row {
  /// A moment of a column; nil for NULL.
  func date(_ column: String) -> Date? { (self[column] as Int64?).map(Date.init(stored:)) }
}

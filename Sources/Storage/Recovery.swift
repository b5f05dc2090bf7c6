internal import Conversations
internal import Foundation
internal import GRDB

/// What was saved from a damaged database.
package struct Recovery: Sendable {
  /// The new file.
  package var path: String
  package var contents: StoreContents
}

extension Recovery {
  /// Puts all that can be read of the database at `path` into a new file beside it; the damaged one is
  /// not touched.
  ///
  /// Every page of the file is read by itself, and what is on it is told by its shape: no tree, no index
  /// and no header is needed. Validators are forgotten, so that what was lost of a feed comes again,
  /// instead of a 304. Nil if there was nothing to save. Throws a `StorageFailure` of the new file.
  package static func save(from path: String) async throws(StorageFailure) -> Recovery? {
    try DatabaseFiles(path: path).checkKind()
    let new = freeName(beside: path)
    let unfinished = new + ".new"
    do {
      try? FileManager.default.removeItem(atPath: unfinished)
      let isSaved = try await write(to: unfinished, from: path)
      guard isSaved else {
        try? FileManager.default.removeItem(atPath: unfinished)
        return nil
      }
      let contents = try await Store.examine(unfinished).contents
      guard rename(unfinished, new) == 0 else { throw StorageFailure(ofSystem: errno, path: new) }
      return Recovery(path: new, contents: contents)
    } catch {
      try? FileManager.default.removeItem(atPath: unfinished)
      throw StorageFailure(error, path: new)
    }
  }

  private static func freeName(beside path: String) -> String {
    var name = "\(path).recovered"
    var number = 1
    while FileManager.default.fileExists(atPath: name) {
      number += 1
      name = "\(path).recovered-\(number)"
    }
    return name
  }

  private static func write(to new: String, from path: String) async throws -> Bool {
    try DatabaseFiles(path: new).keepToOwner()
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: new, configuration: configuration)
    try Schema.migrator.migrate(queue)
    let pages = try SalvagedPages(of: path)
    let isSaved = try await queue.write { database in
      let tables = try SavedTable.all.map { try SavedTable.Filler(of: $0, in: database) }
      let rows = SalvagedRows(of: pages)
      var saved = 0
      for number in stride(from: 1, through: pages.count, by: 1) {
        for row in rows.rows(onPage: number) {
          for table in tables where try table.take(row) { saved += 1 }
        }
      }
      guard saved > 0 else { return false }
      try mend(database)
      return true
    }
    try queue.close()
    return isSaved
  }

  /// Makes up for what is missing, so that every row belongs to something again, and has what follows
  /// from the posts made anew.
  private static func mend(_ database: Database) throws {
    try database.execute(
      sql: """
        INSERT OR IGNORE INTO feeds (id, url)
          SELECT DISTINCT feed, 'lost:' || feed FROM posts
          WHERE feed NOT IN (SELECT id FROM feeds);
        UPDATE feeds SET validator_url = NULL, etag = NULL, last_modified = NULL;
        UPDATE conversations SET joined_to = NULL
          WHERE joined_to NOT IN (SELECT id FROM conversations);
        INSERT OR IGNORE INTO unindexed SELECT id FROM posts;
        """)
    let lost = try Int64.fetchAll(
      database,
      sql: """
        SELECT conversation FROM posts UNION SELECT conversation FROM acts
        EXCEPT SELECT id FROM conversations
        """)
    for id in lost {
      var attempt = 0
      repeat {
        try database.execute(
          sql: "INSERT OR IGNORE INTO conversations (id, name, thread) VALUES (?, ?, ?)",
          arguments: [
            id, ConversationID(thread: "lost:\(id)", attempt: attempt).text, "lost:\(id)",
          ])
        attempt += 1
      } while database.changesCount == 0
    }
    try CrossPostRecorder(database: database).recordAll()
  }
}

/// A table whose rows are worth saving: what nobody can fetch or work out again.
private struct SavedTable {
  let name: String
  /// How many columns it had first; a row that is older than the later ones has no more.
  let columns: Int

  static let all = [
    SavedTable(name: "feeds", columns: 20), SavedTable(name: "conversations", columns: 5),
    SavedTable(name: "posts", columns: 19), SavedTable(name: "acts", columns: 10),
    SavedTable(name: "used_profiles", columns: 4),
  ]

  /// Tells the rows of the table by their shape, and stores them.
  struct Filler {
    private let database: Database
    private let table: SavedTable
    private let columns: [ColumnInfo]

    init(of table: SavedTable, in database: Database) throws {
      self.database = database
      self.table = table
      columns = try database.columns(in: table.name)
    }

    /// Stores a row that can be of this table; returns whether it was, and nothing like it was there.
    func take(_ row: SalvagedRows.Row) throws -> Bool {
      guard (table.columns...columns.count).contains(row.values.count),
        zip(columns, row.values).allSatisfy({ Self.isOf($0, $1) })
      else { return false }
      let names = columns.prefix(row.values.count).map(\.name).joined(separator: ", ")
      let marks = repeatElement("?", count: row.values.count).joined(separator: ", ")
      let statement = try database.cachedStatement(
        sql: "INSERT OR IGNORE INTO \(table.name) (\(names)) VALUES (\(marks))")
      statement.setUncheckedArguments(
        StatementArguments([row.id.databaseValue] + row.values.dropFirst()))
      try statement.execute()
      return database.changesCount == 1
    }

    /// The number of a row does not stand among its values.
    private static func isOf(_ column: ColumnInfo, _ value: DatabaseValue) -> Bool {
      if column.primaryKeyIndex > 0 { return value.isNull }
      switch value.storage {
      case .null: return !column.isNotNull
      case .int64: return column.type == "INTEGER"
      case .double: return false
      case .string: return column.type == "TEXT"
      case .blob: return column.type == "BLOB"
      }
    }
  }
}

import CSQLite
import Foundation
import Measuring

/// SQLite's full-text index (FTS5) of titles and bodies, with Porter's stemmer.
struct FullTextIndex: ~Copyable {
  private var connection: OpaquePointer?

  /// Opens a database file, or makes it.
  init(_ path: String) throws {
    try check(sqlite3_open(path, &connection))
    try execute("PRAGMA mmap_size = 2000000000")
  }

  deinit { sqlite3_close_v2(connection) }

  /// Makes the index of the posts in a file, one a line: title, tab, body.
  func build(from texts: String) throws {
    try execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
    try execute(
      "CREATE VIRTUAL TABLE posts USING fts5(title, body, tokenize = 'porter unicode61')")
    try execute("BEGIN")
    let statement = try prepare("INSERT INTO posts (title, body) VALUES (?, ?)")
    defer { sqlite3_finalize(statement) }
    guard let file = fopen(texts, "r") else { throw RunFailure("cannot read \(texts)") }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while true {
      let length = getline(&line, &capacity, file)
      guard length > 0, let line else { break }
      guard let tab = memchr(line, Int32(UInt8(ascii: "\t")), length) else {
        throw RunFailure("\(texts): a line without a tab")
      }
      let title = line.distance(to: tab.assumingMemoryBound(to: CChar.self))
      // The bytes stay where they are until the row is in, so SQLite need not copy them.
      sqlite3_bind_text(statement, 1, line, Int32(title), nil)
      sqlite3_bind_text(statement, 2, line + title + 1, Int32(length - title - 2), nil)
      try check(sqlite3_step(statement))
      try check(sqlite3_reset(statement))
    }
    try execute("COMMIT")
    try execute("INSERT INTO posts (posts) VALUES ('optimize')")
    try execute("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  /// How many posts hold any of the keywords, best first by bm25 with the title five times as heavy;
  /// at most `limit`.
  ///
  /// The order by `rank` is the quick way that the manual of FTS5 recommends.
  func search(_ keywords: [String], limit: Int?) throws -> Int {
    let statement = try prepare(
      """
      SELECT rowid, rank, title FROM posts
      WHERE posts MATCH ? AND rank MATCH 'bm25(5.0, 1.0)' ORDER BY rank LIMIT \(limit ?? -1)
      """)
    defer { sqlite3_finalize(statement) }
    let words = keywords.map { "\"\($0)\"" }.joined(separator: " OR ")
    var count = 0
    try words.withCString { words in
      sqlite3_bind_text(statement, 1, words, -1, nil)
      while sqlite3_step(statement) == SQLITE_ROW { count += 1 }
      try check(sqlite3_reset(statement))
    }
    return count
  }

  private func execute(_ sql: String) throws {
    try check(sqlite3_exec(connection, sql, nil, nil, nil))
  }

  private func prepare(_ sql: String) throws -> OpaquePointer? {
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(connection, sql, -1, &statement, nil))
    return statement
  }

  private func check(_ code: Int32) throws {
    guard [SQLITE_OK, SQLITE_ROW, SQLITE_DONE].contains(code) else {
      throw RunFailure("SQLite: \(String(cString: sqlite3_errmsg(connection)))")
    }
  }
}

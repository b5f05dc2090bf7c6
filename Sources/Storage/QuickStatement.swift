internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// A statement of the inner loops of storing.
///
/// GRDB makes a value of each argument and each column, which takes longer than what SQLite does with
/// them: a post has more than twenty, and is looked up, stored and indexed by a dozen statements.
/// Arguments and columns are numbered from 0.
struct QuickStatement {
  /// Keeps the handle alive.
  private let statement: Statement
  private let handle: OpaquePointer

  init(_ database: Database, sql: String) throws {
    statement = try database.cachedStatement(sql: sql)
    handle = statement.sqliteStatement
  }

  /// SQLite copies what is bound so.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  func bind(_ text: String?, at index: Int32) {
    guard var text else { return bindNothing(at: index) }
    text.withUTF8 { bytes in
      _ = bytes.withMemoryRebound(to: CChar.self) { bytes in
        // No address at all would be NULL.
        guard let start = bytes.baseAddress else {
          return sqlite3_bind_text(handle, index + 1, "", 0, Self.copied)
        }
        return sqlite3_bind_text(handle, index + 1, start, Int32(bytes.count), Self.copied)
      }
    }
  }

  func bind(_ number: Int64?, at index: Int32) {
    guard let number else { return bindNothing(at: index) }
    sqlite3_bind_int64(handle, index + 1, number)
  }

  private func bindNothing(at index: Int32) { sqlite3_bind_null(handle, index + 1) }

  /// Goes to the next row; false if there is none. Columns can be read until `reset`, which must follow.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
      reset()
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: message, sql: statement.sql)
    }
  }

  /// Ends the run, and forgets what was bound.
  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// Runs it to its end.
  func run() throws {
    defer { reset() }
    while try step() {}
  }

  /// Runs it, and returns the number in the first column of its first row, if it has any.
  func firstNumber() throws -> Int64? {
    defer { reset() }
    return try step() ? number(at: 0) : nil
  }

  /// Runs it, and returns the numbers in the first columns of all rows.
  func numbers() throws -> [Int64] {
    defer { reset() }
    var numbers: [Int64] = []
    while try step() { numbers.append(sqlite3_column_int64(handle, 0)) }
    return numbers
  }

  /// The number in a column of the current row; nil for NULL.
  func number(at column: Int32) -> Int64? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
  }

  /// The text in a column of the current row; nil for NULL.
  func text(at column: Int32) -> String? {
    bytes(at: column).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a column of the current row holds this very text.
  func holds(_ text: String?, at column: Int32) -> Bool {
    guard let bytes = bytes(at: column) else { return text == nil }
    guard var text else { return false }
    return text.withUTF8 { wanted in
      guard bytes.count == wanted.count, let one = bytes.baseAddress, let other = wanted.baseAddress
      else { return bytes.isEmpty && wanted.isEmpty }
      return memcmp(one, other, bytes.count) == 0
    }
  }

  private func bytes(at column: Int32) -> UnsafeBufferPointer<UInt8>? {
    guard sqlite3_column_type(handle, column) != SQLITE_NULL else { return nil }
    let start = sqlite3_column_text(handle, column)
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }
}

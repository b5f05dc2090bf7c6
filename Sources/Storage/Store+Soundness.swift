internal import Foundation
internal import GRDB

extension Store {
  /// A database of so many bytes is looked through whenever it is opened, which takes some ten
  /// milliseconds: SQLite by itself notices damage only in what it happens to read.
  private static let small = 16 << 20

  /// Throws unless the file is empty or a database of this version or an older one, and is sound as far
  /// as a short look tells.
  static func check(_ database: Database, path: String) throws {
    // First: damage may well look like the name of a step that is not known yet.
    if DatabaseFiles(path: path).size <= small { try checkPages(database, path: path) }
    if try Schema.migrator.hasBeenSuperseded(database) { throw StorageFailure.newer(path: path) }
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if tables > 0, try !database.tableExists("grdb_migrations") {
      throw StorageFailure.damaged(path: path, detail: "another program made it")
    }
  }

  /// Whether looking through all of it takes a while.
  package var isLarge: Bool { DatabaseFiles(path: path).size > 200 << 20 }

  /// Looks through the whole database: after a run that did not come to its end, for the machine may
  /// have gone down with it.
  ///
  /// Throws `StorageFailure.damaged`. A gigabyte takes about a second.
  package func checkWhole() async throws(StorageFailure) {
    let path = path
    try await reading { try Self.checkPages($0, path: path) }
  }

  private static func checkPages(_ database: Database, path: String) throws {
    let found = try String.fetchAll(database, sql: "PRAGMA quick_check(1)")
    guard found != ["ok"] else { return }
    let words = found.joined(separator: " ").split(whereSeparator: \.isWhitespace)
    throw StorageFailure.damaged(path: path, detail: words.joined(separator: " "))
  }
}

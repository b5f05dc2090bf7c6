internal import Foundation
internal import GRDB

/// How much is stored.
package struct StoreContents: Sendable, Hashable {
  package var feeds = 0
  package var posts = 0
  package var conversations = 0
  /// What the team did.
  package var acts = 0
}

/// What was found out about a database.
package struct StoreExamination: Sendable, Hashable {
  /// What is wrong, in SQLite's words, the first of it; nothing if it is sound.
  package var faults: [String]
  package var contents: StoreContents
}

extension Store {
  /// No more faults than this are told; one broken page has hundreds.
  private static let most = 20

  /// Examines the database at `path` from one end to the other, and changes nothing of it.
  ///
  /// Throws a `StorageFailure` if it cannot be opened at all, or is of a newer version.
  package static func examine(_ path: String) async throws(StorageFailure) -> StoreExamination {
    try DatabaseFiles(path: path).checkKind()
    do {
      let queue = try examiningQueue(path)
      return try await queue.read { database in
        guard try database.tableExists("grdb_migrations") else {
          // A first run that found the disk full leaves an empty file.
          if try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0 {
            return StoreExamination(faults: [], contents: StoreContents())
          }
          throw StorageFailure.damaged(path: path, detail: "another program made it")
        }
        var faults = try String.fetchAll(database, sql: "PRAGMA integrity_check(\(most))")
          .flatMap { $0.split(whereSeparator: \.isNewline) }.map(String.init)
          .filter { $0 != "ok" && !$0.hasPrefix("***") }
        if faults.isEmpty, try Schema.migrator.hasBeenSuperseded(database) {
          throw StorageFailure.newer(path: path)
        }
        let strays = try Row.fetchAll(
          database,
          sql: """
            SELECT "table", parent, count(*) FROM pragma_foreign_key_check GROUP BY "table", parent
            """)
        for stray in strays {
          let (table, parent, count): (String, String, Int) = (stray[0], stray[1], stray[2])
          faults.append("\(count) of \(table) belong to \(parent) that are not there")
        }
        func count(_ table: String) throws -> Int {
          try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
        }
        // The first versions had no ledger.
        let contents = StoreContents(
          feeds: try count("feeds"), posts: try count("posts"),
          conversations: try count("conversations"),
          acts: try database.tableExists("acts") ? count("acts") : 0)
        return StoreExamination(faults: Array(faults.prefix(most)), contents: contents)
      }
    } catch {
      throw StorageFailure(error, path: path)
    }
  }
}

internal import Foundation
internal import GRDB

extension Store {
  /// Brings an older database up to date, each step in one transaction. As it was before it stays beside
  /// it (`mingle.db.version-7`), until the next time.
  ///
  /// Throws when there is no room for the copy; then nothing has been changed.
  static func migrate(_ pool: DatabasePool, path: String) throws {
    let migrator = Schema.migrator
    guard try !pool.read(migrator.hasCompletedMigrations) else { return }
    if let last = try pool.read(migrator.completedMigrations).last {
      try keepCopy(of: pool, at: "\(path).version-\(last.prefix { $0 != ":" })", beside: path)
    }
    try migrator.migrate(pool)
    // The connection that looked before knows the tables as they were, and misreads what it finds.
    pool.invalidateReadOnlyConnections()
  }

  private static func keepCopy(of pool: DatabasePool, at copy: String, beside path: String) throws {
    let unfinished = copy + ".new"
    // What an earlier run did not bring to its end.
    try? FileManager.default.removeItem(atPath: unfinished)
    do {
      try pool.vacuum(into: unfinished)
      guard chmod(unfinished, 0o600) == 0, rename(unfinished, copy) == 0 else {
        throw StorageFailure(ofSystem: errno, path: copy)
      }
    } catch {
      try? FileManager.default.removeItem(atPath: unfinished)
      throw error
    }
    let database = URL(fileURLWithPath: path)
    let folder = database.deletingLastPathComponent()
    let older = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasPrefix(database.lastPathComponent + ".version-")
    }
    for name in older where folder.appending(path: name).path != copy {
      try? FileManager.default.removeItem(at: folder.appending(path: name))
    }
  }
}

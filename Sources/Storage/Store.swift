internal import Foundation
internal import GRDB

/// The database of a workspace: posts, the conversations they make, and the visits to feeds.
package final class Store: Sendable {
  /// The file, for messages.
  package let path: String
  let database: any DatabaseWriter
  /// Whether nothing can be stored.
  package let isReadOnly: Bool

  /// Opens the database at `path`, making it and its folder (readable by the owner only) if need be.
  ///
  /// Throws a `StorageFailure` when the file is no database, too new, or cannot be written.
  package init(at path: String) throws(StorageFailure) {
    self.path = path
    isReadOnly = false
    let files = DatabaseFiles(path: path)
    try files.checkKind()
    guard !files.areWriteProtected else { throw .readOnly(path: path) }
    try files.makeFolder()
    // One run opens at a time: of two first runs the one would find the other's tables half made.
    let lock = try FileLock(at: path + ".lock", guarding: path)
    defer { withExtendedLifetime(lock) {} }
    guard lock.isGot(within: 10) else { throw .busy(path: path) }
    do {
      // A file that is not ours to change is left as it is, to the last byte: look before opening.
      if files.exist {
        let look = try DatabaseQueue(path: path, configuration: Self.configuration(readOnly: true))
        try look.read { try Self.check($0, path: path) }
      }
      try files.keepToOwner()
      let pool = try DatabasePool(path: path, configuration: Self.configuration(readOnly: false))
      try Self.migrate(pool, path: path)
      database = pool
    } catch {
      throw StorageFailure(error, path: path)
    }
  }

  /// Opens the database at `path` for reading, also where the file or its folder is write-protected.
  package init(reading path: String) throws(StorageFailure) {
    self.path = path
    isReadOnly = true
    try DatabaseFiles(path: path).checkKind()
    do {
      let queue = try Self.unlockedQueue(path)
      try queue.read { try Self.check($0, path: path) }
      if try queue.read(Schema.migrator.hasCompletedMigrations) {
        database = queue
      } else {
        // An older file cannot be brought up to date where it is; a copy in memory can.
        let copy = try DatabaseQueue()
        try queue.backup(to: copy)
        try Schema.migrator.migrate(copy)
        database = copy
      }
    } catch {
      throw StorageFailure(error, path: path)
    }
  }

  /// Opens the database at `path` to look only: nothing of it changes, nor stays beside it, whoever
  /// else writes meanwhile. Only a database of an earlier version is brought up to date first.
  package init(lookingAt path: String) throws(StorageFailure) {
    self.path = path
    isReadOnly = true
    try DatabaseFiles(path: path).checkKind()
    do {
      let look = try DatabaseQueue(path: path, configuration: Self.configuration(readOnly: true))
      let isCurrent = try look.read { database in
        try Self.check(database, path: path)
        return try Schema.migrator.hasCompletedMigrations(database)
      }
      if !isCurrent { _ = try Store(at: path) }
      database = try Self.lookingQueue(path)
    } catch {
      throw StorageFailure(error, path: path)
    }
  }

  /// Whether there is a database at `path`.
  ///
  /// Throws a `StorageFailure` if that may not be known: to take it for none would be a lie.
  package static func exists(at path: String) throws(StorageFailure) -> Bool {
    var status = stat()
    if stat(path, &status) == 0 { return true }
    guard errno == ENOENT || errno == ENOTDIR else {
      throw StorageFailure(ofSystem: errno, path: path)
    }
    return false
  }

  /// An empty database in memory, for reading where there is none and none can be made.
  package init(emptyInsteadOf path: String) throws(StorageFailure) {
    self.path = path
    isReadOnly = true
    do {
      let queue = try DatabaseQueue()
      try Schema.migrator.migrate(queue)
      database = queue
    } catch {
      throw StorageFailure(error, path: path)
    }
  }

  /// A connection that only looks at a file that others may write meanwhile.
  private static func lookingQueue(_ path: String) throws -> DatabaseQueue {
    // A connection that may not write leaves its files for other connections behind; one that may,
    // and is told not to, takes them away when it is the last.
    var configuration = configuration(readOnly: false)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA query_only = ON") }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// A connection for examining a file that may be damaged, and that others may write meanwhile.
  static func examiningQueue(_ path: String) throws -> DatabaseQueue {
    let files = DatabaseFiles(path: path)
    if files.areWriteProtected { return try unlockedQueue(path) }
    // One that may write puts the log that a killed run left into the file when it closes.
    return files.haveLog
      ? try DatabaseQueue(path: path, configuration: configuration(readOnly: true))
      : try lookingQueue(path)
  }

  /// A connection that writes nothing, to the file or beside it if that can be: for a file that nobody
  /// may write.
  private static func unlockedQueue(_ path: String) throws -> DatabaseQueue {
    // A database in WAL mode wants to write beside itself even to read, unless its log is there
    // already. "Immutable" tells SQLite that nobody else changes the file, which holds where nobody
    // may write it; but it does not read the log, so it is only for a file without one.
    let configuration = configuration(readOnly: true)
    guard DatabaseFiles(path: path).haveLog else {
      let encoded = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
      return try DatabaseQueue(path: "file:\(encoded)?immutable=1", configuration: configuration)
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      _ = try queue.read { try $0.tableExists("feeds") }
      return queue
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR].contains(error.resultCode)
    {
      return try copied(path)
    }
  }

  /// A log whose index is lost can only be read by making that anew, for which this place is not to be
  /// written: it is done elsewhere, and nothing stays of it.
  private static func copied(_ path: String) throws -> DatabaseQueue {
    let place = FileManager.default.temporaryDirectory.appending(
      path: "mingle-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: place) }
    let copy = place.appending(path: "mingle.db").path
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
    }
    let memory = try DatabaseQueue()
    try DatabaseQueue(path: copy).backup(to: memory)
    return memory
  }

  private static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(5)
    configuration.label = "mingle"
    configuration.prepareDatabase { database in
      // What is sorted on the way is small beside what is stored; no file needs to be made for it.
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
      // Those of a pool that only read have little caches: there are several.
      guard !readOnly, !database.configuration.readonly else { return }
      try database.execute(
        sql: """
          PRAGMA synchronous = NORMAL;
          -- Threads, names and likenesses come in no order: with SQLite's 2 MB nearly every one of
          -- them was read from the file again.
          PRAGMA cache_size = -32768;
          -- Pages that are filled over many transactions need not be written to their place each time.
          PRAGMA wal_autocheckpoint = 8000;
          """)
    }
    return configuration
  }

  func reading<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(StorageFailure) -> Value {
    do { return try await database.read(body) } catch { throw StorageFailure(error, path: path) }
  }

  func writing<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(StorageFailure) -> Value {
    do { return try await database.write(body) } catch { throw StorageFailure(error, path: path) }
  }
}

extension Date {
  /// The date as the database keeps it: whole seconds since 1970.
  ///
  /// A feed may name any year; one that no integer holds becomes the nearest that does.
  var stored: Int64 { Int64(exactly: timeIntervalSince1970.rounded(.down)) ?? 0 }

  init(stored: Int64) { self.init(timeIntervalSince1970: TimeInterval(stored)) }
}

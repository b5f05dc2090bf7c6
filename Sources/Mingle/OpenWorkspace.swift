internal import Fetching
package import Foundation
package import Profiles
package import Storage
internal import Subscriptions

/// A workspace whose settings are read and whose database is open: what every use case works in.
package struct OpenWorkspace: Sendable {
  package let workspace: Workspace
  package let settings: Settings
  package let store: Store
  /// The time of this run; everything in it happens now.
  package let now: Date
  let environment: [String: String]
  /// The way to the network; nil is the real one.
  var transport: (any Transport)?
  /// The clock of rounds, which goes on while `now` stands.
  var clock = FetchRound.WallClock()
  /// Tells the person that something takes a while.
  let notice: @Sendable (String) -> Void

  /// Whether a command changes what is stored.
  package enum Mode: Sendable {
    case reading, writing
    /// Not even what was counted on the way is kept: for trying things out.
    case looking
  }

  /// Whether the database can only be read.
  package var isReadOnly: Bool { store.isReadOnly }
  /// How the database is called in messages.
  package var databaseName: String { workspace.name(of: workspace.database) }

  /// Opens a workspace. A command that only reads works on a write-protected database too.
  ///
  /// Throws a `DiagnosticsFailure` for mistakes in the settings, a `UsageFailure` if they cannot be
  /// read, and a `StorageFailure`.
  package init(
    _ workspace: Workspace, now: Date, mode: Mode, environment: [String: String],
    notice: @escaping @Sendable (String) -> Void = { _ in }
  ) throws {
    self.workspace = workspace
    self.now = now
    self.environment = environment
    self.notice = notice
    settings = try workspace.readSettings()
    _ = try networks(settings, environment: environment)
    store = try Self.open(workspace.database, mode)
    if mode != .looking, let kind = NetworkFileSystem.kind(at: workspace.database.path) {
      notice(Self.warning(ofNetwork: kind, workspace.name(of: workspace.database)))
    }
  }

  static func warning(ofNetwork kind: String, _ database: String) -> String {
    "\(database) is on a network file system (\(kind)): two machines that use it at once may damage "
      + "it; keep the workspace on a disk of this one"
  }

  private static func open(_ database: URL, _ mode: Mode) throws(StorageFailure) -> Store {
    if mode == .looking, try !Store.exists(at: database.path) {
      return try Store(emptyInsteadOf: database.path)
    }
    do {
      return mode == .looking
        ? try Store(lookingAt: database.path) : try Store(at: database.path)
    } catch {
      // A list can be shown where nothing can be stored.
      let isShown = error == .readOnly(path: database.path) || error == .full(path: database.path)
      guard mode != .writing, isShown else { throw error }
      if database.isFile { return try Store(reading: database.path) }
      // Where the folder is there, a database may be in it that this person may not read: an empty
      // list would be a lie.
      let folder = database.deletingLastPathComponent().path
      guard !FileManager.default.fileExists(atPath: folder) else { throw error }
      return try Store(emptyInsteadOf: database.path)
    }
  }
}

extension Workspace {
  /// The most bytes a profile or settings file may have.
  static let fileLimit = Profile.largestFile

  /// How a file of the workspace is called in messages: by the path from the current folder if it is
  /// inside, else in full, so that editors can jump to it.
  package func name(of file: URL) -> String {
    let base = URL(filePath: FileManager.default.currentDirectoryPath).standardizedFileURL.path
    let path = file.standardizedFileURL.path
    return path.hasPrefix(base + "/") ? String(path.dropFirst(base.count + 1)) : path
  }

  func readSettings() throws -> Settings {
    let name = self.name(of: settings)
    guard let bytes = try UserFile.read(settings, as: name, limit: Self.fileLimit) else {
      return Settings()
    }
    let reading = Settings.read(bytes: bytes, path: name)
    guard let settings = reading.settings else { throw DiagnosticsFailure(reading.diagnostics) }
    return settings
  }

  /// The feed list; throws a `UsageFailure` if there is none.
  func readFeedList() throws -> FeedList {
    let name = self.name(of: feedList)
    guard let bytes = try UserFile.read(feedList, as: name, limit: FeedList.limit) else {
      throw UsageFailure(
        "there is no feed list \(name); make one with: mingle init \(self.name(of: folder))")
    }
    return try FeedList(bytes, file: name)
  }
}

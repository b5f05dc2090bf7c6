internal import Foundation
internal import Storage

/// The right to do something in a workspace that one run may do at a time: a lock on a file beside the
/// database.
struct WorkspaceLock {
  private let lock: FileLock

  /// What only one run may do at a time.
  enum Purpose: String {
    /// Reading the feeds: none is asked for twice at once.
    case fetch
    /// Changing the feed list or the profile: no change overwrites another.
    case edit
  }

  /// Takes the lock, waiting for up to `patience` if another run has it; nil if it still has it then.
  init?(for purpose: Purpose, in workspace: Workspace, patience: Duration) async throws {
    lock = try FileLock(
      at: Self.file(for: purpose, in: workspace), guarding: workspace.database.path)
    let deadline = ContinuousClock.now + patience
    while !lock.isGot() {
      guard ContinuousClock.now < deadline else { return nil }
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  /// Whether the run that had it before did not come to its end.
  var isLeftOver: Bool { lock.holder != nil }

  /// Notes that this run begins to store.
  func note() { lock.note() }

  private static func file(for purpose: Purpose, in workspace: Workspace) -> String {
    workspace.database.deletingLastPathComponent().appending(path: "\(purpose.rawValue).lock").path
  }

  /// The process that reads the feeds of a workspace; nil if none does.
  static func reader(of workspace: Workspace) -> Int32? {
    try? FileLock(at: file(for: .fetch, in: workspace), guarding: workspace.database.path).holder
  }
}

extension OpenWorkspace {
  /// The process that reads the feeds now; nil if none does.
  package var reader: Int32? { WorkspaceLock.reader(of: workspace) }

  /// Notes that this run stores what it reads. If the last one that did was killed, or the machine went
  /// down with it, the database is looked through first.
  ///
  /// Throws a `StorageFailure` if it is damaged.
  func begin(_ lock: WorkspaceLock) async throws {
    if lock.isLeftOver {
      if store.isLarge { notice("looking through the database, since the last run was broken off") }
      try await store.checkWhole()
    }
    lock.note()
  }
}

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
      at: workspace.database.deletingLastPathComponent()
        .appending(path: "\(purpose.rawValue).lock").path,
      guarding: workspace.database.path)
    let deadline = ContinuousClock.now + patience
    while !lock.isGot() {
      guard ContinuousClock.now < deadline else { return nil }
      try await Task.sleep(for: .milliseconds(100))
    }
  }
}

internal import Foundation

/// The right to do something in a workspace that one run may do at a time.
///
/// It is a lock of the system on a file beside the database, so it is given back with the process,
/// however that ends.
final class WorkspaceLock: Sendable {
  private let file: Int32

  /// What only one run may do at a time.
  enum Purpose: String {
    /// Reading the feeds: none is asked for twice at once.
    case fetch
    /// Changing the feed list: no change overwrites another.
    case edit
  }

  /// Takes the lock, waiting for up to `patience` if another run has it; nil if it still has it then.
  init?(for purpose: Purpose, in workspace: Workspace, patience: Duration) async throws {
    let path = workspace.database.deletingLastPathComponent()
      .appending(path: "\(purpose.rawValue).lock").path
    file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw FileFailure("cannot write \(path): \(String(cString: strerror(errno)))")
    }
    let deadline = ContinuousClock.now + patience
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard ContinuousClock.now < deadline else { return nil }
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  deinit { close(file) }
}

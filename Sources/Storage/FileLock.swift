internal import Foundation

/// A lock of the system on a file, given back with the process, however that ends.
package final class FileLock: Sendable {
  private let file: Int32

  /// Opens the file, making it if need be; nobody is locked out yet. A failure names `guarded`, which
  /// stands in the same folder and which people know.
  package init(at path: String, guarding guarded: String) throws(StorageFailure) {
    file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .readOnly(path: guarded) }
  }

  /// Takes the lock if nobody has it; returns whether it was got.
  package func isGot() -> Bool { flock(file, LOCK_EX | LOCK_NB) == 0 }

  /// Takes the lock, however long somebody else has it.
  func wait() {
    while flock(file, LOCK_EX) != 0, errno == EINTR {}
  }

  deinit { close(file) }
}

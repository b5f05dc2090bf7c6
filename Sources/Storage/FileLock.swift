internal import Foundation
internal import Synchronization

/// A lock of the system on a file, given back with the process, however that ends.
package final class FileLock: Sendable {
  private let file: Int32
  private let path: String
  private let isNoted = Mutex(false)

  /// Opens the file, making it if need be; nobody is locked out yet. A failure names `guarded`, which
  /// stands in the same folder and which people know.
  package init(at path: String, guarding guarded: String) throws(StorageFailure) {
    self.path = path
    file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StorageFailure(ofSystem: errno, path: guarded) }
  }

  /// Takes the lock if nobody has it; returns whether it was got.
  package func isGot() -> Bool { flock(file, LOCK_EX | LOCK_NB) == 0 }

  /// Takes the lock, waiting so many seconds at most; returns whether it was got. Whoever stopped while
  /// he had it must not stop everybody else.
  func isGot(within seconds: Int) -> Bool {
    for _ in 0..<seconds * 50 {
      if isGot() { return true }
      usleep(20_000)
    }
    return isGot()
  }

  /// The process that noted itself: the one that has the lock; to who has it himself, one that died with
  /// it. Nil if there is none.
  package var holder: Int32? {
    (try? String(contentsOfFile: path, encoding: .utf8)).flatMap { Int32($0) }
  }

  /// Notes in the file who has the lock, until it is given back. Whoever dies with it leaves the note.
  package func note() {
    let text = Array(String(getpid()).utf8)
    guard ftruncate(file, 0) == 0, pwrite(file, text, text.count, 0) == text.count else { return }
    isNoted.withLock { $0 = true }
  }

  deinit {
    if isNoted.withLock({ $0 }) { _ = ftruncate(file, 0) }
    close(file)
  }
}

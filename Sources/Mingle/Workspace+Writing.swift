internal import Foundation

extension Workspace {
  /// The right to change the workspace's files; throws a `UsageFailure` if another run keeps it.
  func editLock() async throws -> WorkspaceLock {
    // Where nothing has been fetched yet there is no folder for the lock.
    try? FileManager.default.createDirectory(
      at: database.deletingLastPathComponent(), withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    guard let lock = try await WorkspaceLock(for: .edit, in: self, patience: .seconds(5)) else {
      throw UsageFailure("another run is changing this workspace; try again when it is done")
    }
    return lock
  }

  /// Puts `after` in the place of a file that was read as `before`, or of none, making its folder if
  /// need be.
  ///
  /// Throws a `FileFailure` if it cannot be written or was protected, and a `UsageFailure` if another
  /// program changed it meanwhile.
  func write(
    _ after: [UInt8], over before: [UInt8]?, at file: URL, as name: String, limit: Int
  ) throws {
    guard !UserFile.isWriteProtected(file) else {
      throw FileFailure(
        "cannot write \(name): it is write-protected; give yourself the right to write it")
    }
    if before == nil {
      let folder = file.deletingLastPathComponent()
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      } catch {
        throw FileFailure("cannot make the folder \(self.name(of: folder)) for \(name)")
      }
    }
    let isWritten = try UserFile.replace(file, with: after) {
      (try? UserFile.read(file, as: name, limit: limit)) == before
    }
    guard isWritten else {
      throw UsageFailure(
        "\(name) was changed by another program in the meantime, so nothing was written; "
          + "run this again")
    }
  }
}

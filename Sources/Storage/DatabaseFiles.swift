internal import Foundation

/// The files of a database on the disk, and who may do what with them.
struct DatabaseFiles {
  let path: String

  private var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

  /// Whether there is a database, or whatever else has its name.
  var exist: Bool { FileManager.default.fileExists(atPath: path) }

  /// Whether someone took away the right to write the file or its folder. SQLite would go on without a
  /// word until the first change; and the superuser has all rights: whoever protects them means it.
  var areWriteProtected: Bool {
    [path, folder].contains { place in
      var status = stat()
      guard stat(place, &status) == 0 else { return false }
      return status.st_mode & 0o222 == 0 || access(place, W_OK) != 0
    }
  }

  /// Whether the disk has no room for another file of the smallest kind.
  var areOnFullDisk: Bool {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return false }
    let bytes = UInt64(status.f_bavail) * UInt64(status.f_frsize)
    return bytes < 64 << 10 || (status.f_files > 0 && status.f_favail == 0)
  }

  /// Throws if something else than a file has the name: opening a pipe would wait for ever.
  func checkKind() throws(StorageFailure) {
    for place in [path, path + "-wal"] {
      var status = stat()
      guard stat(place, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { continue }
      throw .damaged(path: path, detail: "\(place) is not a regular file")
    }
  }

  /// Whether something was written that does not stand in the file itself yet.
  var haveLog: Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
    return attributes?[.size] as? Int ?? 0 > 0
  }

  /// How many bytes the database has; 0 if there is none.
  var size: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.size] as? Int ?? 0
  }

  /// Makes the folder, so that only its owner gets in.
  func makeFolder() throws(StorageFailure) {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch let error as CocoaError where error.code == .fileWriteOutOfSpace {
      throw .full(path: path)
    } catch {
      throw .readOnly(path: path)
    }
  }

  /// Makes an empty file, which is an empty database, with the rights that SQLite then gives to the
  /// files beside it; and takes others' rights from files that an earlier version made.
  func keepToOwner() throws(StorageFailure) {
    let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StorageFailure(ofSystem: errno, path: path) }
    close(file)
    for (place, rights) in [
      (folder, 0o700), (path, 0o600), (path + "-wal", 0o600), (path + "-shm", 0o600),
    ]
      as [(String, mode_t)]
    {
      var status = stat()
      // A link leads to a folder that somebody made for more than this.
      guard lstat(place, &status) == 0, status.st_mode & S_IFMT != S_IFLNK,
        status.st_uid == geteuid(), status.st_mode & 0o777 & ~rights != 0
      else { continue }
      _ = chmod(place, status.st_mode & rights)
    }
  }
}

extension StorageFailure {
  /// What a call of the system said.
  init(ofSystem code: Int32, path: String) {
    switch code {
    case EACCES, EPERM, EROFS, ENOTDIR, ENOENT, EISDIR: self = .readOnly(path: path)
    case ENOSPC, EDQUOT: self = .full(path: path)
    default: self = .other(path: path, detail: String(cString: strerror(code)))
    }
  }
}

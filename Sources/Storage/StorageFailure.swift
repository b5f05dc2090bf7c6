internal import Foundation
internal import GRDB

/// Why the database could not do what was asked.
package enum StorageFailure: Error, Sendable, Hashable {
  /// The file is not a database, or a damaged one.
  case damaged(path: String, detail: String)
  /// The database was made by a later version of Mingle.
  case newer(path: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String)
  /// The disk is full; what was being stored was not stored.
  case full(path: String)
  /// Another program holds the database for longer than we wait.
  case busy(path: String)
  /// Anything else that SQLite reports.
  case other(path: String, detail: String)

  init(_ error: any Error, path: String) {
    switch error {
    case let failure as StorageFailure: self = failure
    case let error as DatabaseError:
      let detail = error.message ?? "\(error.resultCode)"
      switch error.resultCode {
      case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damaged(path: path, detail: detail)
      case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: self = .readOnly(path: path)
      case .SQLITE_FULL: self = .full(path: path)
      // Where not even the file can be made that readers share, SQLite does not say why.
      case .SQLITE_IOERR where DatabaseFiles(path: path).areOnFullDisk: self = .full(path: path)
      case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
      default: self = .other(path: path, detail: detail)
      }
    default: self = .other(path: path, detail: String(describing: error))
    }
  }
}

extension StorageFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .damaged(let path, let detail):
      "\(path): this is not a sound Mingle database (\(detail)); it was left as it is. What can be "
        + "read of it is put into a new file by: mingle doctor --recover"
    case .newer(let path):
      "\(path): made by a newer Mingle; install that version to open it"
    case .readOnly(let path):
      "cannot write \(path): give yourself the right to write the file and its folder"
    case .full(let path):
      "disk full while writing \(path): nothing of this step was stored; make room and run again"
    case .busy(let path):
      "\(path) is in use by another program; wait until it is done and run again"
    case .other(let path, let detail):
      "\(path): \(detail)"
    }
  }
}

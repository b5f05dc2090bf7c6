package import Foundation

/// Reading and replacing files of the user's: whole or not at all.
package enum UserFile {
  /// What happens to be at a path.
  private enum Kind {
    case missing, regular, folder, other
  }

  /// The bytes of the file at `url`; nil if there is none.
  ///
  /// Throws a `UsageFailure` for what is no regular file (reading a pipe would wait for ever), may
  /// not be read, or has more than `limit` bytes.
  package static func read(
    _ url: URL, as name: String, limit: Int
  ) throws(UsageFailure) -> [UInt8]? {
    switch kind(of: url) {
    case .missing: return nil
    case .folder: throw UsageFailure("\(name) is a folder, not a file")
    case .other: throw UsageFailure("\(name) is not a regular file")
    case .regular: break
    }
    do {
      let handle = try FileHandle(forReadingFrom: url)
      defer { try? handle.close() }
      let size = try handle.seekToEnd()
      try handle.seek(toOffset: 0)
      let bytes = try handle.bytes(upToCount: limit + 1, expecting: Int(size))
      guard bytes.count <= limit else {
        let size = max(size, UInt64(bytes.count))
        throw UsageFailure("\(name) is too large: \(size) bytes, and at most \(limit) are read")
      }
      return bytes
    } catch let failure as UsageFailure {
      throw failure
    } catch {
      throw UsageFailure("cannot read \(name): \(reason(error))")
    }
  }

  /// Puts `bytes` in the place of the file at `url`: written beside it, brought to the disk, then
  /// renamed over it, so that a crash or a full disk leaves the old file whole.
  ///
  /// A link stays a link: what it leads to is replaced. What is no regular file (a device, a pipe) is
  /// written into, not replaced.
  ///
  /// `isStillAsRead` is asked right before; if it says no, nothing is written and false returned.
  @discardableResult
  package static func replace(
    _ url: URL, with bytes: [UInt8], if isStillAsRead: () -> Bool = { true }
  ) throws(FileFailure) -> Bool {
    let url = url.resolvingSymlinksInPath()
    switch kind(of: url) {
    case .folder: throw FileFailure("cannot write \(url.path): it is a folder")
    case .other:
      try write(bytes, into: url)
      return true
    case .missing:
      // Its rights, which all have, would go to the file in its place.
      if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: url.path) {
        throw FileFailure("cannot write \(url.path): it is a link to \(target), which is not there")
      }
    case .regular: break
    }
    removeUnfinished(of: url)
    let beside = url.deletingLastPathComponent()
      .appending(path: unfinishedPrefix(of: url) + "\(getpid()).new")
    do {
      let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
      try Data(bytes).write(to: beside, options: .withoutOverwriting)
      if let mode = attributes?[.posixPermissions] {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: beside.path)
      }
      let handle = try FileHandle(forWritingTo: beside)
      try handle.synchronize()
      try handle.close()
      guard isStillAsRead() else {
        try FileManager.default.removeItem(at: beside)
        return false
      }
      guard rename(beside.path, url.path) == 0 else {
        throw FileFailure(String(cString: strerror(errno)))
      }
      return true
    } catch {
      try? FileManager.default.removeItem(at: beside)
      throw FileFailure("cannot write \(url.path): \(reason(error))")
    }
  }

  private static func unfinishedPrefix(of url: URL) -> String { ".\(url.lastPathComponent)." }

  /// Takes away what a run left that was killed before it could rename; its process is there no more.
  private static func removeUnfinished(of url: URL) {
    let folder = url.deletingLastPathComponent()
    let prefix = unfinishedPrefix(of: url)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasPrefix(prefix) && name.hasSuffix(".new") {
      guard let process = UInt32(name.dropFirst(prefix.count).dropLast(4)) else { continue }
      let isAlive = pid_t(exactly: process).map { kill($0, 0) == 0 || errno == EPERM } ?? false
      if !isAlive || process == getpid() {
        try? FileManager.default.removeItem(at: folder.appending(path: name))
      }
    }
  }

  /// Whether someone took away the right to write the file at `url`.
  ///
  /// Renaming over a file asks for the rights of its folder only, and the superuser has all rights:
  /// whoever protects a file means it.
  static func isWriteProtected(_ url: URL) -> Bool {
    var status = stat()
    guard stat(url.path, &status) == 0 else { return false }
    return status.st_mode & 0o222 == 0 || access(url.path, W_OK) != 0
  }

  private static func write(_ bytes: [UInt8], into url: URL) throws(FileFailure) {
    do {
      let handle = try FileHandle(forWritingTo: url)
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
    } catch {
      throw FileFailure("cannot write \(url.path): \(reason(error))")
    }
  }

  private static func kind(of url: URL) -> Kind {
    var status = stat()
    guard stat(url.path, &status) == 0 else { return .missing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .regular
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The reason of a Foundation error in the system's words ("Permission denied").
  private static func reason(_ error: any Error) -> String {
    if let failure = error as? FileFailure { return failure.description }
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error
    if let code = ((underlying ?? error) as? POSIXError)?.code {
      return String(cString: strerror(code.rawValue))
    }
    return error.localizedDescription
  }
}

extension FileHandle {
  /// What is left to read, at most `most` bytes, in memory of its own and nowhere else: a document of
  /// 64 MB is not to stand there twice. `expected` is how many bytes there may be.
  package func bytes(upToCount most: Int, expecting expected: Int = 0) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(expected, most))
    while bytes.count < most, let piece = try read(upToCount: min(1 << 18, most - bytes.count)),
      !piece.isEmpty
    {
      bytes.append(contentsOf: piece)
    }
    return bytes
  }
}

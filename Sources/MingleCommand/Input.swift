internal import Foundation
internal import Mingle

/// What the person hands over: a file, or standard input as `-`.
enum Input {
  /// The bytes of the file named `name`, relative to the current folder, or of standard input.
  static func bytes(of name: String, limit: Int) throws -> [UInt8] {
    if name == "-" {
      let bytes = try FileHandle.standardInput.bytes(upToCount: limit + 1)
      guard bytes.count <= limit else {
        throw UsageFailure("standard input is too large: more than \(limit) bytes")
      }
      return bytes
    }
    guard let bytes = try UserFile.read(Workspace.url(of: name), as: name, limit: limit) else {
      throw UsageFailure("there is no file \(name)")
    }
    return bytes
  }
}

extension WorkspaceOptions {
  /// The workspace that the options and the environment name.
  func locate() throws -> Workspace {
    try Workspace.locate(
      option: workspace, environment: ProcessInfo.processInfo.environment,
      current: FileManager.default.currentDirectoryPath)
  }
}

extension OpenWorkspace {
  /// Opens the workspace with the environment of this process.
  init(_ workspace: Workspace, now: Date, mode: Mode) throws {
    try self.init(
      workspace, now: now, mode: mode, environment: ProcessInfo.processInfo.environment,
      notice: { Output.complain($0) })
  }
}

package import Foundation

/// A folder for a while; it is removed with its contents when nobody holds it any more.
package final class Scratch: Sendable {
  package let url: URL

  /// Makes the folder among the system's temporary ones, or inside `parent`.
  package init(in parent: URL = FileManager.default.temporaryDirectory) throws {
    url = parent.appending(path: "mingle-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}

package import Foundation

/// A folder of a test's own; it is removed with its contents when nobody holds it any more.
package final class TemporaryFolder: Sendable {
  package let url: URL

  /// Makes the folder among the system's temporary ones.
  package init() throws {
    url = FileManager.default.temporaryDirectory
      .appending(path: "mingle-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  package var path: String { url.path(percentEncoded: false) }

  /// Writes a file, with the folders above it, and returns where it is.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> URL {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return file
  }
}

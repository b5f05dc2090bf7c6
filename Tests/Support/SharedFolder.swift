package import Foundation

/// The folder of recorded data beside the checkout, which is no part of the project.
package enum SharedFolder {
  /// The folder `name` of it (`$MINGLE_SHARED/name`, else `../shared/name`); nil if it is absent, and
  /// then the tests that read it are skipped.
  package static func url(of name: String) -> URL? {
    let root =
      ProcessInfo.processInfo.environment["MINGLE_SHARED"].map { URL(filePath: $0) }
      ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")
    let folder = root.appending(path: name)
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }
}

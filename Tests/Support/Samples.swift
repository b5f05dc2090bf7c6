package import Foundation

/// The samples that stand in the project, `feeds/demo` above all.
package enum Samples {
  /// The folder of the package.
  package static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  package static let demo = package.appending(path: "feeds/demo")

  /// The sample feeds by name, in order.
  package static let feeds: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: demo.appending(path: "samples").path)
    return (files ?? []).sorted()
  }()
}

internal import Foundation

/// The checkout that this package stands in.
package enum Checkout {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../..").standardizedFileURL

  /// Where `swift build -c release` puts the tool.
  package static var release: String { root.appending(path: ".build/release/mingle").path }

  /// The Python of an environment with other readers, where the README puts it.
  package static var peers: String {
    root.appending(path: "Tests/Benchmarks/.build/peers/bin/python").path
  }

  /// A folder of the recorded data beside the checkout (`$MINGLE_SHARED/name`, else
  /// `../shared/name`); it may be absent.
  package static func shared(_ name: String) -> String {
    let shared =
      ProcessInfo.processInfo.environment["MINGLE_SHARED"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    return shared.appending(path: name).path
  }
}

internal import Foundation
package import Testing

/// Compares a text with the file that keeps what it should be, beside the test.
///
/// With `MINGLE_RECORD=1` in the environment the file is written anew; the diff is the review.
package func expectGolden(
  _ text: String, _ name: String, beside file: String = #filePath,
  at location: SourceLocation = #_sourceLocation
) throws {
  let golden = URL(filePath: file).deletingLastPathComponent()
    .appending(path: "Goldens/\(name).txt")
  if ProcessInfo.processInfo.environment["MINGLE_RECORD"] == "1" {
    try FileManager.default.createDirectory(
      at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: golden)
  }
  let expected = try String(contentsOf: golden, encoding: .utf8)
  let difference = zip(
    text.split(separator: "\n", omittingEmptySubsequences: false),
    expected.split(separator: "\n", omittingEmptySubsequences: false)
  ).first { $0 != $1 }
  #expect(
    text == expected,
    "\(name) differs, first here: \(difference.map { "\($0.0)\ninstead of: \($0.1)" } ?? "its length")",
    sourceLocation: location)
}

import Foundation
import Markup
import Support
import Testing

/// Bodies as the programs of each kind of place write them, in `Places`, and the whole text that
/// people read of each, in `Goldens`.
@Suite struct PlainTextPlacesTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Places")

  static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []

  @Test func thereAreBodies() { #expect(Self.names.count >= 16) }

  @Test(arguments: names) func readsBody(name: String) throws {
    let source = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    try expectGolden(MarkedText(source, kind: .html).plainText() + "\n", name)
  }
}

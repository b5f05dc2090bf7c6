import Foundation
import Support
import Testing

/// What the README tells of tuning, done: its output is the tool's.
@Suite struct TuningStoryTests {
  @Test func theReadmeShowsWhatComesOut() throws {
    let folder = try TemporaryFolder.demo()
    let tool = Tool(in: folder)
    let readme = try String(
      contentsOf: Samples.package.appending(path: "README.md"), encoding: .utf8)
    func decide(_ command: String) throws {
      let line = try #require(
        readme.components(separatedBy: "\n").first { $0.hasPrefix("mingle \(command) ") })
      let ids = try #require(line.components(separatedBy: "#").first).split(separator: " ")
        .dropFirst(2)
      #expect(ids.count == 8)
      #expect(try tool.run([command] + ids.map(String.init)).code == 0)
    }
    #expect(try tool("today", "--on", "2026-03-14").code == 0)
    try decide("join")
    try decide("skip")

    let stats = try tool("profile", "stats", "--sort", "joins", "--on", "2026-03-14").output
    #expect(readme.contains(stats.components(separatedBy: "\n")[..<6].joined(separator: "\n")))
    #expect(readme.contains(try tool("profile", "suggest", "--on", "2026-03-14").output))

    let draft = try folder.text("profile.yaml")
      .replacing(
        "  gasket: 2                   # mild by itself: cars have gaskets as well\n", with: ""
      )
      .replacing("  leaking: 2\n", with: "  leaking: 2\n  boiler: 2\n")
      .replacing("  - crypto\n", with: "  - crypto\n  - head gasket\n")
    try folder.write(draft, to: "draft.yaml")
    let trial = try tool("profile", "try", "draft.yaml", "--limit", "3", "--on", "2026-03-14")
    #expect(readme.contains(trial.output))
  }
}

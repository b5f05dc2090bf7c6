import Foundation
import Support
import Testing

/// What the README tells of tuning, done: its output is the tool's. `MINGLE_RECORD=1` writes it anew.
@Suite struct TuningStoryTests {
  private let readme = Samples.package.appending(path: "README.md")

  @Test func theReadmeShowsWhatComesOut() throws {
    let folder = try TemporaryFolder.demo()
    let tool = Tool(in: folder)
    var text = try String(contentsOf: readme, encoding: .utf8)
    #expect(try tool("today", "--on", "2026-03-14").code == 0)
    try decide("join", tool, text)
    try decide("skip", tool, text)
    let draft = try folder.text("profile.yaml")
      .replacing(
        "  gasket: 2                   # mild by itself: cars have gaskets as well\n", with: ""
      )
      .replacing("  leaking: 2\n", with: "  leaking: 2\n  boiler: 2\n")
      .replacing("  - crypto\n", with: "  - crypto\n  - head gasket\n")
    try folder.write(draft, to: "draft.yaml")

    for command in [
      "stats --sort joins --on 2026-03-14", "suggest --on 2026-03-14",
      "try draft.yaml --limit 3 --on 2026-03-14",
    ] {
      var output = try tool.run(["profile"] + command.split(separator: " ").map(String.init)).output
      if command.hasPrefix("stats") {
        output = output.components(separatedBy: "\n")[..<6].joined(separator: "\n") + "\n…\n"
      }
      let told = try #require(text.range(of: "`mingle profile \(command)`"))
      let start = try #require(text.range(of: "\n```\n", range: told.upperBound..<text.endIndex))
      let end = try #require(text.range(of: "```\n", range: start.upperBound..<text.endIndex))
      if ProcessInfo.processInfo.environment["MINGLE_RECORD"] == "1" {
        text.replaceSubrange(start.upperBound..<end.lowerBound, with: output)
        try Data(text.utf8).write(to: readme)
      } else {
        #expect(text[start.upperBound..<end.lowerBound] == output)
      }
    }
  }

  /// It went from adding a word to raising it to 3, 4 and 5, with nothing decided in between.
  @Test func whatWasAppliedIsNotSuggestedOnTheSameEvidence() throws {
    let folder = try TemporaryFolder.demo()
    let tool = Tool(in: folder)
    let text = try String(contentsOf: readme, encoding: .utf8)
    #expect(try tool("today", "--on", "2026-03-14").code == 0)
    try decide("join", tool, text)
    try decide("skip", tool, text)
    let apply = ["profile", "suggest", "--apply", "--on", "2026-03-14"]
    #expect(try tool.run(apply).output.contains("\n+  "))
    let applied = try folder.text("profile.yaml")
    let again = try tool.run(apply).output
    #expect(again.hasSuffix("\nprofile.yaml: nothing to change\n"))
    #expect(try folder.text("profile.yaml") == applied)
  }

  /// Decides as a line of the README does.
  private func decide(_ command: String, _ tool: Tool, _ readme: String) throws {
    // Other chapters decide about other conversations.
    let chapter = try #require(readme.components(separatedBy: "\n## Tuning\n").last)
    let line = try #require(
      chapter.components(separatedBy: "\n").first { $0.hasPrefix("mingle \(command) ") })
    let words = try #require(line.components(separatedBy: "#").first).split(separator: " ")
    let ids = words.dropFirst(2).map(String.init)
    #expect(ids.count == 8)
    #expect(try tool.run([command] + ids).code == 0)
  }
}

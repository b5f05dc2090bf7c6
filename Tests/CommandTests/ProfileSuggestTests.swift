import Foundation
import Support
import Testing

@Suite struct ProfileSuggestTests {
  private let profile = """
    # What we love.
    keywords:
      kitchen: 1   # mild

    """

  /// The month, with what asks joined and what sells skipped.
  private func month() throws -> (TemporaryFolder, Tool) {
    let folder = try TemporaryFolder.month(profile: profile)
    let tool = Tool(in: folder)
    let ids = try tool.ids()
    // 9, 21 and 33 both ask and sell.
    let asking = (0..<10).map { $0 * 3 }.filter { $0 % 4 != 1 }
    let selling = (0..<10).map { $0 * 4 + 1 }.filter { $0 % 3 != 0 }
    #expect(try tool.run(["join"] + asking.compactMap { ids[$0] }).code == 0)
    #expect(try tool.run(["skip"] + selling.compactMap { ids[$0] }).code == 0)
    return (folder, tool)
  }

  @Test func proposesLinesWithTheirEvidence() throws {
    let (folder, tool) = try month()
    let before = try folder.files()
    let outcome = try tool("profile", "suggest", "--on", "2026-03-30")
    #expect(outcome.messages == "")
    #expect(outcome.code == 0)
    try expectGolden(outcome.output, "profile-suggest")
    #expect(try folder.files() == before)
  }

  @Test func whatIsSuggestedIsWhatStandsInTheFileAfter() throws {
    let (folder, tool) = try month()
    let trial = try tool("profile", "suggest", "--on", "2026-03-30", "--apply", "--dry-run")
    #expect(trial.output.contains("\n+  bottomless portafilter: 1\n"))
    #expect(try folder.text("profile.yaml") == profile)
    let text = try tool("profile", "suggest", "--on", "2026-03-30", "--apply", "--json").output
    let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    let file = try folder.text("profile.yaml")
    #expect(file.hasPrefix("# What we love.\nkeywords:\n  kitchen: 1   # mild\n"))
    for suggestion in document.suggestions {
      #expect((suggestion.gain ?? 0 >= 0) == file.contains(suggestion.expression))
    }
    #expect(document.applied?.written == true)
    // What was followed is not proposed as new again.
    let again = try tool("profile", "suggest", "--on", "2026-03-30", "--json").output
    let rest = try JSONDecoder().decode(Document.self, from: Data(again.utf8))
    #expect(rest.suggestions.allSatisfy { !file.contains($0.expression) || $0.change == "raise" })
  }

  @Test func withoutDecisionsItTellsHowToGetThere() throws {
    let tool = Tool(in: try TemporaryFolder.month(profile: profile))
    #expect(try tool("fetch").code == 0)
    let outcome = try tool("profile", "suggest", "--on", "2026-03-30")
    #expect(
      outcome.output == """
        profile.yaml · 2025-12-30 to 2026-03-30 · 0 joined or saved, 0 skipped
        Nothing was decided in this time, so there is nothing to learn from: go through \
        `mingle today` and join, save or skip what is listed; a dozen is a start.

        """)
    #expect(outcome.code == 0)
    let json = try tool("profile", "suggest", "--on", "2026-03-30", "--json")
    let document = try JSONDecoder().decode(Document.self, from: Data(json.output.utf8))
    #expect(document.suggestions.isEmpty)
    #expect(json.code == 0)
    #expect(
      try tool("profile", "suggest", "--apply").output.hasSuffix(
        "\nprofile.yaml: nothing to change\n"))
  }

  @Test func optionsThatDoNothingAreTold() throws {
    let tool = Tool(in: try TemporaryFolder.month(profile: profile))
    for arguments in [["--all"], ["--dry-run"], ["--limit", "0"]] {
      #expect(try tool.run(["profile", "suggest"] + arguments).code == 2)
    }
  }

  private struct Document: Decodable {
    struct Suggestion: Decodable {
      var expression: String
      var change: String
      var gain: Double?
    }

    struct Change: Decodable { var written: Bool }

    var suggestions: [Suggestion]
    var applied: Change?
  }
}

import Foundation
import Support
import Testing

@Suite struct ProfileTryTests {
  private let profile = "keywords:\n  portafilter: 3\n  capsule: 2\n"

  /// The month, listed once, with some of it decided: joined is what asks, skipped what sells.
  private func month() throws -> (TemporaryFolder, Tool) {
    let folder = try TemporaryFolder.month(profile: profile)
    let tool = Tool(in: folder)
    let ids = try tool.ids()
    #expect(try tool.run(["join"] + [0, 3, 6].compactMap { ids[$0] }).code == 0)
    #expect(try tool.run(["skip"] + [1, 5, 13].compactMap { ids[$0] }).code == 0)
    return (folder, tool)
  }

  @Test func tellsWhatADraftDoesAndWritesNothing() throws {
    let (folder, tool) = try month()
    try folder.write(
      "keywords:\n  bottomless: 1\n  portafilter: 5\n  kitchen number58: 2\nnever: [shop1]\n",
      to: "draft.yaml")
    let before = try folder.files()
    let outcome = try tool(
      "profile", "try", "draft.yaml", "--on", "2026-03-30", "--limit", "2")
    #expect(outcome.messages == "")
    #expect(outcome.code == 0)
    try expectGolden(outcome.output, "profile-try")
    #expect(try folder.files() == before)
  }

  @Test func comparesWithTheProfileThatTodayUsedLast() throws {
    let (folder, tool) = try month()
    let same = try tool("profile", "try", "--on", "2026-03-30").output
    #expect(same.hasPrefix("profile.yaml as last used (first used "))
    #expect(
      same.hasSuffix(
        ") → profile.yaml\nBoth rank the same: no keyword, never, community or language differs.\n")
    )
    try folder.write("keywords:\n  capsule: 2\n", to: "profile.yaml")
    let lines = try tool("profile", "try", "--on", "2026-03-30").output
      .components(separatedBy: "\n")
    #expect(lines[1] == "  − keyword portafilter: 3")
    #expect(lines.contains("WARNING: 3 that you joined or saved would be lost:"))
    // A draft that was listed by is not in use.
    try folder.write("keywords:\n  espresso: 2\n", to: "draft.yaml")
    #expect(try tool("today", "--no-fetch", "--profile", "draft.yaml").code == 0)
    #expect(
      try tool("profile", "try", "--on", "2026-03-30").output.components(separatedBy: "\n")
        == lines)
    #expect(try tool("today", "--no-fetch").code == 0)
    #expect(try tool("profile", "try").output.contains("Both rank the same"))
  }

  @Test func worksOnAReadOnlyDatabase() throws {
    let (folder, tool) = try month()
    try folder.write("keywords:\n  espresso: 2\n", to: "draft.yaml")
    let expected = try tool("profile", "try", "draft.yaml", "--on", "2026-03-30").output
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o400], ofItemAtPath: folder.path + ".mingle/mingle.db")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o500], ofItemAtPath: folder.path + ".mingle")
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: folder.path + ".mingle")
    }
    let outcome = try tool("profile", "try", "draft.yaml", "--on", "2026-03-30")
    #expect(outcome.output == expected)
    #expect(outcome.code == 0)
  }

  /// Words are learned in the language of the workspace's profile: a draft in another one seemed to
  /// lose all that they bring.
  @Test func learnedWordsAreLeftOutOnBothSidesWhereTheLanguagesDiffer() throws {
    let folder = try TemporaryFolder.demo()
    let tool = Tool(in: folder)
    #expect(try tool("today", "--on", "2026-03-14").code == 0)
    let profile = try folder.text("profile.yaml")
    try folder.write("language: german\n" + profile, to: "draft.yaml")
    let outcome = try tool("profile", "try", "draft.yaml", "--on", "2026-03-14")
    #expect(
      outcome.output.contains(
        "\nThe languages differ, so words learned beside the keywords are left out on both sides.\n"
      ))
    #expect(!outcome.output.contains("words learned beside the keywords:"))
    #expect(outcome.messages == "")
    let json = try tool("profile", "try", "draft.yaml", "--on", "2026-03-14", "--json").output
    #expect(json.contains(#""is_left_out" : true"#))
    // English by name is what it is without.
    try folder.write("language: english\n" + profile, to: "draft.yaml")
    #expect(
      try tool("profile", "try", "draft.yaml", "--on", "2026-03-14", "--json").output
        .contains(#""is_left_out" : false"#))
    try folder.write("language: german\n" + profile, to: "draft.yaml")
    let listed = try tool("today", "--no-fetch", "--on", "2026-03-14", "--profile", "draft.yaml")
    #expect(
      listed.messages
        == "mingle: words learned from the posts are left out: they are in english, and draft.yaml "
        + "is in german until it is the workspace's profile\n")
    #expect(listed.code == 0)
    #expect(try tool("today", "--no-fetch", "--on", "2026-03-14").messages == "")
  }

  @Test func hasADocument() throws {
    let (folder, tool) = try month()
    try folder.write("keywords:\n  portafilter: 3\n", to: "draft.yaml")
    let text = try tool("profile", "try", "draft.yaml", "--on", "2026-03-30", "--json").output
    let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    #expect(document.conversations == 60)
    #expect(document.changes.map(\.text) == ["capsule"])
    #expect(document.changes.map(\.change) == ["removed"])
    #expect(document.relevant_before - document.lost.count == document.relevant_after)
    #expect(document.skipped_lost.count == 3)
    #expect(document.liked_lost.isEmpty)
    #expect(document.judged.liked == 3)
    #expect(document.judged.skipped == 3)
    let (before, after) = (document.judged.before, document.judged.after)
    #expect(before?.average_precision ?? 2 <= after?.average_precision ?? 0)
  }

  @Test func whatIsMissingIsTold() throws {
    let folder = try TemporaryFolder.month(profile: profile)
    let tool = Tool(in: folder)
    let never = try tool("profile", "try")
    #expect(
      never.messages
        == "mingle: no profile was used yet to compare with; list once with: mingle today, then "
        + "edit, or name a draft: mingle profile try DRAFT\n")
    #expect(never.code == 2)
    #expect(
      try tool("profile", "try", "none.yaml").messages == "mingle: there is no profile none.yaml\n")
    try folder.write("keywords:\n  tea: much\n", to: "draft.yaml")
    #expect(try tool("profile", "try", "draft.yaml").code == 2)
    try folder.write("keywords:\n  tea: 2\n", to: "draft.yaml")
    #expect(
      try tool("profile", "try", "draft.yaml", "--on", "2026-03-30").output == """
        profile.yaml → draft.yaml
          + keyword tea: 2  draft.yaml:2
          − keyword portafilter: 3
          − keyword capsule: 2

        Nothing was said in this time; look elsewhere with --since or --on, or read the feeds \
        with: mingle today

        """)
    #expect(try folder.files()[".mingle"] == nil)
  }

  private struct Document: Decodable {
    struct Change: Decodable {
      var text: String
      var change: String
    }

    struct Move: Decodable { var id: String }

    struct Judged: Decodable {
      struct Quality: Decodable { var average_precision: Double }

      var liked: Int
      var skipped: Int
      var before: Quality?
      var after: Quality?
    }

    var conversations: Int
    var changes: [Change]
    var relevant_before: Int
    var relevant_after: Int
    var lost: [Move]
    var liked_lost: [String]
    var skipped_lost: [String]
    var judged: Judged
  }
}

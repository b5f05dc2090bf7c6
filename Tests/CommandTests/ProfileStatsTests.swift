import Foundation
import Support
import Testing

@Suite struct ProfileStatsTests {
  @Test func countsTheDemosMonth() throws {
    let folder = try TemporaryFolder.demo()
    let tool = Tool(in: folder)
    let listing = try Listing(tool("today", "--on", "2026-03-14", "--json").output)
    #expect(try tool("join", listing.conversations[0].id, listing.conversations[1].id).code == 0)
    #expect(try tool("skip", listing.conversations[3].id).code == 0)
    let before = try folder.files()
    let outcome = try tool("profile", "stats", "--on", "2026-03-14")
    #expect(outcome.messages == "")
    #expect(outcome.code == 0)
    try expectGolden(outcome.output, "profile-stats")
    #expect(try folder.files() == before)
  }

  @Test(arguments: [
    ("file", ["kitchen", "portafilter", "espresso", "nothing"]),
    ("matches", ["kitchen", "espresso", "portafilter", "nothing"]),
    ("share", ["portafilter", "kitchen", "espresso", "nothing"]),
    ("joins", ["kitchen", "portafilter", "espresso", "nothing"]),
  ])
  func sortsTheKeywords(order: String, expected: [String]) throws {
    let tool = Tool(
      in: try TemporaryFolder.month(
        profile: "keywords: { kitchen: 1, portafilter: 5, espresso: 1, nothing: 1 }\n"))
    #expect(try tool("fetch").code == 0)
    let text = try tool("profile", "stats", "--sort", order, "--on", "2026-03-30", "--json").output
    let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    #expect(document.keywords.map(\.keyword) == expected)
    #expect(document.keywords.allSatisfy { $0.line == 1 })
    #expect(document.conversations == 60)
    let byName = Dictionary(uniqueKeysWithValues: document.keywords.map { ($0.keyword, $0) })
    #expect(byName["portafilter"]?.matches == 20)
    #expect(byName["nothing"]?.matches == 0)
    #expect(byName["nothing"]?.last_match == nil)
  }

  @Test func anEmptyStoreIsTold() throws {
    let folder = try TemporaryFolder.month(profile: "keywords: { tea: 1 }\n")
    let outcome = try Tool(in: folder)("profile", "stats", "--on", "2026-03-30")
    #expect(
      outcome.output
        == "profile.yaml · 2026-02-28 to 2026-03-30 · nothing was said in this time; look "
        + "elsewhere with --since or --on, or read the feeds with: mingle today\n")
    #expect(outcome.code == 0)
    #expect(try folder.files()[".mingle"] == nil)
  }

  private struct Document: Decodable {
    struct Keyword: Decodable {
      var keyword: String
      var line: Int
      var matches: Int
      var last_match: String?
    }

    var conversations: Int
    var keywords: [Keyword]
  }
}

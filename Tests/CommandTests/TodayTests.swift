import Foundation
import Support
import Testing

@Suite struct TodayTests {
  @Test func listsTheDemosDay() throws {
    let tool = Tool(in: try TemporaryFolder.demo())
    let outcome = try tool("today", "--on", "2026-03-14")
    #expect(outcome.messages == "")
    #expect(outcome.code == 0)
    try expectGolden(outcome.output, "today")

    // The README shows the start of it, as it looks from the project's own folder.
    let readme = try String(
      contentsOf: Samples.package.appending(path: "README.md"), encoding: .utf8)
    let start = try #require(outcome.output.components(separatedBy: "\n\n 4. ").first)
      .replacing("  profile.yaml:", with: "  feeds/demo/profile.yaml:")
    #expect(readme.contains(start))
  }

  @Test func everyScoreIsTheSumOfItsReasons() throws {
    let tool = Tool(in: try TemporaryFolder.demo())
    let listing = try Listing(
      tool("today", "--on", "2026-03-14", "--since", "all", "--limit", "500", "--all", "--json")
        .output)
    #expect(listing.conversations.count > 30)
    for conversation in listing.conversations {
      let tenths = conversation.reasons.map { Int(($0.points * 10).rounded()) }.reduce(0, +)
      #expect(tenths == Int((conversation.score * 10).rounded()), "\(conversation.title)")
      #expect((0...100).contains(conversation.score))
    }
    #expect(
      listing.conversations.map(\.score) == listing.conversations.map(\.score).sorted(by: >))
  }

  @Test func everyKeywordReasonNamesItsLine() throws {
    let folder = try TemporaryFolder.demo()
    let lines = try folder.text("profile.yaml").components(separatedBy: "\n")
    let listing = try Listing(
      Tool(in: folder)("today", "--on", "2026-03-14", "--json").output)
    let reasons = listing.conversations.flatMap(\.reasons).filter { $0.signal == "keyword" }
    #expect(reasons.count > 40)
    for reason in reasons {
      let line = lines[try #require(reason.profile_line) - 1]
      let keyword = try #require(line.split(separator: ":").first)
        .trimmingCharacters(in: CharacterSet(charactersIn: " \"="))
      #expect(reason.because.contains(keyword), "\(reason.because) is not in: \(line)")
    }
  }

  @Test func neverHidesAndAllOrdersHold() throws {
    let tool = Tool(in: try TemporaryFolder.demo())
    func titles(_ arguments: String...) throws -> [String] {
      try Listing(
        tool.run(["today", "--on", "2026-03-14", "--limit", "500", "--json"] + arguments).output
      ).conversations.map(\.title)
    }
    #expect(try titles().filter { $0.localizedCaseInsensitiveContains("nespresso") } == [])
    #expect(try Set(titles("--sort", "newest")) == Set(titles()))
    #expect(try Set(titles("--sort", "relevance")) == Set(titles()))
    #expect(try titles("--community", "R/ESPRESSO").count < titles().count)
    #expect(try titles("--min-score", "50").count < titles().count)
    #expect(try titles("--since", "7d").count > titles().count)
  }

  /// With opportunity scores beside them, an order by relevance looked broken.
  @Test func anOrderByRelevanceShowsTheRelevance() throws {
    let tool = Tool(in: try TemporaryFolder.demo())
    let arguments = ["today", "--on", "2026-03-14", "--sort", "relevance"]
    let listing = try Listing(tool.run(arguments + ["--json"]).output)
    let lines = try tool.run(arguments).output.components(separatedBy: "\n")
    #expect(lines[0].hasSuffix(" relevant · relevance in the place of the score"))
    let told = lines.filter { $0.prefix(3).last == "." }
      .map { $0.dropFirst(3).split(separator: " ")[0] }
    #expect(told == listing.conversations.map { Substring("\(Int($0.relevance.rounded()))") })
    #expect(told != listing.conversations.map { Substring("\(Int($0.score.rounded()))") })
  }

  @Test func aCommunityThatNothingStoredIsOfIsTold() throws {
    let tool = Tool(in: try TemporaryFolder.demo())
    #expect(try tool("fetch").code == 0)
    let list = ["today", "--no-fetch", "--on", "2026-03-14", "--community"]
    let nope = try tool.run(list + ["r/expresso"])
    #expect(
      nope.messages
        == "mingle: no stored post is of the community r/expresso; did you mean r/espresso?\n")
    #expect(nope.output.contains(" · 0 of 0 conversations relevant\n"))
    #expect(nope.code == 0)
    #expect(
      try tool.run(list + ["nope"]).messages
        == "mingle: no stored post is of the community nope; those stored are listed by: "
        + "mingle feeds list\n")
    // Only the conversations of the community are counted.
    let room = try tool.run(list + ["R/Espresso"])
    #expect(room.messages == "")
    let all = try tool("today", "--no-fetch", "--on", "2026-03-14")
    func considered(_ text: String) throws -> Int {
      try #require(Int(text.components(separatedBy: " of ")[1].prefix { $0.isNumber }))
    }
    #expect(try considered(room.output) < considered(all.output))
  }

  @Test func aScoreDoesNotDependOnLimitOrWindow() throws {
    let tool = Tool(in: try TemporaryFolder.demo())
    func scores(_ arguments: String...) throws -> [String: Double] {
      let listing = try Listing(
        tool.run(["today", "--on", "2026-03-14", "--json"] + arguments).output)
      return Dictionary(uniqueKeysWithValues: listing.conversations.map { ($0.id, $0.score) })
    }
    let all = try scores("--since", "all", "--limit", "500")
    for (id, score) in try scores("--limit", "3") { #expect(all[id] == score) }
    for (id, score) in try scores() { #expect(all[id] == score) }
  }

  @Test(arguments: [
    (
      ["--since", "yesterday"],
      "--since yesterday: this is not a stretch of time; write 24h, 7d, 2w, a day as 2026-03-14, or all"
    ),
    (
      ["--on", "14-03-2026"],
      "--on 14-03-2026: this is not a day; write it as 2026-03-14, or an instant as 2026-03-14T18:00:00Z"
    ),
    (
      ["--since", "2026-03-14", "--on", "2026-03-13"],
      "--since 2026-03-14: the time would start after its end, --on 2026-03-13; give an earlier start"
    ),
    (
      ["--on", "2026-02-30"],
      "--on 2026-02-30: this is not a day; write it as 2026-03-14, or an instant as 2026-03-14T18:00:00Z"
    ),
  ])
  func aWrongTimeIsExplained(arguments: [String], message: String) throws {
    let outcome = try Tool(in: try TemporaryFolder.demo()).run(["today"] + arguments)
    #expect(outcome.messages == "mingle: \(message)\n")
    #expect(outcome.output == "")
    #expect(outcome.code == 2)
  }

  @Test(arguments: [
    ["--limit", "0"], ["--limit", "x"], ["--min-score", "101"], ["--sort", "fun"], ["--what"],
  ])
  func aWrongOptionIsUsage(arguments: [String]) throws {
    let outcome = try Tool(in: try TemporaryFolder.demo()).run(["today"] + arguments)
    #expect(outcome.messages.hasPrefix("Error: "))
    #expect(outcome.messages.contains(arguments[0]))
    #expect(outcome.output == "")
    #expect(outcome.code == 2)
  }

  @Test func anEmptyDaySaysWhatToDo() throws {
    let tool = Tool(in: try TemporaryFolder.demo())
    let outcome = try tool("today", "--on", "2025-01-01")
    #expect(
      outcome.output == """
        Harbor & Bean · 2025-01-01 · 0 of 0 conversations relevant

        Nothing was said in this time; look further back with --since 7d, or add communities \
        with: mingle feeds add

        """)
    #expect(outcome.code == 0)
  }
}

/// What tests read of `today --json`.
struct Listing: Decodable {
  struct Conversation: Decodable {
    var id: String
    var title: String
    var community: String
    var score: Double
    var relevance: Double
    var state: String
    var posts: Int
    var replies: Int?
    var url: String?
    var reasons: [Reason]
    var also_at: [Place]
  }

  struct Place: Decodable {
    var id: String
    var community: String
    var url: String?
  }

  struct Reason: Decodable {
    var signal: String
    var points: Double
    var because: String
    var profile_line: Int?
  }

  var conversations: [Conversation]

  init(_ json: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
  }
}

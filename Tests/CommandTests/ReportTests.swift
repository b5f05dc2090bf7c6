import Foundation
import Support
import Testing

@Suite struct ReportTests {
  private static let on = ["--on", "2026-03-14"]

  /// The demo with its feeds read, and a week in which Sam and Ann took part.
  private func story() throws -> (folder: TemporaryFolder, tool: Tool) {
    let folder = try TemporaryFolder.demo()
    let tool = Tool(in: folder)
    #expect(try tool.run(["today"] + Self.on).code == 0)
    for line in [
      "join kv0b --as helped --by Sam --on 2026-03-13",
      "join wm88 --as helped --by Sam --on 2026-03-11",
      // She read the answers, and did not take part once more.
      "join aa6w --as mentioned-us --by Ann --on 2026-03-12", "join aa6w --by ann --on 2026-03-13",
      "join ryhe --as shared --by Ann --on 2026-03-13", "join 3j5d --by Sam --on 2026-03-13",
      // This one was a mistake.
      "join hp7f --by Sam --on 2026-03-12", "reopen hp7f --by Sam --on 2026-03-12",
      "save 2mq6 --by Sam --on 2026-03-12", "save dn34 --by Ann --on 2026-03-14",
      "skip me7f mpzx 19h0 7fy5 4hcv --by Ann --on 2026-03-13",
    ] {
      let outcome = try tool.run(line.split(separator: " ").map(String.init))
      #expect(outcome.code == 0, "\(line): \(outcome.messages)")
    }
    return (folder, tool)
  }

  @Test func tellsTheDemosMonth() throws {
    let (folder, tool) = try story()
    let before = try folder.files()
    let outcome = try tool.run(["report"] + Self.on)
    #expect(outcome.messages == "")
    #expect(outcome.code == 0)
    try expectGolden(outcome.output, "report")
    #expect(try folder.files() == before)
  }

  @Test func tellsItAsMarkdownInAFile() throws {
    let (folder, tool) = try story()
    let outcome = try tool.run(
      ["report", "--format", "markdown", "-o", "checkin.md"] + Self.on)
    #expect(outcome.output == "")
    #expect(outcome.messages == "wrote the report to checkin.md\n")
    #expect(outcome.code == 0)
    try expectGolden(try folder.text("checkin.md"), "report-markdown")
  }

  @Test func tellsWhatOnePersonDid() throws {
    let (_, tool) = try story()
    let outcome = try tool.run(["report", "--by", "ANN"] + Self.on)
    #expect(outcome.messages == "")
    try expectGolden(outcome.output, "report-by")
  }

  @Test func tellsProgramsTheSame() throws {
    let (_, tool) = try story()
    let text = try tool.run(["report", "--json"] + Self.on).output
    let report = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    #expect(report.window == ["since": "2026-02-12T23:59:59Z", "until": "2026-03-14T23:59:59Z"])
    #expect(report.person == nil)
    #expect(report.joins.joins == 5)
    #expect(report.joins.mentioned_us == 1)
    #expect(report.joins.not_said == 1)
    #expect(report.joins.answered + report.joins.unanswered + report.joins.unknown == 5)
    #expect(
      report.communities.map(\.community) == [
        "r/espresso", "coffee.stackexchange.com", "forum.example",
      ])
    #expect(report.communities.map(\.tally.joins).reduce(0, +) == 5)
    #expect(report.people.map(\.person) == ["Sam", "Ann"])
    #expect(report.rhythm.unit == "day")
    #expect(report.rhythm.stretches.count == 31)
    #expect(report.rhythm.stretches.map(\.joins).reduce(0, +) == 5)
    #expect(report.saved.map(\.by) == ["Ann", "Sam"])
    #expect(report.saved[1].saved_at == "2026-03-12T23:59:59Z")
    #expect(report.listened?.allSatisfy { $0.last_join == nil } == true)
    #expect(report.keywords?.earning.contains { $0.keyword == "gasket" } == true)
    #expect(report.feeds?.well ?? 0 > 10)
    #expect(report.feeds?.silent.isEmpty == true && report.feeds?.failing.isEmpty == true)

    let own = try tool.run(["report", "--json", "--by", "Sam"] + Self.on).output
    let sam = try JSONDecoder().decode(Document.self, from: Data(own.utf8))
    #expect(sam.person == "Sam")
    #expect(sam.joins.joins == 3)
    #expect(sam.saved.map(\.by) == ["Sam"])
    #expect(sam.listened == nil && sam.keywords == nil && sam.feeds == nil)
  }

  @Test(arguments: [
    (["--by", "Samm"], "nobody called Samm did anything up to then; did you mean Sam?"),
    (
      ["--by", "Zoe"], "nobody called Zoe did anything up to then; those who did are Ann, Sam, ann"
    ),
    (
      ["--since", "yesterday"],
      "--since yesterday: this is not a stretch of time; write 24h, 7d, 2w, a day as 2026-03-14, or all"
    ),
  ])
  func whatCannotBeToldIsExplained(arguments: [String], message: String) throws {
    let (_, tool) = try story()
    let outcome = try tool.run(["report"] + arguments + Self.on)
    #expect(outcome.messages == "mingle: \(message)\n")
    #expect(outcome.output == "")
    #expect(outcome.code == 2)
  }

  @Test func twoFormatsAreAMistake() throws {
    let outcome = try Tool(in: try TemporaryFolder.demo())("report", "--json", "--format", "text")
    #expect(outcome.messages.hasPrefix("Error: --json and --format text are two formats."))
    #expect(outcome.code == 2)
  }

  @Test func anEmptyLedgerIsTold() throws {
    let tool = Tool(
      in: try TemporaryFolder.month(profile: "keywords: { portafilter: 1, tea: 1 }\n"))
    #expect(try tool("fetch").code == 0)
    let outcome = try tool("report", "--on", "2026-03-30")
    #expect(
      outcome.output == """
        Mingle · check-in · 2026-02-28 to 2026-03-30

        Joins
          Nobody joined anything in this time.
          What is worth joining is listed by: mingle today
          Say so afterwards with: mingle join ID --as helped (or asked, shared, mentioned-us)

        Rooms you only listen to (1)
          room          relevant  conversations  last joined
          room.example        20             60  never        ████████████████████

        Keywords that match nothing (1)
          tea (1)
          Why, and what was meant: mingle profile check

        Feeds
          1 well

        """)
    #expect(outcome.messages == "")
    #expect(outcome.code == 0)
  }

  @Test func anEmptyStoreIsTold() throws {
    let folder = try TemporaryFolder.workspace(feeds: [])
    let outcome = try Tool(in: folder)("report", "--on", "2026-03-30")
    #expect(
      outcome.output == """
        Test · check-in · 2026-02-28 to 2026-03-30

        Joins
          Nobody joined anything in this time.
          What is worth joining is listed by: mingle today
          Say so afterwards with: mingle join ID --as helped (or asked, shared, mentioned-us)

        Rooms
          Nothing was said in this time; look elsewhere with --since or --on, or read the feeds with: mingle today

        Feeds
          The list is empty; add a community with: mingle feeds add r/espresso

        """)
    #expect(outcome.code == 0)
    #expect(try folder.files()[".mingle"] == nil)
  }

  /// A room that is spoken to of nothing but the business.
  @Test func tooMuchOfYourselvesIsToldKindly() throws {
    let tool = Tool(in: try TemporaryFolder.month(profile: "keywords: { espresso: 1 }\n"))
    #expect(try tool("fetch").code == 0)
    let ids = try tool.ids()
    for number in 0..<6 {
      let contribution = number < 2 ? "mentioned-us" : "helped"
      let id = try #require(ids[number])
      #expect(try tool("join", id, "--as", contribution, "--on", "2026-03-20").code == 0)
    }
    let output = try tool("report", "--on", "2026-03-30").output
    #expect(
      output.contains(
        """

        Speaking of yourselves
          In 2 of 6 joins (33 %); the old rule of thumb is one in ten
          room.example: 2 of 6 joins (33 %). Rooms remember who comes to sell: help, ask or share \
        14 more times there, and it is in balance.

        """))
  }

  /// A feed that used to write daily and stopped, and one that is not there any more.
  @Test func silentAndFailingFeedsAreTold() throws {
    let folder = try TemporaryFolder.month(profile: "keywords: { portafilter: 1 }\n")
    let list = try folder.text("feeds.opml")
    let line = "    <outline type=\"rss\" text=\"F\" xmlUrl=\"feed.xml\"/>\n"
    try folder.write(
      list.replacing(
        line,
        with: line.replacing("\"F\"", with: "\"The &lt;room&gt;\"")
          + line.replacing("feed.xml", with: "few.xml")
          + line.replacing("feed.xml", with: "none.xml")),
      to: "feeds.opml")
    try folder.write(
      """
      <rss version="2.0"><channel><title>Few</title><item><guid>1</guid><title>One</title>
      <pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate></item></channel></rss>
      """, to: "few.xml")
    let tool = Tool(in: folder)
    #expect(try tool("fetch").code == 0)
    func report(on day: String) throws -> String {
      try tool("report", "--on", day).output
        .replacing(#/since (?:yesterday|[0-9]{2}:[0-9]{2})/#, with: "since NOW")
    }
    let still = try report(on: "2026-04-12")
    #expect(
      still.hasSuffix(
        """

        Feeds
          1 well, 1 failing, 1 with too few posts to tell
          F: failing since NOW (once): there is no file none.xml in the workspace; never read

        """))
    let silent = try report(on: "2026-04-14")
    #expect(
      silent.hasSuffix(
        """

        Feeds
          0 well, 1 silent, 1 failing, 1 with too few posts to tell
          The <room>: silent since 30 March; it used to write every day
          F: failing since NOW (once): there is no file none.xml in the workspace; never read

        """))
    let text = try tool("report", "--on", "2026-04-14", "--json").output
    let feeds = try JSONDecoder().decode(Document.self, from: Data(text.utf8)).feeds
    #expect(
      feeds?.silent == [
        .init(url: "feed.xml", last_post: "2026-03-30T12:00:00Z", usual_gap_days: 1)
      ])
    #expect(feeds?.failing == [.init(url: "none.xml", state: "failing", last_read: nil)])
    #expect(feeds?.unknown == 1)
  }

  /// Bars are drawn in signs that the terminal has.
  @Test(arguments: [
    ("LANG=C.UTF-8", true), ("LANG=de_DE.utf8", true), ("LANG=C", false), ("LANG=", false),
    ("LC_ALL=C", false), ("LC_CTYPE=C", false), ("LC_ALL= LC_CTYPE=C.UTF-8 LANG=C", true),
    ("TERM=dumb", false),
  ])
  func barsAreInSignsOfTheTerminal(environment: String, isUnicode: Bool) throws {
    let (_, tool) = try story()
    let line = "\(environment) mingle report --on 2026-03-14 | sed -n '/^By room/,/^$/p;/Each/p'"
    let output = try tool.shell(line).output
    #expect(output.contains("█") == isUnicode)
    #expect(output.contains("#") == !isUnicode)
    #expect(output.contains("▁") == isUnicode)
    #expect(output.contains("__") == !isUnicode)
  }

  /// A community's name comes from strangers.
  @Test func nothingInANameActsOrIsMarkup() throws {
    let folder = try TemporaryFolder.workspace(feeds: ["bad.xml"])
    try folder.write(
      """
      <rss version="2.0"><channel><title>Bad</title><item><guid>1</guid>
      <title>lever machine | **bold** &#x9b;31m [x](https://evil.example) &lt;b&gt;</title>
      <pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate></item></channel></rss>
      """, to: "bad.xml")
    let tool = Tool(in: folder)
    let listing = try Listing(tool("today", "--on", "2026-03-01", "--json").output)
    let id = try #require(listing.conversations.first?.id)
    let hostile = "S\u{1B}[2J|am"
    #expect(try tool("save", id, "--by", hostile, "--on", "2026-03-01").code == 0)
    let markdown = try tool("report", "--on", "2026-03-01", "--format", "markdown").output
    let row = try #require(
      markdown.components(separatedBy: "\n").first { $0.contains("lever machine") })
    #expect(row.contains("lever machine \\| \\*\\*bold\\*\\*"))
    #expect(row.contains("S\\[2J\\|am"))
    for output in [markdown, try tool("report", "--on", "2026-03-01").output] {
      #expect(!output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
      #expect(!output.unicodeScalars.contains { (0x7F...0x9F).contains($0.value) })
    }
  }

  private struct Document: Decodable {
    struct Tally: Decodable {
      var joins: Int
      var mentioned_us: Int
      var not_said: Int
      var answered: Int
      var unanswered: Int
      var unknown: Int
    }

    struct Community: Decodable {
      var community: String
      var tally: Tally
    }

    struct Person: Decodable { var person: String? }

    struct Rhythm: Decodable {
      struct Stretch: Decodable { var joins: Int }
      var unit: String
      var stretches: [Stretch]
    }

    struct Saved: Decodable {
      var saved_at: String
      var by: String?
    }

    struct Listened: Decodable { var last_join: String? }

    struct Keywords: Decodable {
      struct Keyword: Decodable { var keyword: String }
      var earning: [Keyword]
    }

    struct Feeds: Decodable {
      struct Silent: Decodable, Equatable {
        var url: String
        var last_post: String
        var usual_gap_days: Int
      }

      struct Failing: Decodable, Equatable {
        var url: String
        var state: String
        var last_read: String?
      }

      var well: Int
      var unknown: Int
      var silent: [Silent]
      var failing: [Failing]
    }

    var window: [String: String]
    var person: String?
    var joins: Tally
    var communities: [Community]
    var people: [Person]
    var rhythm: Rhythm
    var saved: [Saved]
    var listened: [Listened]?
    var keywords: Keywords?
    var feeds: Feeds?
  }
}

import Foundation
import Support
import Testing

@Suite struct WhyTests {
  /// A demo workspace with its day listed once.
  private func demo() throws -> (Tool, Listing) {
    let tool = Tool(in: try TemporaryFolder.demo())
    return (tool, try Listing(tool("today", "--on", "2026-03-14", "--json").output))
  }

  @Test func tellsTheScoreAndWhatIsMissing() throws {
    let (tool, listing) = try demo()
    let best = try #require(listing.conversations.first)
    let outcome = try tool("why", best.id, "--on", "2026-03-14")
    #expect(outcome.output.contains("It is listed, number 1.\n"))
    for reason in best.reasons { #expect(outcome.output.contains(reason.because)) }
    #expect(outcome.output.contains("\nNot in it\n"))
    #expect(outcome.output.contains("\n  kolbendichtung  profile.yaml:51\n"))
    #expect(outcome.code == 0)
  }

  /// Forums make a thread of more than an address; the printed one was told to be unknown.
  @Test func everyPrintedAddressNamesItsConversation() throws {
    let (tool, listing) = try demo()
    for conversation in listing.conversations {
      let address = try #require(conversation.url)
      let outcome = try tool("why-not", address, "--on", "2026-03-14", "--limit", "100")
      #expect(outcome.messages == "", "\(address)")
      #expect(outcome.output.contains("It is listed, number "))
    }
    let address = try #require(listing.conversations[2].url)
    #expect(
      try tool("save", address).output.hasSuffix("  saved: \(listing.conversations[2].title)\n"))
  }

  @Test(arguments: [
    (
      ["https://www.reddit.com/r/espresso/comments/zzdemo13/any/"],
      [
        "  “nespresso” under “never” hides it  profile.yaml:58",
        "  the last activity was 1 day ago, outside the time; look further with --since or --on",
      ]
    ),
    (
      ["https://coffee.stackexchange.com/questions/990004/any", "--since", "7d"],
      ["  no keyword of the profile stands in it as a whole"]
    ),
    (
      ["https://mastodon.example/@brambos_demo/990000000000000008", "--limit", "3"],
      ["  it is number 24; show more with --limit 24"]
    ),
    (
      ["https://coffee.stackexchange.com/q/990007", "--community", "r/espresso"],
      ["  it stands in coffee.stackexchange.com"]
    ),
    (
      ["https://coffee.stackexchange.com/q/990007", "--min-score", "99"],
      ["  its score is below --min-score"]
    ),
  ])
  func tellsWhatStandsInTheWay(arguments: [String], obstacles: [String]) throws {
    let (tool, _) = try demo()
    let outcome = try tool.run(["why-not"] + arguments + ["--on", "2026-03-14"])
    let lines = outcome.output.components(separatedBy: "\n")
    #expect(lines[1] == "It is not listed:")
    #expect(Array(lines[2...].prefix { !$0.isEmpty }) == obstacles)
    #expect(outcome.code == 0)
  }

  @Test func everyLineThatHidesItIsNamed() throws {
    let tool = Tool(
      in: try TemporaryFolder.month(
        profile: "keywords: { kitchen: 1 }\nnever:\n  - capsule\n  - tea\n  - subscription\n"))
    #expect(try tool("fetch").code == 0)
    let outcome = try tool("why-not", "https://room.example/t/1", "--on", "2026-03-01")
    #expect(
      outcome.output.contains(
        """
        It is not listed:
          “capsule” under “never” hides it  profile.yaml:3
          “subscription” under “never” hides it  profile.yaml:5

        """))
  }

  @Test func whatWasSkippedIsTold() throws {
    let (tool, listing) = try demo()
    let id = listing.conversations[0].id
    _ = try tool("skip", id)
    #expect(
      try tool("why-not", id, "--on", "2026-03-14").output.contains(
        "  it was skipped; show it with --all, or mingle reopen it\n"))
    #expect(
      try tool("why-not", id, "--on", "2026-03-14", "--all").output.contains(
        "It is listed, number "))
  }

  @Test func whatNeverCameInIsTold() throws {
    let (tool, _) = try demo()
    let outcome = try tool("why-not", "https://nowhere.example/thread")
    #expect(
      outcome.messages
        == "mingle: https://nowhere.example/thread: nothing of it is stored; it came "
        + "in no feed that was read (mingle feeds list)\n")
    #expect(outcome.code == 2)
  }

  @Test func hasADocument() throws {
    let (tool, listing) = try demo()
    let text = try tool("why", listing.conversations[0].id, "--on", "2026-03-14", "--json").output
    let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    #expect(document.place == 1)
    #expect(document.obstacles.isEmpty)
    #expect(document.conversation.score == listing.conversations[0].score)
    #expect(document.missing.contains { $0.keyword == "kolbendichtung" && $0.profile_line == 51 })
  }

  private struct Document: Decodable {
    struct Obstacle: Decodable { var message: String }
    struct Missing: Decodable {
      var keyword: String
      var profile_line: Int
    }

    var conversation: Listing.Conversation
    var place: Int?
    var obstacles: [Obstacle]
    var missing: [Missing]
  }
}

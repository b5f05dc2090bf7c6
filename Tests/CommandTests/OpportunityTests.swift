import Foundation
import Support
import Testing

/// Competitors, ourselves and the clock of a community, from the profile to the page.
@Suite struct OpportunityTests {
  private func item(
    _ id: String, _ title: String, author: String = "ann", text: String = "Words.",
    at time: String = "2026-03-01T08:00:00Z"
  ) -> String {
    """
    {"id": "\(id)", "url": "https://room.example/t/\(id)", "title": "\(title)",
     "content_text": "\(text)", "date_published": "\(time)", "authors": [{"name": "\(author)"}]}
    """
  }

  private func workspace(_ items: [String], profile: String) throws -> Tool {
    let folder = try TemporaryFolder.workspace(feeds: ["feed.json"], profile: profile)
    try folder.write(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "The room",
       "items": [\(items.joined(separator: ",\n"))]}
      """, to: "feed.json")
    let tool = Tool(in: folder)
    #expect(try tool("fetch").code == 0)
    return tool
  }

  private let profile = """
    keywords: {tea: 3}
    competitors:
      - acme AND NOT coyote
    us:
      names: [Harbor & Bean]
      authors: [harborbean]

    """

  private func today(_ tool: Tool, _ arguments: String...) throws -> Listing {
    let outcome = try tool.run(
      ["today", "--on", "2026-03-01", "--json", "--no-fetch"] + arguments)
    #expect(outcome.messages == "")
    return try Listing(outcome.output)
  }

  /// No keyword stands in them.
  @Test func listsWhoSpeaksOfUsAndOfCompetitors() throws {
    let tool = try workspace(
      [
        item("1", "My Acme kettle"),
        item(
          "2", "Has anybody been to Harbor and Bean?",
          text: "Harbor & Bean, the roaster."),
        item("3", "Acme and the coyote"), item("4", "Nothing of it"),
      ], profile: profile)
    let listing = try today(tool)
    #expect(
      listing.conversations.map(\.title) == [
        "Has anybody been to Harbor and Bean?", "My Acme kettle",
      ])
    #expect(listing.conversations.allSatisfy { $0.relevance == 0 && $0.score > 0 })
    let reasons = listing.conversations.map { conversation in
      conversation.reasons.filter { ["us", "competitor"].contains($0.signal) }
        .map { "\($0.because) \($0.profile_line ?? 0)" }
    }
    #expect(
      reasons == [
        ["somebody speaks of you: “Harbor & Bean” 4"],
        ["a competitor is named: “acme AND NOT coyote” 3"],
      ])
  }

  @Test func ownPostsAreListedWithAll() throws {
    let tool = try workspace(
      [item("1", "Tea at ours", author: "HarborBean"), item("2", "Tea")], profile: profile)
    #expect(try today(tool).conversations.map(\.title) == ["Tea"])
    #expect(try today(tool, "--all").conversations.count == 2)
    let why = try tool("why-not", "https://room.example/t/1", "--on", "2026-03-01")
    #expect(
      why.output.contains(
        "It is not listed:\n  it is your own post; show it with --all  profile.yaml:4\n"))
    let all = try tool("why-not", "https://room.example/t/1", "--on", "2026-03-01", "--all")
    #expect(all.output.contains("It is listed, number "))
  }

  @Test func saysWhatIsNotKnown() throws {
    let tool = try workspace([item("1", "Which tea?", text: "I like both.")], profile: profile)
    let why = try tool("why", "https://room.example/t/1", "--on", "2026-03-01")
    #expect(why.output.contains("asks a question in the title"))
    #expect(
      why.output.contains(
        """
        Not known
          how many replies it has: room.example does not tell
          whether people still answer: 40 replies in 10 threads of room.example would tell, and fewer \
        were seen

        """))
    #expect(!why.output.contains("no replies"))
  }
}

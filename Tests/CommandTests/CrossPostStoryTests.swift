import Foundation
import Support
import Testing

/// One thing that is talked about in two rooms, from the list to the decision.
@Suite struct CrossPostStoryTests {
  private static let list = ["today", "--no-fetch", "--on", "2026-03-14", "--limit", "500"]

  private func demo() throws -> (tool: Tool, row: Listing.Conversation, other: Listing.Place) {
    let tool = Tool(in: try TemporaryFolder.demo())
    #expect(try tool("fetch").code == 0)
    let listed = try Listing(tool.run(Self.list + ["--json"]).output).conversations
    let row = try #require(listed.first { !$0.also_at.isEmpty })
    let other = row.also_at[0]
    #expect(!listed.contains { $0.id == other.id })
    return (tool, row, other)
  }

  @Test func everyCommandTellsTheSameRooms() throws {
    let (tool, row, other) = try demo()
    let line = "also at \(other.community) (\(other.id.prefix(4))"
    #expect(try tool.run(Self.list).output.contains(line))
    for id in [row.id, row.url ?? ""] {
      #expect(try tool("show", id, "--on", "2026-03-14").output.contains(line))
    }
    #expect(
      try tool("export", "--today", "--on", "2026-03-14", "--limit", "500").output
        .contains("  - Also at: [\(other.community)](<\(other.url ?? "")>) (\(other.id.prefix(4))"))
    for arguments in [
      ["show", row.id, "--on", "2026-03-14", "--json"],
      ["why", row.id, "--on", "2026-03-14", "--json"],
      ["export", "--today", "--on", "2026-03-14", "--limit", "500", "--json"],
    ] {
      let output = try tool.run(arguments).output
      #expect(output.contains("\"id\" : \"\(other.id)\""), "\(arguments)")
    }
    // Each is where the other also is.
    #expect(try tool("show", other.id, "--on", "2026-03-14", "--json").output.contains(row.id))
  }

  @Test func theOtherRoomIsSaidToStandWithTheRow() throws {
    let (tool, row, other) = try demo()
    let told = try tool("why-not", other.id, "--on", "2026-03-14").output
    #expect(
      told.contains(
        "It is not listed:\n  it stands as one row with \(row.id.prefix(4)) in \(row.community)\n"),
      "\(told)")
  }

  /// What was joined or skipped must not come back through another room.
  @Test(arguments: ["join", "skip"])
  func aDecisionIsOneForAllRooms(command: String) throws {
    let (tool, row, other) = try demo()
    let decided = command == "join" ? "joined" : "skipped"
    func listed(_ arguments: String...) throws -> Set<String> {
      try Set(Listing(tool.run(Self.list + ["--json"] + arguments).output).conversations.map(\.id))
    }
    for (one, another) in [(row.id, other.id), (other.id, row.id)] {
      #expect(try tool(command, one).code == 0)
      #expect(try listed().isDisjoint(with: [row.id, other.id]))
      let told = try tool("why-not", another, "--on", "2026-03-14").output
      #expect(told.contains("  the same was \(decided) as \(one.prefix(4)) in "), "\(told)")
      #expect(try listed("--all").isSuperset(of: [one]))
      #expect(try tool("reopen", one).code == 0)
      #expect(try listed().contains(row.id))
    }
  }
}

/// What only the business can say stands beside the conversation, with its line of the profile.
@Suite struct VoicesTests {
  @Test func standBesideTheConversationEverywhere() throws {
    let folder = try TemporaryFolder.demo()
    var profile = try folder.text("profile.yaml")
    let line = profile.components(separatedBy: "\n").count + 1
    profile += "voices:\n  - about: lever machine\n    say: Offer the size chart.\n"
    try folder.write(profile, to: "profile.yaml")
    let tool = Tool(in: folder)
    let list = try tool("today", "--on", "2026-03-14")
    #expect(list.messages == "")
    #expect(list.output.contains("\n         say: Offer the size chart.  profile.yaml:\(line)\n"))
    let id = try #require(
      try Listing(tool("today", "--no-fetch", "--on", "2026-03-14", "--json").output)
        .conversations.first?.id)
    #expect(try tool("save", id).code == 0)
    #expect(
      try tool("export").output.contains(
        "\n  - Say: Offer the size chart. (profile.yaml:\(line))\n"))
    #expect(
      try tool("show", id, "--on", "2026-03-14").output
        .contains("  Offer the size chart.  profile.yaml:\(line)"))
  }
}

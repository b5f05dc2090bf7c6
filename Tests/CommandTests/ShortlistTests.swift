import Foundation
import Support
import Testing

@Suite struct ShortlistTests {
  /// A demo workspace with its day listed once.
  private func demo() throws -> (TemporaryFolder, Tool, Listing) {
    let folder = try TemporaryFolder.demo()
    let tool = Tool(in: folder)
    return (folder, tool, try Listing(tool("today", "--on", "2026-03-14", "--json").output))
  }

  @Test func savesShowsAndExports() throws {
    let (folder, tool, listing) = try demo()
    let ids = listing.conversations.prefix(2).map(\.id)
    let saved = try tool("save", ids[0], String(ids[1].prefix(6)))
    #expect(saved.code == 0)
    #expect(saved.output.split(separator: "\n").allSatisfy { $0.contains("  saved: ") })
    #expect(try tool("save", ids[0]).output.contains("  was saved already: "))

    let shown = try tool("show", ids[0])
    #expect(shown.output.contains("saved ★"))
    #expect(shown.output.contains("Score "))

    let markdown = try tool("export")
    #expect(markdown.output.hasPrefix("# Conversations for Harbor \\& Bean\n\n2 conversations, "))
    #expect(markdown.output.components(separatedBy: "- [ ] **").count == 3)
    let json = try Listing(tool("export", "--format", "json").output)
    #expect(Set(json.conversations.map(\.id)) == Set(ids))
    #expect(json.conversations.map(\.state) == ["saved", "saved"])

    let file = try tool("export", "-o", "list.md")
    #expect(file.output == "")
    #expect(file.messages == "wrote 2 conversations to list.md\n")
    #expect(try folder.text("list.md") == markdown.output)

    #expect(try tool("reopen", ids[0]).output.contains("  reopened: "))
    #expect(try Listing(tool("export", "--json").output).conversations.map(\.id) == [ids[1]])
  }

  @Test func whatWasDecidedLeavesTheListUntilItIsReopened() throws {
    let (_, tool, listing) = try demo()
    let ids = listing.conversations.prefix(2).map(\.id)
    func listed(_ arguments: String...) throws -> [String] {
      try Listing(tool.run(["today", "--on", "2026-03-14", "--json"] + arguments).output)
        .conversations.map(\.id)
    }
    #expect(try tool("join", ids[0]).output.contains("  joined: "))
    #expect(try tool("skip", ids[1]).output.contains("  skipped: "))
    #expect(try !listed().contains { ids.contains($0) })
    #expect(try Set(listed("--all")).isSuperset(of: ids))
    #expect(try tool("reopen", ids[0], ids[1]).code == 0)
    #expect(try listed() == listing.conversations.map(\.id))
  }

  @Test func aDecisionIsToldByTheFirstWordsWhereThereIsNoTitle() throws {
    let (_, tool, _) = try demo()
    let told = try tool("join", "dn34", "dn34").output
    // Named twice, it is joined once.
    #expect(told.components(separatedBy: "\n").count == 2)
    let heading = try #require(told.components(separatedBy: "  joined: ").last)
    #expect(heading.count > 20)
    let all = try tool("today", "--on", "2026-03-14", "--all", "--limit", "500").output
    #expect(all.contains(" " + heading))
  }

  @Test func exportsTheDay() throws {
    let (_, tool, listing) = try demo()
    let exported = try Listing(
      tool("export", "--today", "--on", "2026-03-14", "--json").output)
    #expect(exported.conversations.map(\.id) == listing.conversations.map(\.id))
  }

  /// A saved conversation was told as old as it is today, whichever day was asked for.
  @Test func aShortlistStandsAsItStoodOnADay() throws {
    let (_, tool, _) = try demo()
    #expect(try tool("save", "aa6w").code == 0)
    let shortlist = try tool("export", "--on", "2026-03-12").output
    #expect(shortlist.contains("\n1 conversation, 2026-03-12\n"))
    #expect(shortlist.contains("  r/espresso · 5 hours ago · "))
    #expect(try tool("export", "--on", "2026-03-11").output.contains("\n0 conversations, "))
  }

  @Test func aNameThatNobodyHasIsTold() throws {
    let (_, tool, listing) = try demo()
    for command in ["show", "save", "join", "skip", "reopen"] {
      let outcome = try tool(command, "zzzz")
      #expect(
        outcome.messages
          == "mingle: there is no conversation zzzz; today's are listed by: mingle today\n")
      #expect(outcome.code == 2)
    }
    // All or none: the first of the two stays as it was.
    #expect(try tool("save", listing.conversations[0].id, "zzzz").code == 2)
    #expect(try Listing(tool("export", "--json").output).conversations.isEmpty)
  }

  /// As everywhere; it made a file of that name.
  @Test func aDashIsStandardOutput() throws {
    let (folder, tool, _) = try demo()
    for command in ["export", "report"] {
      let outcome = try tool.run([command, "-o", "-"])
      #expect(outcome.output == (try tool(command).output))
      #expect(outcome.output.contains("Harbor"))
      #expect(outcome.messages == "")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "-").path))
  }

  @Test func anExportNeverLeavesHalfAFile() throws {
    let (folder, tool, _) = try demo()
    let outcome = try tool("export", "-o", "no/such/folder.md")
    #expect(outcome.code == 3)
    #expect(outcome.messages.hasPrefix("mingle: cannot write "))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(names.sorted() == [".mingle", "feeds.opml", "profile.yaml", "samples"])
  }

  @Test func anUnknownFormatIsTold() throws {
    let (_, tool, _) = try demo()
    let outcome = try tool("export", "--format", "docx")
    #expect(
      outcome.messages
        == "mingle: --format docx: there is no such format; there are markdown, json, csv, atom, html\n"
    )
    #expect(outcome.code == 2)
  }
}

import Foundation
import Support
import Testing

/// Where the output goes, and what happens when it goes nowhere.
@Suite struct OutputTests {
  private static let today = "mingle today --on 2026-03-14"

  @Test func aReaderThatGoesAwayIsNoError() throws {
    let tool = Tool(in: try TemporaryFolder.demo())
    let outcome = try tool.shell("(\(Self.today); echo $? >code) | head -1; cat code")
    #expect(outcome.output.hasSuffix("relevant\n0\n"))
    #expect(outcome.messages == "")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsTold() throws {
    let tool = Tool(in: try TemporaryFolder.demo())
    let outcome = try tool.shell("\(Self.today) >/dev/full")
    #expect(outcome.messages == "mingle: cannot write the output: No space left on device\n")
    #expect(outcome.code == 3)
  }

  /// A closed standard output must not become the number of the database's file.
  @Test func closedFilesHarmNothing() throws {
    let folder = try TemporaryFolder.demo()
    let tool = Tool(in: folder)
    #expect(try tool.shell("\(Self.today) <&- >&- 2>&-").code == 0)
    #expect(try tool.shell(Self.today).output.hasPrefix("Harbor & Bean · "))
  }

  /// Words to a person who is not there are dropped; the program goes on.
  @Test(arguments: ["2>&-", "2>/dev/full", "2>&1 >/dev/null | true"])
  func messagesThatCannotBeWrittenAreDropped(where place: String) throws {
    let tool = Tool(in: try TemporaryFolder.demo())
    let outcome = try tool.shell("(mingle show zz; echo $? >code) \(place); cat code")
    #expect(outcome.output == "2\n")
  }

  @Test(arguments: [
    ("", false), ("CLICOLOR_FORCE=1", true), ("CLICOLOR_FORCE=1 NO_COLOR=1", false),
    ("TERM=dumb", false),
  ])
  func coloursAreForTerminalsThatWantThem(environment: String, isColored: Bool) throws {
    let tool = Tool(in: try TemporaryFolder.demo())
    #expect(try tool.shell("\(environment) \(Self.today)").output.contains("\u{1B}[") == isColored)
  }

  @Test func dataAndWordsStayApart() throws {
    let folder = try TemporaryFolder.workspace(feeds: ["none.xml"])
    let outcome = try Tool(in: folder)("today", "--json")
    #expect(try Listing(outcome.output).conversations.isEmpty)
    #expect(outcome.messages == "mingle: none.xml: there is no file none.xml in the workspace\n")
    #expect(outcome.code == 1)
  }

  @Test(arguments: [
    [], ["init"], ["today"], ["fetch"], ["show"], ["why"], ["why-not"], ["save"], ["join"],
    ["skip"], ["reopen"],
    ["export"], ["posts"],
    ["feeds"], ["feeds", "list"], ["feeds", "add"], ["feeds", "remove"], ["feeds", "enable"],
    ["feeds", "import"], ["feeds", "export"], ["feeds", "parse"], ["profile", "check"],
    ["profile", "set"], ["profile", "remove"], ["profile", "never"], ["profile", "edit"],
    ["report"], ["room"], ["rooms"], ["doctor"],
  ])
  func everyCommandHasHelpWithExamples(command: [String]) throws {
    let outcome = try Tool(in: try TemporaryFolder()).run(command + ["--help"])
    #expect(outcome.output.contains("USAGE: mingle"))
    #expect(command == ["feeds"] || outcome.output.contains("Example"))
    #expect(outcome.messages == "")
    #expect(outcome.code == 0)
  }

  /// Feeds are written by strangers; a terminal must not obey them.
  @Test func nothingInAFeedActsOnATerminal() throws {
    let folder = try TemporaryFolder.workspace(feeds: ["bad.xml"])
    try folder.write(
      """
      <rss version="2.0"><channel><title>F&#x9b;31m</title><item><guid>1</guid>
      <title>lever machine \u{202E}&#x9b;2J &amp;#27;[2J &lt;script&gt;alert(1)&lt;/script&gt;</title>
      <author>a&#x9d;b</author><link>https://a.example/%1b[2J</link>
      <description>lever machine &lt;b onclick="x"&gt;b\u{2066}&lt;/b&gt;&#x85;</description>
      </item></channel></rss>
      """, to: "bad.xml")
    let tool = Tool(in: folder)
    let id = try #require(Listing(tool("today", "--json").output).conversations.first?.id)
    for command in [
      ["today"], ["show", id], ["posts"], ["feeds", "list"], ["save", id], ["export"],
    ] {
      let text = try tool.run(command).output
      #expect(!text.isEmpty)
      let acting = text.unicodeScalars.filter { scalar in
        (scalar.value < 0x20 && scalar != "\n" && scalar != "\t")
          || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
          || (0x2066...0x2069).contains(scalar.value)
      }
      #expect(acting.isEmpty, "\(command)")
    }
  }
}

import Foundation
import Support
import Testing

@Suite struct RoomTests {
  private static let on = ["--on", "2026-03-14"]

  private func demo() throws -> (folder: TemporaryFolder, tool: Tool) {
    let folder = try TemporaryFolder.demo()
    let tool = Tool(in: folder)
    #expect(try tool.run(["today"] + Self.on).code == 0)
    return (folder, tool)
  }

  @Test func tellsOfARoom() throws {
    let (folder, tool) = try demo()
    for line in [
      "join kv0b --as helped --by Sam --on 2026-03-12",
      "join aa6w --as helped --by Ann --on 2026-03-13",
      "join wm88 --as shared --by Ann --on 2026-03-12",
      "room r/espresso --rule no-self-promotion --note ask-before-linking --by Sam --on 2026-03-13",
    ] {
      #expect(try tool.run(line.split(separator: " ").map(String.init)).code == 0)
    }
    let before = try folder.files()
    let outcome = try tool.run(["room", "R/Espresso"] + Self.on)
    #expect(outcome.messages == "")
    #expect(outcome.code == 0)
    try expectGolden(outcome.output, "room")
    try expectGolden(try tool.run(["rooms"] + Self.on).output, "rooms")
    #expect(try folder.files() == before)

    let shown = try tool("show", "kv0b", "--on", "2026-03-14").output
    #expect(
      shown.hasSuffix(
        """

        r/espresso  rooms/r-espresso.md
          no-self-promotion
          2026-03-13 Sam: ask-before-linking

        """))
    // Nothing is known of that room.
    #expect(try !tool("show", "wm88").output.contains("rooms/"))
  }

  @Test func tellsProgramsTheSame() throws {
    let (_, tool) = try demo()
    #expect(
      try tool("join", "kv0b", "--as", "helped", "--by", "Sam", "--on", "2026-03-12").code == 0)
    #expect(try tool("room", "r/espresso", "--rule", "be kind").code == 0)
    let text = try tool.run(["room", "r/espresso", "--json"] + Self.on).output
    let room = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    #expect(room.room.community == "r/espresso")
    #expect(room.room.card == "rooms/r-espresso.md")
    #expect(room.rules == ["be kind"] && room.notes == [])
    #expect(room.trust?.factor == 1.5)
    #expect(room.last_visit?.by == "Sam" && room.last_visit?.contribution == "helped")
    #expect(room.joins.joins == 1)
    #expect(room.reply_times.weekday == nil)
    #expect(room.thread_lifetime.seconds == nil)
    #expect(room.feeds == ["samples/reddit-espresso-thread.xml", "samples/reddit-espresso.xml"])

    let listed = try tool.run(["rooms", "--json"] + Self.on).output
    let rooms = try JSONDecoder().decode(Rooms.self, from: Data(listed.utf8)).rooms
    #expect(rooms.count >= 10)
    #expect(rooms.map(\.relevant) == rooms.map(\.relevant).sorted(by: >))
    let one = try #require(rooms.first { $0.community == "r/espresso" })
    #expect(one.joins == 1 && one.last_join == "2026-03-12T23:59:59Z")
    #expect(one.card == "rooms/r-espresso.md")
  }

  @Test func aCardGrowsAndKeepsWhatPeopleWrote() throws {
    let (folder, tool) = try demo()
    let first = try tool(
      "room", "r/Coffee", "--note", "two\nlines \u{1B}[2J", "--by", "Sam", "--on", "2026-03-12")
    #expect(
      first.output == """
        --- rooms/r-coffee.md
        +++ rooms/r-coffee.md
        @@ -0,0 +1,7 @@
        +# r/Coffee
        +
        +## Rules
        +
        +## Notes
        +
        +- 2026-03-12 Sam: two lines [2J

        """)
    #expect(first.messages == "")
    #expect(first.code == 0)

    // A person renames it, and writes as people do.
    let hand = "\u{FEFF}Ours.\r\n\r\n# R/COFFEE #\r\n\r\n## notes\r\n* old\r\n\r\n## Links\r\n<b>"
    try FileManager.default.removeItem(at: folder.url.appending(path: "rooms/r-coffee.md"))
    try folder.write(hand, to: "rooms/Kaffee!.MD")
    let second = try tool(
      "room", "r/coffee", "--rule", "be kind", "--note", "new", "--by", "Ann", "--on", "2026-03-13")
    #expect(second.code == 0)
    #expect(
      String(decoding: try #require(folder.files()["rooms/Kaffee!.MD"]), as: UTF8.self)
        == "\u{FEFF}Ours.\r\n\r\n# R/COFFEE #\r\n\r\n## notes\r\n* old\r\n- 2026-03-13 Ann: new\r\n"
        + "\r\n## Links\r\n<b>\r\n\r\n## Rules\r\n\r\n- be kind\r\n")
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: folder.url.appending(path: "rooms").path) == ["Kaffee!.MD"])
    let json = try tool("room", "r/coffee", "--rule", "be brief", "--json").output
    let change = try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
    #expect(change["path"] == "rooms/Kaffee!.MD")
    #expect(change["diff"]?.contains("\n+- be brief\n") == true)
  }

  /// Two runs at once: both notes stand there.
  @Test func nobodysNoteIsLost() throws {
    let (folder, tool) = try demo()
    let names = (0..<6).map { "n\($0)" }
    let line = names.map { "mingle room r/espresso --note \($0) & " }.joined()
    _ = try tool.shell(line + "while [ \"$(grep -c ': n' rooms/*.md)\" != 6 ]; do sleep 0.1; done")
    let text = try folder.text("rooms/r-espresso.md")
    #expect(names.allSatisfy { text.contains(": \($0)\n") })
  }

  @Test(arguments: [
    (
      "r/expresso",
      "nothing is stored of a room r/expresso, and it has no card; did you mean r/espresso?"
    ),
    (
      "../../x",
      "nothing is stored of a room ../../x, and it has no card; those there are are listed by: "
        + "mingle rooms"
    ),
  ])
  func aRoomThatNobodyKnowsIsTold(name: String, message: String) throws {
    let (folder, tool) = try demo()
    for arguments in [[], ["--note", "x"], ["--edit"]] {
      let outcome = try tool.run(["room", name] + arguments)
      #expect(outcome.messages == "mingle: \(message)\n")
      #expect(outcome.output == "")
      #expect(outcome.code == 2)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "rooms").path))
  }

  @Test(arguments: [
    ["--note", " "], ["--rule", ""], ["--by", "Sam"], ["--edit", "--note", "x"],
    ["--edit", "--json"],
  ])
  func aWrongOptionIsUsage(arguments: [String]) throws {
    let outcome = try Tool(in: try TemporaryFolder.demo()).run(["room", "r/espresso"] + arguments)
    #expect(outcome.messages.hasPrefix("Error: "))
    #expect(outcome.output == "")
    #expect(outcome.code == 2)
  }

  /// A community calls itself what it likes: its card stays in its folder.
  @Test func aHostileNameStaysInTheFolder() throws {
    let folder = try TemporaryFolder.workspace(feeds: ["bad.xml"])
    try folder.write(
      """
      <rss version="2.0"><channel><title>../../x</title>
      <item><guid isPermaLink="false">1</guid><title>T</title></item></channel></rss>
      """, to: "bad.xml")
    let tool = Tool(in: folder)
    #expect(try tool("fetch").code == 0)
    #expect(try tool("rooms").output.contains("\n../../x "))
    let before = try Set(folder.files().keys)
    #expect(try tool("room", "../../x", "--rule", "y").code == 0)
    #expect(try tool("room", "../../X", "--rule", "z").code == 0)
    let made = try Set(folder.files().keys).subtracting(before)
    #expect(made.filter { !$0.hasPrefix(".mingle/") }.sorted() == ["rooms", "rooms/x.md"])
    #expect(try folder.text("rooms/x.md").hasPrefix("# ../../x\n\n## Rules\n\n- y\n- z\n"))
  }

  @Test func filesThatAreNoCardsAreTold() throws {
    let (folder, tool) = try demo()
    try folder.write("# r/espresso\n## Rules\n- one\n", to: "rooms/a.md")
    try folder.write("# R/Espresso\n", to: "rooms/b.md")
    try folder.write("no heading\n", to: "rooms/c.md")
    try folder.write("# r/coffee\n", to: "rooms/d.txt")
    try Data([0x23, 0x20, 0xFF, 0x0A]).write(to: folder.url.appending(path: "rooms/e.md"))
    try folder.write(String(repeating: "# x\n", count: 250_001), to: "rooms/f.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "rooms/g.md", withDestinationPath: "nowhere")
    let problems = """
      rooms/b.md: warning: rooms/a.md is a card of r/espresso too. Make one of them; until then that \
      one counts.
      rooms/c.md:1: warning: no heading says of which room it is. Start it with a line like \
      “# r/espresso”.
      rooms/e.md: this is not UTF-8 text. Save the file as UTF-8.
      rooms/f.md: this is too large: 1000004 bytes, and at most 1000000 are read. Mend it, or take it \
      away.
      rooms/g.md: this link leads nowhere. Mend it, or take it away.

      """
    let listed = try tool.run(["rooms"] + Self.on)
    #expect(listed.messages == problems)
    #expect(listed.output.contains("rooms/a.md"))
    #expect(listed.code == 1)

    // A room whose card is sound is not troubled by the others.
    let espresso = try tool.run(["room", "r/espresso"] + Self.on)
    #expect(espresso.output.contains("\nRules  rooms/a.md\n  - one\n"))
    #expect(espresso.messages == "")
    #expect(espresso.code == 0)
    // One of the files may be the card of another: it is told, and no second card is made.
    let errors = problems.components(separatedBy: "\n")[2...].joined(separator: "\n")
    let coffee = try tool.run(["room", "r/coffee"] + Self.on)
    #expect(coffee.output.contains("No card yet"))
    #expect(coffee.messages == errors)
    #expect(coffee.code == 1)
    let note = try tool("room", "r/coffee", "--note", "x")
    #expect(note.messages == "mingle: \(errors)")
    #expect(note.output == "")
    #expect(note.code == 2)
  }

  @Test func aCardThatCannotBeWrittenIsTold() throws {
    let (folder, tool) = try demo()
    let card = try folder.write("# r/espresso\n", to: "rooms/a.md")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: card.path)
    let outcome = try tool("room", "r/espresso", "--note", "x")
    #expect(
      outcome.messages
        == "mingle: cannot write rooms/a.md: it is write-protected; give yourself the right to "
        + "write it\n")
    #expect(outcome.code == 3)
    #expect(try folder.text("rooms/a.md") == "# r/espresso\n")

    let other = try TemporaryFolder.demo()
    try other.write("", to: "rooms")
    let tool2 = Tool(in: other)
    #expect(try tool2("fetch").code == 0)
    let blocked = try tool2("room", "r/espresso", "--note", "x")
    #expect(
      blocked.messages == "mingle: cannot make the folder rooms for rooms/r-espresso.md\n")
    #expect(blocked.code == 3)
  }

  @Test func aFullCardIsTold() throws {
    let (folder, tool) = try demo()
    try folder.write("# r/espresso\n" + String(repeating: "x", count: 999_980), to: "rooms/a.md")
    let outcome = try tool("room", "r/espresso", "--rule", "x")
    #expect(
      outcome.messages
        == "mingle: rooms/a.md would have 1000009 bytes, and at most 1000000 are read; shorten it "
        + "with --edit\n")
    #expect(outcome.code == 2)
    #expect(try folder.text("rooms/a.md").utf8.count == 999_993)
  }

  @Test func theEditorIsRunOnTheCard() throws {
    var (folder, tool) = try demo()
    try folder.write("sed \"$1\" \"$2\" >new && cat new >\"$2\"\n", to: "edit.sh")
    func edit(_ editor: String) throws -> Tool.Outcome {
      tool.environment["EDITOR"] = editor
      return try tool("room", "r/espresso", "--edit")
    }
    let card = folder.url.appending(path: "rooms/r-espresso.md").path
    // Nothing was written, or the editor failed: no card.
    #expect(try edit("true").messages == "nothing was written on it, so there is no card\n")
    #expect(!FileManager.default.fileExists(atPath: card))
    let failed = try edit("false")
    #expect(failed.messages == "mingle: the editor “false” failed with code 1\n")
    #expect(failed.code == 1)
    #expect(!FileManager.default.fileExists(atPath: card))

    let rules = try edit("sh edit.sh 's/## Rules/&\\n- be kind/'")
    #expect(rules.output == "rooms/r-espresso.md: 1 rule, 0 notes\n")
    #expect(rules.messages == "")
    #expect(rules.code == 0)
    #expect(
      try folder.text("rooms/r-espresso.md")
        == "# r/espresso\n\n## Rules\n- be kind\n\n## Notes\n")

    let renamed = try edit("sh edit.sh 's/# r.espresso/# r\\/other/'")
    #expect(
      renamed.messages
        == "mingle: rooms/r-espresso.md:1: its first heading does not say r/espresso any more. Start "
        + "it with the line “# r/espresso”.\n")
    #expect(renamed.output == "")
    #expect(renamed.code == 2)
    // What the person wrote stays: it is a card of another room now.
    #expect(try tool("room", "r/other").output.hasPrefix("r/other\nNothing of it is stored\n"))
  }

  @Test func anEmptyWorkspaceIsTold() throws {
    let folder = try TemporaryFolder.workspace(feeds: [])
    let outcome = try Tool(in: folder)("rooms")
    #expect(
      outcome.output == "Nothing is stored yet; add a room with: mingle feeds add r/espresso, and "
        + "read it with: mingle today\n")
    #expect(outcome.code == 0)
    #expect(try folder.files()[".mingle"] == nil)
  }

  private struct Rooms: Decodable {
    struct Room: Decodable {
      var community: String
      var relevant: Int
      var joins: Int
      var last_join: String?
      var card: String?
    }

    var rooms: [Room]
  }

  private struct Document: Decodable {
    struct Trust: Decodable { var factor: Double }

    struct Visit: Decodable {
      var by: String?
      var contribution: String?
    }

    struct Tally: Decodable { var joins: Int }
    struct ReplyTimes: Decodable { var weekday: Int? }
    struct Lifetime: Decodable { var seconds: Int? }

    var room: Rooms.Room
    var rules: [String]
    var notes: [String]
    var trust: Trust?
    var last_visit: Visit?
    var joins: Tally
    var reply_times: ReplyTimes
    var thread_lifetime: Lifetime
    var feeds: [String]
  }
}

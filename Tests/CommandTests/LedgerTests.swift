import Foundation
import Support
import Testing

/// What the team does, driven through the tool; the demo's days stand for a week of work.
@Suite struct LedgerTests {
  private let folder: TemporaryFolder
  private let tool: Tool

  init() throws {
    folder = try TemporaryFolder.demo()
    tool = Tool(in: folder)
    #expect(try tool("fetch").code == 0)
  }

  /// The ids of `today --json`, which are listed with `--all` too.
  private func today(_ day: String, _ arguments: String...) throws -> [String: Row] {
    let outcome = try tool.run(
      ["today", "--no-fetch", "--on", day, "--limit", "500", "--json"] + arguments)
    let rows = try JSONDecoder().decode(Rows.self, from: Data(outcome.output.utf8)).conversations
    return Dictionary(uniqueKeysWithValues: rows.map { (String($0.id.prefix(4)), $0) })
  }

  private struct Rows: Decodable { var conversations: [Row] }
  private struct Row: Decodable, Equatable {
    var id: String
    var state: String
    var snoozed_until: String?
    var claimed_by: String?
  }

  @Test func everyActIsTold() throws {
    let title = "Rebuild kit for a 1974 lever: who ships to the EU without ruining me?"
    let acts: [([String], String)] = [
      (["save", "aa6w"], "saved"), (["save", "aa6w"], "was saved already"),
      (["claim", "aa6w"], "claimed for 2 days"), (["release", "aa6w"], "released"),
      (["release", "aa6w"], "was claimed by nobody"),
      (["snooze", "aa6w", "--on", "2026-03-12"], "snoozed until 2026-03-13 23:59"),
      (["note", "aa6w", "--note", " ask Annika "], "noted"), (["join", "aa6w"], "joined"),
      (["join", "aa6w"], "was joined already; its replies up to now count as read"),
      (["join", "aa6w", "--as", "mentioned-us"], "joined again as mentioned-us"),
      (["skip", "aa6w"], "skipped"), (["skip", "aa6w"], "was skipped already"),
      (["reopen", "aa6w"], "reopened"), (["reopen", "aa6w"], "was new already"),
      (["join", "aa6w", "--as", "helped"], "joined as helped"),
    ]
    for (arguments, told) in acts {
      let outcome = try tool.run(arguments + ["--by", "Ann"])
      #expect(outcome.output == "aa6w  \(told): \(title)\n")
      #expect(outcome.messages == "")
      #expect(outcome.code == 0)
    }
  }

  @Test func aConversationShowsWhatTheTeamDid() throws {
    _ = try tool("claim", "aa6w", "--by", "Sam", "--on", "2026-03-12")
    _ = try tool(
      "note", "aa6w", "--by", "Ann", "--on", "2026-03-13", "--note", "two\n\u{1B}[31mlines")
    _ = try tool("save", "aa6w", "--on", "2026-03-13")
    let shown = try tool("show", "aa6w", "--on", "2026-03-14T12:00:00Z").output
    #expect(
      shown.hasPrefix(
        """
        Rebuild kit for a 1974 lever: who ships to the EU without ruining me?
        r/espresso · 51 minutes ago · ? replies · aa6w · saved ★ · claimed by Sam, 1 day ago
        https://www.reddit.com/r/espresso/comments/zzdemo11/rebuild_kit_for_a_1974_lever_who_ships_to_the_eu/

        What you did
          2026-03-12 23:59  Sam claimed
          2026-03-13 23:59  Ann noted
            “two”
            “[31mlines”
          2026-03-13 23:59  somebody saved

        somebody · 2 days ago

        """), "\(shown)")
    let json = try tool("show", "aa6w", "--on", "2026-03-14T12:00:00Z", "--json").output
    let document = try JSONDecoder().decode(Shown.self, from: Data(json.utf8))
    #expect(
      document
        == Shown(
          state: "saved", claimed_by: "Sam", snoozed_until: nil,
          acts: [
            .init(kind: "claimed", by: "Sam", at: "2026-03-12T23:59:59Z", note: ""),
            .init(
              kind: "noted", by: "Ann", at: "2026-03-13T23:59:59Z", note: "two\n\u{1B}[31mlines"),
            .init(kind: "saved", by: nil, at: "2026-03-13T23:59:59Z", note: ""),
          ]))
    // The claim has lapsed after two days.
    #expect(!(try tool("show", "aa6w", "--on", "2026-03-15").output.contains("claimed by")))
    let early = try tool("show", "aa6w", "--on", "2026-01-01")
    #expect(
      early.messages == "mingle: aa6w: nothing had been said in it by then; give a later --on\n")
    #expect(early.code == 2)
  }

  private struct Shown: Decodable, Equatable {
    struct Act: Decodable, Equatable {
      var kind: String
      var by: String?
      var at: String
      var note: String
      var until: String?
      var `as`: String?
    }
    var state: String
    var claimed_by: String?
    var snoozed_until: String?
    var acts: [Act]
  }

  @Test func whatSomebodyElseHasClaimedIsRefused() throws {
    #expect(try tool("claim", "kv0b", "--by", "Sam", "--on", "2026-03-13").code == 0)
    let refused = try tool("claim", "aa6w", "kv0b", "--by", "Alex", "--on", "2026-03-14")
    #expect(
      refused.messages
        == "mingle: kv0b is claimed by Sam, 1 day ago; with --force it is done all the same\n")
    #expect(refused.output == "")
    #expect(refused.code == 1)
    let rows = try today("2026-03-14")
    #expect(rows["kv0b"]?.claimed_by == "Sam")
    #expect(rows["aa6w"]?.claimed_by == nil)
    #expect(
      try tool("today", "--no-fetch", "--on", "2026-03-14").output
        .contains(" · kv0b · claimed by Sam, 1 day ago\n"))
    #expect(try tool("release", "kv0b", "--by", "Alex", "--on", "2026-03-14").code == 1)
    // Their own claim may be renewed by whatever spelling; that of a while ago is nobody's.
    #expect(try tool("claim", "kv0b", "--by", "sam", "--on", "2026-03-14").code == 0)
    #expect(try tool("claim", "kv0b", "--by", "Alex", "--on", "2026-03-14", "--force").code == 0)
    #expect(try tool("claim", "kv0b", "--by", "Sam", "--on", "2026-03-16").code == 0)
    #expect(try today("2026-03-14")["kv0b"]?.claimed_by == "Sam")
    #expect(try tool("join", "kv0b", "--by", "Alex", "--on", "2026-03-16").code == 0)
    #expect(try today("2026-03-14", "--all")["kv0b"]?.claimed_by == nil)
  }

  @Test func whoDidItIsNamedBySettingsOrTheMachine() throws {
    func person(_ tool: Tool, _ arguments: String...) throws -> String? {
      _ = try tool.run(["note", "aa6w", "--note", "x"] + arguments)
      let shown = try tool("show", "aa6w", "--json").output
      return try JSONDecoder().decode(Shown.self, from: Data(shown.utf8)).acts.last?.by
    }
    let user = Tool(in: folder, environment: ["USER": "root"])
    #expect(try person(tool) == nil)
    #expect(try person(user) == "root")
    try folder.write("me: Annika\n", to: "settings.yaml")
    #expect(try person(user) == "Annika")
    #expect(try person(user, "--by", " Sam\n Smith ") == "Sam Smith")
    try folder.write("", to: "settings.yaml")
    let nobody = try tool("claim", "aa6w")
    #expect(
      nobody.messages
        == "mingle: say who claims it: --by NAME, or for good as “me: NAME” in settings.yaml\n")
    #expect(nobody.code == 2)
  }

  @Test func theLastCommandIsTakenBackWithAllItsActs() throws {
    let title = "Rebuild kit for a 1974 lever: who ships to the EU without ruining me?"
    let other = "First lever machine: used La Pavoni Europiccola or save up for a Robot?"
    _ = try tool("save", "aa6w", "--by", "Sam", "--on", "2026-03-13")
    _ = try tool("join", "aa6w", "kv0b", "--as", "shared", "--by", "Ann", "--on", "2026-03-14")
    _ = try tool("claim", "kv0b", "--by", "Sam", "--on", "2026-03-14")
    let outputs = [
      "kv0b  undone: claimed by Sam on 2026-03-14 23:59; it is joined now: \(other)\n",
      """
      aa6w  undone: joined as shared by Ann on 2026-03-14 23:59; it is saved now: \(title)
      kv0b  undone: joined as shared by Ann on 2026-03-14 23:59; it is new now: \(other)

      """,
      "aa6w  undone: saved by Sam on 2026-03-13 23:59; it is new now: \(title)\n",
    ]
    for output in outputs {
      let outcome = try tool("undo")
      #expect(outcome.output == output)
      #expect(outcome.code == 0)
    }
    let nothing = try tool("undo")
    #expect(nothing.output == "")
    #expect(nothing.messages == "mingle: there is nothing to undo\n")
    #expect(nothing.code == 1)
    let list = """
      2026-03-14 23:59  kv0b  claimed by Sam (taken back): \(other)
      2026-03-14 23:59  kv0b  joined as shared by Ann (taken back): \(other)
      2026-03-14 23:59  aa6w  joined as shared by Ann (taken back): \(title)
      2026-03-13 23:59  aa6w  saved by Sam (taken back): \(title)

      """
    #expect(try tool("undo", "--list").output == list)
    #expect(try tool("history").output == list)
    #expect(try tool("history", "--limit", "1").output.split(separator: "\n").count == 1)
    #expect(
      try tool("history", "aa6w", "--by", "sam").output
        == "2026-03-13 23:59  aa6w  saved by Sam (taken back): \(title)\n")
  }

  @Test func onePersonsLastCommandIsTakenBack() throws {
    _ = try tool("save", "aa6w", "--by", "Sam", "--on", "2026-03-13")
    _ = try tool("join", "aa6w", "--by", "Ann", "--on", "2026-03-13")
    #expect(try tool("undo", "--by", "Sam").output.contains("undone: saved by Sam"))
    #expect(try today("2026-03-14", "--all")["aa6w"]?.state == "joined")
    let nothing = try tool("undo", "--by", "Sam")
    #expect(nothing.messages == "mingle: there is nothing to undo of what Sam did\n")
    #expect(nothing.code == 1)
  }

  @Test func historyIsADocumentToo() throws {
    _ = try tool(
      "join", "aa6w", "--as", "helped", "--by", "Sam", "--on", "2026-03-13", "--note", "N")
    let id = try #require(try today("2026-03-14", "--all")["aa6w"]?.id)
    #expect(
      try tool("history", "--json").output == """
        {
          "acts" : [
            {
              "as" : "helped",
              "at" : "2026-03-13T23:59:59Z",
              "by" : "Sam",
              "command" : 1,
              "conversation" : "\(id)",
              "kind" : "joined",
              "note" : "N",
              "number" : 1,
              "state" : "joined",
              "title" : "Rebuild kit for a 1974 lever: who ships to the EU without ruining me?",
              "undone" : null,
              "until" : null
            }
          ]
        }

        """)
  }

  @Test func whatIsSnoozedIsAwayUntilItsTime() throws {
    // The progress log of a lever: the last word in it is of the 14th.
    let told = try tool("snooze", "wm88", "--until", "2026-03-17", "--on", "2026-03-14")
    #expect(
      told.output == "wm88  snoozed until 2026-03-17 00:00: Restoring a 1961 lever: progress log\n")
    for day in ["2026-03-14", "2026-03-15", "2026-03-16"] {
      #expect(try today(day, "--since", "7d")["wm88"] == nil)
      let row = try today(day, "--since", "7d", "--all")["wm88"]
      #expect(row?.state == "snoozed")
      #expect(row?.snoozed_until == "2026-03-17T00:00:00Z")
    }
    // On its day it is in the list although nobody has said anything since.
    let row = try today("2026-03-17")["wm88"]
    #expect(row?.state == "new")
    #expect(row?.snoozed_until == "2026-03-17T00:00:00Z")
    #expect(
      try tool("today", "--no-fetch", "--on", "2026-03-17").output
        .contains(" · wm88 · snoozed until 2026-03-17 00:00, back\n"))
    #expect(try today("2026-03-19")["wm88"] == nil)
    let why = try tool("why-not", "wm88", "--on", "2026-03-15", "--since", "7d").output
    #expect(
      why.contains(
        "it is snoozed until 2026-03-17T00:00:00Z, or until somebody answers; show it with --all, "
          + "or mingle reopen it"), "\(why)")
    _ = try tool("reopen", "wm88")
    #expect(try today("2026-03-14")["wm88"]?.snoozed_until == nil)
  }

  @Test func whatWasSavedComesBackAsSaved() throws {
    _ = try tool("save", "wm88", "--on", "2026-03-14")
    _ = try tool("snooze", "wm88", "--until", "tomorrow", "--on", "2026-03-14")
    #expect(try today("2026-03-14", "--all")["wm88"]?.state == "snoozed")
    #expect(try today("2026-03-15")["wm88"]?.state == "saved")
    #expect(try Listing(tool("export", "--json").output).conversations.map(\.state) == ["saved"])
    // A snooze of now takes it off the shortlist for as long.
    _ = try tool("snooze", "wm88")
    #expect(try Listing(tool("export", "--json").output).conversations.isEmpty)
  }

  /// Somebody answered on the 14th; the business's own words bring nothing back.
  @Test(arguments: [
    ("harborbean", true), ("/u/Parts_Bin_Joost, \"@sanne_op_zuid\"", false),
  ])
  func aReplyBringsBackWhatIsSnoozed(us: String, isBack: Bool) throws {
    let profile = try folder.text("profile.yaml")
      .replacing("harborbean, u/annika_roasts", with: us)
    try folder.write(profile, to: "profile.yaml")
    _ = try tool("snooze", "aa6w", "--until", "2026-03-20", "--on", "2026-03-13")
    #expect(try today("2026-03-13")["aa6w"] == nil)
    #expect((try today("2026-03-14")["aa6w"] != nil) == isBack)
    if isBack {
      #expect(
        try tool("today", "--no-fetch", "--on", "2026-03-14").output
          .contains(" · aa6w · snoozed until 2026-03-20 00:00, back on a reply\n"))
    }
  }

  @Test(arguments: [
    (["snooze", "aa6w", "--until", "whenever"], "--until whenever: this is no time; "),
    (
      ["snooze", "aa6w", "--until", "2026-03-13", "--on", "2026-03-14"],
      "--until 2026-03-13: that is not later than the moment of putting it off, "
    ),
    (["save", "aa6w", "--on", "2999-01-01"], "--on 2999-01-01: that has not come yet; "),
    (["join", "a"], "a could be "), (["save", "aa6w", "zzzz"], "there is no conversation zzzz; "),
    (["history", "zzzz"], "there is no conversation zzzz; "),
    (["open", "zzzz"], "there is no conversation zzzz; "),
  ])
  func mistakesChangeNothing(arguments: [String], message: String) throws {
    let outcome = try tool.run(arguments)
    #expect(outcome.messages.hasPrefix("mingle: \(message)"), "\(outcome.messages)")
    #expect(outcome.output == "")
    #expect(outcome.code == 2)
    #expect(
      try tool("history").output
        == "Nothing was done yet; take part with: mingle save, join, skip, snooze or claim\n")
  }

  @Test(arguments: [
    ["join", "aa6w", "--as", "friend"], ["note", "aa6w"], ["note", "aa6w", "--note", " "], ["save"],
    ["history", "--limit", "0"],
  ])
  func wrongOptionsAreUsage(arguments: [String]) throws {
    let outcome = try tool.run(arguments)
    #expect(outcome.messages.hasPrefix("Error: "))
    #expect(outcome.code == 2)
  }
}

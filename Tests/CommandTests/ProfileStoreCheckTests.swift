import Foundation
import Support
import Testing

/// `profile check` against what is stored.
@Suite struct ProfileStoreCheckTests {
  private let profile = """
    keywords:
      espresso: 2
      bottomles portafilter: 5
      "portafilter": 3
      bottomless: 3
      kettle: 4
      capsule subscription: 1
      pod OR kitchen NOT kitchen: 1
      lever AND NOT lever: 2
    never: [capsule]

    """

  @Test func warnsOfWhatTheMonthShows() throws {
    let folder = try TemporaryFolder.month(profile: profile)
    let tool = Tool(in: folder)
    #expect(try tool("fetch").code == 0)
    let before = try folder.files()
    let outcome = try tool("profile", "check", "--on", "2026-03-30")
    #expect(
      outcome.messages == """
        profile.yaml:2:3: warning: “espresso” stands in every conversation: 60 of 60. \
        Narrow it with another word, or lower its weight to 1.
            espresso: 2
            ^
        profile.yaml:3:3: warning: “bottomles portafilter” matches nothing: “bottomles” stands in \
        no post. Did you mean “bottomless portafilter”?
            bottomles portafilter: 5
            ^
        profile.yaml:4:3: warning: “portafilter” stands in about every third conversation: 20 of 60. \
        Narrow it with another word, or lower its weight to 1.
            "portafilter": 3
            ^
        profile.yaml:5:3: warning: “bottomless” stands in about every third conversation: 20 of 60. \
        Narrow it with another word, or lower its weight to 1.
            bottomless: 3
            ^
        profile.yaml:5:3: warning: “bottomless” finds the same 20 conversations as “portafilter” \
        in line 4. Keep one of them, unless they are meant to count together.
            bottomless: 3
            ^
        profile.yaml:6:3: warning: “kettle” matches none of the 60 conversations of this time; \
        “kettle” stands in no post. Check the spelling, or remove it.
            kettle: 4
            ^
        profile.yaml:7:3: warning: “capsule subscription” finds nothing of its own: all its 15 \
        conversations are among the 60 of “espresso” in line 2. Give it more weight than that \
        one, or remove it.
            capsule subscription: 1
            ^
        profile.yaml:7:3: warning: “never” hides 15 of the 15 conversations with “capsule \
        subscription”, most by “capsule” in line 10. Narrow that line, or remove one of the two.
            capsule subscription: 1
            ^
        profile.yaml:8:3: warning: “pod OR kitchen NOT kitchen” matches none of the 60 \
        conversations of this time; “pod” stands in no post. Check the spelling, or remove it.
            pod OR kitchen NOT kitchen: 1
            ^
        profile.yaml:9:3: warning: “lever AND NOT lever” can never match: “lever” is wanted and \
        “lever” is not. Take one of them out.
            lever AND NOT lever: 2
            ^

        """)
    #expect(
      outcome.output == """
        profile.yaml: no mistakes; 8 keywords, 1 never, 0 communities; 10 warnings
        tried on 60 conversations, 2026-02-28 to 2026-03-30

        """)
    #expect(outcome.code == 0)
    #expect(try folder.files() == before)
  }

  @Test func aDeadKeywordOfKnownWordsIsWellSpelt() throws {
    let tool = Tool(
      in: try TemporaryFolder.month(profile: "keywords:\n  espresso portafilter: 2\n"))
    #expect(try tool("fetch").code == 0)
    #expect(
      try tool("profile", "check", "--on", "2026-03-30").messages == """
        profile.yaml:2:3: warning: “espresso portafilter” matches none of the 60 conversations of \
        this time. Widen it (fewer words, OR, NEAR/8), or remove it.
            espresso portafilter: 2
            ^

        """)
  }

  @Test func warnsOfACommunityThatNoPostIsOf() throws {
    let folder = try TemporaryFolder.demo()
    let tool = Tool(in: folder)
    let profile = try folder.text("profile.yaml")
    #expect(try tool("fetch").code == 0)
    func messages() throws -> [String] {
      try tool("profile", "check", "--on", "2026-03-14").messages.components(separatedBy: "\n")
        .filter { $0.contains("community") }
    }
    #expect(try messages() == [])
    try folder.write(profile.replacing("r/espresso:", with: "r/expresso:"), to: "profile.yaml")
    let told = try messages()
    #expect(told.count == 1)
    #expect(
      told.first?.hasSuffix(
        ": warning: no stored post is of the community “r/expresso”. Did you mean “r/espresso”?")
        == true)
  }

  @Test(arguments: [
    ("espresso sprays", "fewer words, OR, NEAR/8"),
    ("title:portafilter", "without title:, other words beside it, with OR"),
    ("=Portafilter", "any form, without = or quotes, other words beside it, with OR"),
    (
      "espresso AND in:r/tea",
      "OR in the place of AND, other words beside it, with OR, "
        + "is “r/tea” the name after in:?"
    ),
  ])
  func theRemedyFitsTheExpression(expression: String, ways: String) throws {
    let tool = Tool(
      in: try TemporaryFolder.month(profile: "keywords:\n  \"\(expression)\": 1\n"))
    #expect(try tool("fetch").code == 0)
    let messages = try tool("profile", "check", "--on", "2026-03-30").messages
    #expect(
      messages.contains(
        "none of the 60 conversations of this time. Widen it (\(ways)), or remove it."),
      "\(messages)")
  }

  @Test func theFileAloneCanBeChecked() throws {
    let folder = try TemporaryFolder.month(profile: profile)
    let tool = Tool(in: folder)
    let alone = "profile.yaml: no mistakes; 8 keywords, 1 never, 0 communities; 1 warning\n"
    // Nothing is stored yet, and checking does not change that.
    #expect(try tool("profile", "check").output == alone)
    #expect(try folder.files()[".mingle"] == nil)
    #expect(try tool("fetch").code == 0)
    #expect(try tool("profile", "check", "--no-store").output == alone)
  }

  @Test func aTimeOfFewConversationsTellsNothing() throws {
    let tool = Tool(in: try TemporaryFolder.month(profile: profile))
    #expect(try tool("fetch").code == 0)
    #expect(
      try tool("profile", "check", "--on", "2026-03-30", "--since", "2026-03-29").output == """
        profile.yaml: no mistakes; 8 keywords, 1 never, 0 communities; 1 warning
        not tried on what is stored: only 4 conversations, 2026-03-29 to 2026-03-30; look \
        elsewhere with --since or --on

        """)
  }

  @Test func hasADocument() throws {
    let tool = Tool(in: try TemporaryFolder.month(profile: "keywords:\n  kettel: 2\n"))
    #expect(try tool("fetch").code == 0)
    let outcome = try tool("profile", "check", "--on", "2026-03-30", "--json")
    #expect(outcome.messages == "")
    #expect(
      outcome.output == """
        {
          "communities" : 0,
          "diagnostics" : [
            {
              "column" : 3,
              "line" : 2,
              "message" : "“kettel” matches none of the 60 conversations of this time; “kettel” \
        stands in no post",
              "remedy" : "Check the spelling, or remove it.",
              "severity" : "warning"
            }
          ],
          "keywords" : 1,
          "never" : 0,
          "path" : "profile.yaml",
          "store" : {
            "conversations" : 60,
            "is_telling" : true,
            "window" : {
              "since" : "2026-02-28T23:59:59Z",
              "until" : "2026-03-30T23:59:59Z"
            }
          }
        }

        """)
  }

  @Test func aBrokenDatabaseIsTold() throws {
    let folder = try TemporaryFolder.month(profile: profile)
    try folder.write("no database, but a text that is long enough", to: ".mingle/mingle.db")
    for command in ["check", "stats", "try", "suggest"] {
      let outcome = try Tool(in: folder)("profile", command)
      #expect(outcome.messages.contains("is not a sound Mingle database"), "\(command)")
      #expect(outcome.code == 3)
    }
  }
}

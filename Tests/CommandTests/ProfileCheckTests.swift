import Foundation
import Support
import Testing

@Suite struct ProfileCheckTests {
  @Test func aBrokenProfileStopsEverythingBeforeAnyFeedIsRead() throws {
    let server = try LoopbackServer(routes: ["/feed": .reply(.status(404))])
    let folder = try TemporaryFolder.workspace(
      feeds: [server.address("/feed")],
      profile: """
        business: Test
        keywrds:
          tea: 9
        keywords:
          coffee: many
          tea: 2

        """)
    let tool = Tool(in: folder)
    let check = try tool("profile", "check")
    #expect(
      check.messages == """
        profile.yaml:2:1: the profile has no “keywrds”. Did you mean “keywords”?
          keywrds:
          ^
        profile.yaml:5:11: “coffee” needs a weight from 1 (mild) to 5 (our thing), not “many”. \
        Write a number after the colon.
            coffee: many
                    ^

        """)
    #expect(check.output == "profile.yaml: 2 mistakes to mend\n")
    #expect(check.code == 2)
    let today = try tool("today")
    #expect(today.messages == "mingle: " + check.messages)
    #expect(today.output == "")
    #expect(today.code == 2)
    #expect(server.requests.isEmpty)
  }

  @Test func anotherProfileCanBeTried() throws {
    let folder = try TemporaryFolder.demo()
    try folder.write("keywords:\n  nespresso: 5\n", to: "draft.yaml")
    let tool = Tool(in: folder)
    #expect(
      try tool("profile", "check", "--profile", "draft.yaml").output
        == "draft.yaml: no mistakes; 1 keyword, 0 nevers, 0 communities\n")
    let listing = try Listing(
      tool("today", "--on", "2026-03-14", "--profile", "draft.yaml", "--json").output)
    #expect(listing.conversations.count > 0)
    #expect(
      try tool("today", "--profile", "none.yaml").messages
        == "mingle: there is no profile none.yaml\n")
  }

  @Test func brokenSettingsAreTold() throws {
    let folder = try TemporaryFolder.demo()
    try folder.write("evry: 1h\nconnections: 1000\n", to: "settings.yaml")
    let outcome = try Tool(in: folder)("fetch")
    #expect(
      outcome.messages == """
        mingle: settings.yaml:1:1: the settings has no “evry”. Did you mean “every”?
          evry: 1h
          ^
        settings.yaml:2:14: “1000” is no number from 1 to 256. Write how many requests may be open \
        at once, like “64”.
          connections: 1000
                       ^

        """)
    #expect(outcome.code == 2)
  }
}

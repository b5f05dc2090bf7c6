import Foundation
import Support
import Testing

@Suite struct WorkspaceTests {
  @Test func initMakesAWorkspaceThatIsWell() throws {
    let folder = try TemporaryFolder()
    let tool = Tool(in: folder)
    let made = try tool("init")
    #expect(made.output.hasPrefix("Made profile.yaml and feeds.opml in "))
    #expect(made.code == 0)
    let check = try tool("profile", "check")
    #expect(check.output == "profile.yaml: no mistakes; 3 keywords, 2 nevers, 1 community\n")
    #expect(check.messages == "")
    #expect(try tool("feeds", "list").output.contains("r/espresso"))
    #expect(try tool("today", "--no-fetch").code == 0)
  }

  @Test func initNeverTouchesWhatIsThere() throws {
    let folder = try TemporaryFolder()
    try folder.write("# mine\n", to: "profile.yaml")
    let tool = Tool(in: folder)
    #expect(try tool("init").output.hasPrefix("Made feeds.opml in "))
    let again = try tool("init")
    #expect(again.messages.hasSuffix(" is a workspace already; nothing was changed\n"))
    #expect(again.code == 0)
    #expect(try folder.text("profile.yaml") == "# mine\n")
  }

  @Test func isFoundUpwardsByOptionAndByEnvironment() throws {
    let demo = try TemporaryFolder.demo()
    let other = try TemporaryFolder()
    let arguments = ["feeds", "list", "--json"]
    let expected = try Tool(in: demo).run(arguments).output
    #expect(expected.contains("samples/reddit-espresso.xml"))
    #expect(try Tool(in: demo, at: "samples").run(arguments).output == expected)
    #expect(
      try Tool(in: other).run(arguments + ["--workspace", demo.path]).output == expected)
    #expect(
      try Tool(in: other, environment: ["MINGLE_WORKSPACE": demo.path]).run(arguments).output
        == expected)
  }

  @Test func isFoundUnderTheXDGFolders() throws {
    let home = try TemporaryFolder()
    try home.write("keywords:\n  a: 1\n", to: "settings/mingle/profile.yaml")
    try home.write("<opml><body/></opml>", to: "settings/mingle/feeds.opml")
    let elsewhere = try TemporaryFolder()
    let tool = Tool(
      in: elsewhere,
      environment: [
        "XDG_CONFIG_HOME": home.url.appending(path: "settings").path,
        "XDG_DATA_HOME": home.url.appending(path: "data").path,
      ])
    #expect(try tool("today").code == 0)
    #expect(
      FileManager.default.fileExists(
        atPath: home.url.appending(path: "data/mingle/mingle.db").path))
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path) == [])
  }

  @Test(arguments: ["today", "feeds list", "init", "init sub", "profile check"])
  func aDeletedFolderIsTold(command: String) throws {
    let tool = Tool(in: try TemporaryFolder())
    let outcome = try tool.shell("mkdir gone; cd gone; rmdir ../gone; mingle \(command)")
    #expect(
      outcome.messages
        == "mingle: the current folder is not there any more; go to another one, or name a "
        + "workspace with --workspace\n")
    #expect(outcome.code == 2)
  }

  @Test func withoutOneSaysHowToMakeOne() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool(in: folder)("today")
    #expect(outcome.code == 2)
    #expect(outcome.messages.hasPrefix("mingle: there is no workspace here: no folder from "))
    #expect(outcome.messages.hasSuffix("make one with: mingle init\n"))
    let named = try Tool(in: folder)("today", "--workspace", "nowhere")
    #expect(
      named.messages
        == "mingle: nowhere: there is no such folder; make a workspace there with: "
        + "mingle init nowhere\n")
    #expect(named.code == 2)
  }
}

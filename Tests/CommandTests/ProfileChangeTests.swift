import Foundation
import Support
import Testing

/// `mingle profile set`, `remove` and `never`.
@Suite struct ProfileChangeTests {
  private static let profile = """
    business: Test
    keywords:   # ours
      lever machine: 5   # nobody knows them better
      tea: 1
    never: [nespresso]

    """

  private static func workspace() throws -> (folder: TemporaryFolder, tool: Tool) {
    let folder = try TemporaryFolder.workspace(feeds: [], profile: profile)
    return (folder, Tool(in: folder))
  }

  @Test func aChangeIsShownAsADiffAndWritten() throws {
    let (folder, tool) = try Self.workspace()
    let set = try tool("profile", "set", "Lever Machine", "2.5")
    #expect(
      set.output == """
        --- profile.yaml
        +++ profile.yaml
        @@ -1,5 +1,5 @@
         business: Test
         keywords:   # ours
        -  lever machine: 5   # nobody knows them better
        +  lever machine: 2.5   # nobody knows them better
           tea: 1
         never: [nespresso]

        """)
    #expect(set.messages == "")
    #expect(set.code == 0)
    #expect(
      try folder.text("profile.yaml")
        == Self.profile.replacingOccurrences(of: "machine: 5", with: "machine: 2.5"))
    let never = try tool("profile", "never", "give away", "=hiring")
    #expect(
      never.output == """
        --- profile.yaml
        +++ profile.yaml
        @@ -2,4 +2,4 @@
         keywords:   # ours
           lever machine: 2.5   # nobody knows them better
           tea: 1
        -never: [nespresso]
        +never: [nespresso, give away, =hiring]

        """)
    let removed = try tool("profile", "remove", "tea", "nespresso")
    #expect(
      removed.output == """
        --- profile.yaml
        +++ profile.yaml
        @@ -1,5 +1,4 @@
         business: Test
         keywords:   # ours
           lever machine: 2.5   # nobody knows them better
        -  tea: 1
        -never: [nespresso, give away, =hiring]
        +never: [give away, =hiring]

        """)
    #expect(
      try tool("profile", "check").output
        == "profile.yaml: no mistakes; 1 keyword, 2 nevers, 0 communities\n")
  }

  @Test(arguments: ["lever machines", "Lever-Machine", "levers machine"])
  func theSameWordsInAnotherFormAreToldOf(expression: String) throws {
    let (_, tool) = try Self.workspace()
    let message =
      "“\(expression)” looks for the same words as “lever machine” in line 3, and both count"
    let set = ["profile", "set", expression, "3"]
    let trial = try tool.run(set + ["--dry-run", "--json"])
    #expect(trial.messages == "")
    #expect(trial.output.contains(message))
    let outcome = try tool.run(set)
    #expect(
      outcome.messages == """
        profile.yaml:5:3: warning: \(message). Keep one of them.
            \(expression): 3
            ^

        """)
    #expect(outcome.code == 0)
  }

  @Test func otherWordsInOtherWaysAreNoTwins() throws {
    let (_, tool) = try Self.workspace()
    for expression in ["=lever machine", "title:(lever machine)", "machine lever", "lever"] {
      #expect(try tool("profile", "set", expression, "3").messages == "", "\(expression)")
    }
    // A new weight is none either.
    #expect(try tool("profile", "set", "LEVER machine", "3").messages == "")
  }

  @Test func whatIsRemovedTwiceIsRemovedOnce() throws {
    let (folder, tool) = try Self.workspace()
    #expect(try tool("profile", "remove", "tea", "Tea").code == 0)
    #expect(try !folder.text("profile.yaml").contains("tea"))
  }

  @Test func farChangesAreHunksOfTheirOwn() throws {
    let folder = try TemporaryFolder.demo()
    let outcome = try Tool(in: folder)("profile", "remove", "gasket", "crypto", "--dry-run")
    #expect(
      outcome.output == """
        --- profile.yaml
        +++ profile.yaml
        @@ -18,7 +18,6 @@
           manual lever: 4
           lever group: 4
           pressure profile: 3
        -  gasket: 2                   # mild by itself: cars have gaskets as well
         
           # Repairing in general.
           rebuild: 3
        @@ -59,7 +58,6 @@
           - capsule
           - giveaway
           - =hiring                   # "We're hiring", but not somebody who hires out a machine
        -  - crypto
         
         # How much we trust a room: 1 is the usual, above it lifts a conversation, below it lowers it.
         communities:

        """)
  }

  /// The diff is one that `patch` could apply, also where a file has no line end.
  @Test func aMissingLineEndIsToldInTheDiff() throws {
    let folder = try TemporaryFolder.workspace(feeds: [], profile: "keywords:\r\n  tea: 1")
    let tool = Tool(in: folder)
    #expect(
      try tool("profile", "set", "mate", "2").output == """
        --- profile.yaml
        +++ profile.yaml
        @@ -1,2 +1,3 @@
         keywords:
        -  tea: 1
        \\ No newline at end of file
        +  tea: 1
        +  mate: 2
        \\ No newline at end of file

        """)
    #expect(try folder.text("profile.yaml") == "keywords:\r\n  tea: 1\r\n  mate: 2")
  }

  @Test func aDryRunWritesNothing() throws {
    let (folder, tool) = try Self.workspace()
    let trial = try tool("profile", "set", "mate", "2", "--dry-run", "--json")
    #expect(try folder.text("profile.yaml") == Self.profile)
    #expect(
      trial.output == #"""
        {
          "changed" : true,
          "diff" : "--- profile.yaml\n+++ profile.yaml\n@@ -2,4 +2,5 @@\n keywords:   # ours\n   lever machine: 5   # nobody knows them better\n   tea: 1\n+  mate: 2\n never: [nespresso]\n",
          "path" : "profile.yaml",
          "warnings" : [

          ],
          "written" : false
        }

        """#)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/.mingle"))
  }

  @Test func whatIsThereAlreadyIsNoChange() throws {
    let (folder, tool) = try Self.workspace()
    let file = folder.url.appending(path: "profile.yaml")
    let written = try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber]
    for command in [["set", "TEA", "1.0"], ["never", "Nespresso"]] {
      let outcome = try tool.run(["profile"] + command)
      #expect(outcome.output == "profile.yaml: nothing to change\n")
      #expect(outcome.code == 0)
    }
    let after = try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber]
    #expect(written as? Int == after as? Int)
  }

  @Test(arguments: [
    (
      ["remove", "tea", "lever machin"],
      """
      profile.yaml: “lever machin” is neither a keyword nor under “never”. \
      Did you mean “lever machine”?
      """
    ),
    (
      ["remove", "tea", "lever machine"],
      """
      profile.yaml:4: “tea” is the last keyword, and a profile needs one. \
      Set another one first: mingle profile set EXPRESSION WEIGHT.
      """
    ),
    (
      ["set", "a AND (b", "3"],
      """
      the expression: this “(” is never closed. Add a “)” after what belongs together.
        a AND (b
              ^
      """
    ),
    (
      ["never", "mate", "tea"],
      """
      profile.yaml:4:3: “tea” is a keyword. \
      Remove it there first: mingle profile remove EXPRESSION.
          tea: 1
          ^
      """
    ),
    (
      ["set", "nespresso", "3"],
      """
      profile.yaml:5:9: “nespresso” is under “never”. \
      Remove it there first: mingle profile remove EXPRESSION.
        never: [nespresso]
                ^
      """
    ),
    (
      ["set", "mate", "6"],
      """
      the weight: “mate” needs a weight from 1 (mild) to 5 (our thing), not 6. \
      Write a number in that range.
      """
    ),
    (["set", "mate", "2", "--profile", "none.yaml"], "there is no profile none.yaml"),
  ])
  func whatCannotBeDoneIsToldAndNothingWritten(command: [String], message: String) throws {
    let (folder, tool) = try Self.workspace()
    let outcome = try tool.run(["profile"] + command)
    #expect(outcome.messages == "mingle: \(message)\n")
    #expect(outcome.output == "")
    #expect(outcome.code == 2)
    #expect(try folder.text("profile.yaml") == Self.profile)
  }

  @Test func aProfileWithMistakesIsNotChanged() throws {
    let folder = try TemporaryFolder.workspace(feeds: [], profile: "keywords:\n  tea: 9\n")
    let outcome = try Tool(in: folder)("profile", "set", "tea", "5")
    #expect(
      outcome.messages == """
        mingle: profile.yaml:2:8: “tea” needs a weight from 1 (mild) to 5 (our thing), not 9. \
        Write a number in that range.
            tea: 9
                 ^

        """)
    #expect(outcome.code == 2)
    #expect(try folder.text("profile.yaml") == "keywords:\n  tea: 9\n")
  }

  @Test func aWriteProtectedProfileIsLeftAlone() throws {
    let (folder, tool) = try Self.workspace()
    let path = folder.path + "profile.yaml"
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let outcome = try tool("profile", "set", "mate", "2")
    #expect(
      outcome.messages == "mingle: cannot write profile.yaml: it is write-protected; "
        + "give yourself the right to write it\n")
    #expect(outcome.code == 3)
    #expect(try folder.text("profile.yaml") == Self.profile)
    #expect(try tool("profile", "set", "mate", "2", "--dry-run").code == 0)
  }

  /// Kept in a folder of dotfiles, most likely.
  @Test func aLinkedProfileStaysALink() throws {
    let (folder, tool) = try Self.workspace()
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder.path + "real", withIntermediateDirectories: false)
    try manager.moveItem(
      atPath: folder.path + "profile.yaml", toPath: folder.path + "real/p.yaml")
    try manager.createSymbolicLink(
      atPath: folder.path + "profile.yaml", withDestinationPath: "real/p.yaml")
    #expect(try tool("profile", "remove", "tea").code == 0)
    #expect(
      try manager.destinationOfSymbolicLink(atPath: folder.path + "profile.yaml") == "real/p.yaml")
    #expect(try !folder.text("real/p.yaml").contains("tea"))
  }

  @Test func anotherProfileIsChanged() throws {
    let (folder, tool) = try Self.workspace()
    try folder.write("", to: "drafts/new.yaml")
    let outcome = try tool(
      "profile", "set", "title:(first setup)", "2", "--profile", "drafts/new.yaml")
    #expect(
      outcome.output == """
        --- drafts/new.yaml
        +++ drafts/new.yaml
        @@ -0,0 +1,2 @@
        +keywords:
        +  title:(first setup): 2

        """)
    #expect(try folder.text("profile.yaml") == Self.profile)
  }

  @Test func changesAtTheSameTimeAreAllKept() throws {
    let (folder, tool) = try Self.workspace()
    let outcome = try tool.shell("seq 8 | xargs -P 8 -I N mingle profile set 'word N' 2")
    #expect(outcome.messages == "")
    #expect(outcome.code == 0)
    let lines = try folder.text("profile.yaml").components(separatedBy: "\n")
    #expect(Set(lines.filter { $0.hasPrefix("  word") }) == Set((1...8).map { "  word \($0): 2" }))
  }

  /// Whoever can write a profile can write what acts on a terminal into a comment.
  @Test func theDiffActsOnNoTerminal() throws {
    let folder = try TemporaryFolder.workspace(
      feeds: [], profile: "# \u{202E}\u{FEFF}\nkeywords:\n  tea: 1 # \u{2066}\n")
    let outcome = try Tool(in: folder, environment: ["CLICOLOR_FORCE": "1"])(
      "profile", "set", "tea", "2")
    #expect(
      outcome.output == """
        \u{1B}[2m--- profile.yaml\u{1B}[0m
        \u{1B}[2m+++ profile.yaml\u{1B}[0m
        \u{1B}[36m@@ -1,3 +1,3 @@\u{1B}[0m
         #\u{20}
         keywords:
        \u{1B}[31m-  tea: 1 #\u{20}\u{1B}[0m
        \u{1B}[32m+  tea: 2 #\u{20}\u{1B}[0m

        """)
  }
}

import Foundation
import Support
import Testing

/// `mingle profile edit`, with editors that need no person.
@Suite struct ProfileEditTests {
  private static let profile = "business: Test\nkeywords:\n  tea: 1\n"

  private static func workspace(
    profile: String = profile, _ environment: [String: String]
  ) throws -> (folder: TemporaryFolder, tool: Tool) {
    let folder = try TemporaryFolder.workspace(feeds: [], profile: profile)
    try folder.write("sed \"$1\" \"$2\" >new && cat new >\"$2\"\n", to: "edit.sh")
    return (folder, Tool(in: folder, environment: environment))
  }

  @Test(arguments: [
    ["EDITOR": "sh edit.sh s/tea/mate/"],
    ["EDITOR": "false", "VISUAL": "sh edit.sh s/tea/mate/"],
    ["EDITOR": "sh edit.sh s/tea/mate/", "VISUAL": " "],
  ])
  func theEditorIsRunOnTheProfile(environment: [String: String]) throws {
    let (folder, tool) = try Self.workspace(environment)
    let outcome = try tool("profile", "edit")
    #expect(
      outcome.output == "profile.yaml: no mistakes; 1 keyword, 0 nevers, 0 communities\n")
    #expect(outcome.messages == "")
    #expect(outcome.code == 0)
    #expect(try folder.text("profile.yaml").contains("mate: 1"))
  }

  @Test func mistakesAreToldAndLeftWhereNobodyCanBeAsked() throws {
    let (folder, tool) = try Self.workspace(["EDITOR": "sh edit.sh s/1/9/"])
    let outcome = try tool("profile", "edit")
    #expect(
      outcome.messages == """
        profile.yaml:3:8: “tea” needs a weight from 1 (mild) to 5 (our thing), not 9. \
        Write a number in that range.
            tea: 9
                 ^

        """)
    #expect(outcome.output == "profile.yaml: 1 mistake to mend\n")
    #expect(outcome.code == 2)
    #expect(try folder.text("profile.yaml").contains("tea: 9"))
  }

  @Test(arguments: [
    ("vim", "+3 FILE"), ("nano", "+3 FILE"), ("code", "--goto FILE:3"), ("hx", "FILE:3"),
    ("unknown", "FILE"),
  ])
  func theFirstWrongLineIsOpened(editor: String, arguments: String) throws {
    let (folder, tool) = try Self.workspace(
      profile: "business: Test\nkeywords:\n  tea: 9\n", ["EDITOR": "'./bin dir/\(editor)' -x"])
    let script = try folder.write("#!/bin/sh\necho \"$@\" >arguments\n", to: "bin dir/\(editor)")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
    #expect(try tool("profile", "edit").code == 2)
    let file = folder.url.appending(path: "profile.yaml").resolvingSymlinksInPath().path
    let written = try folder.text("arguments").replacingOccurrences(of: file, with: "FILE")
    #expect(written == "-x \(arguments)\n")
  }

  @Test(
    arguments: [
      (
        "nonesuch --wait", 2,
        "there is no editor “nonesuch --wait”; say which in $VISUAL or $EDITOR, like "
          + "EDITOR=nano mingle profile edit"
      ),
      ("false", 1, "the editor “false” failed with code 1"),
      ("kill -9 $$ #", 1, "the editor “kill -9 $$ #” failed with code 137"),
    ] as [(String, Int32, String)])
  func anEditorThatIsNoneIsTold(editor: String, code: Int32, message: String) throws {
    let (folder, tool) = try Self.workspace(["EDITOR": editor])
    let outcome = try tool("profile", "edit")
    #expect(outcome.messages.hasSuffix("mingle: \(message)\n"))
    #expect(outcome.output == "")
    #expect(outcome.code == code)
    #expect(try folder.text("profile.yaml") == Self.profile)
  }

  @Test func withoutAProfileThereIsNothingToEdit() throws {
    let (folder, tool) = try Self.workspace(["EDITOR": "touch touched;"])
    try FileManager.default.removeItem(at: folder.url.appending(path: "profile.yaml"))
    let outcome = try tool("profile", "edit", "--workspace", ".")
    #expect(
      outcome.messages
        == "mingle: there is no profile profile.yaml; make one with: mingle init \(folder.url.resolvingSymlinksInPath().path)\n"
    )
    #expect(outcome.code == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "touched"))
  }

  /// On a terminal, which `script` is, the person is asked, and the editor opened once more.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/script")))
  func onATerminalItCanBeMendedAtOnce() throws {
    // The first time it makes a mistake, the second time it mends it.
    let editor = "sh edit.sh 's/9/5/;s/1/9/'"
    let (folder, tool) = try Self.workspace(["EDITOR": editor])
    #if os(Linux)
      let outcome = try tool.shell("(echo; echo y) | script -qec 'mingle profile edit' /dev/null")
      #expect(outcome.output.contains("1 (mild) to 5 (our thing), not 9"))
      #expect(outcome.output.contains("edit again? [Y/n]"))
      #expect(outcome.output.contains("profile.yaml: no mistakes"))
      #expect(outcome.code == 0)
      #expect(try folder.text("profile.yaml").contains("tea: 5"))
    #endif
  }
}

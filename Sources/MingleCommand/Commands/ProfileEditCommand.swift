internal import ArgumentParser
internal import Conversations
internal import Foundation
internal import Mingle

struct ProfileEditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Open the profile in your editor, and check it afterwards.",
    discussion: """
      Examples:
        mingle profile edit
        EDITOR="code --wait" mingle profile edit

      The editor is $VISUAL, else $EDITOR, else vi. If there are mistakes, it can be opened again at
      the first one.
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var file: ProfileOption

  func run() async throws {
    let workspace = try place.locate()
    let url = try file.profile.map(Workspace.url(of:)) ?? workspace.profile
    let editor = Editor(environment: ProcessInfo.processInfo.environment)
    // Its mistakes are what the editor is opened for; that it is there and readable must be sure.
    var check = try workspace.checkProfile(at: file.profile)
    repeat {
      let mistake = check.diagnostics.first { $0.severity == .error }
      try editor.open(url, line: mistake?.line)
      check = try workspace.checkProfile(at: file.profile)
      for diagnostic in check.diagnostics { Output.complain(diagnostic.withCaret, prefix: "") }
    } while check.hasErrors && Self.wantsAgain()
    try Output.line(check.description)
    if check.hasErrors { throw CommandFailure(code: 2, message: "") }
  }

  /// Asks the person whether to open the editor again; no where there is nobody to ask.
  private static func wantsAgain() -> Bool {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return false }
    Output.ask("edit again? [Y/n] ")
    guard let answer = readLine() else { return false }
    return !answer.lowercased().hasPrefix("n")
  }
}

internal import ArgumentParser
internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle

struct ProfileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Look after the profile, the file that says what is relevant.",
    subcommands: [
      Check.self, ProfileSetCommand.self, ProfileRemoveCommand.self, ProfileNeverCommand.self,
      ProfileEditCommand.self,
    ])

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Tell every mistake of the profile, with its line and what to do.",
      discussion: """
        Examples:
          mingle profile check
          mingle profile check --profile draft.yaml --json
        """)

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var output: JSONOption

    @OptionGroup var file: ProfileOption

    func run() async throws {
      let workspace = try place.locate()
      let check = try workspace.checkProfile(at: file.profile)
      if output.json {
        try Output.data(json(ProfileCheckDocument(check)))
      } else {
        for diagnostic in check.diagnostics { Output.complain(diagnostic.withCaret, prefix: "") }
        try Output.line(check.description)
      }
      if check.hasErrors { throw CommandFailure(code: 2, message: "") }
    }
  }
}

/// The option of every command that works on the profile.
struct ProfileOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Another profile than the workspace's.", valueName: "file"))
  var profile: String?
}

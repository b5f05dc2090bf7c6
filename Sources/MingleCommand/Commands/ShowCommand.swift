internal import ArgumentParser
internal import Exporting
internal import Foundation
internal import Mingle

struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one conversation: every post of it, and why it is relevant.",
    discussion: """
      Examples:
        mingle show 3f7k          by the start of its id, as `mingle today` shows it
        mingle show 3f7k --json   for a program
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: JSONOption

  @Argument(help: ArgumentHelp("The conversation's id or address.", valueName: "id"))
  var id: String

  func run() async throws {
    let workspace = try OpenWorkspace(place.locate(), now: Date(), mode: .reading)
    let listed = try await workspace.conversation(id, profile: workspace.profile())
    if output.json {
      try Output.data(json(ConversationDocument(listed, withPosts: true)))
    } else {
      try ConversationPage(listed, at: workspace.now, profile: workspace.profileName).lines
        .forEach(Output.line)
    }
  }
}

internal import ArgumentParser
internal import Conversations
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
        mingle show 3f7k --on 2026-03-14   as it stood at the end of that day
        mingle show 3f7k --json   for a program
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: JSONOption

  @Option(
    name: .long,
    help: ArgumentHelp("The day at whose end it is told; now if none.", valueName: "date"))
  var on: String?

  @Argument(help: ArgumentHelp("The conversation's id or address.", valueName: "id"))
  var id: String

  func run() async throws {
    let now = Date()
    let moment = try TimeWindow(since: "all", on: on, now: now, calendar: .current).until
    let workspace = try OpenWorkspace(place.locate(), now: now, mode: .reading)
    let (listed, acts) = try await workspace.conversation(
      id, profile: workspace.profile(), at: moment)
    if output.json {
      try Output.data(json(ConversationDocument(listed, withPosts: true, acts: acts)))
    } else {
      try ConversationPage(listed, acts, at: moment, profile: workspace.profileName).lines
        .forEach(Output.line)
      if let card = try workspace.card(of: listed.conversation.community) {
        try RoomCardBrief(card).lines.forEach(Output.line)
      }
    }
  }
}

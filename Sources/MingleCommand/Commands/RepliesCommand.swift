internal import ArgumentParser
internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle
internal import Profiles

struct RepliesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replies",
    abstract: "List the conversations you joined in which somebody answered since.",
    discussion: """
      Examples:
        mingle replies
        mingle replies --since 7d --all     also what was read or answered
        mingle replies --by Sam             in what Sam joined

      An answer counts as read when you do something about its conversation (mingle join, or mingle
      note), or when one of the authors under “us” in the profile writes there.
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: JSONOption

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How far back: 24h, 7d, 2w, a day as 2026-03-14, or all.", valueName: "time"))
  var since = "all"

  @Option(
    name: .long,
    help: ArgumentHelp("The day at whose end the time ends; now if none.", valueName: "date"))
  var on: String?

  @Option(name: .long, help: ArgumentHelp("Only what this person joined.", valueName: "name"))
  var by: String?

  @Flag(name: .long, help: "Also answers that were read or answered.")
  var all = false

  func run() async throws {
    let now = Date()
    let window = try TimeWindow(since: since, on: on, now: now, calendar: .current)
    let workspace = try OpenWorkspace(place.locate(), now: now, mode: .reading)
    let request = RepliesRequest(window: window, person: by, includesRead: all)
    let answered = try await workspace.replies(request, us: workspace.profile().us)
    if output.json {
      try Output.data(
        json(
          RepliesDocument(
            generatedAt: now, window: WindowDocument(window),
            replies: answered.map(AnsweredConversationDocument.init))))
    } else {
      try RepliesPage(answered, at: window.until).lines.forEach(Output.line)
    }
  }
}

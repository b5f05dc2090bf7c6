internal import ArgumentParser
internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle

struct ProfileSuggestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Propose lines for the profile, from what you joined, saved and skipped.",
    discussion: """
      Examples:
        mingle profile suggest                 with the evidence for each
        mingle profile suggest --limit 3 --json

      Words and phrases that tell the joined and saved conversations from the rest become keywords,
      those that only skipped ones have become “never” lines; weights change where decisions clearly
      say so. The gain is what a suggestion adds to the average precision (0 to 1) of your later
      decisions, which it was not made from.
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: JSONOption

  @Option(
    name: .long,
    help: ArgumentHelp("How far back: 90d, 2w, a day as 2026-03-14, or all.", valueName: "time"))
  var since = "90d"

  @Option(
    name: .long,
    help: ArgumentHelp("The day at whose end the time ends; now if none.", valueName: "date"))
  var on: String?

  @Option(name: .long, help: ArgumentHelp("The most suggestions.", valueName: "n"))
  var limit = 10

  func validate() throws {
    guard limit >= 1 else { throw ValidationError("--limit must be 1 or more, not \(limit).") }
  }

  func run() async throws {
    let now = Date()
    let window = try TimeWindow(since: since, on: on, now: now, calendar: .current)
    let workspace = try OpenWorkspace(place.locate(), now: now, mode: .looking)
    let profile = try workspace.profile()
    let suggestions = try await workspace.suggestions(for: profile, in: window, limit: limit)
    if output.json {
      try Output.data(json(SuggestionsDocument(suggestions, of: profile)))
    } else {
      try SuggestionsPage(suggestions, of: profile).lines.forEach(Output.line)
    }
  }
}

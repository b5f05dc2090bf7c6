internal import ArgumentParser
internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle
internal import Ranking

struct ProfileSuggestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Propose lines for the profile, from what you joined, saved and skipped.",
    discussion: """
      Examples:
        mingle profile suggest                 with the evidence for each
        mingle profile suggest --limit 3 --json
        mingle profile suggest --apply         write those that lose nothing, and show the diff
        mingle profile suggest --apply --all --dry-run

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

  @Flag(name: .long, help: "Write the suggestions into the profile, but those with a loss.")
  var apply = false

  @Flag(name: .long, help: "With --apply: also those with a loss.")
  var all = false

  @Flag(name: .long, help: "With --apply: show what would change, and write nothing.")
  var dryRun = false

  func validate() throws {
    guard apply || (!all && !dryRun) else {
      throw ValidationError("--all and --dry-run go with --apply.")
    }

    guard limit >= 1 else { throw ValidationError("--limit must be 1 or more, not \(limit).") }
  }

  func run() async throws {
    let now = Date()
    let window = try TimeWindow(since: since, on: on, now: now, calendar: .current)
    let workspace = try OpenWorkspace(place.locate(), now: now, mode: .looking)
    let profile = try workspace.profile()
    let suggestions = try await workspace.suggestions(for: profile, in: window, limit: limit)
    var change: ProfileChange?
    if apply {
      let edits = suggestions.all.filter { all || $0.gain ?? 0 >= 0 }.map(\.edit)
      change = try await workspace.workspace.editProfile(by: edits, isTrial: dryRun)
    }
    if output.json {
      let applied = change.map { ProfileChangeDocument($0, isTrial: dryRun) }
      return try Output.data(json(SuggestionsDocument(suggestions, of: profile, applied: applied)))
    }
    try SuggestionsPage(suggestions, of: profile).lines.forEach(Output.line)
    if let change {
      for warning in change.warnings { Output.complain(warning.withCaret, prefix: "") }
      try Output.line("")
      try ProfileChangePage(change).lines.forEach(Output.line)
    }
  }
}

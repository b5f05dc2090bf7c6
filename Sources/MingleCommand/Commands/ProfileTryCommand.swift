internal import ArgumentParser
internal import Exporting
internal import Foundation
internal import Mingle

struct ProfileTryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Tell what an edit of the profile does to the conversations of the last 30 days.",
    discussion: """
      Examples:
        mingle profile try                   profile.yaml against the one that today used last
        mingle profile try draft.yaml        draft.yaml against profile.yaml
        mingle profile try --since 7d --on 2026-03-14 --json

      Nothing is stored or changed. Precision is measured on what you joined, saved and skipped in
      that time, by what stands in the profiles, without what was learned from these decisions.
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var time: TrialTimeOptions
  @OptionGroup var output: JSONOption

  @Option(
    name: .long,
    help: ArgumentHelp("The most conversations to tell of each kind.", valueName: "n"))
  var limit = 5

  @Argument(
    help: ArgumentHelp("A profile to try in the place of profile.yaml.", valueName: "draft"))
  var draft: String?

  func validate() throws {
    guard limit >= 1 else { throw ValidationError("--limit must be 1 or more, not \(limit).") }
  }

  func run() async throws {
    let now = Date()
    let window = try time.window(now: now)
    let workspace = try OpenWorkspace(place.locate(), now: now, mode: .looking)
    let trial = try await workspace.tryProfile(draft: draft, in: window)
    if output.json {
      try Output.data(json(TrialDocument(trial)))
    } else {
      try TrialPage(trial, limit: limit, now: now).lines.forEach(Output.line)
    }
  }
}

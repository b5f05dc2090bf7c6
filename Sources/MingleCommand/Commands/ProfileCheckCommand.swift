internal import ArgumentParser
internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle

struct ProfileCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell every mistake of the profile, with its line and what to do.",
    discussion: """
      Examples:
        mingle profile check
        mingle profile check --on 2026-03-14             as it stood at the end of that day
        mingle profile check --profile draft.yaml --json
        mingle profile check --no-store                  the file alone

      Where conversations are stored, keywords are tried on those of the last 30 days: warnings tell
      which match nothing, too much, the same as another, or mostly what “never” hides.
      Warnings do not change the exit code.
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var time: TrialTimeOptions
  @OptionGroup var output: JSONOption

  @OptionGroup var file: ProfileOption

  @Flag(name: .long, help: "Check the file alone, not what is stored.")
  var noStore = false

  func run() async throws {
    let now = Date()
    let window = try time.window(now: now)
    let check = try await check(place.locate(), window, now: now)
    if output.json {
      try Output.data(json(ProfileCheckDocument(check)))
    } else {
      for diagnostic in check.diagnostics { Output.complain(diagnostic.withCaret, prefix: "") }
      try Output.line(check.description)
      if let trial = check.trial { try Output.line(told(trial)) }
    }
    if check.hasErrors { throw CommandFailure(code: 2, message: "") }
  }

  private func check(
    _ workspace: Workspace, _ window: TimeWindow, now: Date
  ) async throws -> ProfileCheck {
    let check = try workspace.checkProfile(at: file.profile)
    // A file with mistakes is never tried; where nothing is stored it is checked by itself.
    guard !noStore, !check.hasErrors, workspace.hasDatabase else { return check }
    return try await OpenWorkspace(workspace, now: now, mode: .looking)
      .checkProfile(at: file.profile, against: window)
  }

  private func told(_ trial: ProfileCheck.Trial) -> String {
    let what = "\(conversations(trial.conversations)), \(described(trial.window))"
    return trial.isTelling
      ? "tried on \(what)"
      : "not tried on what is stored: only \(what); look elsewhere with --since or --on"
  }
}

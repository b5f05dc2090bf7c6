internal import ArgumentParser
internal import Conversations
internal import Foundation
internal import Mingle

struct ProfileCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Look after the profile, the file that says what is relevant.",
    subcommands: [
      ProfileCheckCommand.self, ProfileStatsCommand.self, ProfileTryCommand.self,
      ProfileSuggestCommand.self, ProfileSetCommand.self, ProfileRemoveCommand.self,
      ProfileNeverCommand.self, ProfileEditCommand.self,
    ])
}

/// The time whose conversations a profile is tried on.
struct TrialTimeOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "How far back: 30d, 2w, a day as 2026-03-14, or all.", valueName: "time"))
  var since = "30d"

  @Option(
    name: .long,
    help: ArgumentHelp("The day at whose end the time ends; now if none.", valueName: "date"))
  var on: String?

  func window(now: Date) throws -> TimeWindow {
    try TimeWindow(since: since, on: on, now: now, calendar: .current)
  }
}

/// The option of every command that works on the profile.
struct ProfileOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Another profile than the workspace's.", valueName: "file"))
  var profile: String?
}

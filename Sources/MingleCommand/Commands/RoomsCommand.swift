internal import ArgumentParser
internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle

struct RoomsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rooms",
    abstract: "List the rooms: what is said there, and when you were last there.",
    discussion: """
      Examples:
        mingle rooms                       relevant in the last 30 days
        mingle rooms --since 7d --on 2026-03-14 --json
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var time: TrialTimeOptions
  @OptionGroup var output: JSONOption
  @OptionGroup var tried: ProfileOption

  func run() async throws {
    let now = Date()
    let window = try time.window(now: now)
    let workspace = try OpenWorkspace(place.locate(), now: now, mode: .looking)
    let profile = try workspace.profile(at: tried.profile)
    let (rooms, problems) = try await workspace.rooms(in: window, profile: profile)
    for problem in problems { Output.complain(problem.description, prefix: "") }
    if output.json {
      try Output.data(json(RoomsDocument(rooms, in: window)))
    } else {
      try RoomsPage(rooms, in: window).lines.forEach(Output.line)
    }
    if problems.contains(where: { $0.severity == .error }) { throw CommandFailure.partly }
  }
}

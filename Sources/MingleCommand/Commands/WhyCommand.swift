internal import ArgumentParser
internal import Exporting
internal import Foundation
internal import Mingle
internal import Profiles

struct WhyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Tell a conversation's score part by part, and what of the profile is missing.",
    discussion: """
      Examples:
        mingle why 3f7k
        mingle why 3f7k --on 2026-03-14 --json
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: JSONOption

  @Argument(help: ArgumentHelp("The conversation's id or address.", valueName: "id"))
  var name: String

  func validate() throws { try selection.check() }

  func run() async throws {
    try await explain(name, place, selection, output) { ExplanationPage($0, profile: $1).why }
  }
}

struct WhyNotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why-not",
    abstract: "Tell why a conversation is not in the list, and what would have to change.",
    discussion: """
      Examples:
        mingle why-not https://www.reddit.com/r/espresso/comments/zzdemo13/
        mingle why-not 3f7k --since 7d
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: JSONOption

  @Argument(help: ArgumentHelp("The conversation's address or id.", valueName: "url"))
  var name: String

  func validate() throws { try selection.check() }

  func run() async throws {
    try await explain(name, place, selection, output) { ExplanationPage($0, profile: $1).whyNot }
  }
}

private func explain(
  _ name: String, _ place: WorkspaceOptions, _ selection: SelectionOptions, _ output: JSONOption,
  lines: (Explanation, String) -> [String]
) async throws {
  let now = Date()
  let window = try selection.window(now: now)
  let workspace = try OpenWorkspace(place.locate(), now: now, mode: .reading)
  let profile = try workspace.profile(at: selection.profile)
  let explanation = try await workspace.explain(
    name, in: selection.request(window), profile: profile)
  if output.json {
    try Output.data(json(ExplanationDocument(explanation)))
  } else {
    try lines(explanation, profile.path).forEach(Output.line)
  }
}

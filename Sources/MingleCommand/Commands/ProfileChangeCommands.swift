internal import ArgumentParser
internal import Conversations
internal import Exporting
internal import Mingle
internal import Profiles

struct ProfileSetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Give a keyword its weight; a new one is added.",
    discussion: """
      Examples:
        mingle profile set "lever machine" 5
        mingle profile set "=Robot" 2.5 --dry-run
        mingle profile set 'title:(first setup)' 2

      Prints what changed as a diff. Comments, order and quotes of the rest stay as they are.
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var options: ProfileChangeOptions

  @Argument(help: ArgumentHelp("The keyword, as in the profile.", valueName: "expression"))
  var expression: String

  @Argument(help: "From 1 (mild) to 5 (our thing).")
  var weight: Double

  func run() async throws {
    try await options.make([.set(expression, weight: weight)], in: place.locate())
  }
}

struct ProfileRemoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take expressions off the keywords, or off what is never shown.",
    discussion: """
      Examples:
        mingle profile remove espresso
        mingle profile remove nespresso "=hiring" --dry-run

      A line goes with the comment behind it. All are removed, or none.
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var options: ProfileChangeOptions

  @Argument(help: ArgumentHelp("The expressions, as in the profile.", valueName: "expression"))
  var expressions: [String]

  func run() async throws {
    // Named twice is meant once.
    var once: [String] = []
    for expression in expressions where !once.contains(where: { isSame($0, expression) }) {
      once.append(expression)
    }
    try await options.make(once.map { .remove($0) }, in: place.locate())
  }
}

struct ProfileNeverCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "never",
    abstract: "Never show conversations with these expressions.",
    discussion: """
      Examples:
        mingle profile never nespresso giveaway
        mingle profile never "=hiring" --json
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var options: ProfileChangeOptions

  @Argument(help: ArgumentHelp("What hides a conversation.", valueName: "expression"))
  var expressions: [String]

  func run() async throws {
    try await options.make(expressions.map { .never($0) }, in: place.locate())
  }
}

/// The options of every command that changes the profile.
struct ProfileChangeOptions: ParsableArguments {
  @OptionGroup var file: ProfileOption
  @OptionGroup var output: JSONOption

  @Flag(name: .long, help: "Show what would change, and write nothing.")
  var dryRun = false

  /// Makes the edits and prints what changed.
  func make(_ edits: [ProfileEdit], in workspace: Workspace) async throws {
    let change = try await workspace.editProfile(at: file.profile, by: edits, isTrial: dryRun)
    if output.json {
      return try Output.data(json(ProfileChangeDocument(change, isTrial: dryRun)))
    }
    for warning in change.warnings { Output.complain(warning.withCaret, prefix: "") }
    try ProfileChangePage(change).lines.forEach(Output.line)
  }
}

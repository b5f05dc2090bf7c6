internal import ArgumentParser
internal import Exporting
internal import Foundation
internal import Mingle

struct UndoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back what the last command did to conversations; again for the one before.",
    discussion: """
      Examples:
        mingle undo
        mingle undo --by Sam     what Sam did last
        mingle undo --list       what there is to take back

      Nothing is deleted: `mingle history` tells also what was taken back.
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: JSONOption

  @Option(name: .long, help: ArgumentHelp("Only what this person did.", valueName: "name"))
  var by: String?

  @Flag(name: .long, help: "Only tell what was done last, like: mingle history")
  var list = false

  func run() async throws {
    let now = Date()
    let workspace = try OpenWorkspace(
      place.locate(), now: now, mode: list ? .reading : .writing)
    let lines =
      try await list
      ? workspace.history(of: nil, by: by, most: HistoryCommand.most) : workspace.undo(by: by)
    if output.json {
      try Output.data(json(HistoryDocument(lines, at: now)))
    } else {
      let page = HistoryPage(lines, at: now, by: by)
      try (list ? page.lines : page.undone).forEach(Output.line)
    }
    guard !lines.isEmpty || list else {
      throw WorldFailure("there is nothing to undo\(by.map { " of what \($0) did" } ?? "")")
    }
  }
}

struct HistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "List what the team did, the latest first.",
    discussion: """
      Examples:
        mingle history
        mingle history 3f7k             of one conversation
        mingle history --by Sam --json  for a program
      """)

  static let most = 20

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: JSONOption

  @Option(name: .long, help: ArgumentHelp("Only what this person did.", valueName: "name"))
  var by: String?

  @Option(name: .long, help: ArgumentHelp("The most to list.", valueName: "n"))
  var limit = HistoryCommand.most

  @Argument(help: ArgumentHelp("A conversation's id or address; all if none.", valueName: "id"))
  var id: String?

  func validate() throws {
    guard limit >= 1 else { throw ValidationError("--limit must be 1 or more, not \(limit).") }
  }

  func run() async throws {
    let workspace = try OpenWorkspace(place.locate(), now: Date(), mode: .reading)
    let lines = try await workspace.history(of: id, by: by, most: limit)
    if output.json {
      try Output.data(json(HistoryDocument(lines, at: workspace.now)))
    } else {
      try HistoryPage(lines, at: workspace.now, by: by).lines.forEach(Output.line)
    }
  }
}

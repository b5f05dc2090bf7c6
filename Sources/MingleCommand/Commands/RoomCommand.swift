internal import ArgumentParser
internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle
internal import Profiles

struct RoomCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "room",
    abstract: "Show a room and the team's card of it, or write on the card.",
    discussion: """
      Examples:
        mingle room r/espresso
        mingle room r/espresso --rule "no self-promotion"
        mingle room r/espresso --note "the Friday thread is for small questions" --by Sam
        mingle room r/espresso --edit

      A card is a markdown file in the folder rooms of the workspace, to be read and edited by hand too:
      its first heading names the room, and what stands under “## Rules” and “## Notes” is told. The
      editor is $VISUAL, else $EDITOR, else vi.
      """)

  @OptionGroup var place: WorkspaceOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How far back it is looked at: 90d, 2w, a day as 2026-03-14, or all.", valueName: "time"))
  var since = "90d"

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day at whose end the time ends, and of a note; now if none.", valueName: "date"))
  var on: String?

  @Option(name: .long, help: ArgumentHelp("Add a note to the card.", valueName: "text"))
  var note: [String] = []

  @Option(name: .long, help: ArgumentHelp("Add a rule of the room to the card.", valueName: "text"))
  var rule: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Whose note it is; else “me” in settings.yaml, else $USER.", valueName: "name"))
  var by: String?

  @Flag(name: .long, help: "Open the card in your editor.")
  var edit = false

  @OptionGroup var output: JSONOption
  @OptionGroup var tried: ProfileOption

  @Argument(help: ArgumentHelp("The room, as listings call it.", valueName: "name"))
  var name: String

  func validate() throws {
    guard !edit || (note.isEmpty && rule.isEmpty && !output.json) else {
      throw ValidationError("--edit stands alone.")
    }
    guard by == nil || !note.isEmpty else { throw ValidationError("--by goes with --note.") }
    guard (note + rule).allSatisfy({ !$0.allSatisfy(\.isWhitespace) }) else {
      throw ValidationError("Say what to write: a note or a rule is not empty.")
    }
  }

  func run() async throws {
    let now = Date()
    if edit || !note.isEmpty || !rule.isEmpty {
      let workspace = try OpenWorkspace(place.locate(), now: now, mode: .looking)
      let room = try await workspace.roomName(name)
      return edit ? try await self.edit(room, workspace) : try await write(room, workspace)
    }
    let window = try TimeWindow(since: since, on: on, now: now, calendar: .current)
    let workspace = try OpenWorkspace(place.locate(), now: now, mode: .looking)
    let profile = try workspace.profile(at: tried.profile)
    let (room, problems) = try await workspace.room(name, in: window, profile: profile)
    for problem in problems { Output.complain(problem.description, prefix: "") }
    if output.json {
      try Output.data(json(RoomDocument(room)))
    } else {
      try RoomPage(room, profile: profile.path).lines.forEach(Output.line)
    }
    if !problems.isEmpty { throw CommandFailure.partly }
  }

  private func write(_ room: String, _ workspace: OpenWorkspace) async throws {
    let date = try Moments(now: workspace.now, calendar: .current).done(on: on)
    let person = workspace.person(by)
    let notes = note.map { RoomCard.note($0, by: person, at: date) }
    let change = try await workspace.workspace.addToCard(of: room, rules: rule, notes: notes)
    if output.json {
      try Output.data(json(RoomCardChangeDocument(change, room: room)))
    } else {
      try DiffPage(change.diff).lines.forEach(Output.line)
    }
  }

  private func edit(_ room: String, _ workspace: OpenWorkspace) async throws {
    let (file, path, isNew) = try await workspace.workspace.cardToEdit(of: room)
    let editor = Editor(environment: ProcessInfo.processInfo.environment)
    do {
      try editor.open(file)
    } catch {
      if isNew { _ = try workspace.workspace.removeIfBlank(file, of: room) }
      throw error
    }
    if isNew, try workspace.workspace.removeIfBlank(file, of: room) {
      return Output.complain("nothing was written on it, so there is no card", prefix: "")
    }
    let cards = try workspace.workspace.roomCards()
    guard let card = cards.card(of: room), card.path == path else {
      var problems = cards.problems.filter { $0.path == path }
      if problems.isEmpty {
        problems = [
          Diagnostic(
            path: path, line: 1, message: "its first heading does not say \(room) any more",
            remedy: "Start it with the line “# \(room)”.")
        ]
      }
      for number in problems.indices { problems[number].severity = .error }
      throw DiagnosticsFailure(problems)
    }
    try Output.line(
      "\(path.safe): \(counted(card.rules.count, "rule")), \(counted(card.notes.count, "note"))")
  }
}

internal import ArgumentParser
internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle

struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the shortlist, or today's conversations, to hand on.",
    discussion: """
      Examples:
        mingle export                             what was saved, as markdown
        mingle export --today -o shortlist.md     today's list, into a file
        mingle export --format html -o list.html  a page to send; csv for a spreadsheet, atom for a
                                                  feed reader, json for a program
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: JSONOption

  @Flag(name: .long, help: "Today's conversations instead of the saved ones (reads no feed).")
  var today = false

  @Option(
    name: .long,
    help: "The format: \(exportFormats.map(\.name).joined(separator: ", ")).")
  var format: String?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file; standard output if none, or if it is -.", valueName: "file"))
  var file: String?

  func validate() throws { try selection.check() }

  func run() async throws {
    let name = format ?? (output.json ? "json" : "markdown")
    guard let format = exportFormats.first(where: { $0.name == name }) else {
      let names = exportFormats.map(\.name).joined(separator: ", ")
      throw UsageFailure("--format \(name): there is no such format; there are \(names)")
    }
    let now = Date()
    let window = try selection.window(now: now)
    let workspace = try OpenWorkspace(place.locate(), now: now, mode: .reading)
    let profile = try workspace.profile(at: selection.profile)
    let listing =
      today
      ? try await workspace.today(selection.request(window), profile: profile)
      : try await workspace.shortlist(profile: profile, at: window.until)
    let text = try format.text(of: listing)
    guard let file, file != "-" else {
      try Output.data(Data(text.utf8))
      return
    }
    try UserFile.replace(try Workspace.url(of: file), with: Array(text.utf8))
    let count = listing.conversations.count
    Output.complain(
      "wrote \(count) \(count == 1 ? "conversation" : "conversations") to \(file)", prefix: "")
  }
}

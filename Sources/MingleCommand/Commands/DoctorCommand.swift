internal import ArgumentParser
internal import Exporting
internal import Foundation
internal import Mingle

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Examine the database, the profile, the settings and the feed list.",
    discussion: """
      Examples:
        mingle doctor              what is well and what is not, in plain words
        mingle doctor --json       the same for a program
        mingle doctor --recover    save what can be read of a damaged database into a new file

      Nothing that is there is changed. Exit codes: 0 all is well, or what could be read was saved;
      2 a file of yours has a mistake; 3 the database is damaged or cannot be read.
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: JSONOption

  @Flag(name: .long, help: "Save what can be read of a damaged database into a new file beside it.")
  var recover = false

  func run() async throws {
    let workspace = try place.locate()
    let checkup = await workspace.checkUp()
    // One that is sound is not worth a copy, and one of a newer version is for that version.
    let isRecovering = recover && checkup.database.state == .damaged
    let recovery = isRecovering ? try await workspace.recoverDatabase() : nil
    if output.json {
      try Output.data(json(CheckupDocument(checkup, recovery)))
    } else {
      let page = CheckupPage(checkup, database: workspace.database.path, isAskedToRecover: recover)
      try page.lines.forEach(Output.line)
      if let recovery { try page.lines(of: recovery).forEach(Output.line) }
    }
    if isRecovering, recovery == nil {
      Output.complain("nothing could be read of \(checkup.database.path): no file was made")
    }
    if !checkup.isDatabaseWell, recovery == nil { throw CommandFailure(code: 3, message: "") }
    if !checkup.files.allSatisfy(\.isWell) { throw CommandFailure(code: 2, message: "") }
  }
}

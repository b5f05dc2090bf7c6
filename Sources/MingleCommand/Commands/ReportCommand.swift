internal import ArgumentParser
internal import Exporting
internal import Foundation
internal import Mingle
internal import Profiles

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Check in: what you joined, what came of it, and what is worth changing.",
    discussion: """
      Examples:
        mingle report                              the last 30 days
        mingle report --since 90d --by Sam         what one person did
        mingle report --on 2026-03-14 --json       as it stood at the end of that day
        mingle report --format markdown -o checkin.md

      An answer is a reply of somebody else after a join. How often you may speak of yourselves is an
      old rule of thumb of forums: one time in ten. A feed is silent if nothing came for 14 days and
      for five times as long as usual. Feeds are told as they are now; with --by they, the keywords
      and the rooms that you only listen to are left out.
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var time: TrialTimeOptions
  @OptionGroup var output: JSONOption

  @Option(name: .long, help: ArgumentHelp("Only what one person did.", valueName: "name"))
  var by: String?

  @Option(name: .long, help: "The format: text, markdown or json.")
  var format: Format?

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file; standard output if none, or if it is -.", valueName: "file"))
  var file: String?

  @OptionGroup var tried: ProfileOption

  /// What a report can be written as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, json
  }

  func validate() throws {
    guard !output.json || format == nil || format == .json else {
      throw ValidationError("--json and --format \(format?.rawValue ?? "") are two formats.")
    }
  }

  func run() async throws {
    let now = Date()
    let window = try time.window(now: now)
    let workspace = try OpenWorkspace(place.locate(), now: now, mode: .looking)
    let profile = try workspace.profile(at: tried.profile)
    let report = try await workspace.report(on: window, by: by, profile: profile)
    let bytes = try bytes(of: report)
    guard let file, file != "-" else { return try Output.data(bytes) }
    try UserFile.replace(try Workspace.url(of: file), with: Array(bytes))
    Output.complain("wrote the report to \(file)", prefix: "")
  }

  private func bytes(of report: Report) throws -> Data {
    if output.json { return try json(ReportDocument(report)) }
    let lines: [String]
    switch format ?? .text {
    case .json: return try json(ReportDocument(report))
    case .markdown: lines = ReportPage(report, bars: Bars(isPlain: false)).markdown
    case .text:
      let bars = Bars(environment: ProcessInfo.processInfo.environment)
      lines = ReportPage(report, bars: bars).text(
        isStyled: (file ?? "-") == "-" && Output.isColored)
    }
    return Data(lines.map { $0 + "\n" }.joined().utf8)
  }
}

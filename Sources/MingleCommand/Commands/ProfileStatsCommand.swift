internal import ArgumentParser
internal import Exporting
internal import Foundation
internal import Mingle
internal import Ranking

struct ProfileStatsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count what each line of the profile found, hid, lifted and lowered.",
    discussion: """
      Examples:
        mingle profile stats                     of the last 30 days
        mingle profile stats --sort joins        what you took part in, first
        mingle profile stats --since 7d --on 2026-03-14 --json

      “share” is the part of the points of all relevant conversations that the keyword brings.
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var time: TrialTimeOptions
  @OptionGroup var output: JSONOption

  @Option(name: .long, help: "The order of the keywords: file, matches, joins or share.")
  var sort = ProfileUseOrder.file

  @OptionGroup var file: ProfileOption

  func run() async throws {
    let now = Date()
    let window = try time.window(now: now)
    let workspace = try OpenWorkspace(place.locate(), now: now, mode: .looking)
    let profile = try workspace.profile(at: file.profile)
    var use = try await workspace.use(of: profile, in: window)
    sort.sort(&use.keywords)
    if output.json {
      try Output.data(json(ProfileUseDocument(use, of: profile, in: window)))
    } else {
      try ProfileUsePage(use, of: profile, in: window).lines.forEach(Output.line)
    }
  }
}

/// The order in which keywords are counted up.
enum ProfileUseOrder: String, CaseIterable, ExpressibleByArgument {
  case file, matches, joins, share

  /// Sorts keywords that stand in the order of the file; equal ones stay in it.
  func sort(_ keywords: inout [ProfileUse.KeywordUse]) {
    let value: (ProfileUse.KeywordUse) -> Double
    switch self {
    case .file: return
    case .matches: value = { Double($0.matches) }
    case .joins: value = { Double($0.joined) }
    case .share: value = { $0.share }
    }
    keywords = keywords.enumerated()
      .sorted { left, right in
        let (one, two) = (value(left.element), value(right.element))
        return one != two ? one > two : left.offset < right.offset
      }
      .map(\.element)
  }
}

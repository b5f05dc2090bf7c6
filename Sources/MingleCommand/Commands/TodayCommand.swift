internal import ArgumentParser
internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle
internal import Storage

struct TodayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "today",
    abstract: "List the relevant conversations of the last day, best first, and why.",
    discussion: """
      Examples:
        mingle today                          what is worth joining today
        mingle today --since 7d --limit 50    of the last week
        mingle today --on 2026-03-14          as it stood at the end of that day
        mingle today --community r/espresso   in one room
        mingle today --no-fetch --json        from what is stored, for a program

      Feeds that are due are read first; --no-fetch leaves them alone.
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var output: JSONOption

  @Flag(name: .long, help: "Do not read any feed; use what is stored.")
  var noFetch = false

  func validate() throws { try selection.check() }

  func run() async throws {
    try await Interruption.heeded { try await list() }
  }

  private func list() async throws {
    let now = Date()
    let window = try selection.window(now: now)
    let workspace = try OpenWorkspace(place.locate(), now: now, mode: .reading)
    let file = try workspace.profileFile(at: selection.profile)
    let profile = file.profile
    var isPartial = false
    if !noFetch && !workspace.isReadOnly {
      isPartial = try await readFeeds(of: workspace)
    } else if !noFetch {
      Output.complain("no feed was read: \(workspace.databaseName) cannot be written")
      isPartial = true
    }
    let listing = try await workspace.today(selection.request(window), profile: profile)
    if output.json {
      try Output.data(Data(JSON().text(of: listing).utf8))
    } else {
      try ListingPage(listing, isByRelevance: selection.sort == .relevance)
        .lines.forEach(Output.line)
    }
    // Another profile is only tried; the workspace's own is the one in use.
    do {
      if selection.profile == nil { try await workspace.rememberUse(of: file) }
    } catch StorageFailure.full {
      // What was listed is right all the same.
      Output.complain("the disk is full: that this profile was used is not kept")
      isPartial = true
    }
    if isPartial { throw CommandFailure.partly }
  }

  /// Reads what is due; returns whether something of it failed. A full disk keeps nobody from what is
  /// stored already.
  private func readFeeds(of workspace: OpenWorkspace) async throws -> Bool {
    do {
      let summary = try await refresh(
        workspace, RefreshRequest(isHurried: true), isQuiet: output.json)
      if summary.isStopped { throw CancellationError() }
      return summary.isPartial
    } catch let failure as StorageFailure {
      guard case .full = failure else { throw failure }
      Output.complain(failure.description)
      return true
    }
  }
}

/// Which conversations are listed, and in which order.
struct SelectionOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "How far back: 24h, 7d, 2w, a day as 2026-03-14, or all.", valueName: "time"))
  var since = "24h"

  @Option(
    name: .long,
    help: ArgumentHelp("The day at whose end the time ends; now if none.", valueName: "date"))
  var on: String?

  @Option(name: .long, help: ArgumentHelp("The most conversations to list.", valueName: "n"))
  var limit = 20

  @Option(name: .long, help: ArgumentHelp("The least score, 0 to 100.", valueName: "n"))
  var minScore: Double = 0

  @Option(name: .long, help: "The order: opportunity (the score), relevance or newest.")
  var sort = TodayRequest.Order.opportunity

  @Option(name: .long, help: ArgumentHelp("Only this community.", valueName: "name"))
  var community: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Another profile than the workspace's.", valueName: "file"))
  var profile: String?

  @Flag(name: .long, help: "Also those that the team joined, skipped or snoozed.")
  var all = false

  /// Throws for values that no selection can have.
  func check() throws {
    guard limit >= 1 else { throw ValidationError("--limit must be 1 or more, not \(limit).") }
    guard (0...100).contains(minScore) else {
      throw ValidationError("--min-score must be from 0 to 100.")
    }
  }

  func window(now: Date) throws -> TimeWindow {
    try TimeWindow(since: since, on: on, now: now, calendar: .current)
  }

  func request(_ window: TimeWindow) -> TodayRequest {
    TodayRequest(
      window: window, limit: limit, minimumScore: minScore, order: sort, community: community,
      includesDecided: all)
  }
}

extension TodayRequest.Order: ExpressibleByArgument {}

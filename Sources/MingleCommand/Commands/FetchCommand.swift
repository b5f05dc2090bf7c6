internal import ArgumentParser
internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle
internal import Storage

struct FetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Read every feed that is due, once.",
    discussion: """
      Examples:
        mingle fetch                              what is due
        mingle fetch --force                      also what is still fresh
        mingle fetch --wait                       also what a closed host holds up
        mingle fetch --feed samples/reddit.xml    one feed of the list
        mingle fetch --feed URL --fresh           all of it, as if for the first time

      A feed that fails costs the others nothing; `mingle feeds list` tells what is wrong with it.
      Ctrl-C stops within a second and keeps what is done; the next run goes on from there.
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: JSONOption

  @Flag(
    name: .long,
    help: "Also read feeds that are still fresh; a host that closed stays closed all the same.")
  var force = false

  @Option(name: .long, help: ArgumentHelp("Only this feed, as listed.", valueName: "url"))
  var feed: String?

  @Flag(
    name: .long,
    help: "Wait for hosts that asked to be left alone, each up to an hour; else up to 5 seconds.")
  var wait = false

  @Flag(
    name: .long,
    help: """
      Ask as if for the first time, where a server keeps saying "not modified"; only with --feed.
      """)
  var fresh = false

  func validate() throws {
    guard !fresh || feed != nil else {
      throw ValidationError(
        "--fresh reads one feed anew, and none was named. Name it: mingle fetch --fresh --feed URL")
    }
  }

  func run() async throws {
    try await Interruption.heeded { try await fetch() }
  }

  private func fetch() async throws {
    let workspace = try OpenWorkspace(place.locate(), now: Date(), mode: .writing)
    let summary = try await refresh(
      workspace,
      RefreshRequest(isForced: force, feed: feed, isFresh: fresh, isWaiting: wait),
      isQuiet: output.json)
    if output.json {
      try Output.data(json(summary))
    } else if !summary.isElsewhere {
      try Output.line(summary.description)
    }
    if summary.isStopped { throw CancellationError() }
    if summary.isPartial { throw CommandFailure.partly }
  }
}

/// Refreshes with progress on a terminal, and says what is wrong with the list and which hosts are
/// closed.
func refresh(
  _ workspace: OpenWorkspace, _ request: RefreshRequest, isQuiet: Bool
) async throws -> RefreshSummary {
  let summary: RefreshSummary
  do {
    summary = try await workspace.refresh(request) { ProgressLine.show($0, isQuiet: isQuiet) }
  } catch let failure as StorageFailure {
    // What was stored before the disk or the database failed stays.
    if !Task.isCancelled, let progress = ProgressLine.latest, progress.done > 0 {
      Output.complain("stopped after \(progress.done) of \(progress.total) feeds")
    }
    throw failure
  }
  ProgressLine.wipe()
  if summary.isElsewhere {
    let process = workspace.reader.map { " (pid \($0))" } ?? ""
    Output.complain("another fetch is running\(process); this one used what is stored")
  }
  for problem in summary.problems { Output.complain(problem.description, prefix: "") }
  for failure in summary.failures.prefix(5) {
    Output.complain("\(failure.feed): \(failure.problem)")
  }
  if summary.backingOff > 0, summary.failures.isEmpty {
    let feeds = summary.backingOff == 1 ? "feed" : "feeds"
    Output.complain("\(summary.backingOff) \(feeds) failed the last time: mingle feeds list")
  }
  let more = summary.failures.count - 5
  if more > 0 {
    Output.complain("\(more) more \(more == 1 ? "feed" : "feeds") failed: mingle feeds list")
  }
  tell(summary.waitingFor, at: workspace.now)
  return summary
}

/// Says until when hosts want to be left alone: whoever reads by force would else ask why nothing came.
private func tell(_ hosts: [RefreshSummary.ClosedHost], at now: Date) {
  let words = FeedWords(at: now, calendar: .current)
  for host in hosts.prefix(5) { Output.complain(words.closed(host)) }
  let more = hosts.count - 5
  if more > 0 {
    let hosts = more == 1 ? "host" : "hosts"
    Output.complain("\(more) more \(hosts) asked to be left alone: mingle feeds list")
  }
}

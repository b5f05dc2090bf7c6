import Foundation
import Support
import Testing

/// A fetch that is told to stop: what is done is kept, and it says so.
@Suite struct InterruptionTests {
  /// Three feeds that answer and two that never do, one after another.
  private let server: LoopbackServer
  private let folder: TemporaryFolder
  private let tool: Tool

  init() throws {
    server = try LoopbackServer(routes: [
      "/1": .reply(.feed(leverFeed)), "/2": .reply(.feed(leverFeed)),
      "/3": .reply(.feed(leverFeed)), "/4": .silence, "/5": .silence,
    ])
    let server = server
    folder = try TemporaryFolder.workspace(feeds: (1...5).map { server.address("/\($0)") })
    try folder.write("connections: 1\n", to: "settings.yaml")
    tool = Tool(in: folder)
  }

  /// Starts a command and returns once the fourth feed is being asked for.
  private func startedAndStuck(_ arguments: String...) throws -> RunningTool {
    let run = try tool.start(arguments)
    try wait(while: run) { server.requests("/4").isEmpty }
    return run
  }

  private func wait(while run: RunningTool, _ isToWait: () -> Bool) throws {
    while run.isRunning, isToWait() { Thread.sleep(forTimeInterval: 0.005) }
    try #require(run.isRunning)
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func aStoppedFetchKeepsWhatIsDone(signal: Int32, code: Int32) throws {
    let run = try startedAndStuck("fetch")
    run.signal(signal)
    let outcome = try run.finish()
    #expect(outcome.output == "3 feeds: 3 read; 3 new posts\n")
    #expect(outcome.messages == "mingle: stopped after 3 of 5 feeds\n")
    #expect(outcome.code == code)
    let feeds = try Feeds(tool("feeds", "list", "--json").output).feeds
    #expect(feeds.map(\.entries) == [1, 1, 1, 0, 0])
    #expect(feeds.map(\.error) == ["", "", "", "", ""])
    #expect(server.requests.count == 4)
  }

  @Test func aStoppedTodayListsNothing() throws {
    let run = try startedAndStuck("today")
    run.signal(SIGINT)
    let outcome = try run.finish()
    #expect(outcome.output == "")
    #expect(outcome.messages == "mingle: stopped after 3 of 5 feeds\n")
    #expect(outcome.code == 130)
  }

  @Test func asJSONItIsToldTo() throws {
    let run = try startedAndStuck("fetch", "--json")
    run.signal(SIGINT)
    let outcome = try run.finish()
    #expect(outcome.output.contains("\"is_stopped\" : true"))
    #expect(outcome.output.contains("\"read\" : 3"))
    #expect(outcome.code == 130)
  }

  /// The terminal that it was started in may be closed.
  @Test func aHangupDoesNotStopIt() throws {
    server.route(
      "/4",
      .reply(
        Reply(body: Array(leverFeed.utf8), delivery: .drip(bytes: 60, pause: .milliseconds(50)))))
    server.route("/5", .reply(.feed(leverFeed)))
    let run = try startedAndStuck("fetch")
    run.signal(SIGHUP)
    let outcome = try run.finish()
    #expect(outcome.output == "5 feeds: 5 read; 5 new posts\n")
    #expect(outcome.code == 0)
  }

  /// Most of a round's time may be waiting until a host opens again.
  @Test func aFetchThatWaitsForAHostStops() throws {
    server.route("/4", .reply(.status(429, ("Retry-After", "4"))))
    let run = try startedAndStuck("fetch")
    run.signal(SIGINT)
    let outcome = try run.finish()
    #expect(outcome.messages.contains("mingle: stopped after "))
    #expect(outcome.code == 130)
    #expect(server.requests("/5").isEmpty)
  }
}

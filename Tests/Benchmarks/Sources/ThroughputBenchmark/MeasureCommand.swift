import ArgumentParser
import Foundation
import Measuring

/// Measures everything in one go.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measure everything, and print a table.",
    discussion: """
      Examples:
        throughput                                  10,000 feeds, with 0 and 50 ms of latency
        throughput --feeds 1000 --latencies 0 --runs 1
        throughput --smallest 80 --largest 240      feeds that are 20 to 60 KB when compressed
      """)

  @Option(help: "How many feeds.")
  var feeds = 10_000

  @Option(help: "How many feeds share an address.")
  var perHost = 10

  @Option(help: "The size of the smallest feed, in KB before it is compressed.")
  var smallest = 20

  @Option(help: "The size of the largest.")
  var largest = 60

  @Option(parsing: .upToNextOption, help: "How long each answer waits, in milliseconds.")
  var latencies = [0, 50]

  @Option(help: "How many requests may be open at once.")
  var connections = 64

  @Option(help: "How often each program does it; the fastest counts.")
  var runs = 3

  @Option(help: "The same seed makes the same feeds.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The built mingle.", valueName: "path"))
  var mingle = Checkout.release

  @Option(
    help: ArgumentHelp(
      "The real posts whose sentences are used; where they are absent, words are invented.",
      valueName: "dir"))
  var folder = Checkout.shared("ranking")

  @Option(
    help: ArgumentHelp("Keep the feeds here, and take those that are there.", valueName: "dir"))
  var keep: String?

  func validate() throws {
    guard runs >= 1, feeds >= 1, perHost >= 1, smallest >= 1, largest >= smallest,
      (1...300).contains(connections)
    else { throw ValidationError("A number is out of its range.") }
  }

  func run() throws {
    let scratch = try Scratch()
    let place = keep.map { URL(filePath: $0) } ?? scratch.url
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let own = Bundle.main.executablePath ?? CommandLine.arguments[0]
    let pack = FeedPack(place)
    if !pack.exists {
      _ = try Run.program(
        own,
        [
          "generate", place.path, "--feeds", "\(feeds)", "--smallest", "\(smallest)", "--largest",
          "\(largest)", "--seed", "\(seed)", "--posts", folder,
        ]
      ).succeeded("generate")
    }
    let sizes = try pack.sizes().prefix(feeds)
    print(
      """
      \(sizes.count) feeds on \((sizes.count + perHost - 1) / perHost) addresses, \
      \(sizes.reduce(0, +) / 1_000_000) MB compressed, \(connections) requests at once

      | latency | what | who | feeds a second | wall | CPU | peak memory | sockets | open at most |
      |---|---|---|---|---|---|---|---|---|
      """)
    for latency in latencies {
      let server = try Server(place, own: own, latency: latency)
      let trial = Trial(
        server: server, feeds: sizes.count, perHost: perHost, connections: connections,
        mingle: mingle, scratch: scratch.url, latency: latency)
      for row in try trial.measure(runs: runs) { print(row.line) }
    }
  }
}

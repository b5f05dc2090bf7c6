import ArgumentParser
import Foundation

/// The server, in a process of its own so that its time and memory are nobody else's.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve generated feeds, and print the port.")

  @Argument(help: "The folder of the feeds.")
  var folder: String

  @Option(help: "How long each answer waits, in milliseconds.")
  var latency = 0

  func run() throws { try FeedPack(URL(filePath: folder)).serve(latency: latency) }
}

/// Makes the feeds, in a process of its own because the one that measures must stay small.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write feeds like real ones, compressed.")

  @Argument(help: "The folder to write to.")
  var folder: String

  @Option(help: "How many.")
  var feeds = 10_000

  @Option(help: "The smallest, in KB before it is compressed.")
  var smallest = 20

  @Option(help: "The largest.")
  var largest = 60

  @Option(help: "The same seed makes the same feeds.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Where the real posts are.", valueName: "dir"))
  var posts: String

  func run() throws {
    try FeedPack(URL(filePath: folder)).write(
      count: feeds, sizes: smallest * 1000...largest * 1000, posts: URL(filePath: posts), seed: seed
    )
  }
}

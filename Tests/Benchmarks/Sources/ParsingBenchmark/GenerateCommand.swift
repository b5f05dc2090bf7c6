import ArgumentParser
import Foundation
import Measuring

/// Makes a feed. It is a process of its own because the one that measures must stay small.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Write a feed like real ones, of as many MB as are wanted.")

  @Argument(help: "rss or atom.")
  var format: FeedKind

  @Argument(help: "Its size in MB.")
  var size: Int

  @Argument(help: "The file to write.")
  var output: String

  @Option(help: "The same seed makes the same feed.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("Where the real posts are.", valueName: "dir"))
  var folder = Checkout.shared("ranking")

  func run() throws {
    var random = Random(seed: seed)
    let corpus = try Corpus(URL(filePath: folder), random: &random)
    var writer = FeedWriter(kind: format, texts: TextMaker(corpus: corpus, random: random))
    try writer.feed(bytes: size * 1_000_000).write(to: URL(filePath: output))
  }
}

extension FeedKind: ExpressibleByArgument {}

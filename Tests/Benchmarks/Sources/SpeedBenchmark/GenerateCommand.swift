import ArgumentParser
import Foundation
import Measuring

/// Makes the posts, as feed files of each day and as one file of texts, and the keywords.
///
/// It runs in a process of its own, so that what it holds in memory is not counted with what is
/// measured (see `Run`).
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Make the posts and keywords that are measured with.",
    shouldDisplay: false)

  @Option var posts: Int
  @Option var seed: UInt64
  /// How many profiles of each size are needed beside the usual one.
  @Option var sets: Int
  @Option(parsing: .upToNextOption) var sizes: [Int]
  @Option var folder: String
  @Option var output: String

  func run() throws {
    var random = Random(seed: seed)
    let corpus = try Corpus(URL(filePath: folder), random: &random)
    let output = URL(filePath: output)
    var choice = Keywords.Choice(corpus, random: &random)
    var keywords: [Int: Keywords] = [:]
    for size in sizes.sorted() { keywords[size] = choice.keywords(size, sets: sets) }
    try JSONEncoder().encode(keywords).write(to: output.appending(path: "keywords.json"))
    var generator = Generator(corpus: corpus, random: random, posts: posts, end: Date())
    try generator.write(to: output)
  }
}

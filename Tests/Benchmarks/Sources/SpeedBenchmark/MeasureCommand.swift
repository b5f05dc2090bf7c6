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
        speed                                   100,000 posts
        speed --posts 1000000 --runs 3          needs 3 GB of disk for a while
        speed --no-peers --sizes 20             only mingle
      """)

  @Option(help: "How many posts there are.")
  var posts = 100_000

  @Option(parsing: .upToNextOption, help: "How many keywords the profiles have.")
  var sizes = [20, 200]

  @Option(help: "How often each thing is done.")
  var runs = 5

  @Option(help: "The same seed makes the same posts and keywords.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The built mingle.", valueName: "path"))
  var mingle = Checkout.release

  @Option(
    help: ArgumentHelp(
      "The real posts whose words are used; where they are absent, words are invented.",
      valueName: "dir"))
  var folder = Checkout.shared("ranking")

  @Option(help: ArgumentHelp("Write the figures to this file as JSON.", valueName: "file"))
  var json: String?

  @Option(help: ArgumentHelp("Keep posts and databases here.", valueName: "dir"))
  var keep: String?

  @Flag(inversion: .prefixedNo, help: "Measure SQLite's FTS5, grep and ripgrep too.")
  var peers = true

  func validate() throws {
    guard runs >= 1, posts >= 1, sizes.allSatisfy({ $0 >= 20 && $0 % 20 == 0 }) else {
      throw ValidationError("--runs and --posts must be 1 or more, --sizes multiples of 20.")
    }
  }

  func run() throws {
    let scratch = try Scratch()
    let folder = keep.map { URL(filePath: $0) } ?? scratch.url
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let own = Bundle.main.executablePath ?? CommandLine.arguments[0]
    let generate =
      ["generate", "--posts", "\(posts)", "--seed", "\(seed)", "--sets", "\(2 * runs)"]
      + ["--folder", self.folder, "--output", folder.path, "--sizes"] + sizes.map(String.init)
    _ = try Run.program(own, generate).succeeded("generate")
    let keywords = try JSONDecoder().decode(
      [Int: Keywords].self, from: Data(contentsOf: folder.appending(path: "keywords.json")))

    let texts = folder.appending(path: "texts")
    var report = Report(posts: posts, text: size(of: texts))
    let trial = Trial(
      workspace: Workspace(folder.appending(path: "workspace"), tool: mingle), posts: posts,
      runs: runs)
    try trial.fetch(folder.appending(path: "days"), &report)
    for size in sizes {
      if let keywords = keywords[size] { try trial.rank(keywords, &report) }
    }
    if peers {
      try Peers(own: own, folder: folder, texts: texts, runs: runs)
        .measure(sizes.compactMap { keywords[$0]?.usual }, &report)
    }
    print(report.table)
    guard let json else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(report).write(to: URL(filePath: json))
  }
}

/// How many bytes a file has, or all files in a folder.
func size(of url: URL) -> Int {
  let inside = try? FileManager.default.subpathsOfDirectory(atPath: url.path)
  return ([""] + (inside ?? [])).reduce(0) { sum, name in
    let path = name.isEmpty ? url.path : url.path + "/" + name
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular else { return sum }
    return sum + (attributes?[.size] as? Int ?? 0)
  }
}

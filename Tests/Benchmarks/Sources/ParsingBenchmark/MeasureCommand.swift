import ArgumentParser
import Foundation
import Measuring

/// Measures everything in one go.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measure everything, and print tables.",
    discussion: """
      Examples:
        parsing                                 RSS and Atom of 1, 10 and 100 MB, and real feeds
        parsing --sizes 10 --formats rss --no-peers
        parsing --no-generated                  the folder of real feeds alone
        parsing hostile                         documents that attack whoever reads them
      """)

  @Option(parsing: .upToNextOption, help: "The sizes of the generated documents, in MB.")
  var sizes = [1, 10, 100]

  @Option(parsing: .upToNextOption, help: "The formats of the generated documents.")
  var formats = FeedKind.allCases

  @Option(help: "How often each program reads each document, when it takes less than 4 seconds.")
  var runs = 7

  @Option(help: "The same seed makes the same documents.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The built mingle.", valueName: "path"))
  var mingle = Checkout.release

  @Option(help: ArgumentHelp("The Python that has the other readers.", valueName: "path"))
  var python = Checkout.peers

  @Option(
    help: ArgumentHelp(
      "The real posts whose sentences are used; where they are absent, words are invented.",
      valueName: "dir"))
  var folder = Checkout.shared("ranking")

  @Option(help: ArgumentHelp("The folder of small real feeds.", valueName: "dir"))
  var feeds = Checkout.shared("real-feeds")

  @Option(help: ArgumentHelp("Write the figures to this file as JSON.", valueName: "file"))
  var json: String?

  @Option(
    help: ArgumentHelp(
      "Keep the documents here, and take those that are there.", valueName: "dir"))
  var keep: String?

  @Flag(inversion: .prefixedNo, help: "Measure other readers too.")
  var peers = true

  @Flag(inversion: .prefixedNo, help: "Measure generated documents.")
  var generated = true

  @Flag(inversion: .prefixedNo, help: "Measure the folder of real feeds.")
  var real = true

  func validate() throws {
    guard runs >= 1, sizes.allSatisfy({ (1...1000).contains($0) }) else {
      throw ValidationError("--runs must be 1 or more, --sizes from 1 to 1000.")
    }
  }

  func run() throws {
    let scratch = try Scratch()
    let folder = keep.map { URL(filePath: $0) } ?? scratch.url
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let own = Bundle.main.executablePath ?? CommandLine.arguments[0]
    let contestants = Contestant.all(own: own, mingle: mingle, python: python, peers: peers)
    var rows: [Row] = []
    func measure(_ trial: Trial) throws {
      let measured = try trial.measure(contestants)
      print(measured.table)
      rows += measured
    }
    for size in generated ? sizes : [] {
      for format in formats {
        let file = folder.appending(path: "\(format.rawValue)-\(size)-\(seed).xml")
        if !FileManager.default.fileExists(atPath: file.path) {
          let words = ["generate", format.rawValue, "\(size)", file.path]
          _ = try Run.program(own, words + ["--seed", "\(seed)", "--folder", self.folder])
            .succeeded("generate")
        }
        try measure(Trial(name: format.name, files: [file.path], runs: runs))
      }
    }
    if real { try Trial.real(feeds, runs: runs).map(measure) }
    guard let json else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try encoder.encode(rows).write(to: URL(filePath: json))
  }
}

extension Trial {
  /// All feeds of a folder at once; nil, with a message, if it is absent.
  static func real(_ folder: String, runs: Int) throws -> Trial? {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      say("there are no real feeds in \(folder); they are left out")
      return nil
    }
    let files = names.filter { !$0.hasSuffix(".md") && !$0.hasSuffix(".tsv") }.sorted()
    return Trial(
      name: "\(files.count) real feeds", files: files.map { "\(folder)/\($0)" }, runs: runs)
  }
}

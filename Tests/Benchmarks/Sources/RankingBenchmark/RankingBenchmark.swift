import ArgumentParser
import Foundation
import Measuring

@main struct RankingBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ranking",
    abstract: "Measure how well the built mingle ranks real posts for invented businesses.",
    discussion: """
      Examples:
        ranking                                    the release build of this checkout
        ranking --per-profile --keep /tmp/before   keep the runs, to compare with others
        ranking --arguments="--sort relevance"     without what is no matter of words
      """)

  @Option(help: ArgumentHelp("The posts, businesses and judgements.", valueName: "dir"))
  var folder = Checkout.shared("ranking")

  @Option(help: ArgumentHelp("The built mingle.", valueName: "path"))
  var mingle = Checkout.release

  @Option(help: ArgumentHelp("Keep the runs and figures.json here.", valueName: "dir"))
  var keep: String?

  @Option(help: ArgumentHelp("How many businesses are ranked for at once.", valueName: "n"))
  var jobs = 2

  @Option(help: ArgumentHelp("More arguments for mingle today, by spaces.", valueName: "words"))
  var arguments = ""

  @Option(help: ArgumentHelp("Only this business, by its id.", valueName: "id"))
  var profile: String?

  @Flag(help: "Also each business by itself.")
  var perProfile = false

  @Flag(help: "Only what is listed before anybody joined or skipped.")
  var noFeedback = false

  @Flag(help: "Print one JSON document instead of tables.")
  var json = false

  func run() async throws {
    let scratch = try Scratch()
    let collection = try Collection(URL(filePath: folder))
    let base = Workspace(scratch.url.appending(path: "base"), tool: mingle)
    try collection.fetch(into: base)
    let surprises = try collection.surprises(in: base)
    for surprise in surprises.prefix(20) { complain(surprise) }
    if surprises.count > 20 { complain("and \(surprises.count - 20) more surprises") }

    let stages = noFeedback ? [] : [5, 20, 50]
    let rankings = try await rank(collection, from: base, stages: stages, in: scratch.url)
    let kept = keep.map { URL(filePath: $0) } ?? scratch.url.appending(path: "runs")
    try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
    var document: [String: Figures] = [:]
    for (index, judged) in ([nil] + stages.map(Optional.some)).enumerated() {
      let name = judged.map { "run-\($0)" } ?? "run"
      let file = kept.appending(path: "\(name).tsv")
      try Data(lines(rankings.mapValues { $0[index] }).utf8).write(to: file)
      document[name] = try Figures(
        of: file, in: collection.folder, judged: judged, business: profile)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let figures = try encoder.encode(document)
    try figures.write(to: kept.appending(path: "figures.json"))
    print(json ? String(decoding: figures, as: UTF8.self) : try tables(document, stages))
    if !surprises.isEmpty { throw ExitCode(1) }
  }

  /// By business, the posts as they are listed: before any verdict, then after each stage of them.
  private func rank(
    _ collection: Collection, from base: Workspace, stages: [Int], in folder: URL
  ) async throws -> [String: [[String]]] {
    let verdicts = try stages.map(collection.verdicts)
    let chosen = collection.businesses.filter { profile == nil || $0.id == profile }
    guard !chosen.isEmpty else { throw RunFailure("there is no business \(profile ?? "")") }
    let more = arguments.split(separator: " ").map(String.init)
    return try await withThrowingTaskGroup(of: (String, [[String]]).self) { group in
      var rankings: [String: [[String]]] = [:]
      for (index, business) in chosen.enumerated() {
        if index >= jobs, let (id, ranked) = try await group.next() { rankings[id] = ranked }
        let own = verdicts.map { $0[business.id] ?? [] }
        let trial = Trial(
          collection: collection, business: business, base: base, folder: folder, arguments: more)
        group.addTask { (business.id, try trial.rankings(own)) }
      }
      for try await (id, ranked) in group { rankings[id] = ranked }
      return rankings
    }
  }

  /// A run as the scorer reads it; the higher the score, the higher in the list.
  private func lines(_ rankings: [String: [String]]) -> String {
    rankings.sorted { $0.key < $1.key }.map { business, posts in
      posts.enumerated().map { "\(business)\t\($1)\t\(posts.count - $0)\n" }.joined()
    }.joined()
  }

  private func tables(_ document: [String: Figures], _ stages: [Int]) throws -> String {
    var text = ""
    var means = Table("feedback")
    for (name, title) in [("run", "none")] + stages.map({ ("run-\($0)", "\($0) judged") }) {
      guard let figures = document[name] else { continue }
      means.add(title, figures.mean)
      guard perProfile else { continue }
      var each = Table(title)
      for (business, own) in figures.per_profile.sorted(by: { $0.key < $1.key }) {
        each.add(business, own)
      }
      text += each.text + "\n"
    }
    return text + means.text
  }

  private func complain(_ text: String) {
    FileHandle.standardError.write(Data("ranking: \(text)\n".utf8))
  }
}

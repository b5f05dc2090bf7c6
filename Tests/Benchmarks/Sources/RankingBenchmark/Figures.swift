import Foundation
import Measuring

/// What the scorer says about a run: the mean over all businesses, and each by itself.
struct Figures: Codable {
  var mean: [String: Double]
  var per_profile: [String: [String: Double]]

  /// The metrics of the tables, in their order.
  static let metrics = ["AP", "nDCG@20", "P@10", "R@100"]

  /// Has the scorer beside the posts score a run file; what stands in `judged` does not count.
  ///
  /// With `business` the figures are of that one alone: to the scorer the others have empty lists.
  init(of run: URL, in folder: URL, judged: Int?, business: String?) throws {
    let scorer = folder.appending(path: "score_ranking.py").path
    var arguments = [scorer, folder.appending(path: "qrels.tsv").path, run.path, "--json"]
    if let judged {
      arguments += ["--residual", folder.appending(path: "judged-\(judged).tsv").path]
    }
    let output = try Run.program("python3", arguments).succeeded(scorer).output
    let figures = try JSONDecoder().decode([String: Figures].self, from: output)
    guard let own = figures[run.lastPathComponent] else {
      throw RunFailure("\(scorer) does not say anything about \(run.path)")
    }
    self = own
    if let business, let figures = own.per_profile[business] {
      mean = figures
      per_profile = [business: figures]
    }
  }
}

/// Figures as rows of a markdown table.
struct Table {
  private var lines: [String]

  init(_ heading: String) {
    lines = [
      "| \(heading) | \(Figures.metrics.joined(separator: " | ")) |",
      "| --- |" + String(repeating: " ---: |", count: Figures.metrics.count),
    ]
  }

  mutating func add(_ name: String, _ figures: [String: Double]) {
    let cells = Figures.metrics.map { metric in
      figures[metric].map { $0.formatted(.number.precision(.fractionLength(4))) } ?? "?"
    }
    lines.append("| \(name) | \(cells.joined(separator: " | ")) |")
  }

  var text: String { lines.joined(separator: "\n") + "\n" }
}

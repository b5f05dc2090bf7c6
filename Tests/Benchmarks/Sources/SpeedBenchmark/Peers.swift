import Foundation
import Measuring

/// What else finds words in many texts, on the same texts and keywords.
struct Peers {
  /// The path of this program.
  let own: String
  let folder: URL
  /// All posts, one a line.
  let texts: URL
  let runs: Int

  func measure(_ profiles: [[String]], _ report: inout Report) throws {
    let database = folder.appending(path: "fts5.db")
    try? FileManager.default.removeItem(at: database)
    let build = try run(
      own, ["fts5", "--database", database.path, "--texts", texts.path])
    report.add(
      "FTS5: make and optimize the index", nil, [build], note: "\(size(of: database) >> 20) MB")
    for keywords in profiles {
      let file = folder.appending(path: "keywords-\(keywords.count)")
      try Data((keywords.joined(separator: "\n") + "\n").utf8).write(to: file)
      for limit in [20, nil] { try ask(database, file, keywords.count, limit, &report) }
      for (program, arguments, variables) in Self.scanners {
        try scan(program, arguments, variables, file, keywords.count, &report)
      }
    }
  }

  private func ask(
    _ database: URL, _ keywords: URL, _ count: Int, _ limit: Int?, _ report: inout Report
  ) throws {
    var arguments = ["fts5", "--database", database.path, "--keywords", keywords.path]
    var name = "FTS5: all rows ranked"
    if let limit {
      arguments += ["--limit", "\(limit)"]
      name = "FTS5: best \(limit)"
    }
    _ = try run(own, arguments)
    let processes = try (0..<runs).map { _ in try run(own, arguments) }
    report.add("\(name), a process each", count, processes)
    let inside = try run(own, arguments + ["--times", "\(runs + 1)"])
    let answer = try JSONDecoder().decode(FullTextCommand.Answer.self, from: inside.output)
    report.add(
      "\(name), in an open connection", count, seconds: Array(answer.seconds.dropFirst()),
      note: "\(answer.found) rows")
  }

  /// Programs that count the lines with any of the keywords, as parts of words too.
  private static let scanners: [(String, [String], [String: String])] = [
    ("grep", ["-F", "-i", "-c"], ["LC_ALL": "C"]),
    ("grep", ["-F", "-i", "-c"], ["LC_ALL": "C.UTF-8"]),
    ("rg", ["-F", "-i", "-c"], [:]),
  ]

  private func scan(
    _ program: String, _ arguments: [String], _ variables: [String: String], _ keywords: URL,
    _ count: Int, _ report: inout Report
  ) throws {
    let environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    let words = arguments + ["-f", keywords.path, texts.path]
    guard let warm = try? Run.program(program, words, environment: environment), warm.code < 2
    else { return }
    let scans = try (0..<runs).map { _ in
      try Run.program(program, words, environment: environment)
    }
    let locale = variables["LC_ALL"].map { "LC_ALL=\($0) " } ?? ""
    let found = String(decoding: warm.output, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    report.add(
      "`\(locale)\(program) \(arguments.joined(separator: " "))`", count, scans,
      note: "\(found) lines")
  }

  private func run(_ program: String, _ arguments: [String]) throws -> Run {
    try Run.program(program, arguments).succeeded(program)
  }
}

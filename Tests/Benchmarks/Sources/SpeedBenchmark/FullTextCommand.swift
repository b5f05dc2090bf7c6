import ArgumentParser
import Foundation

/// Makes or asks the full-text index in a process of its own, as `mingle` is one.
struct FullTextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fts5", abstract: "Make or ask SQLite's full-text index.", shouldDisplay: false)

  @Option var database: String
  /// Makes the index of this file.
  @Option var texts: String?
  /// Asks for the keywords of this file, one a line.
  @Option var keywords: String?
  @Option var limit: Int?
  /// How often it asks.
  @Option var times = 1

  func run() throws {
    let index = try FullTextIndex(database)
    if let texts { try index.build(from: texts) }
    guard let keywords else { return }
    let words = try String(contentsOfFile: keywords, encoding: .utf8).split(separator: "\n")
      .map(String.init)
    var answer = Answer(found: 0, seconds: [])
    for _ in 0..<times {
      let clock = ContinuousClock()
      let taken = try clock.measure { answer.found = try index.search(words, limit: limit) }
      answer.seconds.append(taken / .seconds(1))
    }
    print(String(decoding: try JSONEncoder().encode(answer), as: UTF8.self))
  }

  /// How many posts were found, and how long each asking took inside the process.
  struct Answer: Codable {
    var found: Int
    var seconds: [Double]
  }
}

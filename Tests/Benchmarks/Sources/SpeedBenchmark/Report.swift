import Foundation
import Measuring

/// What was measured, as a table and as JSON.
struct Report: Encodable {
  var posts: Int
  /// Of all titles and bodies.
  var text_bytes: Int
  private(set) var rows: [Row] = []

  init(posts: Int, text: Int) {
    self.posts = posts
    text_bytes = text
  }

  /// One thing that was done several times.
  struct Row: Encodable {
    var what: String
    var keywords: Int?
    var runs: Int
    var wall_best: Double
    var wall_median: Double
    /// Nil where the time was taken inside a process.
    var cpu_best: Double?
    var peak_bytes: Int?
    /// What it found, made or printed, in a few words.
    var note: String
  }

  mutating func add(_ what: String, _ keywords: Int? = nil, _ runs: [Run], note: String = "") {
    let walls = runs.map { $0.wall / .seconds(1) }.sorted()
    rows.append(
      Row(
        what: what, keywords: keywords, runs: runs.count, wall_best: walls[0],
        wall_median: walls[walls.count / 2],
        cpu_best: runs.map { $0.cpu / .seconds(1) }.min(), peak_bytes: runs.map(\.peak).max(),
        note: note))
    progress()
  }

  mutating func add(_ what: String, _ keywords: Int, seconds: [Double], note: String) {
    let walls = seconds.sorted()
    rows.append(
      Row(
        what: what, keywords: keywords, runs: walls.count, wall_best: walls[0],
        wall_median: walls[walls.count / 2], note: note))
    progress()
  }

  private func progress() {
    guard let row = rows.last else { return }
    FileHandle.standardError.write(Data((Self.line(row) + "\n").utf8))
  }

  var table: String {
    let megabytes = Double(text_bytes) / 1e6
    let head = """
      \(posts.formatted(.number.locale(Locale(identifier: "en_US_POSIX")))) posts, \
      \(megabytes.formatted(.number.precision(.fractionLength(1)))) MB of text

      | what | keywords | wall, best | wall, median | CPU, best | peak memory | |
      | --- | ---: | ---: | ---: | ---: | ---: | --- |

      """
    return head + rows.map { Self.line($0) + "\n" }.joined()
  }

  private static func line(_ row: Row) -> String {
    let cells = [
      row.what, row.keywords.map(String.init) ?? "", time(row.wall_best), time(row.wall_median),
      row.cpu_best.map(time) ?? "", row.peak_bytes.map { "\($0 >> 20) MB" } ?? "", row.note,
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private static func time(_ seconds: Double) -> String {
    seconds < 1
      ? (seconds * 1000).formatted(.number.precision(.significantDigits(3))) + " ms"
      : seconds.formatted(.number.precision(.significantDigits(3))) + " s"
  }
}

import Foundation

/// What one contestant did with one document.
struct Row: Encodable {
  var document: String
  /// The size of the document, or of all.
  var bytes: Int
  var who: String
  var runs: Int
  /// How often each process read it.
  var times: Int
  /// Seconds of processor time for one reading.
  var cpu_best: Double
  var cpu_median: Double
  /// As far as it was read.
  var read_bytes: Int
  var megabytes_per_second: Double
  /// Whether the times have the start of the program in them.
  var includes_start: Bool
  var start_cpu: Double
  var start_peak: Int
  /// The most memory that was resident while it was read once.
  var peak: Int
  /// The same without the document, the largest where there are several.
  var peak_beyond_document: Int
  var entries: Int
  var text: Int
  /// Files that were refused or read in part.
  var failed: Int
  /// The share of the limit's speed; nil if there is none.
  var of_limit: Double?
}

extension [Row] {
  /// The rows of one document as a table in Markdown.
  var table: String {
    guard let one = first else { return "" }
    let megabytes = Double(one.bytes) / 1e6
    let head = """
      ### \(one.document), \(megabytes.formatted(.number.precision(.fractionLength(1)))) MB

      | who | MB/s, best | median | of the limit | CPU, best | start, CPU | peak memory | beyond start and document | entries | text | |
      | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |

      """
    return head + map { $0.line + "\n" }.joined()
  }
}

extension Row {
  fileprivate var line: String {
    var note: [String] = []
    if failed > 0 { note.append("\(failed) not or not wholly read") }
    if includes_start { note.append("with its start") }
    let cells = [
      who, Self.short(megabytes_per_second), Self.short(Double(read_bytes) / cpu_median / 1e6),
      of_limit.map { Self.short($0 * 100) + " %" } ?? "", Self.time(cpu_best),
      Self.time(start_cpu), Self.mebibytes(peak),
      Self.mebibytes(max(0, peak_beyond_document - start_peak)),
      entries == 0 ? "" : "\(entries)",
      text == 0 ? "" : Self.short(Double(text) / 1e6) + " MB", note.joined(separator: ", "),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  static func time(_ seconds: Double) -> String {
    seconds < 1 ? short(seconds * 1000) + " ms" : short(seconds) + " s"
  }

  static func mebibytes(_ bytes: Int) -> String { short(Double(bytes) / 1_048_576) + " MB" }

  /// Three digits.
  static func short(_ number: Double) -> String {
    number.formatted(
      .number.precision(.significantDigits(abs(number) < 1000 ? 3 : 4)).grouping(.never)
        .locale(Locale(identifier: "en_US_POSIX")))
  }
}

package import Foundation

/// A table of labels: a line of names, then a line each, its cells between tabs.
///
/// Guids hold anything. In a cell `\t`, `\n`, `\r` and `\\` stand for what they stand for in Swift.
package struct Table: Sendable {
  package var rows: [[String: String]]

  /// Throws what the file system throws.
  package init(_ file: URL) throws {
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(Self.plain) }
    let names = lines.first ?? []
    rows = lines.dropFirst().map { cells in
      precondition(cells.count == names.count, "\(file.lastPathComponent): \(cells)")
      return Dictionary(uniqueKeysWithValues: zip(names, cells))
    }
  }

  private static func plain(_ cell: Substring) -> String {
    var text = ""
    var isEscaped = false
    for character in cell {
      switch (isEscaped, character) {
      case (false, "\\"): isEscaped = true
      case (true, "t"): (text, isEscaped) = (text + "\t", false)
      case (true, "n"): (text, isEscaped) = (text + "\n", false)
      case (true, "r"): (text, isEscaped) = (text + "\r", false)
      default: (text, isEscaped) = (text + String(character), false)
      }
    }
    return text
  }
}

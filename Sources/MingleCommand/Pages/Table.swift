/// A table of texts for people: numbers from the right, names from the left.
struct Table {
  private let rows: [[String]]
  private let left: Set<Int>

  /// A table with a heading; `left` are the columns that are written from the left.
  init(_ heading: [String], left: Set<Int>, rows: [[String]]) {
    self.rows = ([heading] + rows).map { $0.map(\.safe) }
    self.left = left
  }

  /// The heading in bold, then a line a row.
  var lines: [String] {
    plainLines.enumerated().map { index, line in index == 0 ? line.styled(.bold) : line }
  }

  /// The heading, then a line a row.
  var plainLines: [String] {
    let widths = rows[0].indices.map { number in rows.map { $0[number].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { number, cell in
        guard left.contains(number) else { return column(cell, widths[number]) }
        return cell + String(repeating: " ", count: widths[number] - cell.count)
      }
      var line = cells.joined(separator: "  ")
      // Nothing stands behind the last word.
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

/// A number in a table: a column of zeros hides what is there.
func cell(_ number: Int) -> String { number == 0 ? "·" : String(number) }

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
    let widths = rows[0].indices.map { number in rows.map { $0[number].count }.max() ?? 0 }
    return rows.enumerated().map { index, row in
      var cells = row.enumerated().map { number, cell in
        guard left.contains(number) else { return column(cell, widths[number]) }
        return cell + String(repeating: " ", count: widths[number] - cell.count)
      }
      // Nothing stands behind the last one.
      if let last = row.last, left.contains(row.count - 1) { cells[row.count - 1] = last }
      let line = cells.joined(separator: "  ")
      return index == 0 ? line.styled(.bold) : line
    }
  }
}

internal import Exporting

/// A part of a report, to be written for a terminal or as markdown.
struct ReportPart {
  var title: String
  /// What is said before the table, a line each.
  var lines: [String] = []
  var table: ReportTable?
  /// What is said after it.
  var remarks: [String] = []
}

/// A table of a report.
struct ReportTable {
  var heading: [String]
  /// The columns that are written from the left.
  var left: Set<Int>
  var rows: [[String]]
  /// A number a row that is drawn as a bar behind it; none if empty.
  var bars: [Int] = []
}

extension [ReportPart] {
  /// The parts for a terminal; `isStyled` for one that has colours.
  func text(_ bars: Bars, isStyled: Bool) -> [String] {
    flatMap { part in
      let title = isStyled ? part.title.styled(.bold) : part.title.safe
      let lines = (part.lines + (part.table?.lines(bars) ?? []) + part.remarks)
      return ["", title] + lines.map { "  \($0.safe)" }
    }
  }

  /// The parts as markdown: what stands in it is only words.
  var markdown: [String] {
    flatMap { part in
      var lines = ["", "## \(escaped(part.title))"]
      if !part.lines.isEmpty { lines += [""] + part.lines.map { "- \(escaped($0))" } }
      if let table = part.table { lines += [""] + table.markdown }
      for remark in part.remarks { lines += ["", escaped(remark)] }
      return lines
    }
  }
}

extension ReportTable {
  fileprivate func lines(_ bars: Bars) -> [String] {
    guard let most = self.bars.max() else {
      return Table(heading, left: left, rows: rows).plainLines
    }
    let drawn = zip(rows, self.bars).map { row, number in row + [bars.bar(number, of: most)] }
    return Table(heading + [""], left: left.union([heading.count]), rows: drawn).plainLines
  }

  fileprivate var markdown: [String] {
    let rule = heading.indices.map { left.contains($0) ? "---" : "---:" }
    return ([heading.map(escaped), rule] + rows.map { $0.map(escaped) })
      .map { "| \($0.joined(separator: " | ")) |" }
  }
}

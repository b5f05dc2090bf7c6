/// The lines of a unified diff with three lines of context; none if nothing differs.
func unifiedDiff(from before: [UInt8], to after: [UInt8], name: String) -> [String] {
  let (old, new) = (lines(before), lines(after))
  var (removed, inserted): (Set<Int>, Set<Int>) = ([], [])
  for change in new.difference(from: old) {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  if removed.isEmpty && inserted.isEmpty { return [] }

  // Both files line by line, side by side.
  var rows: [DiffRow] = []
  var (oldIndex, newIndex) = (0, 0)
  while oldIndex < old.count || newIndex < new.count {
    let sign: Character =
      removed.contains(oldIndex) ? "-" : inserted.contains(newIndex) ? "+" : " "
    let line = sign == "+" ? new[newIndex] : old[oldIndex]
    rows.append(DiffRow(sign: sign, line: line, old: oldIndex + 1, new: newIndex + 1))
    if sign != "+" { oldIndex += 1 }
    if sign != "-" { newIndex += 1 }
  }
  return ["--- \(name)", "+++ \(name)"] + hunks(of: rows).flatMap(\.text)
}

/// A line of either file, or of both, and the numbers it has or would have.
private struct DiffRow {
  var sign: Character
  var line: ArraySlice<UInt8>
  var old: Int
  var new: Int

  var text: [String] {
    let endsWithBreak = line.last == 0x0A
    let end = endsWithBreak ? (line.dropLast().last == 0x0D ? 2 : 1) : 0
    let text = "\(sign)\(String(decoding: line.dropLast(end), as: UTF8.self))"
    return endsWithBreak ? [text] : [text, "\\ No newline at end of file"]
  }
}

/// Changes that stand less than twice the context apart are one hunk.
private func hunks(of rows: [DiffRow]) -> [ArraySlice<DiffRow>] {
  let context = 3
  var ranges: [Range<Int>] = []
  for index in rows.indices where rows[index].sign != " " {
    let range = max(0, index - context)..<min(rows.count, index + context + 1)
    if let last = ranges.last, range.lowerBound <= last.upperBound {
      ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
    } else {
      ranges.append(range)
    }
  }
  return ranges.map { rows[$0] }
}

extension ArraySlice<DiffRow> {
  fileprivate var text: [String] {
    guard let first else { return [] }
    /// A part of no lines is numbered by the line before it.
    func part(_ number: Int, _ count: Int) -> String {
      count == 1 ? "\(number)" : "\(count == 0 ? number - 1 : number),\(count)"
    }
    let old = part(first.old, count { $0.sign != "+" })
    let new = part(first.new, count { $0.sign != "-" })
    return ["@@ -\(old) +\(new) @@"] + flatMap(\.text)
  }
}

/// The lines with their ends.
private func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = 0
  for index in bytes.indices where bytes[index] == 0x0A {
    lines.append(bytes[start...index])
    start = index + 1
  }
  if start < bytes.count { lines.append(bytes[start...]) }
  return lines
}

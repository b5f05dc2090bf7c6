internal import Foundation

/// The headings of a markdown file and what stands under them, byte for byte.
///
/// Headings are those of CommonMark that start with `#`; what stands in a fenced block of code is none.
package struct MarkdownOutline: Sendable {
  let bytes: [UInt8]
  /// The lines with their ends.
  private let lines: [Range<Int>]
  private let headings: [Heading]

  private struct Heading {
    /// The number of its line.
    var line: Int
    var level: Int
    var text: String
  }

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines.append(start..<index + 1)
      start = index + 1
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    self.lines = lines
    var headings: [Heading] = []
    var fence: Substring?
    for (number, line) in lines.enumerated() {
      let text = Self.text(bytes[line])
      let mark = Self.fence(text)
      if let open = fence {
        if let mark, mark.first == open.first, mark.count >= open.count { fence = nil }
      } else if mark != nil {
        fence = mark
      } else if let (level, title) = Self.heading(text) {
        headings.append(Heading(line: number, level: level, text: title))
      }
    }
    self.headings = headings
  }

  /// The first heading of the first level.
  package var title: String? { headings.first { $0.level == 1 }?.text }

  /// The items and paragraphs under the first heading of the second level with a name, upper and lower
  /// case alike; each in one line.
  package func items(under name: String) -> [String] {
    guard let section = section(name) else { return [] }
    var items: [String] = []
    var isOpen = false
    for line in lines[section.dropFirst()] {
      let text = Self.text(bytes[line])
      let item = Self.item(text)
      if text.allSatisfy(\.isWhitespace) {
        isOpen = false
      } else if isOpen, item == nil {
        items[items.count - 1] += " " + Self.trimmed(text)
      } else {
        items.append(Self.trimmed(item ?? text[...]))
        isOpen = true
      }
    }
    return items.filter { !$0.isEmpty }
  }

  /// The bytes with an item more under a heading of the second level, which is made at the end if it
  /// is not there; every other byte stays.
  package func adding(_ item: String, under name: String) -> [UInt8] {
    let end = bytes.firstRange(of: Array("\r\n".utf8)) == nil ? "\n" : "\r\n"
    guard let section = section(name) else {
      let gap = bytes.isEmpty ? "" : endsWithBreak(bytes.count) ? end : end + end
      return bytes + Array("\(gap)## \(name)\(end)\(end)- \(item)\(end)".utf8)
    }
    let last = section.last { !Self.text(bytes[lines[$0]]).allSatisfy(\.isWhitespace) }
    let line = last ?? section.lowerBound
    let place = lines[line].upperBound
    var text = endsWithBreak(place) ? "" : end
    // A list stands apart from its heading, and from the next one.
    if line == section.lowerBound { text += end }
    text += "- \(item)\(end)"
    if line + 1 < lines.count, line + 1 == section.upperBound { text += end }
    return bytes[..<place] + Array(text.utf8) + bytes[place...]
  }

  /// The lines of a section, its heading first.
  private func section(_ name: String) -> Range<Int>? {
    let start = headings.firstIndex {
      $0.level == 2 && $0.text.lowercased() == name.lowercased()
    }
    guard let start else { return nil }
    let next = headings[(start + 1)...].first { $0.level <= 2 }
    return headings[start].line..<(next?.line ?? lines.count)
  }

  private func endsWithBreak(_ place: Int) -> Bool { place > 0 && bytes[place - 1] == 0x0A }
}

extension MarkdownOutline {
  /// A line without its end.
  private static func text(_ line: ArraySlice<UInt8>) -> String {
    var line = line
    while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    text.trimmingCharacters(in: .whitespaces)
  }

  /// What opens or closes a block of code.
  private static func fence(_ text: String) -> Substring? {
    guard let start = unindented(text), let sign = start.first, sign == "`" || sign == "~" else {
      return nil
    }
    let fence = start.prefix { $0 == sign }
    return fence.count >= 3 ? fence : nil
  }

  private static func heading(_ text: String) -> (level: Int, text: String)? {
    guard let start = unindented(text) else { return nil }
    let level = start.prefix { $0 == "#" }.count
    let rest = start.dropFirst(level)
    guard (1...6).contains(level), rest.first.map({ $0 == " " || $0 == "\t" }) ?? true else {
      return nil
    }
    var title = trimmed(rest)
    // What closes a heading is no part of it: `# r/espresso #`.
    let closed = title.reversed().prefix { $0 == "#" }.count
    let before = title.dropLast(closed)
    if before.isEmpty || before.last == " " { title = trimmed(before) }
    return (level, title)
  }

  /// What a list's item says; nil for a line that starts none.
  private static func item(_ text: String) -> Substring? {
    let start = text.drop(while: \.isWhitespace)
    let digits = start.prefix { $0.isASCII && $0.isNumber }
    let mark = start.dropFirst(digits.count).first
    let isMark = digits.isEmpty ? mark.map("-*+".contains) : mark.map(".)".contains)
    let rest = start.dropFirst(digits.count + 1)
    guard isMark == true, rest.first?.isWhitespace ?? true else { return nil }
    return rest
  }

  /// A line that is not so far in that it is code.
  private static func unindented(_ text: String) -> Substring? {
    let start = text.drop { $0 == " " }
    return text.count - start.count < 4 ? start : nil
  }
}

internal import Yams

/// Composes a profile's YAML, going on after a mistake so that the next one is found too.
///
/// The library stops at its first complaint. A line that it cannot read is reported, blanked, and the
/// rest read again; of two equal keys the first is set aside under a mark that no keyboard has.
struct YAMLDocument {
  private var lines: [String]
  private let hadTabs: Bool
  private var marks: Set<Unicode.Scalar> = []
  /// The lines that could not be read, with the complaint about each.
  private var broken: [Int: String] = [:]

  /// Whether every line could be read, so that what is missing is truly missing.
  var isWhole: Bool { broken.isEmpty && !hadTabs }

  init(text: SourceText) {
    lines = text.lines
    hadTabs = text.hadTabs
  }

  /// The whole file is read once more for each mistake; this bounds the work.
  private static let mostMistakes = 40
  private static let mostBytesRead = 8_000_000

  /// The root of the document; nil if there is none.
  mutating func compose(_ report: inout Report) -> YAMLValue? {
    let size = lines.reduce(1) { $0 + $1.utf8.count + 1 }
    let rounds = min(Self.mostMistakes, max(4, Self.mostBytesRead / size))
    for round in 1...rounds {
      do throws(YamlError) {
        return try composeOnce(&report)
      } catch {
        if round == rounds { giveUp(on: error, &report) }
        guard round < rounds, recover(from: error, &report) else { return nil }
      }
    }
    return nil
  }

  private func giveUp(on error: YamlError, _ report: inout Report) {
    let line: Int
    switch error {
    case .duplicatedKeysInMapping(_, let context): line = context.mark.line
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      line = mark.line
    default: line = 1
    }
    report.add(
      min(line, lines.count), 1, "there are too many broken or repeated lines to go on",
      "Mend these first.")
  }

  private func composeOnce(_ report: inout Report) throws(YamlError) -> YAMLValue? {
    // Strings of up to fifteen bytes have no address of their own, and the library keeps one.
    let text = lines.joined(separator: "\n") + String(repeating: "\n", count: 16)
    do {
      // Telling numbers from words costs a regular expression a key; to us all are texts.
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      // Anchors belong to the parser and vanish with it.
      return try withExtendedLifetime(parser) { () throws -> YAMLValue? in
        guard let root = try parser.singleRoot() else { return nil }
        return YAMLValue(root, marks: marks, &report)
      }
    } catch let error as YamlError {
      throw error
    } catch {
      throw .memory
    }
  }

  /// Reports what stopped the library and takes it out of the way; false if nothing more can be read.
  private mutating func recover(from error: YamlError, _ report: inout Report) -> Bool {
    switch error {
    case .duplicatedKeysInMapping(let keys, let context):
      return setAside(keys, context.mark, &report)
    case .scanner(let context, let problem, let mark, _):
      if problem.contains("mapping values"), mend(missingColonAbove: mark, &report) { return true }
      let isAboutStart = problem.contains("expected ':'") || problem.contains("end of stream")
      return blank(isAboutStart ? context?.mark ?? mark : mark, problem, &report)
    case .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      return blank(mark, problem, &report)
    case .reader(let problem, _, _, _), .writer(let problem), .emitter(let problem),
      .representer(let problem):
      report.add(1, 1, "the file cannot be read: \(problem)", "Save it as plain UTF-8 text.")
    case .no, .memory, .dataCouldNotBeDecoded:
      report.add(1, 1, "the file cannot be read", "Save it as plain UTF-8 text.")
    }
    return false
  }

  private mutating func blank(_ mark: Mark, _ problem: String, _ report: inout Report) -> Bool {
    // An error "at the end" has the line after the last one.
    var line = min(mark.line, lines.count)
    while line > 1, lines[line - 1].allSatisfy(\.isWhitespace) { line -= 1 }
    guard line >= 1, !lines[line - 1].isEmpty else { return false }
    // What hangs on a broken line is broken by it; telling so would bury the cause.
    if broken[line - 1] != problem, broken[line + 1] != problem, !hadTabs {
      let text = lines[line - 1]
      if YAMLComplaint.isAboutLongKey(problem, text), line == mark.line {
        report.add(
          line, text.prefix { $0 == " " }.count + 1,
          "this key has more than \(YAMLComplaint.longestKey) characters, and YAML takes no longer one",
          "Make several lines of it.")
      } else {
        let (message, remedy) = YAMLComplaint.explain(problem, line: text)
        report.add(line, line == mark.line ? mark.column : 1, message, remedy)
      }
    }
    broken[line] = problem
    lines[line - 1] = ""
    return true
  }

  /// Of a line without its colon the library makes a text that runs on into the next line, where it
  /// stumbles over the next colon; the line to blame is the one above.
  private mutating func mend(missingColonAbove mark: Mark, _ report: inout Report) -> Bool {
    var above = min(mark.line, lines.count + 1) - 2
    while above >= 0, lines[above].allSatisfy(\.isWhitespace) { above -= 1 }
    guard above >= 0, lines.indices.contains(mark.line - 1), broken[above + 1] == nil else {
      return false
    }
    let text = lines[above].drop { $0 == " " }
    guard !text.contains(":"), !text.contains("#"), !text.hasPrefix("-") else { return false }
    let indentation = lines[above].count - text.count
    report.add(
      above + 1, indentation + 1, "there is no “:” after this",
      "Write the key, a colon, a space and the value.")
    // With its colon back, what is indented below it can be read.
    let isSection = lines[mark.line - 1].prefix { $0 == " " }.count > indentation
    lines[above] = isSection ? lines[above] + ":" : ""
    broken[above + 1] = "missing colon"
    return true
  }

  private mutating func setAside(_ keys: [String], _ mark: Mark, _ report: inout Report) -> Bool {
    guard let prefix = Unicode.Scalar(0xE000 + UInt32(marks.count)),
      lines.indices.contains(mark.line - 1), mark.column >= 1
    else { return false }
    var scalars = Array(lines[mark.line - 1].unicodeScalars)
    var at = mark.column - 1
    guard at < scalars.count else { return false }
    if scalars[at] == "\"" || scalars[at] == "'" { at += 1 }
    scalars.insert(prefix, at: at)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    lines[mark.line - 1] = String(view)
    marks.insert(prefix)
    return true
  }
}

/// What the YAML library says, in the words of somebody who edits a profile.
private enum YAMLComplaint {
  /// YAML looks so far ahead for the colon that makes a key of a text.
  static let longestKey = 1024

  /// Whether the library stumbled over the colon that it looked for in vain.
  static func isAboutLongKey(_ problem: String, _ line: String) -> Bool {
    guard problem.contains("mapping values") || problem.contains("expected"),
      line.utf8.count > longestKey
    else { return false }
    let bytes = Array(line.utf8.drop { $0 == 0x20 })
    let colon = bytes.indices.first { index in
      bytes[index] == UInt8(ascii: ":") && (index + 1 == bytes.count || bytes[index + 1] == 0x20)
    }
    return colon.map { $0 > longestKey } ?? false
  }

  static func explain(_ problem: String, line: String) -> (message: String, remedy: String) {
    let text = line.drop { $0 == " " || $0 == "-" }
    if problem.contains("undefined alias") || text.hasPrefix("*") {
      return ("a value cannot start with “*” in YAML", "Put quotes around it.")
    }
    if problem.contains("tab") || problem.contains("cannot start any token") {
      return (
        "YAML has its own use for the character here",
        "Put quotes around the whole expression, and use spaces instead of tabs."
      )
    }
    if text.hasPrefix("\"") || text.hasPrefix("'"), !problem.contains("end of stream") {
      return (
        "the text after the closing quote does not belong to it",
        "Put the other kind of quotes around the whole expression: '\"lever machine\" AND repair'."
      )
    }
    if problem.contains("expected ':'") {
      return ("there is no “:” after this", "Write the key, a colon, a space and the value.")
    }
    if problem.contains("mapping values are not allowed") {
      return (
        "a “:” cannot stand here",
        "Check the indentation and the line above; put quotes around text that holds a colon."
      )
    }
    if problem.contains("end of stream") {
      return ("this quote is never closed", "Add the same quote at the end of the text.")
    }
    if problem.contains("another document") {
      return ("a second document starts here", "Remove the line “---”.")
    }
    return (
      "this does not fit in here (\(problem))",
      "Check the indentation, colons, commas and quotes of this line and the one above."
    )
  }
}

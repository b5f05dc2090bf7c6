/// The text of a profile file after the checks that YAML knows nothing about.
struct SourceText {
  /// The lines without their ends; what YAML must not see has been replaced by spaces.
  var lines: [String]
  /// Whether tabs were replaced, so that YAML's own complaints about them would only repeat.
  var hadTabs = false

  /// Larger files are not written by hand.
  static let largest = 1_000_000
  /// Nesting beyond this is an attack on the reader's stack, or a file of something else.
  static let deepest = 32

  /// Checks size, encoding, control characters, tabs and nesting; nil if YAML could not read on.
  init?(bytes: [UInt8], report: inout Report) {
    guard bytes.count <= Self.largest else {
      report.add(
        1, 1, "the file is larger than \(Self.largest / 1_000_000) MB",
        "A profile is a short file written by hand; check that this is the right one.")
      return nil
    }
    var bytes = bytes[...]
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { bytes = bytes.dropFirst(3) }
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      report.add(1, 1, "the file is in UTF-16", "Save it as UTF-8.")
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let (line, column) = Self.placeOfInvalidByte(bytes)
      report.add(line, column, "this is not UTF-8 text", "Save the file as UTF-8.")
      return nil
    }
    // CRLF is one Character; a lone CR ends a line for YAML too.
    lines = text.split(omittingEmptySubsequences: false) {
      $0.isNewline && $0 != "\u{B}" && $0 != "\u{C}"
    }
    .map(String.init)
    report.lines = lines
    for index in lines.indices { checkLine(index, &report) }
    guard nestingIsBounded(&report) else { return nil }
  }

  private mutating func checkLine(_ index: Int, _ report: inout Report) {
    var isIndentation = true
    var tabIsTold = false
    var clean = String.UnicodeScalarView()
    for (column, scalar) in lines[index].unicodeScalars.enumerated() {
      if scalar == "\t", isIndentation {
        if !tabIsTold {
          report.add(
            index + 1, column + 1, "a tab cannot indent in YAML", "Use spaces, two for each level.")
        }
        (tabIsTold, hadTabs) = (true, true)
        clean.append(contentsOf: "  ".unicodeScalars)
        continue
      }
      if scalar != " " { isIndentation = false }
      let isControl = scalar.properties.generalCategory == .control && scalar != "\t"
      if isControl {
        report.add(
          index + 1, column + 1, "there is a control character here (\(Self.name(scalar)))",
          "Remove it.")
      }
      clean.append(isControl ? " " : scalar)
    }
    lines[index] = String(clean)
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The YAML library recurses; brackets and dashes are counted before it sees them.
  private func nestingIsBounded(_ report: inout Report) -> Bool {
    var open = 0
    for (index, line) in lines.enumerated() {
      var indicators = 0
      var isIndentation = true
      for byte in line.utf8 {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
        case UInt8(ascii: "-"), UInt8(ascii: "?"): if isIndentation { indicators += 1 }
        case UInt8(ascii: " "): break
        default: isIndentation = false
        }
        if open > Self.deepest || indicators > 200 {
          report.add(
            index + 1, 1, "the file is nested deeper than \(Self.deepest) levels",
            "A profile needs three; check that this is the right file.")
          return false
        }
      }
    }
    return true
  }

  private static func placeOfInvalidByte(_ bytes: ArraySlice<UInt8>) -> (line: Int, column: Int) {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var (line, column) = (1, 1)
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if scalar == "\n" { (line, column) = (line + 1, 1) } else { column += 1 }
    }
    return (line, column)
  }
}

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
        1, 1, "the file has \(bytes.count) bytes, and at most \(Self.largest) are read",
        "It should be a short file written by hand; check that this is the right one.")
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

  /// Works on bytes: a line may be the whole file.
  private mutating func checkLine(_ index: Int, _ report: inout Report) {
    // Nothing to check among what is printed plainly, which is nearly all lines.
    if lines[index].utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return }
    let bytes = Array(lines[index].utf8)
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var (column, position) = (0, 0)
    var isIndentation = true
    var tabIsTold = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte & 0xC0 != 0x80 { column += 1 }
      position += 1
      if byte == 0x09, isIndentation {
        if !tabIsTold {
          report.add(
            index + 1, column, "a tab cannot indent in YAML", "Use spaces, two for each level.")
        }
        (tabIsTold, hadTabs) = (true, true)
        clean += [0x20, 0x20]
        continue
      }
      if byte != 0x20 { isIndentation = false }
      if let code = Self.control(bytes, position - 1) {
        let digits = String(code, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: 4 - digits.count) + digits
        report.add(
          index + 1, column, "there is a control character here (\(name))", "Remove it.")
        clean.append(0x20)
        position += code > 0x7F ? 1 : 0
      } else {
        clean.append(byte)
      }
    }
    lines[index] = String(decoding: clean, as: UTF8.self)
  }

  /// The control character at `index`, of C0 or C1 and no tab; nil for all others.
  private static func control(_ bytes: [UInt8], _ index: Int) -> Int? {
    switch bytes[index] {
    case 0x09: return nil
    case 0..<0x20, 0x7F: return Int(bytes[index])
    // In UTF-8 C1 is U+0080 to U+009F as C2 80 to C2 9F.
    case 0xC2 where index + 1 < bytes.count && (0x80...0x9F).contains(bytes[index + 1]):
      return Int(bytes[index + 1])
    default: return nil
    }
  }

  /// The YAML library recurses, and so does what reads its nodes; brackets, dashes and indentations
  /// are counted before. A thread may have as little as 512 kB of stack.
  private func nestingIsBounded(_ report: inout Report) -> Bool {
    var brackets = 0
    var indentations: [Int] = []
    for (index, line) in lines.enumerated() {
      let bytes = Array(line.utf8)
      var signs = 0
      var isIndentation = true
      for (column, byte) in bytes.enumerated() {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(0, brackets - 1)
        case UInt8(ascii: "-") where isIndentation, UInt8(ascii: "?") where isIndentation:
          let next = column + 1 < bytes.count ? bytes[column + 1] : 0x20
          if next == 0x20 || next == 0x09 { signs += 1 } else { isIndentation = false }
        default: break
        }
        if isIndentation, byte > 0x20, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "?") {
          isIndentation = false
        }
        if brackets > Self.deepest || signs > Self.deepest {
          return tooDeep(index + 1, column + 1, &report)
        }
      }
      guard let first = bytes.firstIndex(where: { $0 > 0x20 }), bytes[first] != UInt8(ascii: "#")
      else { continue }
      while let last = indentations.last, last >= first { indentations.removeLast() }
      indentations.append(first)
      if indentations.count > Self.deepest { return tooDeep(index + 1, first + 1, &report) }
    }
    return true
  }

  private func tooDeep(_ line: Int, _ column: Int, _ report: inout Report) -> Bool {
    report.add(
      line, column, "the file is nested deeper than \(Self.deepest) levels",
      "A profile needs three; check that this is the right file.")
    return false
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

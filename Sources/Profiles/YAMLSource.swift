/// The bytes of a YAML file, and where in them is what the library found.
///
/// The library tells only where a value starts. It is used on files that have been read without a
/// mistake, so that the end of one can be told from its own bytes.
struct YAMLSource {
  let bytes: [UInt8]
  /// The lines without their ends; the first starts behind the byte order mark.
  private let lines: [Range<Int>]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = start
    while index < bytes.count {
      let width = Self.widthOfBreak(bytes, index)
      if width > 0 {
        lines.append(start..<index)
        start = index + width
      }
      index += max(1, width)
    }
    lines.append(start..<bytes.count)
    self.lines = lines
  }

  /// How many bytes of line end there are at `index`: what `SourceText` takes for one.
  private static func widthOfBreak(_ bytes: [UInt8], _ index: Int) -> Int {
    func follows(_ rest: UInt8...) -> Bool { bytes[(index + 1)...].starts(with: rest) }
    return switch bytes[index] {
    case 0x0A: 1
    case 0x0D: follows(0x0A) ? 2 : 1
    case 0xC2: follows(0x85) ? 2 : 0
    case 0xE2: follows(0x80, 0xA8) || follows(0x80, 0xA9) ? 3 : 0
    default: 0
    }
  }

  // MARK: - Lines

  /// The line end that the file uses.
  var lineBreak: [UInt8] {
    lines.count > 1 ? Array(bytes[lines[0].upperBound..<lines[1].lowerBound]) : [0x0A]
  }

  /// The number of the line in which `offset` is, from 0.
  func line(of offset: Int) -> Int {
    var (low, high) = (0, lines.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if lines[middle].lowerBound <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The bytes of the line in which `offset` is, without its end.
  func lineRange(of offset: Int) -> Range<Int> { lines[line(of: offset)] }

  /// Where the line below that of `offset` starts; nil if the file ends without a line end there.
  func nextLine(after offset: Int) -> Int? {
    let next = line(of: offset) + 1
    return next < lines.count ? lines[next].lowerBound : nil
  }

  /// Whether nothing stands between `offset` and the start of its line.
  func startsLine(_ offset: Int) -> Bool {
    bytes[lineRange(of: offset).lowerBound..<offset].allSatisfy(Self.isBlank)
  }

  /// Whether nothing but a comment stands between `offset` and the end of its line.
  func endsLine(_ offset: Int) -> Bool {
    let rest = skippingBlanks(from: offset)
    return rest == lineRange(of: offset).upperBound || isComment(rest)
  }

  // MARK: - Places

  /// Where a place of the library's is: a line and a column in Unicode scalars, both from 1.
  func offset(line: Int, column: Int) -> Int {
    guard lines.indices.contains(line - 1) else { return bytes.count }
    let range = lines[line - 1]
    var index = range.lowerBound
    var left = column - 1
    while left > 0, index < range.upperBound {
      index += 1
      while index < range.upperBound, bytes[index] & 0xC0 == 0x80 { index += 1 }
      left -= 1
    }
    return index
  }

  func skippingBlanks(from offset: Int) -> Int {
    var index = offset
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
    return index
  }

  /// Where the blanks that end at `offset` start.
  func blanksStart(before offset: Int) -> Int {
    var index = offset
    while index > 0, Self.isBlank(bytes[index - 1]) { index -= 1 }
    return index
  }

  /// The next byte from `offset` on that is neither blank, line end nor comment.
  func skippingSpace(from offset: Int) -> Int {
    var index = offset
    while index < bytes.count {
      if isComment(index) {
        index = lineRange(of: index).upperBound
      } else if Self.isBlank(bytes[index]) {
        index += 1
      } else {
        let width = Self.widthOfBreak(bytes, index)
        guard width > 0 else { break }
        index += width
      }
    }
    return index
  }

  /// Where the last byte before `offset` is that is neither blank nor line end.
  func lastSign(before offset: Int) -> Int? {
    bytes[..<offset].lastIndex { !Self.isBlank($0) && $0 != 0x0A && $0 != 0x0D }
  }

  private func isComment(_ offset: Int) -> Bool {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "#") else { return false }
    return offset == lineRange(of: offset).lowerBound || Self.isBlank(bytes[offset - 1])
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  // MARK: - Texts

  /// The bytes of the text that starts at `offset` and reads as `text`, with its quotes; nil for one
  /// that is written as a block (`|`, `>`) or cannot be followed.
  func textRange(from offset: Int, reading text: String) -> Range<Int>? {
    let start = skippingTag(from: offset)
    guard start < bytes.count else { return text.isEmpty ? offset..<offset : nil }
    switch bytes[start] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return quotedEnd(from: start).map { offset..<$0 }
    case UInt8(ascii: "|") where !text.isEmpty, UInt8(ascii: ">") where !text.isEmpty: return nil
    default: return plainEnd(from: start, reading: text).map { offset..<$0 }
    }
  }

  /// The place behind a tag (`!!str`), which belongs to the value after it.
  func skippingTag(from offset: Int) -> Int {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "!") else { return offset }
    var index = offset
    while index < lineRange(of: offset).upperBound, !Self.isBlank(bytes[index]) { index += 1 }
    return skippingSpace(from: index)
  }

  private func quotedEnd(from start: Int) -> Int? {
    let quote = bytes[start]
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 2
      } else if bytes[index] != quote {
        index += 1
      } else if quote == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == quote {
        index += 2
      } else {
        return index + 1
      }
    }
    return nil
  }

  /// A plain text stands in the file as it is read, but for the space where its lines were joined.
  private func plainEnd(from start: Int, reading text: String) -> Int? {
    func isSpace(_ byte: UInt8) -> Bool { Self.isBlank(byte) || byte == 0x0A || byte == 0x0D }
    var (index, end) = (start, start)
    for byte in text.utf8 where !isSpace(byte) {
      while index < bytes.count, isSpace(bytes[index]) { index += 1 }
      guard index < bytes.count, bytes[index] == byte else { return nil }
      index += 1
      end = index
    }
    return end
  }
}

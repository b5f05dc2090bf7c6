/// Writes plain text: folds white space, keeps structure as line breaks, and lets nothing through
/// that is invisible or turns the text around.
struct PlainTextWriter: ~Copyable {
  private var output: TextOutput
  /// White space that will be written if more text comes.
  private var hasSpace = false
  private var hasTab = false
  /// Line breaks that will be written if more text comes: 1 a new line, 2 an empty line.
  private var breaks = 0
  /// What every new line begins with.
  private var quotes = 0
  private var indent = 0
  /// A list item was opened and nothing was written of it yet.
  private var hasBullet = false
  private var isPreformatted = false

  /// Deeper quotes and lists are not told apart: the text stays linear in the source.
  private static let deepest = 8
  private static let special: [Bool] = (0...255).map { TextCleaning.isSpecial(UInt8($0)) }

  init(capacity: Int) { output = TextOutput(capacity: capacity) }

  /// The text without white space at its ends.
  var text: String { String(valid: output.bytes) }

  mutating func breakLine() { breaks = max(breaks, 1) }
  mutating func breakParagraph() { breaks = 2 }
  /// A `<br>`: two of them make an empty line.
  mutating func addBreak() { breaks = min(breaks + 1, 2) }
  mutating func nextCell() { hasTab = true }
  mutating func bullet() {
    breakLine()
    hasBullet = true
  }
  mutating func setLevels(quotes: Int, lists: Int, isPreformatted: Bool) {
    self.quotes = min(quotes, Self.deepest)
    indent = min(max(lists - 1, 0), Self.deepest)
    self.isPreformatted = isPreformatted
  }

  /// Writes a piece of text that holds no references.
  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      if bytes[at] == 0x20 {
        space(0x20)
        at += 1
        continue
      }
      let end = words(bytes, at..<range.upperBound)
      if end > at {
        at = end
        continue
      }
      let (scalar, length) = TextCleaning.scalar(bytes, at)
      at += length
      write(scalar, next: at < range.upperBound ? bytes[at] : 0)
    }
  }

  /// Writes the words that the range begins with, as long as each is of ordinary characters and one
  /// space stands between them; returns where they end.
  private mutating func words(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    if Self.special[Int(bytes[range.lowerBound])] { return range.lowerBound }
    flush()
    var at = output.appendWords(bytes, from: range.lowerBound, to: range.upperBound)
    let start = at
    var before: UInt8 = at > range.lowerBound ? bytes[at - 1] : 0
    while at < range.upperBound {
      let byte = bytes[at]
      if Self.special[Int(byte)] || byte == 0x20 && before == 0x20 { break }
      before = byte
      at += 1
    }
    output.append(UnsafeBufferPointer(rebasing: bytes[start..<at]))
    // Whether the last space is written, the next word tells.
    if before == 0x20, !isPreformatted {
      output.removeLast()
      hasSpace = true
    }
    return at
  }

  /// Writes one scalar; `next` is the byte that follows, for joiners.
  mutating func write(_ scalar: Unicode.Scalar, next: UInt8 = 0) {
    switch TextCleaning.verdict(scalar) {
    case .keep: append(scalar)
    case .replace(let other): append(other)
    case .drop: break
    case .space: space(scalar.value == 9 ? 9 : 0x20)
    case .newline:
      if isPreformatted {
        if scalar != "\r" || next != 0x0A { breaks = min(breaks + 1, 2) }
      } else {
        hasSpace = true
      }
    case .joiner:
      if breaks == 0, !hasSpace, let last = output.last, last >= 0x80, next >= 0xC2 {
        append(scalar)
      }
    }
  }

  private mutating func space(_ byte: UInt8) {
    guard isPreformatted else {
      hasSpace = true
      return
    }
    // Indentation counts in code, so it is written as it comes.
    flush()
    output.append(byte)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    flush()
    output.append(utf8: scalar)
  }

  /// Writes what was put off until text came.
  @inline(__always) private mutating func flush() {
    if breaks > 0 || hasTab || hasBullet || output.isEmpty {
      flushStructure()
    } else if hasSpace {
      output.append(0x20)
      hasSpace = false
    }
  }

  private mutating func flushStructure() {
    if !output.isEmpty, breaks > 0 {
      trimLine()
      for _ in 0..<breaks { output.append(0x0A) }
    }
    if output.isEmpty || breaks > 0 {
      for _ in 0..<quotes { append(">", " ") }
      for _ in 0..<indent { append(" ", " ") }
    } else if hasTab {
      output.append(0x09)
    }
    if hasBullet { append("-", " ") }
    (breaks, hasTab, hasBullet, hasSpace) = (0, false, false, false)
  }

  private mutating func append(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
    output.append(UInt8(ascii: first))
    output.append(UInt8(ascii: second))
  }

  /// Takes white space off the end of what was written.
  mutating func trimLine() {
    while let last = output.last, last == 0x20 || last == 0x09 { output.removeLast() }
  }
}

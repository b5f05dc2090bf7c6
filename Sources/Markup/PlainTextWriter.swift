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
  private(set) var hasBullet = false
  /// The number of that item, if its list has numbers.
  private var number: Int?
  private var isPreformatted = false
  /// Nothing of the preformatted block was written yet: its first line ends do not count.
  private var isFresh = false
  /// A joiner or mark that will be written if what follows is not a word of ASCII, and whether there
  /// was white space before it.
  private var mark: (scalar: Unicode.Scalar, hasSpace: Bool)?
  /// An empty line between paragraphs; in code, where two are meant, two.
  private var mostBreaks = 2

  /// Deeper quotes and lists are not told apart: the text stays linear in the source.
  private static let deepest = 8

  init(capacity: Int) { output = TextOutput(capacity: capacity) }

  /// The text without white space at its ends.
  var text: String { String(valid: output.bytes) }

  mutating func breakLine() { breaks = max(breaks, 1) }
  mutating func breakParagraph() { breaks = 2 }
  /// A `<br>`: two of them make an empty line.
  mutating func addBreak() { breaks = min(breaks + 1, 2) }
  mutating func nextCell() { hasTab = true }
  mutating func bullet(_ number: Int? = nil) {
    breakLine()
    hasBullet = true
    self.number = number
  }
  /// From here on lines and spaces count as they are typed.
  mutating func startTyped() { isPreformatted = true }
  mutating func setLevels(quotes: Int, lists: Int, isPreformatted: Bool) {
    self.quotes = min(quotes, Self.deepest)
    indent = min(max(lists - 1, 0), Self.deepest)
    if isPreformatted != self.isPreformatted {
      self.isPreformatted = isPreformatted
      isFresh = isPreformatted
      mostBreaks = isPreformatted ? 3 : 2
    }
  }

  /// Writes the box of a task.
  mutating func writeBox(isChecked: Bool) {
    flush(next: UInt8(ascii: "["))
    append(isChecked ? "[x]" : "[ ]")
    hasSpace = true
  }

  /// Writes a piece of text up to the byte `stop`, or all of it; returns where it stopped.
  @discardableResult
  mutating func write(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, until stop: UInt8 = 0
  ) -> Int {
    var at = range.lowerBound
    while at < range.upperBound, bytes[at] != stop || stop == 0 {
      if bytes[at] == 0x20 {
        space(0x20)
        at += 1
        continue
      }
      let end = words(bytes, at..<range.upperBound, until: stop)
      if end > at {
        at = end
        continue
      }
      let (scalar, length) = TextCleaning.scalar(bytes, at)
      at += length
      write(scalar, next: at < range.upperBound ? bytes[at] : 0)
    }
    return at
  }

  /// Writes the words that the range begins with, as long as each is of ordinary characters and one
  /// space stands between them; returns where they end.
  private mutating func words(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, until stop: UInt8
  ) -> Int {
    if TextCleaning.isSpecial(bytes[range.lowerBound]) { return range.lowerBound }
    flush(next: bytes[range.lowerBound])
    var at = range.lowerBound
    var before: UInt8 = 0
    var goesOn = true
    while goesOn, at < range.upperBound {
      let start = at
      at = bytes.wordsEnd(from: start, to: range.upperBound, until: stop)
      if at > start {
        // Two spaces may meet here, where the words before ended.
        if before == 0x20, bytes[start] == 0x20 {
          at = start
          break
        }
        before = bytes[at - 1]
      }
      // What stopped it is looked at byte by byte: a letter beyond ASCII stops nothing else.
      let last = min(at + 8, range.upperBound)
      while at < last {
        let byte = bytes[at]
        goesOn = !TextCleaning.isSpecial(byte) && byte != stop && !(byte == 0x20 && before == 0x20)
        guard goesOn else { break }
        before = byte
        at += 1
      }
      output.append(UnsafeBufferPointer(rebasing: bytes[start..<at]))
    }
    // Whether the last space is written, the next word tells.
    if before == 0x20, !isPreformatted {
      output.removeLast()
      hasSpace = true
    }
    return at
  }

  /// Writes one scalar; `next` is the byte that follows, for line ends of two.
  mutating func write(_ scalar: Unicode.Scalar, next: UInt8 = 0) {
    switch TextCleaning.verdict(scalar) {
    case .keep: append(scalar)
    case .replace(let other): append(other)
    case .drop: break
    case .space: space(scalar.value == 9 ? 9 : 0x20)
    case .newline:
      if isPreformatted {
        if scalar != "\r" || next != 0x0A, !isFresh { breaks = min(breaks + 1, mostBreaks) }
      } else {
        hasSpace = true
      }
    case .mark: hold(scalar)
    }
  }

  private mutating func space(_ byte: UInt8) {
    guard isPreformatted else {
      hasSpace = true
      return
    }
    // Indentation counts in code, so it is written as it comes.
    flush(next: byte)
    output.append(byte)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    flush(next: scalar.value < 0x80 ? UInt8(scalar.value) : 0x80)
    output.append(utf8: scalar)
  }

  /// Keeps a joiner or mark until it is known what stands behind it.
  private mutating func hold(_ scalar: Unicode.Scalar) {
    guard mark == nil, breaks == 0, !hasTab, !hasBullet, let last = output.last else { return }
    if !hasSpace, isWord(last) { return }
    mark = (scalar, hasSpace)
    hasSpace = false
  }

  private mutating func flushMark(next: UInt8) {
    guard let held = mark else { return }
    mark = nil
    // At the end of a line or beside a word it only hides something; within a word of another
    // script a direction means nothing.
    let isAlone = held.hasSpace || hasSpace
    let isInside = !isAlone && (output.last ?? 0) >= 0x80 && next >= 0x80 && next != Self.sign
    guard breaks == 0, !hasTab, hasSpace || !isWord(next),
      held.scalar.value < 0x200E || !isInside
    else {
      hasSpace = isAlone
      return
    }
    if held.hasSpace { output.append(0x20) }
    output.append(utf8: held.scalar)
  }

  /// The first byte of the dashes, quotation marks and points of all languages.
  private static let sign: UInt8 = 0xE2

  private func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }

  /// Writes what was put off until text came, whose first byte is `next`.
  @inline(__always) private mutating func flush(next: UInt8) {
    if mark != nil { flushMark(next: next) }
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
    if hasBullet {
      if let number {
        // With a point it would be the end of a sentence to whoever looks for words near words.
        append("\(number)) ")
      } else {
        append("-", " ")
      }
    }
    (breaks, hasTab, hasBullet, hasSpace, isFresh) = (0, false, false, false, false)
  }

  private mutating func append(_ text: String) {
    for byte in text.utf8 { output.append(byte) }
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

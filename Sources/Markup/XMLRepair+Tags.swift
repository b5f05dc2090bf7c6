/// Tags: every element that is opened is closed once, in the order that XML wants.
extension XMLRepair {
  /// Deeper elements are left out, and their text stays.
  static let deepest = 250
  /// Elements that never stand in one of their own name: one that begins closes the one before.
  private static let unnested = ["item", "entry"]

  /// Reads a start tag; false if it is none, and its `<` is text.
  mutating func startTag() -> Bool {
    let start = at
    let written = output.count
    let name = self.name(at: at + 1)
    guard isTag(endOfName: name.upperBound) else { return false }
    noteMoreAfterEnd()
    closeUnnested(name)
    output.append(UInt8(ascii: "<"))
    output.append(contentsOf: bytes[name])
    at = name.upperBound
    var names: [Range<Int>] = []
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: ">") {
        at += 1
        return begin(name, at: start, from: written, isClosed: false)
      } else if byte == UInt8(ascii: "/"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: ">")
      {
        at += 2
        return begin(name, at: start, from: written, isClosed: true)
      } else if byte == UInt8(ascii: "<") {
        // A tag that was never closed ends where the next begins.
        mend(start, .openTag(name))
        return begin(name, at: start, from: written, isClosed: false)
      } else if isNameStart(byte) {
        attribute(&names)
      } else {
        if byte == 0x0A { output.append(byte) }
        if !isSpace(byte) { mend(at, .strayInTag(name)) }
        at += 1
      }
    }
    // The document ends within the tag, and its last value may be half of one.
    output.removeSubrange(written...)
    keepLines(start..<bytes.count)
    mend(start, .cutTag)
    return true
  }

  /// Finishes a start tag that was written from a place of the output on.
  private mutating func begin(
    _ name: Range<Int>, at start: Int, from written: Int, isClosed: Bool
  ) -> Bool {
    if open.count >= Self.deepest, !isClosed {
      mend(start, .tooDeep)
      output.removeSubrange(written...)
      keepLines(start..<at)
      return true
    }
    if !open.isEmpty { hasContent = true }
    if isClosed {
      output.append(UInt8(ascii: "/"))
    } else {
      open.append(name)
    }
    output.append(UInt8(ascii: ">"))
    if isClosed, open.isEmpty { endWithoutContent(name) }
    return true
  }

  /// `<rss/>` as the root: what follows would stand outside.
  private mutating func endWithoutContent(_ name: Range<Int>) {
    output.removeLast(2)
    output.append(UInt8(ascii: ">"))
    open.append(name)
    hasEnded = true
  }

  /// The end of a name, and whether a tag goes on after it: `<ann@e.example>` and "a<b then" are text.
  private func isTag(endOfName end: Int) -> Bool {
    guard end < bytes.count else { return true }
    let byte = bytes[end]
    guard isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == 0x3C
    else { return false }
    if byte == UInt8(ascii: "/") {
      return end + 1 >= bytes.count || bytes[end + 1] == UInt8(ascii: ">")
    }
    guard isSpace(byte) else { return true }
    let next = bytes[end...].prefix(64)
    guard let mark = next.firstIndex(where: { "=></".utf8.contains($0) }),
      bytes[mark] == UInt8(ascii: "<")
    else { return true }
    // Words and no end: nobody meant a tag.
    return bytes[end..<mark].allSatisfy(isSpace)
  }

  private mutating func closeUnnested(_ name: Range<Int>) {
    let local = localName(name)
    guard Self.unnested.contains(where: { isText($0, local) }),
      let index = open.lastIndex(where: { isSame($0, name) })
    else { return }
    mend(at, .unnested(name))
    close(downTo: index)
  }

  // MARK: Ends

  mutating func endTag() {
    let start = at
    let name = self.name(at: at + 2)
    var end = name.upperBound
    while end < bytes.count, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "<") {
      end += 1
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: ">") { end += 1 }
    guard
      let index = open.lastIndex(where: { $0.count == name.count && isExactly($0, name) })
        ?? open.lastIndex(where: { isSame($0, name) })
    else {
      mend(start, .endsNothing(name))
      return drop(to: end)
    }
    if let inner = open.last, index < open.count - 1 {
      mend(start, .notClosed(inner, before: name))
    } else if !isExactly(open[index], name) {
      mend(start, .otherCase(open[index], by: name))
    }
    if index > 0 {
      close(downTo: index)
    } else {
      if open.count > 1 { close(downTo: 1) }
      hasEnded = true
    }
    drop(to: end)
  }

  private mutating func close(downTo index: Int) {
    while open.count > index {
      output.append(contentsOf: [UInt8(ascii: "<"), UInt8(ascii: "/")])
      output.append(contentsOf: bytes[open.removeLast()])
      output.append(UInt8(ascii: ">"))
    }
  }

  /// Closes what is open when the document ends.
  mutating func finish() {
    if !hasEnded, let last = open.last {
      mend(bytes.count, .cut(last))
      isCut = open.count > 1 || !hasContent || !bytes[last].elementsEqual("rss".utf8)
    }
    close(downTo: 0)
  }

  mutating func noteMoreAfterEnd() {
    guard hasEnded, !hasMoreAfterEnd else { return }
    hasMoreAfterEnd = true
    mend(at, .moreAfterEnd)
  }

  // MARK: Names

  func name(at start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, isNameStart(bytes[end]) || isNamePart(bytes[end]) { end += 1 }
    return start..<end
  }

  func isNamePart(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private func localName(_ name: Range<Int>) -> Range<Int> {
    let colon = bytes[name].lastIndex(of: UInt8(ascii: ":"))
    return (colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound
  }

  private func isText(_ text: String, _ name: Range<Int>) -> Bool {
    text.utf8.count == name.count && zip(text.utf8, bytes[name]).allSatisfy { $0 == lowercased($1) }
  }

  private func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    one.count == other.count && isName(one.lowerBound, other)
  }

  func isExactly(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    one.count == other.count && bytes[one].elementsEqual(bytes[other])
  }
}

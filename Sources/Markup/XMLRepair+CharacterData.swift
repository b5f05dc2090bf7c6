/// CDATA sections: never closed, or one in another.
extension XMLRepair {
  mutating func characterData() {
    let start = at + 9
    let close = next(.data, from: start)
    let inner = bytes.firstRange(of: "<![CDATA[", from: start, to: close ?? bytes.count)
    if let inner, let end = endOfElement(in: start..<inner.lowerBound) {
      // Somebody forgot to close it: the next one's end is not its own.
      mend(at, .openData)
      write(start..<end, closesAt: end)
    } else if let close {
      let end = inner == nil ? close : endOfNested(from: close)
      if end != close { mend(at, .nestedData) }
      write(start..<end, closesAt: end + 3)
    } else {
      mend(at, .openData)
      let end = endOfElement(in: start..<bytes.count) ?? bytes.count
      write(start..<end, closesAt: end)
    }
  }

  /// Writes a section; what is too long for one, or would end it too early, is split.
  private mutating func write(_ range: Range<Int>, closesAt end: Int) {
    var rest = range
    repeat {
      var pieceEnd = min(rest.lowerBound + XMLScan.longestData, rest.upperBound)
      while pieceEnd < rest.upperBound, bytes[pieceEnd] & 0xC0 == 0x80 { pieceEnd -= 1 }
      output.append(contentsOf: "<![CDATA[".utf8)
      let start = output.count
      copyAllowed(rest.lowerBound..<pieceEnd)
      split(from: start)
      output.append(contentsOf: "]]>".utf8)
      rest = pieceEnd..<rest.upperBound
    } while !rest.isEmpty
    at = end
  }

  /// Splits what was written of a section at each end in it. The output counts, not the input: a
  /// control character that is left out of `]]` and `>` brings them together, and what follows would
  /// be markup.
  private mutating func split(from start: Int) {
    let text = output.withUnsafeBufferPointer { written in
      written.firstRange(of: "]]>", from: start) == nil ? [] : Array(written[start...])
    }
    guard !text.isEmpty else { return }
    output.removeSubrange(start...)
    text.withUnsafeBufferPointer { text in
      var start = 0
      while let close = text.firstRange(of: "]]>", from: start) {
        output.append(contentsOf: text[start..<close.lowerBound + 2])
        output.append(contentsOf: "]]><![CDATA[".utf8)
        start = close.lowerBound + 2
      }
      output.append(contentsOf: text[start...])
    }
  }

  /// The start of the end tag of the element that is open, in a part of the input.
  private func endOfElement(in range: Range<Int>) -> Int? {
    guard let name = open.last else { return nil }
    var at = range.lowerBound
    while let tag = bytes.firstRange(of: "</", from: at, to: range.upperBound)?.lowerBound {
      if isName(tag + 2, name), tag + 2 + name.count < bytes.count,
        bytes[tag + 2 + name.count] == UInt8(ascii: ">")
      {
        return tag
      }
      at = tag + 2
    }
    return nil
  }

  /// The end of a section that holds others, as scripts in a page do: the first end that is followed by
  /// that of the element, or the very first.
  private func endOfNested(from first: Int) -> Int {
    var close = first
    for _ in 0..<16 {
      var next = close + 3
      while next < bytes.count, isSpace(bytes[next]) { next += 1 }
      if bytes.hasText("</", at: next), let name = open.last, isName(next + 2, name) {
        return close
      }
      guard
        let later = bytes.firstRange(
          of: "]]>", from: close + 3, to: min(bytes.count, first + 262_144))
      else { return first }
      if bytes.firstRange(of: "<item", from: close, to: later.lowerBound) != nil { return first }
      close = later.lowerBound
    }
    return first
  }

  /// Whether the name in a range of the input stands at a place, in whatever case.
  func isName(_ place: Int, _ name: Range<Int>) -> Bool {
    guard place + name.count <= bytes.count else { return false }
    for offset in 0..<name.count
    where lowercased(bytes[place + offset]) != lowercased(bytes[name.lowerBound + offset]) {
      return false
    }
    return true
  }
}

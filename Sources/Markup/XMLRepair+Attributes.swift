/// Attributes: each is written anew, once, in quotes.
extension XMLRepair {
  /// The longest value of an attribute, in bytes.
  private static let longestValue = 32_768

  mutating func attribute(_ names: inout [Range<Int>]) {
    let start = at
    let name = self.name(at: at)
    let isRepeated = names.contains { $0.count == name.count && isExactly($0, name) }
    if isRepeated { mend(start, .repeatedAttribute(name)) }
    if names.count < 64 { names.append(name) }
    let written = output.count
    output.append(0x20)
    output.append(contentsOf: bytes[name])
    output.append(contentsOf: [UInt8(ascii: "="), 0x22])
    at = name.upperBound
    var next = at
    while next < bytes.count, isSpace(bytes[next]) { next += 1 }
    if next < bytes.count, bytes[next] == UInt8(ascii: "=") {
      at = next + 1
      while at < bytes.count, isSpace(bytes[at]) { at += 1 }
      value(of: name)
    } else {
      mend(start, .noValue(name))
    }
    output.append(0x22)
    if isRepeated { output.removeSubrange(written...) }
    keepLines(start..<at)
  }

  private mutating func value(of name: Range<Int>) {
    guard at < bytes.count else { return }
    let quote = bytes[at]
    guard quote == 0x22 || quote == 0x27 else {
      mend(at, .noQuotes(name))
      return writeValue(to: endOfBareValue(from: at))
    }
    at += 1
    guard let close = bytes.firstIndex(ofByte: quote, from: at) else {
      mend(at - 1, .openValue(name))
      return writeValue(to: endOfBareValue(from: at))
    }
    let stray = bytes.firstIndex(ofByte: UInt8(ascii: "<"), from: at, to: close)
    if let stray {
      let next = close + 1 < bytes.count ? bytes[close + 1] : 0x20
      let isWhole = isSpace(next) || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
      guard close - stray < 2048, isWhole else {
        mend(at - 1, .openValue(name))
        return writeValue(to: endOfBareValue(from: at))
      }
      mend(stray, .lessInValue(name))
    } else if close - at > Self.longestValue {
      // A picture in a `src` must not cost the feed.
      mend(at - 1, .longValue)
      at = close
    }
    writeValue(to: close)
    at = close + 1
  }

  /// Where a value ends that has no quotes, or only the first of them.
  private func endOfBareValue(from start: Int) -> Int {
    var end = start
    while end < bytes.count, !isSpace(bytes[end]), bytes[end] != UInt8(ascii: ">"),
      bytes[end] != UInt8(ascii: "<"), end - start < Self.longestValue
    {
      if bytes[end] == UInt8(ascii: "/"), end + 1 < bytes.count,
        bytes[end + 1] == UInt8(ascii: ">")
      {
        break
      }
      end += 1
    }
    // The limit may stand in the middle of a letter.
    while end < bytes.count, end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  private mutating func writeValue(to end: Int) {
    while at < end {
      let byte = bytes[at]
      if byte == UInt8(ascii: "&") {
        reference()
      } else if byte == UInt8(ascii: "<") {
        output.append(contentsOf: "&lt;".utf8)
        at += 1
      } else if byte == 0x22 {
        output.append(contentsOf: "&quot;".utf8)
        at += 1
      } else if isForbidden(at) {
        dropForbidden()
      } else {
        // Lines are counted after the value: XML makes a space of them.
        output.append(byte == 0x0A ? 0x20 : byte)
        at += 1
      }
    }
  }
}

/// A tag, by where its parts stand.
struct HTMLTag {
  var name: Range<Int>
  var attributes: Range<Int>
  /// From `<` to `>`.
  var range: Range<Int>
  var isSelfClosing: Bool
  /// Whether there is something like `style` or `hidden` among the names of the attributes.
  var mayHide: Bool
  var element: HTMLElement

  /// The raw value of an attribute; nil if the tag has none of the name, empty if it has no value.
  func attribute(_ name: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var at = attributes.lowerBound
    while let (found, value) = nextAttribute(&at, bytes) {
      if found.count == name.utf8CodeUnitCount,
        bytes.hasTextIgnoringCase(name, at: found.lowerBound)
      {
        return value
      }
    }
    return nil
  }

  /// The raw values of all attributes by their names in lower case; the first of a name counts.
  func attributes(in bytes: UnsafeBufferPointer<UInt8>) -> [String: Range<Int>] {
    var all: [String: Range<Int>] = [:]
    var at = attributes.lowerBound
    while all.count < 100, let (found, value) = nextAttribute(&at, bytes) {
      let name = String(decoding: bytes[found], as: UTF8.self).lowercased()
      if all[name] == nil { all[name] = value }
    }
    return all
  }

  private func nextAttribute(
    _ at: inout Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (name: Range<Int>, value: Range<Int>)? {
    let end = attributes.upperBound
    while at < end, isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") { at += 1 }
    guard at < end else { return nil }
    let start = at
    // A stray `=` begins a name, as the standard says, so that every step goes on.
    at += 1
    while at < end, !isSpace(bytes[at]), bytes[at] != UInt8(ascii: "="),
      bytes[at] != UInt8(ascii: "/")
    {
      at += 1
    }
    let name = start..<at
    while at < end, isSpace(bytes[at]) { at += 1 }
    guard at < end, bytes[at] == UInt8(ascii: "=") else {
      return (name, name.upperBound..<name.upperBound)
    }
    at += 1
    return (name, readValue(&at, end, bytes))
  }

  private func readValue(
    _ at: inout Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    while at < end, isSpace(bytes[at]) { at += 1 }
    guard at < end, bytes[at] == 0x22 || bytes[at] == 0x27 else {
      let start = at
      while at < end, !isSpace(bytes[at]) { at += 1 }
      return start..<at
    }
    let start = at + 1
    at = bytes.firstIndex(ofByte: bytes[at], from: start, to: end) ?? end
    let value = start..<at
    at = min(at + 1, end)
    return value
  }

  /// Whether the element is there but never shown.
  func isHidden(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard mayHide else { return false }
    var at = attributes.lowerBound
    while let (name, value) = nextAttribute(&at, bytes) {
      switch name.count {
      case 6 where bytes.hasTextIgnoringCase("hidden", at: name.lowerBound): return true
      case 5 where bytes.hasTextIgnoringCase("style", at: name.lowerBound):
        if hides(value, bytes) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether a style says that nothing is to be seen.
  private func hides(_ style: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard style.count < 4096 else { return false }
    let plain = bytes[style].filter { !isSpace($0) }.map(lowercased)
    return plain.withUnsafeBufferPointer {
      $0.firstRange(of: "display:none", from: 0) != nil
        || $0.firstRange(of: "visibility:hidden", from: 0) != nil
        || $0.firstRange(of: "mso-hide:all", from: 0) != nil
        || isNothing("font-size:0", $0) || isNothing("opacity:0", $0)
    }
  }

  /// Whether a measure is 0, and not 0.9.
  private func isNothing(_ measure: StaticString, _ style: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let end = style.firstRange(of: measure, from: 0)?.upperBound else { return false }
    guard end < style.count else { return true }
    return style[end] != UInt8(ascii: ".") && style[end] &- UInt8(ascii: "0") > 9
  }

  /// Whether it is the tag of a name in lower case.
  func isNamed(_ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    name.count == text.utf8CodeUnitCount
      && bytes.hasTextIgnoringCase(text, at: name.lowerBound)
  }

  /// Whether an attribute's value holds one of some ASCII texts in lower case, in whatever case.
  func attribute(
    _ name: StaticString, holds texts: StaticString..., in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let value = attribute(name, in: bytes), value.count < 4096 else { return false }
    for at in value {
      for text in texts
      where at + text.utf8CodeUnitCount <= value.upperBound
        && bytes.hasTextIgnoringCase(text, at: at)
      { return true }
    }
    return false
  }

  /// Whether another tag has the same name, in whatever case.
  func isNamed(
    like other: HTMLTag, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard name.count == other.name.count else { return false }
    for offset in 0..<name.count
    where lowercased(bytes[name.lowerBound + offset])
      != lowercased(bytes[other.name.lowerBound + offset])
    { return false }
    return true
  }
}

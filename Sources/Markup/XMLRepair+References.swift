/// References, and the document type that may declare what they mean.
extension XMLRepair {
  mutating func reference() {
    let start = at + 1
    var end = start
    while end < bytes.count, end - start < 64, isNameStart(bytes[end]) || isNamePart(bytes[end]) {
      end += 1
    }
    let isClosed = end < bytes.count && bytes[end] == UInt8(ascii: ";")
    if isClosed, end > start {
      let name = String(decoding: bytes[start..<end], as: UTF8.self)
      if ["amp", "lt", "gt", "quot", "apos"].contains(name) {
        output.append(contentsOf: bytes[at...end])
        at = end + 1
        return
      }
      if let text = entities[name], expanded + text.count <= Self.mostExpanded {
        expanded += text.count
        output.append(contentsOf: text)
        at = end + 1
        return
      }
    }
    if bytes.hasText("#", at: start), let found = CharacterReference(bytes, at: start) {
      let isTold = bytes[start + found.length - 1] == UInt8(ascii: ";")
      if !isTold || !Self.isAllowed(found.first) {
        mend(at, .reference)
      }
      append(Self.isAllowed(found.first) ? found.first : "\u{FFFD}")
      at = start + found.length
      return
    }
    mend(at, .reference)
    if isClosed, let found = CharacterReference(bytes, at: start), start + found.length == end + 1 {
      append(found.first)
      if let second = found.second { append(second) }
      at = end + 1
    } else {
      output.append(contentsOf: "&amp;".utf8)
      at += 1
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": output.append(contentsOf: "&amp;".utf8)
    case "<": output.append(contentsOf: "&lt;".utf8)
    case "\"": output.append(contentsOf: "&quot;".utf8)
    case "'": output.append(contentsOf: "&apos;".utf8)
    default: output.append(utf8: scalar)
    }
  }

  /// XML 1.0, production 2.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    return value >= 0x20 && value != 0xFFFE && value != 0xFFFF || value == 9 || value == 10
      || value == 13
  }

  /// Reads the plain entities that a document type declares and drops all of it. Only short texts
  /// count: nothing outside the document, no markup, no entity within another.
  mutating func documentType() {
    let start = at
    var end = start + 9
    var hasSubset = false
    var quote: UInt8 = 0
    while end < bytes.count {
      let byte = bytes[end]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if bytes.hasText("<!--", at: end) {
        end = bytes.firstRange(of: "-->", from: end)?.upperBound ?? bytes.count
        continue
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        hasSubset = true
      } else if byte == UInt8(ascii: "]") {
        hasSubset = false
      } else if bytes.hasText("<!ENTITY", at: end) {
        declareEntity(at: end + 8)
      } else if byte == UInt8(ascii: ">"), !hasSubset {
        end += 1
        break
      }
      end += 1
    }
    end = min(end, bytes.count)
    keepLines(start..<end)
    at = end
  }

  private mutating func declareEntity(at start: Int) {
    var at = start
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    let nameStart = at
    while at < bytes.count, isNameStart(bytes[at]) || isNamePart(bytes[at]) { at += 1 }
    let name = nameStart..<at
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    guard !name.isEmpty, name.count <= 64, at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27,
      let close = bytes.firstIndex(ofByte: bytes[at], from: at + 1),
      close - at <= Self.longestEntity,
      entities.count < 1000
    else { return }
    var text: [UInt8] = []
    at += 1
    while at < close {
      if bytes[at] == UInt8(ascii: "<") || bytes[at] == UInt8(ascii: "%") { return }
      if bytes[at] == UInt8(ascii: "&") {
        guard let found = CharacterReference(bytes, at: at + 1), Self.isAllowed(found.first),
          found.second == nil
        else { return }
        text.append(contentsOf: xmlEscaped(String(Character(found.first))).utf8)
        at += 1 + found.length
      } else {
        text.append(bytes[at])
        at += 1
      }
    }
    entities[String(decoding: bytes[name], as: UTF8.self)] = text
  }
}

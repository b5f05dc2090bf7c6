extension MarkedText {
  /// What a person would read, with paragraphs, lines, lists, quotations and code kept.
  ///
  /// No control, turning or invisible character is left. Paragraphs stand apart by an empty line,
  /// items begin with `- ` or `1) `, quoted lines with `> `, cells are separated by tabs.
  package func plainText() -> String {
    var source = source
    return source.withUTF8 { bytes in
      switch kind {
      case .html:
        var reader = PlainTextReader(bytes)
        return reader.read()
      case .plain:
        var writer = PlainTextWriter(capacity: bytes.count)
        writer.startTyped()
        writer.write(bytes, 0..<bytes.count)
        writer.trimLine()
        return writer.text
      }
    }
  }

  /// The text in one line of at most `limit` characters, for titles and names.
  ///
  /// Only elements that HTML knows count as tags here: "Array<T>" is a title that people write.
  package func oneLine(limit: Int = 500) -> String {
    var source = source
    return source.withUTF8 { Markup.oneLine($0, kind: kind, limit: limit) }
  }
}

extension MarkedText {
  /// The same text as plain text, if it is called HTML but has no tag and paragraphs of its own:
  /// forums and podcasts put what people typed into RSS as it is, and HTML would run it together.
  package func untagged() -> MarkedText {
    guard kind == .html else { return self }
    var source = source
    return source.withUTF8 { bytes in
      guard bytes.firstIndex(ofByte: UInt8(ascii: "<"), from: 0) == nil, Self.hasEmptyLine(bytes)
      else { return self }
      let plain = CharacterReference.replaced(in: bytes, 0..<bytes.count, inAttribute: false)
      return MarkedText(String(decoding: plain, as: UTF8.self), kind: .plain, base: base)
    }
  }

  private static func hasEmptyLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let line = bytes.firstIndex(ofByte: 0x0A, from: 0) else { return false }
    var isAtStart = false
    for byte in bytes[line...] {
      if byte == 0x0A {
        if isAtStart { return true }
        isAtStart = true
      } else if !isSpace(byte) {
        isAtStart = false
      }
    }
    return false
  }
}

/// A message or name in one line, without anything that a terminal would obey.
package func oneLine(_ text: String, limit: Int = 500) -> String {
  MarkedText(text, kind: .plain).oneLine(limit: limit)
}

/// UTF-8 in one line of at most `limit` characters.
package func oneLine(
  _ bytes: UnsafeBufferPointer<UInt8>, kind: MarkedText.Kind, limit: Int = 500
) -> String {
  if bytes.count <= limit, isCleanLine(bytes) { return String(valid: bytes) }
  if kind == .plain || !bytes.contains(where: { $0 == 0x3C || $0 == 0x26 }) {
    return shortened(cleanLine(bytes), to: limit)
  }
  var reader = PlainTextReader(bytes, keepsUnknownTags: true)
  var text = reader.read()
  return shortened(text.withUTF8(cleanLine), to: limit)
}

/// Whether there is nothing to do: ASCII, single spaces between words, no markup.
private func isCleanLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let first = bytes.first, first != 0x20 else { return false }
  let at = bytes.wordsEnd(from: 0, to: bytes.count, until: UInt8(ascii: "&"))
  if bytes.firstIndex(ofByte: UInt8(ascii: "<"), from: 0, to: at) != nil { return false }
  var before: UInt8 = at > 0 ? bytes[at - 1] : 0
  for byte in bytes[at...] {
    if byte <= 0x20 {
      if byte != 0x20 || before == 0x20 { return false }
    } else if byte >= 0x7F || byte == 0x3C || byte == 0x26 {
      return false
    }
    before = byte
  }
  return before != 0x20
}

private func cleanLine(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  var writer = PlainTextWriter(capacity: min(bytes.count, 4096))
  writer.write(bytes, 0..<bytes.count)
  return writer.text
}

private func shortened(_ text: String, to limit: Int) -> String {
  // No character is shorter than a byte, so most titles need not be counted.
  guard text.utf8.count > limit,
    let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
    end < text.endIndex
  else { return text }
  let last = text.index(before: end)
  return String(text[..<last]) + "…"
}

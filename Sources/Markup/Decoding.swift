/// A document in UTF-8, with what it took to get there.
package struct DecodedText: Sendable {
  /// UTF-8 without a byte order mark; always valid.
  package var bytes: [UInt8]
  /// The encoding the bytes were read in, as a WHATWG name in lower case.
  package var encoding: String
  /// What was wrong with the encoding, for people; nil if nothing was.
  package var problem: String?
}

/// Turns a document into UTF-8, whatever it is in and whatever it says that it is in.
///
/// The order is that of RFC 7303 and the WHATWG encoding standard: byte order mark, the zero bytes
/// of an unmarked UTF-16 or UTF-32, the charset of `contentType`, the XML declaration, UTF-8. A
/// declaration that the bytes belie is ignored: valid UTF-8 with multi-byte characters is UTF-8
/// under whatever single-byte label, and what is not valid UTF-8 is Windows-1252.
package func decode(_ bytes: [UInt8], contentType: String? = nil) -> DecodedText {
  if let mark = ByteOrder.marked(bytes) {
    let body = mark.skip
    guard mark.order == .utf8 else { return mark.order.decode(bytes, from: body) }
    return decodeUTF8(Array(bytes[body...]))
  }
  if let order = ByteOrder.unmarked(bytes) { return order.decode(bytes, from: 0) }

  let served = contentType.flatMap(charset(ofContentType:))
  let declared = declaredEncoding(bytes)
  var problem: String?
  for label in [served, declared].compactMap({ $0 }) {
    guard let encoding = TextEncoding(label: label) else {
      problem = problem ?? "the encoding \"\(printable(label))\" is not known"
      continue
    }
    // A document whose declaration could be read byte by byte is not in UTF-16.
    if encoding.isUnicode {
      if isMostlyUTF8(bytes) { break }
      problem = problem ?? "the document is not in \(encoding.name) as it says"
      continue
    }
    if encoding.isSingleByte, isUTF8(bytes), bytes.contains(where: { $0 >= 0x80 }) {
      return DecodedText(
        bytes: bytes, encoding: "utf-8",
        problem: "the document says that it is in \(encoding.name) but is in UTF-8")
    }
    if let decoded = encoding.decode(bytes) { return decoded }
    problem = problem ?? "the document is not in \(encoding.name) as it says"
  }
  var decoded = decodeUTF8(bytes)
  decoded.problem = decoded.problem ?? problem
  return decoded
}

private func decodeUTF8(_ bytes: [UInt8]) -> DecodedText {
  if isUTF8(bytes) { return DecodedText(bytes: bytes, encoding: "utf-8", problem: nil) }
  // A feed in UTF-8 with one broken sequence (a title cut in the middle of a letter) must not turn
  // into mojibake altogether: where most sequences are sound, only the broken ones are replaced.
  if isMostlyUTF8(bytes) {
    return DecodedText(
      bytes: Array(String(decoding: bytes, as: UTF8.self).utf8), encoding: "utf-8",
      problem: "some bytes are not UTF-8")
  }
  var text: [UInt8] = []
  text.reserveCapacity(bytes.count + bytes.count / 8)
  for byte in bytes {
    if byte < 0x80 { text.append(byte) } else { text.append(utf8: Windows1252.scalar(byte)) }
  }
  return DecodedText(
    bytes: text, encoding: "windows-1252", problem: "the document is not in UTF-8")
}

/// Whether the bytes are UTF-8; ASCII goes eight at a time.
func isUTF8(_ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBufferPointer { bytes in
    var at = 0
    while at < bytes.count {
      if let length = soundLength(bytes, at) { at += length } else { return false }
    }
    return true
  }
}

/// Whether more of the characters beyond ASCII are UTF-8 than are not, or there are none.
private func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBufferPointer { bytes in
    var (at, sound, broken) = (0, 0, 0)
    while at < bytes.count {
      if let length = soundLength(bytes, at) {
        if bytes[at] >= 0x80 { sound += 1 }
        at += length
      } else {
        broken += 1
        at += 1
      }
    }
    return broken == 0 || sound > broken
  }
}

/// The bytes of a run of ASCII, or of one sound multi-byte character; nil for a broken one.
///
/// Unicode standard, table 3-7: no overlong forms, no surrogates, nothing above U+10FFFF.
@inline(__always)
private func soundLength(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
  let lead = bytes[start]
  if lead < 0x80 {
    var at = start + 1
    while at + 8 <= bytes.count,
      UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + at).loadUnaligned(as: UInt64.self)
        & 0x8080_8080_8080_8080 == 0
    {
      at += 8
    }
    while at < bytes.count, bytes[at] < 0x80 { at += 1 }
    return at - start
  }
  let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  guard lead >= 0xC2, lead <= 0xF4, start + length <= bytes.count else { return nil }
  let second = bytes[start + 1]
  let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
  let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
  guard second >= lowest, second <= highest else { return nil }
  for offset in 2..<max(length, 2) where bytes[start + offset] & 0xC0 != 0x80 { return nil }
  return length
}

/// The `charset` of a `Content-Type`; quotes and spaces around it do not count.
private func charset(ofContentType type: String) -> String? {
  for part in type.split(separator: ";").dropFirst() {
    let pair = part.split(separator: "=", maxSplits: 1)
    guard pair.count == 2, trimmed(pair[0]).lowercased() == "charset" else { continue }
    let value = trimmed(pair[1])
    return value.isEmpty ? nil : value
  }
  return nil
}

private func trimmed(_ text: Substring) -> String {
  let skipped: Set<Character> = [" ", "\t", "\"", "'"]
  let start = text.drop { skipped.contains($0) }
  return String(start.reversed().drop { skipped.contains($0) }.reversed())
}

/// The encoding that the XML declaration names, within the first kilobyte.
private func declaredEncoding(_ bytes: [UInt8]) -> String? {
  bytes.withUnsafeBufferPointer { bytes in
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(1024))
    guard let start = head.firstRange(of: "<?xml", from: 0)?.upperBound,
      let end = head.firstRange(of: "?>", from: start)?.lowerBound,
      let name = head.firstRange(of: "encoding", from: start)?.upperBound, name < end,
      let quote = head[name..<end].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
      let close = head[(quote + 1)..<end].firstIndex(of: head[quote])
    else { return nil }
    return String(decoding: head[(quote + 1)..<close], as: UTF8.self)
  }
}

/// A label for people: ASCII, at most forty characters.
private func printable(_ label: String) -> String {
  String(decoding: label.utf8.prefix(40).filter { (0x20..<0x7F).contains($0) }, as: UTF8.self)
}

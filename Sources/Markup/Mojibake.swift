/// Undoes the commonest fault of all: UTF-8 that was read as Latin 1 or Windows-1252 and written as
/// UTF-8 once more, "â€¦" for "…".
///
/// It happens field by field (a database that was moved, a blog that quotes another), so it is
/// looked for in each. Only a text whose every character beyond ASCII is part of such a sequence is
/// changed: one "é" that is just that, and the text stays as it is.
package enum Mojibake {
  /// The text as it was before, in UTF-8; nil if nothing is wrong with it.
  package static func repaired(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard !text.isEmpty else { return nil }
    let start = text[0] < 0x80 ? UTF8Survey.asciiLength(text, 0) : 0
    // Nearly every text ends here: with ASCII alone, or with a character that begins no sequence.
    guard start < text.count, let lead = byte(text, start), lead.value >= 0xC2,
      start + lead.length < text.count, let next = byte(text, start + lead.length),
      next.value & 0xC0 == 0x80
    else { return nil }
    var bytes = [UInt8](text[..<start])
    bytes.reserveCapacity(text.count)
    var at = start
    var sequences = 0
    while at < text.count {
      if text[at] < 0x80 {
        let length = UTF8Survey.asciiLength(text, at)
        bytes.append(contentsOf: text[at..<(at + length)])
        at += length
      } else {
        guard let length = appendSequence(text, at, &bytes) else { return nil }
        at += length
        sequences += 1
      }
    }
    // A single odd pair may be meant: only those of Latin letters and signs are so common.
    if sequences == 1, lead.value > 0xC3, lead.value < 0xE0 { return nil }
    return bytes
  }

  /// Appends the one character of UTF-8 that the characters from an offset on were; their length,
  /// or nil if they were none.
  private static func appendSequence(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ bytes: inout [UInt8]
  ) -> Int? {
    guard let lead = byte(text, start), lead.value >= 0xC2, lead.value <= 0xF4 else { return nil }
    let count = lead.value < 0xE0 ? 2 : lead.value < 0xF0 ? 3 : 4
    let first = bytes.count
    bytes.append(lead.value)
    var at = start + lead.length
    for _ in 1..<count {
      guard at < text.count, let next = byte(text, at), next.value & 0xC0 == 0x80 else {
        return nil
      }
      bytes.append(next.value)
      at += next.length
    }
    let isSound = bytes.withUnsafeBufferPointer { UTF8Survey.soundLength($0, first) == count }
    return isSound ? at - start : nil
  }

  /// The byte that the character at an offset was read from, and the character's length in UTF-8.
  @inline(__always)
  private static func byte(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int
  ) -> (value: UInt8, length: Int)? {
    let (scalar, length) = TextCleaning.scalar(text, at)
    if scalar.value < 0x80 { return nil }
    if scalar.value < 0x100 { return (UInt8(scalar.value), length) }
    return Windows1252.byte(scalar).map { ($0, length) }
  }
}

extension Windows1252 {
  /// The byte of a character above U+00FF; nil if the code page does not have it.
  static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    guard (0x152...0x2122).contains(scalar.value) else { return nil }
    return bytes[scalar.value]
  }

  private static let bytes: [UInt32: UInt8] = {
    var bytes: [UInt32: UInt8] = [:]
    for byte in UInt8(0x80)...0x9F { bytes[scalar(byte).value] = byte }
    return bytes
  }()
}

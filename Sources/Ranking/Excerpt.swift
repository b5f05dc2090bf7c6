/// The part of a conversation that shows what it is about.
enum Excerpt {
  /// The most Characters of an excerpt.
  static let longest = 240

  /// The sentences around the hit that tells most, or the start of the first text without one.
  static func text(of reading: Reading, around matches: [KeywordMatch]) -> String {
    let best = matches.sorted { $0.strength > $1.strength }
    let hits = best.lazy.flatMap(\.hits).filter { reading.fields[$0.field].kind != .title }
    if let hit = hits.first { return cut(reading.fields[hit.field].text, around: hit.bytes) }
    let first = reading.fields.first { $0.kind != .title && $0.words > 0 }
    return first.map { cut($0.text, around: 0..<0) } ?? ""
  }

  /// Whole sentences of `text` around a range of its bytes, as many as fit; a long one is cut between
  /// words.
  static func cut(_ text: String, around bytes: Range<Int>) -> String {
    // Of a long text only the neighbourhood is looked at.
    let skipped = max(0, min(bytes.lowerBound, text.utf8.count) - longest)
    let utf8 = Array(text.utf8.dropFirst(skipped).prefix(longest * 5))
    let hit = min(bytes.lowerBound - skipped, utf8.count)
    var start = hit
    // Looking back over half of the room leaves the other half for what follows.
    let earliest = max(0, start - longest / 2)
    while start > earliest, !endsSentence(utf8, before: start) { start -= 1 }
    let isWholeStart = skipped + start == 0 || start > 0 && endsSentence(utf8, before: start)
    if !isWholeStart { start = nextWord(utf8, from: start, limit: hit) }
    while start < hit, isSpace(utf8[start]) { start += 1 }
    let isWholeEnd = skipped + utf8.count == text.utf8.count
    let lead = isWholeStart ? "" : "…"
    let plain = collapse(utf8[start...], isWholeEnd: isWholeEnd)
    return lead + shorten(plain, to: longest - lead.count, isWhole: isWholeEnd)
  }

  /// The text of `bytes` in one line.
  private static func collapse(_ bytes: ArraySlice<UInt8>, isWholeEnd: Bool) -> String {
    var line: [UInt8] = []
    for byte in bytes {
      if !isSpace(byte) {
        line.append(byte)
      } else if let last = line.last, last != UInt8(ascii: " ") {
        line.append(UInt8(ascii: " "))
      }
    }
    if line.last == UInt8(ascii: " ") { line.removeLast() }
    // The last character may have been cut through.
    if !isWholeEnd {
      while let last = line.last, last >= 0x80 {
        line.removeLast()
        if last >= 0xC0 { break }
      }
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// `text` up to its last sentence that fits, if that is most of it; else up to a word.
  private static func shorten(_ text: String, to limit: Int, isWhole: Bool) -> String {
    if isWhole, text.utf8.count <= limit || text.count <= limit { return text }
    let room = text.prefix(limit - 1)
    let half = room.index(room.startIndex, offsetBy: limit / 2, limitedBy: room.endIndex)
    if let half {
      var end = room.endIndex
      while end > half {
        let mark = room.index(before: end)
        let isFollowed = end == room.endIndex || room[end] == " "
        if isFollowed, ".!?…".contains(room[mark]) { return String(room[..<end]) }
        if "。！？".contains(room[mark]) { return String(room[..<end]) }
        end = mark
      }
    }
    // A script without spaces, or one endless word, is cut where it must be.
    guard let space = room.lastIndex(of: " ") else { return room + "…" }
    return room[..<space] + "…"
  }

  private static func endsSentence(_ utf8: [UInt8], before index: Int) -> Bool {
    let byte = utf8[index - 1]
    if byte == UInt8(ascii: "\n") { return true }
    guard index >= 2, isSpace(byte) else { return false }
    let end = utf8[index - 2]
    return end == UInt8(ascii: ".") || end == UInt8(ascii: "!") || end == UInt8(ascii: "?")
  }

  /// The start of the first word after `index`; never inside a character.
  private static func nextWord(_ utf8: [UInt8], from index: Int, limit: Int) -> Int {
    var index = index
    while index < limit, !isSpace(utf8[index]) { index += 1 }
    return index
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }
}

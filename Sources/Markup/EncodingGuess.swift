/// The encoding of a document that declares none or a false one, by what its bytes are like; nil if
/// they may as well be Windows-1252.
///
/// The measure is that of Mozilla's old detectors, made small: nearly all pairs of bytes are such as
/// can be characters, most of them stand beside one another, three of four are from the rows of
/// common characters, and Japanese has kana. In a text of Windows-1252 letters beyond ASCII stand
/// alone. Russian has words of nothing but high bytes, of which six letters make up nearly half.
func guessedEncoding(of bytes: [UInt8]) -> String? {
  bytes.withUnsafeBufferPointer { bytes in
    // Two hundred kilobytes tell as much as the whole.
    let sample = UnsafeBufferPointer(rebasing: bytes.prefix(200_000))
    if let cyrillic = guessedCyrillic(sample) { return cyrillic }
    var best: (name: String, share: Double)?
    for script in PairedScript.all {
      let share = script.share(of: sample)
      if share >= 0.75, share > best?.share ?? 0 { best = (script.name, share) }
    }
    return best?.name
  }
}

/// An encoding of East Asia in which most characters are two bytes.
private struct PairedScript: Sendable {
  var name: String
  var isPair: @Sendable (UInt8, UInt8) -> Bool
  /// Kana, Hangul or the level of the common characters.
  var isOwn: @Sendable (UInt8, UInt8) -> Bool
  /// What else is common, such as punctuation.
  var isCommon: @Sendable (UInt8, UInt8) -> Bool
  /// The least share of pairs that are `isOwn`.
  var leastOwn = 0.0
  /// Half-width katakana, which are single bytes.
  var singles: ClosedRange<UInt8>?

  static let all = [
    PairedScript(
      name: "euc-jp", isPair: { $0 >= 0xA1 && $1 >= 0xA1 && $0 < 0xFF && $1 < 0xFF },
      isOwn: { lead, _ in lead == 0xA4 || lead == 0xA5 },
      isCommon: { lead, _ in lead == 0xA1 || (0xB0...0xCF).contains(lead) }, leastOwn: 0.25),
    PairedScript(
      name: "shift_jis",
      isPair: {
        ((0x81...0x9F).contains($0) || (0xE0...0xFC).contains($0))
          && ((0x40...0x7E).contains($1) || (0x80...0xFC).contains($1))
      },
      isOwn: {
        $0 == 0x82 && (0x9F...0xF1).contains($1) || $0 == 0x83 && (0x40...0x96).contains($1)
      },
      isCommon: { lead, _ in lead == 0x81 || (0x88...0x97).contains(lead) }, leastOwn: 0.25,
      singles: 0xA1...0xDF),
    PairedScript(
      name: "euc-kr", isPair: { $0 >= 0xA1 && $1 >= 0xA1 && $0 < 0xFF && $1 < 0xFF },
      isOwn: { lead, _ in (0xB0...0xC8).contains(lead) },
      isCommon: { lead, _ in lead == 0xA1 || lead == 0xA3 }, leastOwn: 0.8),
    PairedScript(
      name: "big5",
      isPair: {
        (0x81...0xFE).contains($0)
          && ((0x40...0x7E).contains($1) || (0xA1...0xFE).contains($1))
      },
      isOwn: { lead, _ in (0xA4...0xC6).contains(lead) },
      isCommon: { lead, _ in (0xA1...0xA3).contains(lead) }),
    PairedScript(
      name: "gb18030",
      isPair: {
        (0x81...0xFE).contains($0) && ((0x40...0x7E).contains($1) || (0x80...0xFE).contains($1))
      },
      isOwn: { (0xB0...0xD7).contains($0) && $1 >= 0xA1 },
      isCommon: { ($0 == 0xA1 || $0 == 0xA3) && $1 >= 0xA1 }),
  ]

  /// The share of pairs that are common, less that of bytes that cannot be pairs; 0 if it is too
  /// little text, or not in this script.
  func share(of bytes: UnsafeBufferPointer<UInt8>) -> Double {
    var (pairs, own, common, broken, adjacent) = (0, 0, 0, 0, 0)
    var at = 0
    var lastEnd = -1
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += UTF8Survey.asciiLength(bytes, at)
        continue
      }
      if let singles, singles.contains(lead) {
        at += 1
        continue
      }
      let second = at + 1 < bytes.count ? bytes[at + 1] : 0
      guard isPair(lead, second) else {
        broken += 1
        at += 1
        continue
      }
      pairs += 1
      if lastEnd == at { adjacent += 1 }
      if isOwn(lead, second) {
        own += 1
      } else if isCommon(lead, second) {
        common += 1
      }
      at += 2
      lastEnd = at
    }
    guard pairs >= 8, broken * 10 <= pairs, adjacent * 2 >= pairs,
      Double(own) >= leastOwn * Double(pairs)
    else { return 0 }
    return Double(own + common) / Double(pairs) - Double(broken) / Double(pairs)
  }
}

/// Russian in the two code pages that it was written in on the web.
private func guessedCyrillic(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
  var counts = [Int](repeating: 0, count: 256)
  var (letters, inWords) = (0, 0)
  for at in bytes.indices where bytes[at] >= 0xC0 {
    letters += 1
    counts[Int(bytes[at])] += 1
    let hasBefore = at > 0 && bytes[at - 1] >= 0xC0
    let hasAfter = at + 1 < bytes.count && bytes[at + 1] >= 0xC0
    if hasBefore || hasAfter { inWords += 1 }
  }
  guard letters >= 16, inWords * 10 >= letters * 8 else { return nil }
  // о е а и н т, in either case; KOI8-R has its small letters where Windows-1251 has its capitals,
  // and a text has more of the small ones (Greek and Hebrew would pass without that).
  let common1251: [Int] = [0xEE, 0xE5, 0xE0, 0xE8, 0xED, 0xF2]
  let commonKOI8: [Int] = [0xCF, 0xC5, 0xC1, 0xC9, 0xCE, 0xD4]
  let isLowerBelow = counts[0xC0..<0xE0].reduce(0, +) * 2 > letters
  let share =
    isLowerBelow
    ? commonKOI8.reduce(0) { $0 + counts[$1] + counts[$1 + 0x20] }
    : common1251.reduce(0) { $0 + counts[$1] + counts[$1 - 0x20] }
  guard share * 100 >= letters * 35 else { return nil }
  return isLowerBelow ? "koi8-r" : "windows-1251"
}

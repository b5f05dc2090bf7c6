/// The words of a text, to hold against those of another.
struct Wording {
  private(set) var words: [Word] = []

  struct Word: Hashable {
    /// In small letters, as far as ASCII goes.
    var text: String
    /// Whether it is written with a capital where no sentence starts: a town, a product, a person.
    var isName: Bool

    var hasDigit: Bool { text.utf8.contains(where: \.isDigit) }
  }

  /// Letters, digits and whatever is beyond ASCII make words; `.`, `-` and `'` join them inside.
  init(_ text: String) {
    var startsSentence = true
    Self.forEachWord(in: text) { bytes, mark in
      if mark { startsSentence = true }
      let isCapital = (0x41...0x5A).contains(bytes[bytes.startIndex])
      words.append(
        Word(
          text: String(decoding: bytes.lazy.map(\.lowered), as: UTF8.self),
          isName: isCapital && !startsSentence))
      startsSentence = false
    }
  }

  /// Hands each word to `body`, and whether a mark that ends a sentence stood before it.
  static func forEachWord(
    in text: String, _ body: (_ bytes: UnsafeBufferPointer<UInt8>, _ mark: Bool) -> Void
  ) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      var mark = true
      while index < bytes.count {
        guard bytes[index].isWord else {
          if [0x2E, 0x21, 0x3F, 0x0A, 0x3A].contains(bytes[index]) { mark = true }
          index += 1
          continue
        }
        let start = index
        while index < bytes.count,
          bytes[index].isWord
            || (bytes[index].joinsWords && index + 1 < bytes.count && bytes[index + 1].isWord)
        {
          index += 1
        }
        body(UnsafeBufferPointer(rebasing: bytes[start..<index]), mark)
        mark = false
      }
    }
  }

  /// The hashes of all runs of three words.
  static func shingles(of text: String) -> (words: Int, hashes: [UInt64]) {
    var hashes: [UInt64] = []
    var last: (UInt64, UInt64) = (0, 0)
    var count = 0
    forEachWord(in: text) { bytes, _ in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte.lowered)) &* 0x0000_0100_0000_01b3 }
      count += 1
      if count >= 3 { hashes.append(mixed(mixed(mixed(last.0) &+ last.1) &+ hash)) }
      last = (last.1, hash)
    }
    return (count, hashes)
  }

  /// The last step of SplitMix64: every bit of a number has its say in every bit.
  static func mixed(_ value: UInt64) -> UInt64 {
    var hash = value &+ 0x9e37_79b9_7f4a_7c15
    hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    return hash ^ (hash >> 31)
  }
}

extension UInt8 {
  fileprivate var isWord: Bool { isLetterOrDigit || self >= 0x80 }

  /// `.` in 1.2, `-` in e-mail, `'` in don't.
  fileprivate var joinsWords: Bool { self == 0x2E || self == 0x2D || self == 0x27 }

  fileprivate var lowered: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

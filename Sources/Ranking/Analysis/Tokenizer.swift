/// Cuts a text into its words.
///
/// A word is a run of letters and digits; an apostrophe between two letters belongs to it. In
/// scripts without spaces each character is a word, so that a keyword there is a phrase of them.
struct Tokenizer {
  /// A word of a text.
  struct Token {
    var form: Lexicon.Form
    /// Its bytes in the UTF-8 text.
    var start: Int32
    var end: Int32
  }

  private(set) var lexicon: Lexicon
  /// In French or Italian an apostrophe stands between two words.
  private let joinsApostrophes: Bool

  init(words: ProfileWords) {
    lexicon = Lexicon(words: words)
    joinsApostrophes = !["french", "italian", "catalan"].contains(words.language)
  }

  /// Words of more bytes are no words; they count as one each, and only their start is kept.
  private static let longestWord = 96
  /// More text than anybody reads of one post.
  private static let longestText = 8_000_000
  /// This many words in capitals in a row are shouted; their capitals say nothing.
  private static let shouting = 3

  /// Replaces `tokens` by the words of `text`. Their forms are valid until the next `trim`.
  mutating func read(_ text: String, into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    let isRead: Void? = text.utf8.withContiguousStorageIfAvailable { read($0, &tokens) }
    if isRead == nil { Array(text.utf8).withUnsafeBufferPointer { read($0, &tokens) } }
    unshout(&tokens)
  }

  /// Forgets all forms if there are too many.
  mutating func trim() { lexicon.trim() }

  /// The form that stands for all that are the same to an expression: those with other apostrophes or
  /// other ways to compose an accent, and the very long words that start alike.
  mutating func representative(of form: Lexicon.Form, stemmer: Stemmer) -> Lexicon.Form {
    let text = lexicon.text(of: form)
    let isLong = text.utf8.count >= Self.longestWord
    if !isLong, text.utf8.allSatisfy({ $0 < 0x80 }) { return form }
    let surface = Array(WordForms(text, stemmer: stemmer).surface.utf8)
    return surface.withUnsafeBufferPointer { lexicon.form(of: $0, hash: FNV.hash($0)) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: inout [Token]) {
    let count = min(bytes.count, Self.longestText)
    CharacterClass.ascii.withUnsafeBufferPointer { classes in
      var index = 0
      while index < count {
        let byte = bytes[index]
        if byte < 0x80, classes[Int(byte)] != CharacterClass.word.rawValue {
          index += 1
          continue
        }
        let start = index
        var hash = FNV.start
        index = endOfWord(bytes, from: start, count, classes, &hash)
        // What was only a separator outside ASCII has no hash.
        if hash != FNV.start { add(bytes, start, index, hash, &tokens) }
      }
    }
  }

  /// The end of the word at `start`, or of the separator that stands there; always after `start`.
  @inline(__always)
  private func endOfWord(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ count: Int,
    _ classes: UnsafeBufferPointer<UInt8>, _ hash: inout UInt64
  ) -> Int {
    var index = start
    while index < count {
      let byte = bytes[index]
      var end = index + 1
      if byte < 0x80 {
        if classes[Int(byte)] != CharacterClass.word.rawValue {
          if byte == UInt8(ascii: "'") {
            guard joinsApostrophe(bytes, start: start, before: index, after: end, count) else {
              return index
            }
          } else {
            end = Self.endOfSigns(bytes, start: start, from: index, count)
            Self.add(bytes[index..<end], to: &hash)
            return end
          }
        }
      } else {
        let kind: CharacterClass
        (end, kind) = Self.scalar(bytes, at: index, count: count)
        switch kind {
        case .word: break
        case .apostrophe:
          guard joinsApostrophe(bytes, start: start, before: index, after: end, count) else {
            return index == start ? end : index
          }
        case .ideograph where index == start:
          Self.add(bytes[index..<end], to: &hash)
          return Self.endOfMarks(bytes, from: end, count: count, &hash)
        case .ideograph: return index
        case .separator: return index == start ? end : index
        }
      }
      Self.add(bytes[index..<end], to: &hash)
      index = end
    }
    return index
  }

  @inline(__always)
  private static func add(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, to hash: inout UInt64) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* FNV.prime }
  }

  @inline(__always)
  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ hash: UInt64,
    _ tokens: inout [Token]
  ) {
    let word = UnsafeBufferPointer(rebasing: bytes[start..<min(end, start + Self.longestWord)])
    // The hash of a cut word is that of the whole, so that it equals no whole word.
    let form = lexicon.form(of: word, hash: hash)
    tokens.append(Token(form: form, start: Int32(start), end: Int32(end)))
  }

  /// The end of the signs that belong to a letter: those of C# and C++.
  private static func endOfSigns(
    _ bytes: UnsafeBufferPointer<UInt8>, start: Int, from index: Int, _ count: Int
  ) -> Int {
    guard index == start + 1, bytes[start] >= UInt8(ascii: "A") else { return index }
    if bytes[index] == UInt8(ascii: "#") { return index + 1 }
    let plus = UInt8(ascii: "+")
    return bytes[index] == plus && index + 1 < count && bytes[index + 1] == plus
      ? index + 2 : index
  }

  /// Whether the apostrophe at `before` stands between two letters of one word.
  private func joinsApostrophe(
    _ bytes: UnsafeBufferPointer<UInt8>, start: Int, before: Int, after: Int, _ count: Int
  ) -> Bool {
    guard joinsApostrophes, before > start, after < count else { return false }
    guard Self.isLetter(bytes[before - 1]), Self.isLetter(bytes[after]) else { return false }
    return bytes[after] < 0x80 || Self.scalar(bytes, at: after, count: count).kind == .word
  }

  /// Whether a byte is a letter of ASCII or part of something longer.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The end and class of the scalar outside ASCII at `index`.
  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, count: Int
  ) -> (end: Int, kind: CharacterClass) {
    let lead = bytes[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard index + length <= count else { return (count, .separator) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for byte in bytes[index + 1..<index + length] { value = value << 6 | UInt32(byte & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else { return (index + length, .separator) }
    return (index + length, CharacterClass(scalar))
  }

  /// Vowel signs and tone marks belong to the character before them.
  private static func endOfMarks(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, count: Int, _ hash: inout UInt64
  ) -> Int {
    var index = start
    while index < count, bytes[index] >= 0x80 {
      let (end, kind) = scalar(bytes, at: index, count: count)
      guard kind == .word else { break }
      add(bytes[index..<end], to: &hash)
      index = end
    }
    return index
  }

  private func unshout(_ tokens: inout [Token]) {
    var run = 0
    for index in 0...tokens.count {
      if index < tokens.count, lexicon.entries[Int(tokens[index].form)].isCapital {
        run += 1
        continue
      }
      if run >= Self.shouting || (run == tokens.count && run > 1) {
        for shouted in index - run..<index {
          tokens[shouted].form = lexicon.entries[Int(tokens[shouted].form)].lower
        }
      }
      run = 0
    }
  }
}

/// The words seen so far, each with the words of the profile that it is a form of.
///
/// Texts repeat themselves: a few ten thousand forms cover hundreds of megabytes, so a word is
/// folded and stemmed once, and after that costs one look into a hash table.
struct Lexicon {
  /// A word as it was written, by its number.
  typealias Form = Int32

  /// What is known of a form.
  struct Entry {
    var hash: UInt64
    var start: Int32
    var length: Int32
    /// Where its symbols stand in `symbols`.
    var firstSymbol: Int32 = 0
    var symbolCount: Int32 = 0
    /// All its letters are capitals.
    var isCapital = false
    /// The languages of which it is a function word; see `FunctionWords`.
    var functionWordOf: UInt32 = 0
    /// The same word in small letters, for shouted texts; itself if it is not in capitals.
    var lower: Form = 0
  }

  private let words: ProfileWords
  private let stemmer: Stemmer
  private(set) var entries: [Entry] = []
  private(set) var symbols: [ProfileWords.Symbol] = []
  private var bytes: [UInt8] = []
  /// Grows when all forms are forgotten.
  private(set) var generation = 0
  /// Open addressing: the number of a form plus one, 0 for a free place.
  private var table: [Int32]
  private var mask: Int
  /// Unknown to whoever writes the texts, so that no text can make all its words collide.
  private let seed = UInt64.random(in: .min ... .max) | 1

  /// A hostile text can be all different words; then it is better to start over than to grow.
  static let mostForms = 400_000

  init(words: ProfileWords) {
    self.words = words
    stemmer = Stemmer(language: words.language)
    table = Array(repeating: 0, count: 1 << 12)
    mask = table.count - 1
  }

  /// Whether there are too many forms to keep.
  var isFull: Bool { entries.count > Self.mostForms }

  /// A form as it was written; of a very long word only its start.
  func text(of form: Form) -> String {
    let entry = entries[Int(form)]
    let start = Int(entry.start)
    return String(decoding: bytes[start..<start + Int(entry.length)], as: UTF8.self)
  }

  /// Forgets all forms if there are too many; their numbers have no meaning afterwards.
  mutating func trim() {
    guard isFull else { return }
    generation += 1
    entries.removeAll()
    symbols.removeAll()
    bytes.removeAll()
    table = Array(repeating: 0, count: 1 << 12)
    mask = table.count - 1
  }

  /// The number of the form that `word` is. `hash` is FNV-1a of it.
  @inline(__always)
  mutating func form(of word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Form {
    let hash = (hash ^ (hash >> 32)) &* seed
    var place = Int(truncatingIfNeeded: hash >> 20) & mask
    while table[place] != 0 {
      let form = table[place] - 1
      if entries[Int(form)].hash == hash, isSame(form, word) { return form }
      place = (place + 1) & mask
    }
    return add(word, hash: hash, at: place)
  }

  @inline(__always)
  private func isSame(_ form: Form, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let entry = entries[Int(form)]
    guard Int(entry.length) == word.count else { return false }
    let start = Int(entry.start)
    for index in 0..<word.count where bytes[start + index] != word[index] { return false }
    return true
  }

  @inline(never)
  private mutating func add(
    _ word: UnsafeBufferPointer<UInt8>, hash: UInt64, at place: Int
  ) -> Form {
    let form = Form(entries.count)
    var entry = Entry(hash: hash, start: Int32(bytes.count), length: Int32(word.count))
    bytes.append(contentsOf: word)
    let text = String(decoding: word, as: UTF8.self)
    let found = words.isEmpty ? [] : words.symbols(for: WordForms(text, stemmer: stemmer))
    entry.firstSymbol = Int32(symbols.count)
    entry.symbolCount = Int32(found.count)
    symbols += found
    entry.lower = form
    let lower = text.lowercased()
    entry.functionWordOf = FunctionWords.languages(of: lower)
    entries.append(entry)
    table[place] = form + 1
    if entries.count * 2 > table.count { grow() }
    if lower != text, text == text.uppercased() {
      let hash = FNV.hash(lower.utf8)
      let lowerForm = Array(lower.utf8).withUnsafeBufferPointer { self.form(of: $0, hash: hash) }
      entries[Int(form)].isCapital = true
      entries[Int(form)].lower = lowerForm
    }
    return form
  }

  private mutating func grow() {
    table = Array(repeating: 0, count: table.count * 2)
    mask = table.count - 1
    for (form, entry) in entries.enumerated() {
      var place = Int(truncatingIfNeeded: entry.hash >> 20) & mask
      while table[place] != 0 { place = (place + 1) & mask }
      table[place] = Int32(form) + 1
    }
  }
}

/// FNV-1a, 64 bits (Fowler, Noll, Vo).
enum FNV {
  static let start: UInt64 = 0xcbf2_9ce4_8422_2325
  static let prime: UInt64 = 0x0000_0100_0000_01b3

  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* prime }
  }
}

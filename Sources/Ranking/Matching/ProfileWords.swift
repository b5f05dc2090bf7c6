internal import Profiles

/// The different words of a profile's expressions, each with a number.
struct ProfileWords: Sendable {
  /// The number of a word of the profile.
  typealias Symbol = Int32

  /// A word as an expression means it.
  enum Meaning: Hashable {
    case anyForm(String)
    case exact(String)
    case prefix(String)
  }

  let language: String
  private var symbols: [Meaning: Symbol] = [:]
  private var byFolded: [String: [(WordForms, Symbol)]] = [:]
  private var byStem: [String: [(WordForms, Symbol)]] = [:]
  private var bySurface: [String: (folded: String, symbol: Symbol)] = [:]
  private var prefixes: [(text: String, symbol: Symbol)] = []

  init(language: String) {
    self.language = language
  }

  var isEmpty: Bool { symbols.isEmpty }
  var count: Int { symbols.count }

  /// The same words, with the same numbers, for texts in another language: its stems are compared.
  func inLanguage(_ language: String) -> ProfileWords {
    guard language != self.language else { return self }
    var words = ProfileWords(language: language)
    let stemmer = Stemmer(language: language)
    for (meaning, _) in symbols.sorted(by: { $0.value < $1.value }) {
      _ = words.symbol(for: meaning, stemmer: stemmer)
    }
    return words
  }

  /// All forms in these languages that `symbols(for:)` could find something for have one of these.
  func wanted(in languages: Set<String>) -> WantedForms {
    WantedForms(
      folded: Set(byFolded.keys).union(bySurface.values.map(\.folded)),
      stems: Set(languages.flatMap { inLanguage($0).byStem.keys }),
      prefixes: Set(prefixes.map(\.text)))
  }

  /// The number of a word, given to it now if it is new.
  mutating func symbol(for meaning: Meaning, stemmer: Stemmer) -> Symbol {
    if let symbol = symbols[meaning] { return symbol }
    let symbol = Symbol(symbols.count)
    symbols[meaning] = symbol
    switch meaning {
    case .anyForm(let text):
      let forms = WordForms(text, stemmer: stemmer)
      byFolded[forms.folded, default: []].append((forms, symbol))
      byStem[forms.stem, default: []].append((forms, symbol))
    case .exact(let text):
      let forms = WordForms(text, stemmer: stemmer)
      bySurface[forms.surface] = (forms.folded, symbol)
    case .prefix(let text):
      prefixes.append((WordForms(text.lowercased(), stemmer: stemmer).folded, symbol))
    }
    return symbol
  }

  /// The words of the profile that a word of a text is a form of.
  func symbols(for word: WordForms) -> [Symbol] {
    var found: [Symbol] = []
    let candidates = (byFolded[word.folded] ?? []) + (byStem[word.stem] ?? [])
    for (forms, symbol) in candidates where forms.fits(word) && !found.contains(symbol) {
      found.append(symbol)
    }
    if let exact = bySurface[word.surface] { found.append(exact.symbol) }
    for (text, symbol) in prefixes where word.folded.hasPrefix(text) { found.append(symbol) }
    return found
  }
}

/// Which forms of an index may be words of a profile: those with one of these folded forms or stems,
/// and those whose folded form starts so. Not each of them is one; `ProfileWords` tells.
package struct WantedForms: Sendable, Hashable {
  package var folded: Set<String>
  package var stems: Set<String>
  package var prefixes: Set<String>
}

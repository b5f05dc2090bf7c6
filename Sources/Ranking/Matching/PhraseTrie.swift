internal import Profiles

/// All phrases of a profile in one tree, so that a text is read once whatever their number.
struct PhraseTrie: Sendable {
  /// The number of a phrase.
  typealias PhraseID = Int

  private struct Node: Sendable {
    var children: [ProfileWords.Symbol: Int] = [:]
    /// The phrase that ends here; nil if none does.
    var phrase: PhraseID?
  }

  private(set) var words: ProfileWords
  private var nodes = [Node()]
  /// The words of each phrase.
  private(set) var paths: [[ProfileWords.Symbol]] = []

  init(language: String) {
    words = ProfileWords(language: language)
  }

  /// The number of a phrase, given to it now if it is new; nil if it holds no word.
  mutating func add(_ phrase: Query.Phrase, stemmer: Stemmer) -> PhraseID? {
    var path: [ProfileWords.Symbol] = []
    for word in phrase.words {
      let parts = Tokenizer.words(of: word.text, language: words.language)
      for (index, part) in parts.enumerated() {
        let isPrefix = word.isPrefix && index == parts.count - 1
        let meaning: ProfileWords.Meaning =
          isPrefix ? .prefix(part) : phrase.isExact ? .exact(part) : .anyForm(part)
        path.append(words.symbol(for: meaning, stemmer: stemmer))
      }
    }
    guard !path.isEmpty else { return nil }
    var node = 0
    for symbol in path {
      if let next = nodes[node].children[symbol] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].children[symbol] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    if let phrase = nodes[node].phrase { return phrase }
    nodes[node].phrase = paths.count
    paths.append(path)
    return paths.count - 1
  }

  /// Calls `found` with each phrase among `tokens`, where it starts, and its number of words.
  func search(
    _ tokens: [Tokenizer.Token], _ lexicon: Lexicon,
    found: (PhraseID, _ position: Int, _ length: Int) -> Void
  ) {
    for position in tokens.indices {
      if lexicon.entries[Int(tokens[position].form)].symbolCount == 0 { continue }
      descend(from: 0, tokens, position, position, lexicon, found)
    }
  }

  /// As deep as the longest phrase; expressions are bounded in length.
  private func descend(
    from node: Int, _ tokens: [Tokenizer.Token], _ start: Int, _ position: Int,
    _ lexicon: Lexicon, _ found: (PhraseID, Int, Int) -> Void
  ) {
    guard position < tokens.count else { return }
    let entry = lexicon.entries[Int(tokens[position].form)]
    for index in Int(entry.firstSymbol)..<Int(entry.firstSymbol + entry.symbolCount) {
      guard let next = nodes[node].children[lexicon.symbols[index]] else { continue }
      if let phrase = nodes[next].phrase { found(phrase, start, position - start + 1) }
      if !nodes[next].children.isEmpty {
        descend(from: next, tokens, start, position + 1, lexicon, found)
      }
    }
  }
}

extension Tokenizer {
  /// The words of a short text, as written.
  static func words(of text: String, language: String) -> [String] {
    var tokenizer = Tokenizer(words: ProfileWords(language: language))
    var tokens: [Token] = []
    tokenizer.read(text, into: &tokens)
    let bytes = Array(text.utf8)
    return tokens.map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
  }
}

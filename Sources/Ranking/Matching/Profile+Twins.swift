package import Profiles

extension Profile {
  /// The first other keyword that looks for the same words in the same way, in whatever forms and with
  /// whatever signs between them; nil if there is none. Both count where either stands.
  package func twin(of keyword: Keyword) -> Keyword? {
    let stemmer = Stemmer(language: language)
    let wanted = keyword.query.stemmed(language, stemmer)
    return keywords.first { $0 != keyword && $0.query.stemmed(language, stemmer) == wanted }
  }
}

extension Query {
  /// The same with the stems of its words in their place; exact words stay as they are.
  fileprivate func stemmed(_ language: String, _ stemmer: Stemmer) -> Query {
    func stemmed(_ query: Query) -> Query { query.stemmed(language, stemmer) }
    switch self {
    case .phrase(var phrase):
      guard !phrase.isExact else { return self }
      phrase.words = phrase.words.flatMap { word in
        guard !word.isPrefix else { return [Word(word.text.lowercased(), isPrefix: true)] }
        // What is written as one may be several to a reader: “Lever-Machine”.
        return Tokenizer.words(of: word.text, language: language)
          .map { Word(WordForms($0, stemmer: stemmer).stem) }
      }
      return .phrase(phrase)
    case .near(let left, let right, let distance):
      return .near(stemmed(left), stemmed(right), within: distance)
    case .all(let parts): return .all(parts.map(stemmed))
    case .any(let parts): return .any(parts.map(stemmed))
    case .not(let inner): return .not(stemmed(inner))
    case .title(let inner): return .title(stemmed(inner))
    case .community, .author: return self
    }
  }
}

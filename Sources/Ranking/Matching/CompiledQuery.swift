internal import Profiles

/// A query whose phrases are numbers of a trie.
indirect enum CompiledQuery: Sendable {
  case phrase(PhraseTrie.PhraseID)
  case near(CompiledQuery, CompiledQuery, within: Int)
  case all([CompiledQuery])
  case any([CompiledQuery])
  case not(CompiledQuery)
  case title(CompiledQuery)
  case community(String)
  case author(String)

  /// Compiles `query`, adding its phrases to `trie`.
  init(_ query: Query, trie: inout PhraseTrie, stemmer: Stemmer) {
    switch query {
    case .phrase(let phrase):
      // A phrase without letters or digits is found nowhere.
      self = trie.add(phrase, stemmer: stemmer).map { .phrase($0) } ?? .any([])
    case .near(let left, let right, let distance):
      self = .near(
        CompiledQuery(left, trie: &trie, stemmer: stemmer),
        CompiledQuery(right, trie: &trie, stemmer: stemmer), within: distance)
    case .all(let parts):
      self = .all(parts.map { CompiledQuery($0, trie: &trie, stemmer: stemmer) })
    case .any(let parts):
      self = .any(parts.map { CompiledQuery($0, trie: &trie, stemmer: stemmer) })
    case .not(let inner): self = .not(CompiledQuery(inner, trie: &trie, stemmer: stemmer))
    case .title(let inner): self = .title(CompiledQuery(inner, trie: &trie, stemmer: stemmer))
    case .community(let name): self = .community(name.plainName)
    case .author(let name): self = .author(name.plainName)
    }
  }
}

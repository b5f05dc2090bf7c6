/// What an expression of the profile looks for.
///
/// `lever machine` is a phrase in any of its word forms; `AND`, `OR`, `NOT`, `NEAR/n`, `( )`,
/// `title:`, `in:`, `by:`, `=`, quotes and a final `*` are the rest of the language.
package indirect enum Query: Sendable, Hashable {
  case phrase(Phrase)
  /// Both, at most `within` words from each other (neighbours are one word apart), in any order.
  case near(Query, Query, within: Int)
  case all([Query])
  case any([Query])
  case not(Query)
  /// What is inside must stand in the title.
  case title(Query)
  /// The community's name, without case.
  case community(String)
  /// An author's name, without case.
  case author(String)

  /// Words that stand side by side.
  package struct Phrase: Sendable, Hashable {
    package var words: [Word]
    /// These very words: no other forms, capitals and accents count.
    package var isExact: Bool

    package init(words: [Word], isExact: Bool = false) {
      self.words = words
      self.isExact = isExact
    }

    /// The phrase as it is written, without its signs.
    package var text: String { words.map(\.text).joined(separator: " ") }
  }

  /// What stands between two spaces of a phrase.
  package struct Word: Sendable, Hashable {
    package var text: String
    /// Any ending will do (`repair*`).
    package var isPrefix: Bool

    package init(_ text: String, isPrefix: Bool = false) {
      self.text = text
      self.isPrefix = isPrefix
    }
  }

  /// The phrases whose presence speaks for a match: all but those under a `NOT`.
  package var wantedPhrases: [Phrase] {
    switch self {
    case .phrase(let phrase): [phrase]
    case .near(let left, let right, _): left.wantedPhrases + right.wantedPhrases
    case .all(let parts), .any(let parts): parts.flatMap(\.wantedPhrases)
    case .title(let inner): inner.wantedPhrases
    case .not, .community, .author: []
    }
  }

  /// Whether nothing but the absence of something makes it match, as in `NOT recipe`.
  package var isOnlyNegative: Bool {
    switch self {
    case .not: true
    case .all(let parts): parts.allSatisfy(\.isOnlyNegative)
    case .any(let parts): parts.contains(where: \.isOnlyNegative)
    case .title(let inner): inner.isOnlyNegative
    case .phrase, .near, .community, .author: false
    }
  }
}

/// What is wrong with an expression, and where in it.
package struct QueryMistake: Error, Sendable, Hashable {
  /// Unicode scalars before the place.
  package var offset: Int
  /// What is wrong, without a full stop.
  package var message: String
  /// What to do about it, as a sentence.
  package var remedy: String
}

/// Which of many queries a text can match, judged by the phrases that stand in it.
///
/// A profile may have hundreds of keywords and a text holds few of them; asking each would cost more
/// than reading the text.
struct QueryIndex: Sendable {
  /// By phrase, the numbers of the queries that look for it.
  private var queries: [[Int]] = []

  /// Adds a query under a number, which must not be below those before.
  mutating func add(_ query: CompiledQuery, as number: Int) {
    for phrase in query.wantedPhrases {
      while queries.count <= phrase { queries.append([]) }
      if queries[phrase].last != number { queries[phrase].append(number) }
    }
  }

  /// The numbers of the queries of which a phrase stands in a reading, in their order.
  func candidates(in reading: Reading) -> [Int] {
    var numbers: [Int] = []
    for phrase in reading.phrases where phrase < queries.count {
      numbers.append(contentsOf: queries[phrase])
    }
    numbers.sort()
    var last = -1
    numbers.removeAll { number in
      defer { last = number }
      return number == last
    }
    return numbers
  }
}

extension CompiledQuery {
  /// The phrases whose presence speaks for a match: all but those under a `NOT`.
  var wantedPhrases: [PhraseTrie.PhraseID] {
    switch self {
    case .phrase(let phrase): [phrase]
    case .near(let left, let right, _): left.wantedPhrases + right.wantedPhrases
    case .all(let parts), .any(let parts): parts.flatMap(\.wantedPhrases)
    case .title(let inner): inner.wantedPhrases
    case .not, .community, .author: []
    }
  }
}

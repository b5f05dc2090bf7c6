package import Profiles

/// Counts in how many posts the expressions of a profile stand.
///
/// Made for one pass over many posts: each is read once, whatever the number of expressions.
package struct CollectionCounter: Sendable {
  private let units: [(expression: String, query: CompiledQuery)]
  private var index = QueryIndex()
  /// What is looked for, in texts or in an index.
  package let search: PhraseSearch
  /// The units that are one phrase each, and the phrases of those that are more.
  private let single: [(unit: Int, phrase: PhraseTrie.PhraseID)]
  private var isOfMore: [Bool]

  /// All that must be counted for a profile: its keywords, and the words of its phrases.
  package static func expressions(of profile: Profile) -> Set<String> {
    Set(Unit.all(of: profile).map(\.expression))
  }

  /// A counter for a profile. `expressions` are those to count, all of them if nil.
  package init(profile: Profile, expressions: Set<String>? = nil) {
    let stemmer = Stemmer(language: profile.language)
    var trie = PhraseTrie(language: profile.language)
    var units: [(String, CompiledQuery)] = []
    for unit in Unit.all(of: profile) where expressions?.contains(unit.expression) ?? true {
      units.append((unit.expression, CompiledQuery(unit.query, trie: &trie, stemmer: stemmer)))
    }
    var single: [(Int, PhraseTrie.PhraseID)] = []
    isOfMore = Array(repeating: false, count: trie.paths.count)
    for (number, unit) in units.enumerated() {
      if case .phrase(let phrase) = unit.1 {
        single.append((number, phrase))
      } else {
        index.add(unit.1, as: number)
        for phrase in unit.1.wantedPhrases { isOfMore[phrase] = true }
      }
    }
    self.single = single
    self.units = units
    search = PhraseSearch(trie)
  }

  /// In how many posts, each on its own, each expression stands.
  package func matches(in hits: PostHits) -> [String: Int] {
    var matches = Array(repeating: 0, count: units.count)
    let posts = hits.postsByPhrase(count: isOfMore.count)
    for (unit, phrase) in single { matches[unit] = posts[phrase] }
    for row in hits.rows(with: isOfMore) {
      let reading = Reading(row: row, of: hits)
      for number in index.candidates(in: reading) {
        let isMatch = reading.evaluate(units[number].query, weights: [1, 1]).isMatch
        if isMatch { matches[number] += 1 }
      }
    }
    return Dictionary(zip(units.map(\.expression), matches), uniquingKeysWith: { $1 })
  }

  /// How common the expressions are in some posts.
  package func statistics(of hits: PostHits) -> CollectionStatistics {
    var statistics = CollectionStatistics()
    statistics.posts = hits.rows
    statistics.titleWords = hits.titleWords.reduce(0) { $0 + Int($1) }
    statistics.bodyWords = hits.bodyWords.reduce(0) { $0 + Int($1) }
    for (expression, matches) in matches(in: hits) {
      statistics.frequencies[expression] = .init(posts: hits.rows, matches: matches)
    }
    return statistics
  }

  /// How common the expressions are in some texts.
  package func statistics(of texts: [IndexedText]) -> CollectionStatistics {
    var collector = PostHits.Collector(search, rows: texts.count)
    collector.add(search.hits(in: texts.enumerated().map { ($0.offset, $0.element) }))
    return statistics(of: collector.hits())
  }
}

/// Something whose rarity matters: a keyword, or a word of a keyword that is a phrase.
struct Unit {
  /// As written; the key in the statistics.
  var expression: String
  var query: Query

  /// The units of a profile, each expression once.
  static func all(of profile: Profile) -> [Unit] {
    var seen: Set<String> = []
    return profile.keywords
      .flatMap { [Unit(expression: $0.text, query: $0.query)] + parts(of: $0.query) }
      .filter { seen.insert($0.expression).inserted }
  }

  /// The words of a phrase in any form, without those that stand in every post (“dial in” is not about
  /// “in”); none for a single word or a query with operators.
  static func parts(of query: Query) -> [Unit] {
    guard case .phrase(let phrase) = query, !phrase.isExact, phrase.words.count > 1 else {
      return []
    }
    let telling = phrase.words.filter { !WordForms.everyday.contains($0.text.lowercased()) }
    return telling.map { word in
      let query = Query.phrase(Query.Phrase(words: [word]))
      return Unit(expression: word.isPrefix ? word.text + "*" : word.text, query: query)
    }
  }
}

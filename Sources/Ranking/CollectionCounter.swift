package import Profiles

/// Counts in how many posts the expressions of a profile stand.
///
/// Made for one pass over many posts: each is read once, whatever the number of expressions.
package struct CollectionCounter {
  private var posts = 0
  private var titleWords = 0
  private var bodyWords = 0
  private let units: [(expression: String, query: CompiledQuery)]
  private var index = QueryIndex()
  private var matches: [Int]
  private var reader: Reader
  private let countsWords: Bool

  /// All that must be counted for a profile: its keywords, and the words of its phrases.
  package static func expressions(of profile: Profile) -> Set<String> {
    Set(Unit.all(of: profile).map(\.expression))
  }

  /// A counter for a profile. `expressions` are those to count, all of them if nil; without
  /// `countsWords` the number of posts and words stays 0, for a second pass over the same posts.
  package init(profile: Profile, expressions: Set<String>? = nil, countsWords: Bool = true) {
    let stemmer = Stemmer(language: profile.language)
    var trie = PhraseTrie(language: profile.language)
    var units: [(String, CompiledQuery)] = []
    for unit in Unit.all(of: profile) where expressions?.contains(unit.expression) ?? true {
      units.append((unit.expression, CompiledQuery(unit.query, trie: &trie, stemmer: stemmer)))
    }
    for (number, unit) in units.enumerated() { index.add(unit.1, as: number) }
    self.units = units
    matches = Array(repeating: 0, count: units.count)
    reader = Reader(trie: trie)
    self.countsWords = countsWords
  }

  /// What was counted so far.
  package var statistics: CollectionStatistics {
    var statistics = CollectionStatistics()
    if countsWords {
      statistics.posts = posts
      statistics.titleWords = titleWords
      statistics.bodyWords = bodyWords
    }
    for (unit, matches) in zip(units, matches) {
      statistics.frequencies[unit.expression] = .init(posts: posts, matches: matches)
    }
    return statistics
  }

  /// Counts a post.
  package mutating func count(title: String, body: String) {
    let reading = reader.read(title: title, body: body)
    posts += 1
    titleWords += reading.fields[0].words
    bodyWords += reading.fields[1].words
    for number in index.candidates(in: reading) {
      let isMatch = reading.evaluate(units[number].query, weights: [1, 1]).isMatch
      if isMatch { matches[number] += 1 }
    }
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

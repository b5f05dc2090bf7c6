/// How long posts are and how many of them each expression is in: what makes a word rare or common.
///
/// Plain numbers that add up, so that they can be counted segment by segment. They hold for one
/// language: another one has other word forms.
package struct CollectionStatistics: Sendable, Hashable {
  /// In how many of the posts that were searched for it an expression stands.
  package struct Frequency: Sendable, Hashable {
    package var posts: Int
    package var matches: Int

    package init(posts: Int = 0, matches: Int = 0) {
      self.posts = posts
      self.matches = matches
    }
  }

  /// The posts whose words were counted.
  package var posts = 0
  package var titleWords = 0
  package var bodyWords = 0
  /// By expression, as in `CollectionCounter.expressions(of:)`.
  package var frequencies: [String: Frequency] = [:]

  package init() {}

  /// Adds what was counted in other posts, or for other expressions.
  package mutating func merge(_ other: CollectionStatistics) {
    posts += other.posts
    titleWords += other.titleWords
    bodyWords += other.bodyWords
    for (expression, counted) in other.frequencies {
      frequencies[expression, default: Frequency()].posts += counted.posts
      frequencies[expression, default: Frequency()].matches += counted.matches
    }
  }

  /// How much a match of the expression tells: BM25's inverse document frequency,
  /// ln(1 + (N − n + ½) / (n + ½)).
  ///
  /// A young collection knows little, and all of it may come from a room that talks of nothing else.
  /// So a thousand imagined posts are counted too, five of which match.
  func rarity(of expression: String) -> Double {
    let counted = frequencies[expression] ?? Frequency()
    let matches = Double(max(0, counted.matches)) + 5
    let posts = max(Double(max(0, counted.posts)) + 1000, matches)
    return max(Self.leastRarity, logarithm(1 + (posts - matches + 0.5) / (matches + 0.5)))
  }

  /// In a collection that talks of nothing else a keyword still tells something: without a floor a
  /// room about one thing would score less the more it talks about it.
  private static let leastRarity = 0.5

  /// The words of an average title; a hundred imagined posts of eight words are counted too.
  var meanTitle: Double { Double(max(0, titleWords) + 800) / Double(max(0, posts) + 100) }

  /// The words of an average body; a hundred imagined posts of sixty words are counted too.
  var meanBody: Double { Double(max(0, bodyWords) + 6000) / Double(max(0, posts) + 100) }
}

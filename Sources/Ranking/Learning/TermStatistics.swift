/// How common words are in a collection, by stem.
package struct TermStatistics: Sendable {
  /// The posts of the collection.
  package var posts: Int
  /// In how many posts each word stands, all its forms together; 0 where it is missing. Forms of one
  /// word in one post may be counted each.
  package var holders: [String: Int]

  package init(posts: Int, holders: [String: Int]) {
    self.posts = posts
    self.holders = holders
  }

  /// The share of the posts that hold a word, from 0 to 1.
  func share(of stem: String) -> Double {
    Double(min(posts, holders[stem] ?? 0)) / Double(max(1, posts))
  }

  /// The inverse document frequency of a word, ln(1 + (N − n) / (n + ½)).
  func rarity(of stem: String) -> Double {
    let holders = Double(min(posts, holders[stem] ?? 0))
    return logarithm(1 + (Double(posts) - holders) / (holders + 0.5))
  }
}

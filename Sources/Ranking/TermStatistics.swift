/// How common words are in a collection, by stem.
package struct TermStatistics: Sendable {
  /// The posts of the collection, and the words in them.
  package var posts: Int
  package var words: Int
  package var terms: [String: Count]

  /// How common a word is, all its forms together.
  package struct Count: Sendable, Hashable {
    /// In how many posts it stands.
    package var posts: Int
    /// How often it stands there in all.
    package var times: Int

    package init(posts: Int = 0, times: Int = 0) {
      self.posts = posts
      self.times = times
    }
  }

  package init(posts: Int, words: Int, terms: [String: Count]) {
    self.posts = posts
    self.words = words
    self.terms = terms
  }
}

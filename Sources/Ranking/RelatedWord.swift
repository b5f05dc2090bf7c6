/// A word that the conversations about a profile's keywords have more often than others.
package struct RelatedWord: Sendable, Hashable, Codable {
  /// Its most frequent form.
  package var text: String
  /// How typical it is, from 0 to 1 (the most typical of all).
  package var weight: Double
  /// Its inverse document frequency in the posts that it was learned from.
  package var rarity: Double

  package init(text: String, weight: Double, rarity: Double) {
    self.text = text
    self.weight = weight
    self.rarity = rarity
  }
}

package import Foundation

/// A word that the stored posts, or the team's decisions, show to be telling.
///
/// The weights are worth of the word in a conversation that speaks of it, for one point of its own
/// strength; 0 where it is not typical.
package struct LearnedWord: Sendable, Hashable, Codable {
  /// Its most frequent form.
  package var text: String
  /// Its inverse document frequency in the posts that it was learned from.
  var rarity: Double
  /// How typical it is of what the keywords find.
  var related = 0.0
  /// How typical it is of what the team joined or saved.
  var joined = 0.0
  /// How typical it is of what the team skipped.
  var skipped = 0.0
}

/// What the stored posts and the team's decisions teach about words.
package struct LearnedWords: Sendable, Hashable, Codable {
  /// The most telling first.
  package var words: [LearnedWord]
  /// The most that words typical of what was skipped may take of what speaks for a conversation, from
  /// 0 to 1: after one skip a sixth, for it may have had other reasons than its words.
  var mostTaken: Double
  /// The ids of the conversations that it was learned from: their own words say nothing new about them.
  package var decided: Set<String>

  package init(words: [LearnedWord] = [], mostTaken: Double = 0, decided: Set<String> = []) {
    self.words = words
    self.mostTaken = mostTaken
    self.decided = decided
  }

  /// As bytes, to be stored.
  package func encoded() throws -> Data { try JSONEncoder().encode(self) }

  /// What `encoded` tells of; nil if it is damaged: a weight without measure would make a score that is
  /// no number.
  package init?(encoded: Data) {
    guard let known = try? JSONDecoder().decode(Self.self, from: encoded),
      (0...1).contains(known.mostTaken), known.words.allSatisfy(\.isSound)
    else { return nil }
    self = known
  }
}

extension LearnedWord {
  fileprivate var isSound: Bool {
    [rarity, related, joined, skipped].allSatisfy { (0...1e6).contains($0) }
  }
}

internal import Foundation
package import Profiles

/// Learns which words go with a profile, from the posts of a collection.
///
/// Pseudo-relevance feedback (J. J. Rocchio, 1971): the posts in which the keywords tell most are
/// taken for relevant, and a word is typical if its share of them is larger than its share of all
/// posts. What comes of it is a list that a person can read, and that brings a conversation the same
/// points whatever stands beside it.
///
/// The result is meant to be stored beside the statistics, and to be learned again when the profile's
/// fingerprint changes.
package struct RelatedWordsLearner {
  /// The words of the posts that are taken for relevant.
  private let sample: StemCounter
  /// The number of words of each of these posts.
  private let lengths: [Int]
  private let own: Set<String>

  /// The posts that are taken for relevant.
  package static let sampleSize = 50
  /// A word must be in this share of them beyond what chance would bring.
  static let leastSurplus = 0.1
  /// Fewer posts than these tell nothing.
  static let fewestPosts = 10
  static let mostWords = 30

  /// A learner for a profile, and the posts in which its keywords tell most.
  package init(profile: Profile, best: [(title: String, body: String)]) {
    var sample = StemCounter(language: profile.language)
    lengths = best.map { post in
      let before = sample.words
      sample.count(title: post.title, body: post.body)
      return sample.words - before
    }
    self.sample = sample
    let own = profile.keywords.flatMap(\.query.wantedPhrases).flatMap(\.words)
      .flatMap { Tokenizer.words(of: $0.text, language: profile.language) }
    self.own = Set(
      sample.languages.flatMap { language in
        let stemmer = Stemmer(language: language)
        return own.map { WordForms($0, stemmer: stemmer).stem }
      })
  }

  /// The stems whose statistics in the collection are needed: those that stand in enough of the posts.
  package var wanted: Set<String> {
    guard sample.posts >= Self.fewestPosts else { return [] }
    let least = Self.leastSurplus * Double(sample.posts)
    return Set(
      sample.counts.filter { stem, count in
        Double(count.posts) >= least && stem.count > 2 && !own.contains(stem)
          && !stem.contains(where: \.isNumber) && !WordForms.everyday.contains(stem)
      }.keys)
  }

  /// What was learned, the most typical word first; nothing from fewer posts than would tell.
  package func relatedWords(in collection: TermStatistics) -> [RelatedWord] {
    let counts = sample.counts
    let size = Double(sample.posts)
    var found: [RelatedWord] = []
    for stem in wanted {
      guard let count = counts[stem] else { continue }
      let all = collection.terms[stem] ?? .init(posts: count.posts, times: count.times)
      // What chance brings: as many posts as anywhere, and in long posts more of them.
      let perWord = Double(all.times) / Double(max(1, collection.words))
      let byLength = lengths.reduce(0) { $0 + 1 - exp(-perWord * Double($1)) }
      // Forms of one word may stand in one post: their sum can be more than all posts.
      let posts = min(all.posts, collection.posts)
      let byPosts = Double(posts) / Double(max(1, collection.posts)) * size
      let surplus = (Double(count.posts) - max(byLength, byPosts)) / size
      let rarity = logarithm(1 + Double(collection.posts - posts) / (Double(posts) + 0.5))
      guard surplus >= Self.leastSurplus else { continue }
      found.append(RelatedWord(text: count.form, weight: surplus * rarity, rarity: rarity))
    }
    found.sort { ($0.weight, $1.text) > ($1.weight, $0.text) }
    let most = found.first?.weight ?? 1
    return found.prefix(Self.mostWords).map {
      RelatedWord(text: $0.text, weight: $0.weight / most, rarity: $0.rarity)
    }
  }
}

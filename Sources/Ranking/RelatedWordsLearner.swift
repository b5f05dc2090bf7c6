internal import Foundation
package import Profiles

/// Learns which words go with a profile, from the posts of a collection.
///
/// Pseudo-relevance feedback (J. J. Rocchio, 1971): the posts in which the keywords tell most are
/// taken for relevant, and a word is typical if its share of them is larger than its share of all
/// posts. What comes of it is a list that a person can read, and that brings a conversation the same
/// points whatever stands beside it.
///
/// It reads every post once and holds one entry for each different word; the result is meant to be
/// stored beside the statistics, and to be learned again when the profile's fingerprint changes.
package struct RelatedWordsLearner {
  private let ranker: Ranker
  private var reader: Reader
  private var words: StemCounter
  private let known: Set<String>
  /// The posts in which the keywords tell most, the best last.
  private var best: [Sample] = []

  private struct Sample {
    var strength: Double
    var title: String
    var body: String
  }

  /// The posts that are taken for relevant.
  static let sampleSize = 50
  /// A word must be in this share of them beyond what chance would bring.
  static let leastSurplus = 0.1
  /// Fewer posts than these tell nothing.
  static let fewestPosts = 10
  static let mostWords = 30

  /// A learner for a profile whose keywords were counted in the same posts.
  package init(profile: Profile, statistics: CollectionStatistics) {
    ranker = Ranker(profile: profile, statistics: statistics, now: .distantPast)
    reader = ranker.makeReader()
    words = StemCounter(language: profile.language)
    let stemmer = Stemmer(language: profile.language)
    let own = profile.keywords.flatMap(\.query.wantedPhrases).flatMap(\.words)
      .flatMap { Tokenizer.words(of: $0.text, language: profile.language) }
    known = Set(own.map { WordForms($0, stemmer: stemmer).stem })
  }

  /// Learns from a post.
  package mutating func read(title: String, body: String) {
    words.count(title: title, body: body)
    let strength = ranker.strength(title: title, body: body, &reader)
    guard strength > 0, best.count < Self.sampleSize || strength > best[0].strength else { return }
    let sample = Sample(strength: strength, title: title, body: body)
    let place = best.firstIndex { $0.strength >= strength } ?? best.count
    best.insert(sample, at: place)
    if best.count > Self.sampleSize { best.removeFirst() }
  }

  /// What was learned, the most typical word first; nothing from fewer posts than would tell.
  package func relatedWords() -> [RelatedWord] {
    guard best.count >= Self.fewestPosts else { return [] }
    var typical = StemCounter(language: words.language)
    var lengths: [Int] = []
    for post in best {
      let before = typical.words
      typical.count(title: post.title, body: post.body)
      lengths.append(typical.words - before)
    }
    var found: [RelatedWord] = []
    let all = words.counts
    for (stem, count) in typical.counts {
      guard stem.count > 2, !known.contains(stem), !stem.contains(where: \.isNumber),
        !WordForms.everyday.contains(stem)
      else { continue }
      let all = all[stem] ?? count
      // What chance brings: as many posts as anywhere, and in long posts more of them.
      let perWord = Double(all.times) / Double(max(1, words.words))
      let byLength = lengths.reduce(0) { $0 + 1 - exp(-perWord * Double($1)) }
      let byPosts = Double(all.posts) / Double(max(1, words.posts)) * Double(best.count)
      let surplus = (Double(count.posts) - max(byLength, byPosts)) / Double(best.count)
      let rarity = logarithm(1 + Double(words.posts - all.posts) / (Double(all.posts) + 0.5))
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

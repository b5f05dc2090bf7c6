internal import Foundation
package import Profiles

/// A text to learn from.
package struct LearningText: Sendable, Hashable {
  package var title: String
  package var body: String

  package init(title: String, body: String) {
    self.title = title
    self.body = body
  }
}

/// Learns which words are typical of a profile: from the posts of a collection, and from what the team
/// joined and skipped.
///
/// Relevance feedback after J. J. Rocchio (1971), with BM25's term weights in the place of tf-idf: a
/// word's weight is its mean weight in the relevant posts, less that in all posts. Until the team has
/// decided, the posts in which the keywords tell most are taken for relevant (pseudo-relevance
/// feedback); with each decision they count less. What comes of it is a list that a person can read,
/// and that brings a conversation the same points whatever stands beside it.
///
/// It reads every post once and holds one entry for each different word; the result is meant to be
/// stored beside the statistics.
package struct WordLearner {
  private let ranker: Ranker
  private let scoring: Scoring
  private var reader: Reader
  private var words: StemCounter
  /// The posts in which the keywords tell most, the best last.
  private var best: [Sample] = []

  private struct Sample {
    var strength: Double
    var text: LearningText
  }

  /// The posts that are taken for relevant.
  static let sampleSize = 50
  /// In a small collection only this share of the posts is: the rest is what they stand out from.
  static let sampleShare = 0.1
  /// A collection of so many posts is half believed: what is typical of ten posts may be their chance.
  static let postsHalf = 1000.0
  /// Fewer posts than these tell nothing.
  static let fewestPosts = 10
  /// A word of one long post alone is no sign of what the keywords find.
  static let fewestHolders = 3
  /// The sample of posts counts like this many decisions to join.
  static let sampleWeight = 5.0
  /// What the team skipped counts less than what it joined; skipping may have had other reasons.
  static let skippedWeight = 0.75
  /// Two or three things skipped say little about the next.
  static let skippedHalf = 5.0
  /// The share that words get beside the keywords, where nothing was decided and where much was.
  static let shareUndecided = 0.6
  static let shareDecided = 1.4
  static let decisionsHalf = 5.0
  static let mostRelated = 100
  static let mostDecided = 200

  /// A learner for a profile whose keywords were counted in the same posts.
  package init(profile: Profile, statistics: CollectionStatistics) {
    ranker = Ranker(profile: profile, statistics: statistics, now: .distantPast)
    scoring = Scoring(statistics: statistics)
    reader = ranker.makeReader()
    words = StemCounter(language: profile.language)
  }

  /// Learns from a post.
  package mutating func read(title: String, body: String) {
    words.count(title: title, body: body)
    let strength = ranker.strength(title: title, body: body, &reader)
    guard strength > 0, best.count < Self.sampleSize || strength > best[0].strength else { return }
    // The posts of a thread share its title; ten replies in one are not ten opinions.
    if !title.isEmpty, let same = best.firstIndex(where: { $0.text.title == title }) {
      guard best[same].strength < strength else { return }
      best.remove(at: same)
    }
    let sample = Sample(strength: strength, text: LearningText(title: title, body: body))
    let place = best.firstIndex { $0.strength >= strength } ?? best.count
    best.insert(sample, at: place)
    if best.count > Self.sampleSize { best.removeFirst() }
  }

  /// What was learned, the most telling word first; nothing from fewer posts than would tell.
  package mutating func learnedWords(
    joined: [LearningText] = [], skipped: [LearningText] = []
  ) -> [LearnedWord] {
    let decided = Set(joined + skipped)
    let most = Int(Double(words.posts) * Self.sampleShare)
    var sample = best.suffix(most).map(\.text).filter { !decided.contains($0) }
    if sample.count < Self.fewestPosts { sample = [] }
    let related = surplus(in: sample, fewestHolders: Self.fewestHolders)
    let liked = surplus(in: joined, fewestHolders: 1)
    let disliked = surplus(in: skipped, fewestHolders: 1)

    let relevant = Double(joined.count) + Self.sampleWeight
    let few = Double(skipped.count) / (Double(skipped.count) + Self.skippedHalf)
    let decisions = Double(joined.count + skipped.count)
    let share =
      Self.shareUndecided + (Self.shareDecided - Self.shareUndecided)
      * decisions / (decisions + Self.decisionsHalf)

    var learned: [Int: Weights] = [:]
    for (word, weight) in Self.largest(related, Self.mostRelated) {
      learned[word, default: Weights()].related = weight * Self.sampleWeight / relevant
    }
    var verdicts = liked.mapValues { $0 * Double(joined.count) / relevant }
    for (word, weight) in disliked {
      verdicts[word, default: 0] -= weight * Self.skippedWeight * few
    }
    for (word, _) in Self.largest(verdicts.mapValues(abs), Self.mostDecided) {
      learned[word, default: Weights()].joined =
        (liked[word] ?? 0) * Double(joined.count) / relevant
      learned[word, default: Weights()].skipped =
        (disliked[word] ?? 0) * Self.skippedWeight * few
    }
    let scale = share * scale(of: learned, in: sample + joined)
    let belief = Double(words.posts) / (Double(words.posts) + Self.postsHalf)
    return learned.map { word, weights in
      LearnedWord(
        text: words[word].form, rarity: rarity(of: word),
        related: weights.related * scale * belief,
        joined: weights.joined * scale, skipped: weights.skipped * scale)
    }
    .sorted { ($0.telling, $1.text) > ($1.telling, $0.text) }
  }

  private struct Weights {
    var related = 0.0
    var joined = 0.0
    var skipped = 0.0
    var sum: Double { related + joined - skipped }
  }

  /// What brings the words to the same height as the keywords, measured where both tell most.
  private mutating func scale(of learned: [Int: Weights], in texts: [LearningText]) -> Double {
    var byKeywords: [Double] = []
    var byWords: [Double] = []
    for text in texts {
      byKeywords.append(ranker.strength(title: text.title, body: text.body, &reader))
      byWords.append(
        strengths(in: text).reduce(0) { $0 + $1.value * (learned[$1.key]?.sum ?? 0) })
    }
    let height = Self.meanOfLargest(byWords)
    return height > 0 ? Self.meanOfLargest(byKeywords) / height : 0
  }

  private static func meanOfLargest(_ values: [Double]) -> Double {
    let largest = values.sorted(by: >).prefix(20)
    return largest.reduce(0, +) / Double(max(1, largest.count))
  }

  /// By word, how much more it tells in the texts than in all posts; only words that do.
  private mutating func surplus(
    in texts: [LearningText], fewestHolders: Int
  ) -> [Int: Double] {
    var found: [Int: (holders: Int, sum: Double)] = [:]
    for text in texts {
      for (word, strength) in strengths(in: text) {
        found[word, default: (0, 0)].holders += 1
        found[word, default: (0, 0)].sum += strength
      }
    }
    var surplus: [Int: Double] = [:]
    for (word, found) in found where found.holders >= fewestHolders && isTelling(word) {
      // Where a word stands it tells about its rarity, on average.
      let everywhere =
        rarity(of: word) * Double(words[word].posts) / Double(max(1, words.posts))
      let mean = found.sum / Double(texts.count) - everywhere
      if mean > 0 { surplus[word] = mean }
    }
    return surplus
  }

  /// By word, how much it tells in a text.
  private mutating func strengths(in text: LearningText) -> [Int: Double] {
    var frequencies: [Int: Double] = [:]
    for (text, isTitle) in [(text.title, true), (text.body, false)] {
      let stems = words.stems(of: text)
      let worth = scoring.weight(isTitle ? .title : .opening, words: stems.count)
      for stem in stems { frequencies[stem, default: 0] += worth }
    }
    return frequencies.reduce(into: [:]) { strengths, entry in
      strengths[entry.key] = Scoring.strength(
        frequency: entry.value, rarity: rarity(of: entry.key))
    }
  }

  private func rarity(of word: Int) -> Double {
    let posts = Double(words[word].posts)
    return logarithm(1 + max(0, Double(words.posts) - posts) / (posts + 0.5))
  }

  /// Whether a word may be learned: a name or a thing, no number and nothing that stands everywhere.
  private func isTelling(_ word: Int) -> Bool {
    let stem = words[word].stem
    return stem.count > 1 && !stem.contains(where: \.isNumber) && !WordForms.everyday.contains(stem)
  }

  /// The words of the largest weights, in an order that is the same each time.
  private static func largest(
    _ weights: [Int: Double], _ count: Int
  ) -> some Sequence<(key: Int, value: Double)> {
    weights.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(count)
  }
}

extension LearnedWord {
  /// How much it moves a score, whichever way.
  fileprivate var telling: Double { abs(related + joined - skipped) }
}

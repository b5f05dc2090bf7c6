/// A text to learn from.
package struct LearningText: Sendable, Hashable {
  package var title: String
  package var body: String

  package init(title: String, body: String) {
    self.title = title
    self.body = body
  }
}

/// Learns which words are typical of a profile: from the posts in which its keywords tell most, and
/// from what the team joined and skipped.
///
/// Relevance feedback after J. J. Rocchio (1971), with BM25's term weights in the place of tf-idf: a
/// word's weight is its mean weight in the relevant posts, less that in all posts. Until the team has
/// decided, the posts in which the keywords tell most are taken for relevant (pseudo-relevance
/// feedback); with each decision they count less. What comes of it is a list that a person can read,
/// and that brings a conversation the same points whatever stands beside it.
///
/// The result is meant to be stored, and to be learned again when the profile or a decision changes.
package struct WordLearner {
  private let ranker: Ranker
  private var words: StemTable
  private let sample: Sample
  private let joined: Sample
  private let skipped: Sample

  /// The posts that are taken for relevant.
  static let sampleSize = 50
  /// In a small collection only this share of the posts is: the rest is what they stand out from.
  static let sampleShare = 0.1
  /// Fewer posts than these tell nothing.
  static let fewestPosts = 10
  /// A word of one long post alone is no sign of what the keywords find.
  static let fewestHolders = 3
  /// Nor, where the team decided often, a word of one conversation.
  static let oftenDecided = 100
  /// A collection of so many posts is half believed: where each word is rare, what is typical of a few
  /// posts is chance.
  static let postsHalf = 1000.0
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

  /// How many of the posts in which the keywords tell most are needed: more than are used, for the
  /// posts of a thread count once.
  package static let candidates = 3 * sampleSize

  /// A learner for a profile. `best` are the posts of `posts` in which its keywords tell most by
  /// `ranker`, the best last.
  package init(
    ranker: Ranker, best: [LearningText], of posts: Int, joined: [LearningText],
    skipped: [LearningText]
  ) {
    self.ranker = ranker
    words = StemTable(language: ranker.language)
    let decided = Set((joined + skipped).map(\.title))
    // The posts of a thread share its title; ten replies in one are not ten opinions.
    var seen: Set<String> = []
    let distinct = best.reversed().filter { text in
      !decided.contains(text.title) && (text.title.isEmpty || seen.insert(text.title).inserted)
    }
    let most = min(Self.sampleSize, Int(Double(posts) * Self.sampleShare))
    let chosen = distinct.count >= Self.fewestPosts && most >= Self.fewestPosts
    sample = Sample(
      chosen ? Array(distinct.prefix(most)) : [], fewestHolders: Self.fewestHolders, ranker, &words)
    func decisions(_ texts: [LearningText], _ words: inout StemTable) -> Sample {
      Sample(texts, fewestHolders: texts.count < Self.oftenDecided ? 1 : 2, ranker, &words)
    }
    self.joined = decisions(joined, &words)
    self.skipped = decisions(skipped, &words)
  }

  /// The stems whose statistics in the collection are needed.
  package var wanted: Set<String> {
    Set([sample, joined, skipped].flatMap(\.candidates).map { words[$0].stem })
  }

  /// What was learned, the most telling word first; nothing from fewer posts than would tell.
  package func learnedWords(in collection: TermStatistics) -> LearnedWords {
    let rarities = Dictionary(
      uniqueKeysWithValues: Set([sample, joined, skipped].flatMap(\.candidates)).map {
        ($0, collection.rarity(of: words[$0].stem))
      })
    func surplus(_ sample: Sample) -> [Int: Double] {
      sample.surplus(rarities) { collection.share(of: words[$0].stem) }
    }
    let related = surplus(sample)
    let liked = surplus(joined)
    let disliked = surplus(skipped)

    let relevant = Double(joined.count) + Self.sampleWeight
    let trust = Double(skipped.count) / (Double(skipped.count) + Self.skippedHalf)
    let decisions = Double(joined.count + skipped.count)
    let share =
      Self.shareUndecided + (Self.shareDecided - Self.shareUndecided)
      * decisions / (decisions + Self.decisionsHalf)

    var weights: [Int: Weights] = [:]
    for (word, weight) in Self.largest(related, Self.mostRelated) {
      weights[word, default: Weights()].related = weight * Self.sampleWeight / relevant
    }
    var verdicts = liked.mapValues { Weights(joined: $0 * Double(joined.count) / relevant) }
    for (word, weight) in disliked {
      verdicts[word, default: Weights()].skipped = weight * Self.skippedWeight * trust
    }
    for (word, _) in Self.largest(verdicts.mapValues { abs($0.sum) }, Self.mostDecided) {
      weights[word, default: Weights()].joined = verdicts[word]?.joined ?? 0
      weights[word, default: Weights()].skipped = verdicts[word]?.skipped ?? 0
    }
    let belief = Double(collection.posts) / (Double(collection.posts) + Self.postsHalf)
    let scale = share * belief * scale(of: weights, rarities)
    let learned = weights.map { word, weights in
      LearnedWord(
        text: words[word].form, rarity: rarities[word] ?? 0,
        related: weights.related * scale, joined: weights.joined * scale,
        skipped: weights.skipped * scale)
    }
    .sorted { ($0.telling, $1.text) > ($1.telling, $0.text) }
    return LearnedWords(words: learned, mostTaken: trust)
  }

  private struct Weights {
    var related = 0.0
    var joined = 0.0
    var skipped = 0.0
    var sum: Double { related + joined - skipped }
  }

  /// What brings the words to the same height as the keywords, measured where both tell most.
  private func scale(of weights: [Int: Weights], _ rarities: [Int: Double]) -> Double {
    let byWords = (sample.texts + joined.texts).map { text in
      text.frequencies.reduce(0) { sum, entry in
        guard let weight = weights[entry.key]?.sum, let rarity = rarities[entry.key] else {
          return sum
        }
        return sum + weight * Scoring.strength(frequency: entry.value, rarity: rarity)
      }
    }
    let height = Self.meanOfLargest(byWords)
    let byKeywords = (sample.texts + joined.texts).map(\.strength)
    return height > 0 ? Self.meanOfLargest(byKeywords) / height : 0
  }

  private static func meanOfLargest(_ values: [Double]) -> Double {
    let largest = values.sorted(by: >).prefix(20)
    return largest.reduce(0, +) / Double(max(1, largest.count))
  }

  /// The words of the largest weights, in an order that is the same each time.
  private static func largest(
    _ weights: [Int: Double], _ count: Int
  ) -> some Sequence<(key: Int, value: Double)> {
    weights.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(count)
  }
}

/// Texts that have something in common, as far as words go.
private struct Sample {
  /// How much the keywords tell in a text, and BM25F's weighted frequency of each of its words.
  struct Text {
    var strength: Double
    var frequencies: [Int: Double]
  }

  let texts: [Text]
  /// The words that stand in enough of them, and that may be learned.
  let candidates: [Int]

  var count: Int { texts.count }

  init(
    _ texts: [LearningText], fewestHolders: Int, _ ranker: Ranker, _ words: inout StemTable
  ) {
    var holders: [Int: Int] = [:]
    self.texts = texts.map { text in
      var frequencies: [Int: Double] = [:]
      let (title, body) = words.words(title: text.title, body: text.body)
      for (field, kind) in [(title, Reading.Field.Kind.title), (body, .opening)] {
        let worth = ranker.scoring.weight(kind, words: field.count)
        for word in field { frequencies[word, default: 0] += worth }
      }
      for word in frequencies.keys { holders[word, default: 0] += 1 }
      return Text(strength: ranker.strength(of: text), frequencies: frequencies)
    }
    let known = words
    candidates = holders.filter { $0.value >= fewestHolders && Self.isTelling(known[$0.key]) }
      .map(\.key)
  }

  /// By word, how much more it tells in the texts than in all posts; only words that do. `share` is the
  /// share of all posts that hold a word.
  func surplus(_ rarities: [Int: Double], share: (Int) -> Double) -> [Int: Double] {
    var surplus: [Int: Double] = [:]
    for word in candidates {
      guard let rarity = rarities[word] else { continue }
      let sum = texts.reduce(0) {
        $0 + Scoring.strength(frequency: $1.frequencies[word] ?? 0, rarity: rarity)
      }
      // Where a word stands it tells about its rarity, on average.
      let more = sum / Double(texts.count) - rarity * share(word)
      if more > 0 { surplus[word] = more }
    }
    return surplus
  }

  /// Whether a word may be learned: a name or a thing, no number and nothing that stands everywhere.
  private static func isTelling(_ word: StemTable.Word) -> Bool {
    word.stem.count > 1 && !word.stem.contains(where: \.isNumber) && !word.isFunctionWord
      && !WordForms.everyday.contains(word.stem)
  }
}

extension LearnedWord {
  /// How much it moves a score, whichever way.
  fileprivate var telling: Double { abs(related + joined - skipped) }
}

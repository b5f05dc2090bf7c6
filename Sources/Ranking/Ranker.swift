package import Conversations
package import Foundation
package import Profiles

/// Ranks conversations against a profile.
///
/// A score depends on the conversation, the profile, the collection and the time; never on the
/// other conversations of a list.
package struct Ranker: Sendable {
  private let profile: Profile
  let scoring: Scoring
  private let now: Date
  private let trie: PhraseTrie
  private let keywords: [CompiledKeyword]
  private let keywordIndex: QueryIndex
  /// The most that a phrase, by its number, can add to a strength; a keyword's own is always enough.
  private let most: [Double]
  private let learned: [(word: LearnedWord, query: CompiledQuery)]
  private let mostTaken: Double
  private let decided: Set<String>
  private let learnedIndex: QueryIndex
  private let never: [CompiledQuery]
  private let voices: [CompiledQuery]
  private let mentionSearch: MentionSearch
  private let clocks: [String: Clock]

  private struct CompiledKeyword: Sendable {
    var keyword: Profile.Keyword
    var query: CompiledQuery
    var rarity: Double
    var parts: [(text: String, query: CompiledQuery, rarity: Double)]
  }

  /// The words that count beside the keywords.
  package var learnedWords: LearnedWords {
    LearnedWords(words: learned.map(\.word), mostTaken: mostTaken, decided: decided)
  }

  /// A ranker for a profile, a collection, the words learned from it, the clocks of communities by their
  /// names, and a moment.
  package init(
    profile: Profile, statistics: CollectionStatistics, learned: LearnedWords = LearnedWords(),
    clocks: [String: Clock] = [:], now: Date
  ) {
    self.profile = profile
    self.clocks = clocks
    self.now = now
    mostTaken = learned.mostTaken
    decided = learned.decided
    scoring = Scoring(statistics: statistics)
    let stemmer = Stemmer(language: profile.language)
    var trie = PhraseTrie(language: profile.language)
    keywords = profile.keywords.map { keyword in
      CompiledKeyword(
        keyword: keyword,
        query: CompiledQuery(keyword.query, trie: &trie, stemmer: stemmer),
        rarity: statistics.rarity(of: keyword.text),
        parts: Unit.parts(of: keyword.query).map { part in
          (
            part.expression, CompiledQuery(part.query, trie: &trie, stemmer: stemmer),
            statistics.rarity(of: part.expression)
          )
        })
    }
    self.learned = learned.words.map { word in
      let phrase = Query.Phrase(words: [Query.Word(word.text)])
      return (word, CompiledQuery(.phrase(phrase), trie: &trie, stemmer: stemmer))
    }
    var keywordIndex = QueryIndex()
    for (number, keyword) in keywords.enumerated() {
      keywordIndex.add(keyword.query, as: number)
      for part in keyword.parts { keywordIndex.add(part.query, as: number) }
    }
    self.keywordIndex = keywordIndex
    var learnedIndex = QueryIndex()
    for (number, word) in self.learned.enumerated() { learnedIndex.add(word.query, as: number) }
    self.learnedIndex = learnedIndex
    never = profile.never.map { CompiledQuery($0.query, trie: &trie, stemmer: stemmer) }
    voices = profile.voices.map { CompiledQuery($0.query, trie: &trie, stemmer: stemmer) }
    mentionSearch = MentionSearch(profile, trie: &trie, stemmer: stemmer)
    self.trie = trie
    var most = Array(repeating: 0.0, count: trie.paths.count)
    for keyword in keywords {
      for phrase in keyword.query.wantedPhrases { most[phrase] = .infinity }
      for part in keyword.parts {
        for phrase in part.query.wantedPhrases {
          most[phrase] +=
            Scoring.partWeight * Scoring.most(rarity: part.rarity) * keyword.keyword.factor
        }
      }
    }
    for (word, query) in self.learned {
      for phrase in query.wantedPhrases {
        most[phrase] += Scoring.most(rarity: word.rarity) * (word.related + word.joined)
      }
    }
    for phrase in mentionSearch.wantedPhrases { most[phrase] = .infinity }
    self.most = most
  }

  /// The verdict on each conversation, in their order; all cores take part. There is one for each also
  /// where the task is cancelled: who asks hands over portions, and checks between them.
  package func judge(_ conversations: [Conversation]) async -> [Verdict] {
    await onAllCores(conversations) { chunk in
      var reader = Reader(trie: trie)
      return chunk.map { judge($0, reader.read($0), explains: true) }
    }
  }

  /// The verdict on a conversation whose posts are `rows` of `hits`, in the order of the posts: the same
  /// as from its texts, but with no word of why. A post without a row is empty.
  package func judge(
    _ conversation: Conversation, rows: [Int?], by hits: PostHits
  ) -> Verdict {
    judge(conversation, Reading(conversation, rows: rows, of: hits), explains: false)
  }

  /// The verdict on one conversation.
  package func judge(_ conversation: Conversation) -> Verdict {
    var reader = Reader(trie: trie)
    return judge(conversation, reader.read(conversation), explains: true)
  }

  private func judge(
    _ conversation: Conversation, _ reading: Reading, explains: Bool
  ) -> Verdict {
    let weights = scoring.weights(of: reading)
    let matches = matches(in: reading, weights)
    let subject = Subject(
      conversation: conversation, profile: profile, now: now, explains: explains,
      matches: matches,
      learned: learnedWords(in: reading, weights, of: conversation.id), mostTaken: mostTaken,
      mentions: mentionSearch.mentions(in: conversation, reading),
      cues: ConversationCues(conversation, reading), clock: clocks[conversation.community],
      answered: mentionSearch.answerer(in: conversation))
    var ranked = RankedConversation(conversation: conversation, reasons: [])
    if subject.gains > 0 || !subject.mentions.isEmpty {
      ranked.reasons = Signals.reasons(for: subject)
        .filter { $0.points != 0 }
        .sorted { abs($0.points) > abs($1.points) }
      if explains {
        ranked.excerpt = Excerpt.text(of: reading, around: matches)
        ranked.voices = zip(profile.voices, voices)
          .filter { isFound($0.1, in: reading) }.map(\.0)
      }
    }
    return Verdict(
      ranked: ranked, hiddenBy: exclusions(of: conversation, reading),
      setAside: mentionSearch.setAside(conversation))
  }

  private func matches(in reading: Reading, _ weights: [Double]) -> [KeywordMatch] {
    keywordIndex.candidates(in: reading).compactMap { number in
      let compiled = keywords[number]
      let found = reading.evaluate(compiled.query, weights: weights)
      var strength = Scoring.strength(frequency: found.frequency, rarity: compiled.rarity)
      var parts: [KeywordMatch.Part] = []
      for part in compiled.parts {
        let alone = reading.evaluate(part.query, weights: weights)
        guard alone.isMatch else { continue }
        strength +=
          Scoring.partWeight * Scoring.strength(frequency: alone.frequency, rarity: part.rarity)
        parts.append(.init(text: part.text, count: alone.hits.count))
      }
      guard !found.hits.isEmpty || !parts.isEmpty else { return nil }
      func count(_ kind: Reading.Field.Kind) -> Int {
        found.hits.count { reading.fields[$0.field].kind == kind }
      }
      return KeywordMatch(
        keyword: compiled.keyword,
        strength: strength * compiled.keyword.factor,
        inTitle: count(.title), inOpening: count(.opening), inReplies: count(.reply),
        parts: parts, hits: found.hits)
    }
  }

  /// The learned words in a reading; of a conversation that was learned from only those that others
  /// teach.
  private func learnedWords(
    in reading: Reading, _ weights: [Double], of id: ConversationID
  ) -> [LearnedWordMatch] {
    let isDecided = decided.contains(id.text)
    return learnedIndex.candidates(in: reading).compactMap { number in
      var word = learned[number].word
      if isDecided { (word.joined, word.skipped) = (0, 0) }
      let found = reading.evaluate(learned[number].query, weights: weights)
      guard found.isMatch else { return nil }
      return LearnedWordMatch(
        word: word,
        strength: Scoring.strength(frequency: found.frequency, rarity: word.rarity))
    }
  }

  /// What could count for or against a conversation, and is not known.
  package func unknown(of conversation: Conversation) -> [String] {
    var unknown: [String] = []
    if conversation.replies == nil {
      unknown.append("how many replies it has: \(conversation.community) does not tell")
    }
    if clocks[conversation.community] == nil {
      unknown.append(
        "whether people still answer: \(Clock.fewestReplies) replies in \(Clock.fewestThreads) "
          + "threads of \(conversation.community) would tell, and fewer were seen")
    }
    return unknown
  }

  /// The Snowball name of the language of the profile.
  package var language: String { profile.language }

  /// What is looked for, in texts or in an index.
  package var search: PhraseSearch { PhraseSearch(trie) }

  /// How much the keywords tell in a text on its own.
  func strength(of text: LearningText) -> Double {
    var reader = Reader(trie: trie)
    return strength(of: reader.read(title: text.title, body: text.body))
  }

  private func strength(of reading: Reading) -> Double {
    matches(in: reading, scoring.weights(of: reading)).reduce(0) { $0 + $1.strength }
  }

  /// The conversations that may be shown, of those to which the rows of `hits` belong: no others can.
  package func candidates(
    in hits: PostHits, conversation: (_ row: Int) -> Int64
  ) -> Set<Int64> {
    var certain: Set<Int64> = []
    var sums: [Int64: Double] = [:]
    for (row, sum) in hits.sums(of: most).enumerated() where sum > 0 {
      if sum >= Verdict.leastStrength {
        certain.insert(conversation(row))
      } else {
        sums[conversation(row), default: 0] += sum
      }
    }
    return certain.union(sums.filter { $0.value >= Verdict.leastStrength }.keys)
  }

  /// The rows in which the keywords tell most, each a post on its own, the best last: `count` of them,
  /// and those that tell as much as the first of these.
  package func strongest(_ count: Int, in hits: PostHits) -> [(row: Int, strength: Double)] {
    // Where only parts of phrases stand little is told: those posts count while there are too few.
    let telling = hits.rows(with: most.map { $0 == .infinity })
    let found = (telling.count >= count ? telling : Array(0..<hits.rows))
      .map { row in (row: row, strength: strength(of: Reading(row: row, of: hits))) }
      .filter { $0.strength > 0 }.sorted { $0.strength < $1.strength }
    guard found.count > count else { return found }
    let least = found[found.count - count].strength
    return Array(found.drop { $0.strength < least })
  }

  /// What keeps a conversation from being shown. One reply among many may mention anything: only the
  /// title and the opening count, and the replies while the opening has not been seen.
  private func exclusions(of conversation: Conversation, _ reading: Reading) -> [Profile.Exclusion]
  {
    guard !never.isEmpty else { return [] }
    var reading = reading
    if let opening = conversation.opening, conversation.posts.count > 1 {
      reading = reading.withoutReplies()
      reading.authors = Set([opening.author?.plainName].compactMap { $0 })
    }
    return zip(profile.never, never).filter { isFound($0.1, in: reading) }.map(\.0)
  }

  private func isFound(_ query: CompiledQuery, in reading: Reading) -> Bool {
    reading.evaluate(query, weights: Array(repeating: 1, count: reading.fields.count)).isMatch
  }
}

extension Profile.Keyword {
  /// What its weight makes of its strength.
  fileprivate var factor: Double { weight / Scoring.usualWeight }
}

package import Conversations
package import Foundation
package import Profiles

/// Ranks conversations against a profile.
///
/// A score depends on the conversation, the profile, the collection and the time; never on the
/// other conversations of a list. A cancelled task gets what was ranked so far.
package struct Ranker: Sendable {
  private let profile: Profile
  private let scoring: Scoring
  private let now: Date
  private let trie: PhraseTrie
  private let keywords: [CompiledKeyword]
  private let keywordIndex: QueryIndex
  private let related: [(word: RelatedWord, query: CompiledQuery)]
  private let relatedIndex: QueryIndex
  private let never: [CompiledQuery]
  private let voices: [CompiledQuery]

  private struct CompiledKeyword: Sendable {
    var keyword: Profile.Keyword
    var query: CompiledQuery
    var rarity: Double
    var parts: [(text: String, query: CompiledQuery, rarity: Double)]
  }

  /// The words that count beside the keywords.
  package var learnedWords: [RelatedWord] { related.map(\.word) }

  /// A ranker for a profile, a collection, the words learned from it, and a moment.
  package init(
    profile: Profile, statistics: CollectionStatistics, related: [RelatedWord] = [], now: Date
  ) {
    self.profile = profile
    self.now = now
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
    self.related = related.map { word in
      let phrase = Query.Phrase(words: [Query.Word(word.text)])
      return (word, CompiledQuery(.phrase(phrase), trie: &trie, stemmer: stemmer))
    }
    var keywordIndex = QueryIndex()
    for (number, keyword) in keywords.enumerated() {
      keywordIndex.add(keyword.query, as: number)
      for part in keyword.parts { keywordIndex.add(part.query, as: number) }
    }
    self.keywordIndex = keywordIndex
    var relatedIndex = QueryIndex()
    for (number, word) in self.related.enumerated() { relatedIndex.add(word.query, as: number) }
    self.relatedIndex = relatedIndex
    never = profile.never.map { CompiledQuery($0.query, trie: &trie, stemmer: stemmer) }
    voices = profile.voices.map { CompiledQuery($0.query, trie: &trie, stemmer: stemmer) }
    self.trie = trie
  }

  /// The relevant conversations that nothing of the profile's `never` is in, best first; equal ones
  /// by newest activity, then by name.
  ///
  /// With `alsoPartial` also those in which only words of a phrase stand, not the phrase: a longer
  /// list, which finds more and is less certain.
  package func rank(
    _ conversations: [Conversation], alsoPartial: Bool = false
  ) async -> [RankedConversation] {
    await judge(conversations)
      .filter { $0.isShown || (alsoPartial && $0.isPartial) }
      .map(\.ranked).sorted(by: Self.isBetter)
  }

  /// The verdict on each conversation, in their order; all cores take part.
  package func judge(_ conversations: [Conversation]) async -> [Verdict] {
    let workers = min(ProcessInfo.processInfo.activeProcessorCount, conversations.count / 200)
    guard workers > 1 else { return judge(conversations[...]) }
    let size = (conversations.count + workers - 1) / workers
    return await withTaskGroup(of: (Int, [Verdict]).self) { group in
      for start in stride(from: 0, to: conversations.count, by: size) {
        let chunk = conversations[start..<min(start + size, conversations.count)]
        group.addTask { (start, judge(chunk)) }
      }
      var parts: [(Int, [Verdict])] = []
      for await part in group { parts.append(part) }
      return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }

  /// The verdict on one conversation.
  package func judge(_ conversation: Conversation) -> Verdict {
    var reader = Reader(trie: trie)
    return judge(conversation, &reader)
  }

  private func judge(_ conversations: ArraySlice<Conversation>) -> [Verdict] {
    var reader = Reader(trie: trie)
    var verdicts: [Verdict] = []
    verdicts.reserveCapacity(conversations.count)
    for conversation in conversations {
      if Task.isCancelled { break }
      verdicts.append(judge(conversation, &reader))
    }
    return verdicts
  }

  private func judge(_ conversation: Conversation, _ reader: inout Reader) -> Verdict {
    let reading = reader.read(conversation)
    let matches = matches(in: reading)
    let neighbours = matches.isEmpty ? [] : relatedWords(in: reading)
    let subject = Subject(
      conversation: conversation, profile: profile, now: now, matches: matches,
      related: neighbours.reduce(0) { $0 + $1.strength }, relatedWords: neighbours.map(\.text))
    var ranked = RankedConversation(conversation: conversation, reasons: [])
    if !matches.isEmpty {
      ranked.reasons = Signals.all.flatMap { $0.reasons(for: subject) }
        .filter { $0.points != 0 }
        .sorted { abs($0.points) > abs($1.points) }
      ranked.excerpt = Excerpt.text(of: reading, around: matches)
      ranked.voices = zip(profile.voices, voices)
        .filter { isFound($0.1, in: reading) }.map(\.0)
    }
    return Verdict(ranked: ranked, hiddenBy: exclusion(of: conversation, reading))
  }

  private func matches(in reading: Reading) -> [KeywordMatch] {
    let weights = scoring.weights(of: reading)
    return keywordIndex.candidates(in: reading).compactMap { number in
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
        strength: strength * compiled.keyword.weight / Scoring.usualWeight,
        inTitle: count(.title), inOpening: count(.opening), inReplies: count(.reply),
        parts: parts, hits: found.hits)
    }
  }

  private func relatedWords(in reading: Reading) -> [(text: String, strength: Double)] {
    let weights = scoring.weights(of: reading)
    return relatedIndex.candidates(in: reading).compactMap { number in
      let (word, query) = related[number]
      let found = reading.evaluate(query, weights: weights)
      guard found.isMatch else { return nil }
      let strength = Scoring.strength(frequency: found.frequency, rarity: word.rarity)
      return (word.text, strength * word.weight * Scoring.relatedWeight)
    }.sorted { $0.strength > $1.strength }
  }

  /// A reader for this ranker's profile.
  func makeReader() -> Reader { Reader(trie: trie) }

  /// How much the keywords tell in a post on its own.
  func strength(title: String, body: String, _ reader: inout Reader) -> Double {
    matches(in: reader.read(title: title, body: body)).reduce(0) { $0 + $1.strength }
  }

  /// What keeps a conversation from being shown. One reply among many may mention anything: only the
  /// title and the opening count, and the replies while the opening has not been seen.
  private func exclusion(of conversation: Conversation, _ reading: Reading) -> Profile.Exclusion? {
    guard !never.isEmpty else { return nil }
    var reading = reading
    if let opening = conversation.opening, conversation.posts.count > 1 {
      reading.authors = Set([opening.author?.plainName].compactMap { $0 })
      for (phrase, hits) in reading.hits {
        reading.hits[phrase] = hits.filter { reading.fields[$0.field].kind != .reply }
      }
    }
    return zip(profile.never, never).first { isFound($0.1, in: reading) }?.0
  }

  private func isFound(_ query: CompiledQuery, in reading: Reading) -> Bool {
    reading.evaluate(query, weights: Array(repeating: 1, count: reading.fields.count)).isMatch
  }

  private static func isBetter(_ left: RankedConversation, _ right: RankedConversation) -> Bool {
    if left.score != right.score { return left.score > right.score }
    if left.conversation.lastActivity != right.conversation.lastActivity {
      return left.conversation.lastActivity > right.conversation.lastActivity
    }
    return left.conversation.id < right.conversation.id
  }
}

package import Conversations
package import Profiles

/// Finds words and phrases that tell the conversations that a team joined and saved from the rest, and
/// those that only stand in what it skipped.
///
/// Nothing is hidden in a model: what comes of it are lines for the profile.
package struct SuggestionFinder {
  private let profile: Profile
  private let decided: DecidedConversations
  private var reader: TermReader
  /// The terms of the decided conversations, each with the places of those in `decided`.
  private var places: [Term: [Int]] = [:]
  private var forms: [Term: [String: Int]] = [:]
  /// By stem, whether a term starts with it: most words need no look into a table.
  private var starts: [Bool] = []
  /// The stems that the profile speaks of already, and those of its own names.
  private var known: Set<Int32> = []
  private var own: Set<Int32> = []
  /// The keywords and `never` lines that are nothing but a word or a short phrase.
  private var phrases: Set<Term> = []
  /// The conversations without a decision: how many there are, and how many hold a term.
  private var others = 0
  private var othersWith: [Term: Int] = [:]

  /// Of thousands of words some stand in two conversations by chance; of phrases hardly any.
  private static let fewestWithWord = 3
  private static let fewestWithPhrase = 2
  /// What stands in a smaller share of many decisions is worth no line, and may be chance.
  private static let leastShare = 1.0 / 15
  /// Once in a thousand times by chance.
  private static let leastEvidence = 10.8
  /// What stands in more of all conversations tells nothing.
  private static let mostCommon = 0.5
  /// Fewer conversations without a decision do not show what is common.
  private static let fewestOthers = 20

  /// A finder that has read the decided conversations.
  package init(profile: Profile, decided: DecidedConversations) {
    self.profile = profile
    self.decided = decided
    reader = TermReader(language: profile.language)
    let expressions = profile.keywords.map(\.query) + profile.never.map(\.query)
    for word in expressions.flatMap(\.wantedPhrases).flatMap(\.words) {
      known.formUnion(stems(of: word.text))
    }
    for case .phrase(let phrase) in profile.keywords.map(\.query) + profile.never.map(\.query) {
      if let term = Term(stems(of: phrase.text)) { phrases.insert(term) }
    }
    let us = profile.us
    for name in [profile.business] + us.names + us.authors + us.sites {
      own.formUnion(stems(of: name))
    }
    for (number, one) in decided.all.enumerated() {
      var seen: Set<Term> = []
      reader.read(one.conversation) { term, form in
        forms[term, default: [:]][form(), default: 0] += 1
        if seen.insert(term).inserted { places[term, default: []].append(number) }
      }
    }
    // What stands in one decided conversation is no candidate; most does.
    places = places.filter { $0.value.count >= Self.fewestWithPhrase }
    forms = forms.filter { places[$0.key] != nil }
    reader.close()
    starts = Array(repeating: false, count: reader.stems.count)
    for term in places.keys { starts[Int(term.first)] = true }
  }

  private mutating func stems(of text: String) -> [Int32] {
    Tokenizer.words(of: text, language: profile.language).map { reader.stem(of: $0) }
  }

  /// Counts a conversation about which nobody has decided.
  package mutating func count(_ conversation: Conversation) {
    others += 1
    var seen: Set<Term> = []
    reader.read(conversation) { term, _ in
      guard starts[Int(term.first)], places[term] != nil, seen.insert(term).inserted else { return }
      othersWith[term, default: 0] += 1
    }
  }

  /// The suggestions of new lines, the strongest evidence first; `isEarlier` for those that could be
  /// made of the earlier decisions alone, so that the later ones can test them.
  package func suggestions(most: Int) -> [(suggestion: Suggestion, isEarlier: Bool)] {
    let early = Set(candidates(among: 0..<decided.earlier).map(\.term))
    let isTested = !decided.later.isEmpty
    let all = candidates(among: decided.all.indices)
    // Terms that share words say the same if one stands in the other, or both in the same
    // conversations; the stronger stands for both. So does one that the profile has already: else
    // what was left out beside a word would be told as soon as that is added.
    var told: [Candidate] = []
    var chosen: [Candidate] = []
    for candidate in all where chosen.count < most {
      guard !told.contains(where: { $0.tells(candidate) }) else { continue }
      told.append(candidate)
      if !phrases.contains(candidate.term) { chosen.append(candidate) }
    }
    return chosen.map { (suggestion(from: $0), isTested && early.contains($0.term)) }
  }

  private struct Candidate {
    var term: Term
    var isLiked: Bool
    var liked: [Int]
    var skipped: [Int]
    var evidence: Double
    var weight: Double

    /// Whether `other` says nothing that it does not say.
    func tells(_ other: Candidate) -> Bool {
      guard isLiked == other.isLiked else { return false }
      if term.isPart(of: other.term) || other.term.isPart(of: term) { return true }
      return liked == other.liked && skipped == other.skipped
        && !Set(term.stems).isDisjoint(with: other.term.stems)
    }
  }

  private func candidates(among range: Range<Int>) -> [Candidate] {
    let liked = range.count { decided.all[$0].isLiked }
    let skipped = range.count - liked
    var found: [Candidate] = []
    for (term, places) in places where phrases.contains(term) || isNew(term) {
      let inRange = places.filter(range.contains)
      let likedWith = inRange.filter { decided.all[$0].isLiked }
      let skippedWith = inRange.filter { !decided.all[$0].isLiked }
      let elsewhere = othersWith[term] ?? 0
      guard !isCommon(term) else { continue }
      let isLiked = !likedWith.isEmpty
      let association =
        isLiked
        ? Association(
          inside: liked, insideWith: likedWith.count, outside: skipped + others,
          outsideWith: skippedWith.count + elsewhere)
        : Association(
          inside: skipped, insideWith: skippedWith.count, outside: liked + others,
          outsideWith: elsewhere)
      // A `never` must not hide what was liked at any time, nor be a word of a keyword.
      if !isLiked, places.contains(where: { decided.all[$0].isLiked }) { continue }
      let floor = max(
        term.stems.count == 1 ? Self.fewestWithWord : Self.fewestWithPhrase,
        Int((Double(association.inside) * Self.leastShare).rounded(.up)))
      guard association.insideWith >= floor, association.isPositive,
        association.likelihoodRatio >= Self.leastEvidence
      else { continue }
      found.append(
        Candidate(
          term: term, isLiked: isLiked, liked: likedWith, skipped: skippedWith,
          evidence: association.likelihoodRatio, weight: association.weight))
    }
    return found.sorted { left, right in
      if left.evidence != right.evidence { return left.evidence > right.evidence }
      let (one, two) = (left.term.stems, right.term.stems)
      // Of what stands in the same conversations a pair of words says more than one word, and will be
      // met again sooner than three.
      let (first, second) = (abs(one.count - 2), abs(two.count - 2))
      if first != second { return first < second }
      return one.count != two.count ? one.count > two.count : text(left.term) < text(right.term)
    }
  }

  /// Whether it holds a word that the profile does not speak of, and none of the business itself.
  private func isNew(_ term: Term) -> Bool {
    let stems = term.stems
    return !stems.contains { own.contains($0) }
      && stems.contains { stem in
        // A keyword beside a word that stands everywhere is that keyword.
        !known.contains(stem) && reader.stems[Int(stem)].isTelling && !isCommon(Term(first: stem))
      }
  }

  private func isCommon(_ term: Term) -> Bool {
    let holders = (othersWith[term] ?? 0) + (places[term]?.count ?? 0)
    return others >= Self.fewestOthers
      && Double(holders) > Double(others + decided.all.count) * Self.mostCommon
  }

  private func text(_ term: Term) -> String {
    let best = forms[term]?.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best?.key ?? ""
  }

  private func suggestion(from candidate: Candidate) -> Suggestion {
    let titles = (candidate.isLiked ? candidate.liked : candidate.skipped)
      .map { decided.all[$0].conversation.title }.filter { !$0.isEmpty }
    return Suggestion(
      expression: text(candidate.term),
      change: candidate.isLiked ? .add(weight: candidate.weight.rounded()) : .hide,
      liked: candidate.liked.count, skipped: candidate.skipped.count,
      others: othersWith[candidate.term] ?? 0, evidence: candidate.evidence,
      examples: Array(titles.prefix(2)))
  }
}

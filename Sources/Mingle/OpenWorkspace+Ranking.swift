internal import Foundation
internal import Profiles
internal import Ranking
internal import Storage

extension OpenWorkspace {
  /// The ranker for a profile and a moment, with all that the stored posts teach.
  func ranker(for profile: Profile, at moment: Date) async throws -> Ranker {
    // A profile in another language may be tried; it does not turn the index over.
    try await indexIfFree(language: workspace.profileLanguage ?? profile.language)
    let index = try await WordIndex(of: store, language: profile.language)
    let statistics = try await index.statistics(for: profile)
    let related = try await relatedWords(for: profile, statistics, index)
    return Ranker(profile: profile, statistics: statistics, related: related, now: moment)
  }

  /// The words that stand beside the profile's keywords in the stored posts.
  ///
  /// They are learned when the profile is new or the store has grown by a fifth, and kept in between,
  /// so that scores of different days compare.
  private func relatedWords(
    for profile: Profile, _ statistics: CollectionStatistics, _ index: WordIndex
  ) async throws -> [RelatedWord] {
    let fingerprint = profile.fingerprint
    let last = try await store.lastPost()
    if let known = try await store.learned(fingerprint: fingerprint),
      last - known.lastPost <= max(200, known.lastPost / 5)
    {
      return try JSONDecoder().decode([RelatedWord].self, from: known.words)
    }
    // While a first fetch is under way, little would be learned, and kept.
    guard index.isMostOfAll else { return [] }
    let ranker = Ranker(profile: profile, statistics: statistics, now: .distantPast)
    let best = try await index.strongest(RelatedWordsLearner.sampleSize, by: ranker)
    let learner = RelatedWordsLearner(profile: profile, best: best)
    let words = learner.relatedWords(in: try await index.terms(learner.wanted))
    try await store.remember(
      learned: try JSONEncoder().encode(words), fingerprint: fingerprint, lastPost: last)
    return words
  }
}

extension WordIndex {
  /// So many posts are searched for those in which the keywords tell most: enough for any word that
  /// matters.
  private static let searched = 20_000

  /// The texts of the posts in which the keywords tell most, among those that were indexed last; the
  /// best last.
  fileprivate func strongest(
    _ count: Int, by ranker: Ranker
  ) async throws -> [(title: String, body: String)] {
    let words = try await words(of: ranker.search)
    var best: [(number: Int64, strength: Double)] = []
    var searched = 0
    for part in segments.reversed() where searched < Self.searched {
      try Task.checkCancellation()
      searched += part.posts.count
      let hits = try await hits(of: ranker.search, words, in: part)
      best += ranker.strongest(count, in: hits).map { (part.posts.numbers[$0.row], $0.strength) }
    }
    best.sort { ($0.strength, $1.number) < ($1.strength, $0.number) }
    let numbers = best.suffix(count).map(\.number)
    let texts = try await store.texts(of: numbers)
    return texts.map { ($0.title, $0.text) }
  }
}

internal import Foundation
internal import Profiles
internal import Ranking
internal import Storage

extension OpenWorkspace {
  /// The ranker for a profile and a moment, with all that the stored posts teach.
  func ranker(for profile: Profile, at moment: Date) async throws -> Ranker {
    let statistics = try await statistics(for: profile)
    let related = try await relatedWords(for: profile, statistics)
    return Ranker(profile: profile, statistics: statistics, related: related, now: moment)
  }

  /// The words that stand beside the profile's keywords in the stored posts.
  ///
  /// They are learned from the latest posts when the profile is new or the store has grown by a fifth,
  /// and kept in between, so that scores of different days compare.
  private func relatedWords(
    for profile: Profile, _ statistics: CollectionStatistics
  ) async throws -> [RelatedWord] {
    let fingerprint = profile.fingerprint
    let last = try await store.lastPost()
    if let known = try await store.learned(fingerprint: fingerprint),
      last - known.lastPost <= max(200, known.lastPost / 5)
    {
      return try JSONDecoder().decode([RelatedWord].self, from: known.words)
    }
    var learner = RelatedWordsLearner(profile: profile, statistics: statistics)
    var position = max(0, last - Self.latest)
    while position < last {
      let texts = try await store.texts(after: position, limit: 5000)
      guard let end = texts.last?.number else { break }
      for text in texts { learner.read(title: text.title, body: text.text) }
      position = end
    }
    let words = learner.relatedWords()
    try await store.remember(
      learned: try JSONEncoder().encode(words), fingerprint: fingerprint, lastPost: last)
    return words
  }

  /// How many posts are learned from: enough for any word that matters, and read in a moment.
  private static let latest: Int64 = 20_000
}

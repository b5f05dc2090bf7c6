internal import Conversations
internal import Foundation
internal import Profiles
internal import Ranking
internal import Storage

extension OpenWorkspace {
  /// The ranker for a profile and a moment, with all that the stored posts teach.
  func ranker(for profile: Profile, at moment: Date) async throws -> Ranker {
    let statistics = try await statistics(for: profile)
    let learned = try await learnedWords(for: profile, statistics)
    return Ranker(profile: profile, statistics: statistics, learned: learned, now: moment)
  }

  /// The words that the stored posts and the team's decisions show to be telling.
  ///
  /// They are learned from the latest posts when the profile is new, when the team decided something, or
  /// when the store has grown by a fifth, and kept in between, so that scores of different days
  /// compare.
  private func learnedWords(
    for profile: Profile, _ statistics: CollectionStatistics
  ) async throws -> [LearnedWord] {
    let joined = try await decided([.joined, .saved])
    let skipped = try await decided([.skipped])
    let key = digest(
      of: ([profile.fingerprint] + joined.ids + ["/"] + skipped.ids).joined(separator: " "))
    let last = try await store.lastPost()
    if let known = try await store.learned(fingerprint: key),
      last - known.lastPost <= max(200, known.lastPost / 5)
    {
      return try JSONDecoder().decode([LearnedWord].self, from: known.words)
    }
    var learner = WordLearner(profile: profile, statistics: statistics)
    var position = max(0, last - Self.latest)
    while position < last {
      let texts = try await store.texts(after: position, limit: 5000)
      guard let end = texts.last?.number else { break }
      for text in texts { learner.read(title: text.title, body: text.text) }
      position = end
    }
    let words = learner.learnedWords(joined: joined.texts, skipped: skipped.texts)
    try await store.remember(
      learned: try JSONEncoder().encode(words), fingerprint: key, lastPost: last)
    return words
  }

  /// The latest conversations in one of the states: their names, and what opened them.
  private func decided(
    _ states: [ConversationState]
  ) async throws -> (ids: [String], texts: [LearningText]) {
    var stored: [StoredConversation] = []
    for state in states { stored += try await store.conversations(.inState(state)) }
    stored.sort {
      ($0.changed ?? .distantPast, $1.conversation.id) > (
        $1.changed ?? .distantPast, $0.conversation.id
      )
    }
    let latest = stored.prefix(Self.latestDecisions).map(\.conversation)
    return (
      latest.map(\.id.text),
      latest.map { LearningText(title: $0.title, body: ($0.opening ?? $0.posts[0]).text) }
    )
  }

  /// How many decisions are learned from; a business changes, and old ones fade.
  private static let latestDecisions = 300

  /// How many posts are learned from: enough for any word that matters, and read in a moment.
  private static let latest: Int64 = 20_000
}

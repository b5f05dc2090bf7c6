internal import Conversations
internal import Foundation
internal import Profiles
internal import Ranking
internal import Storage

extension OpenWorkspace {
  /// The ranker for a profile and a moment, with all that the stored posts and the team's decisions
  /// teach.
  func ranker(for profile: Profile, at moment: Date) async throws -> Ranker {
    // A profile in another language may be tried; it does not turn the index over.
    do {
      try await indexIfFree(language: workspace.profileLanguage ?? profile.language)
    } catch StorageFailure.full {
      // What is not indexed is read where it is needed.
      notice("the disk is full: what was counted and learned is not kept")
    }
    let clocks = try await clocks()
    let ranker = try await withIndex(language: profile.language) { index in
      let statistics = try await index.statistics(for: profile)
      let learned = try await learnedWords(for: profile, statistics, index)
      return Ranker(
        profile: profile, statistics: statistics, learned: learned, clocks: clocks, now: moment)
    }
    if ranker.learnedWords.words.isEmpty, let own = workspace.profileLanguage,
      own != profile.language
    {
      notice(
        "words learned from the posts are left out: they are in \(own), and \(profile.path) is in "
          + "\(profile.language) until it is the workspace's profile")
    }
    return ranker
  }

  /// The words that the stored posts and the team's decisions show to be telling.
  ///
  /// They are learned when the profile is new, when the team decided something, or when the store has
  /// grown by a fifth, and kept in between, so that scores of different days compare.
  private func learnedWords(
    for profile: Profile, _ statistics: CollectionStatistics, _ index: WordIndex
  ) async throws -> LearnedWords {
    let joined = try await store.decisions(in: [.joined, .saved], most: Self.latestDecisions)
    let skipped = try await store.decisions(in: [.skipped], most: Self.latestDecisions)
    let key = digest(
      of: ([profile.fingerprint] + joined.map(\.id.text) + ["/"] + skipped.map(\.id.text))
        .joined(separator: " "))
    let last = try await store.lastPost()
    if let known = try await store.learned(fingerprint: key),
      last - known.lastPost <= max(200, known.lastPost / 5),
      let words = LearnedWords(encoded: known.words)
    {
      return words
    }
    // While a first fetch is under way, little would be learned, and kept.
    guard index.isMostOfAll else { return LearnedWords() }
    let ranker = Ranker(profile: profile, statistics: statistics, now: .distantPast)
    let learner = WordLearner(
      ranker: ranker, best: try await index.strongest(WordLearner.candidates, by: ranker),
      of: index.posts, joined: try await texts(of: joined.map(\.number)),
      skipped: try await texts(of: skipped.map(\.number)))
    var words = learner.learnedWords(in: try await index.terms(learner.wanted))
    words.decided = Set((joined + skipped).map(\.id.text))
    if try await index.isCurrent() {
      do {
        try await store.remember(learned: words.encoded(), fingerprint: key, lastPost: last)
      } catch StorageFailure.full {
        notice("the disk is full: what was learned is not kept")
      }
    }
    return words
  }

  /// What opened some conversations.
  private func texts(of conversations: [Int64]) async throws -> [LearningText] {
    try await store.conversations(.numbered(conversations, until: .distantFuture))
      .map(\.conversation)
      .map { LearningText(title: $0.title, body: ($0.opening ?? $0.posts[0]).text) }
  }

  /// How many decisions are learned from; a business changes, and old ones fade.
  private static let latestDecisions = 300
}

extension WordIndex {
  /// So many posts are searched for those in which the keywords tell most: enough for any word that
  /// matters.
  private static let searched = 20_000

  /// The texts of the posts in which the keywords tell most, among the latest ones; the best last. In
  /// whatever order posts came in, they are the same.
  fileprivate func strongest(_ count: Int, by ranker: Ranker) async throws -> [LearningText] {
    let posts = try await store.latestPosts(Self.searched)
    try Task.checkCancellation()
    let best = ranker.strongest(count, in: try await hits(of: ranker.search, in: posts))
    let strengths = Dictionary(uniqueKeysWithValues: best.map { (posts[$0.row], $0.strength) })
    return try await store.texts(of: strengths.keys.sorted())
      .map { text in
        (
          text: LearningText(title: text.title, body: text.text),
          strength: strengths[text.number] ?? 0, name: digest(of: "\(text.title)\n\(text.text)")
        )
      }
      .sorted { ($0.strength, $0.name) < ($1.strength, $1.name) }
      .suffix(count).map(\.text)
  }
}

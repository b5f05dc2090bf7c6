package import Conversations
internal import Foundation
package import Profiles
package import Ranking
internal import Storage

/// What the team's decisions speak for.
package struct Suggestions: Sendable {
  package var window: TimeWindow
  /// The decisions that were learned from.
  package var liked: Int
  package var skipped: Int
  /// The conversations that the suggestions were tested on: liked ones, of how many; nil where there
  /// are too few decisions to test anything.
  package var tested: (liked: Int, all: Int)?
  /// The average precision of the profile as it is, on those; nil if that is unknown.
  package var averagePrecision: Double?
  /// The largest gain first.
  package var all: [Suggestion]
}

extension OpenWorkspace {
  /// Changes of a profile that the decisions about conversations of a window speak for, at most so
  /// many.
  package func suggestions(
    for profile: Profile, in window: TimeWindow, limit: Int
  ) async throws -> Suggestions {
    let decided = DecidedConversations(try await decided(in: window))
    var suggestions = Suggestions(
      window: window, liked: decided.liked, skipped: decided.skipped, all: [])
    guard !decided.all.isEmpty else { return suggestions }

    let ranker = try await ranker(for: profile, at: window.until)
    let findings = try await findings(
      in: window, by: [(ranker, FindingReader(profile: profile))])[0]
    var finder = SuggestionFinder(profile: profile, decided: decided)
    var holdOut = HoldOut(decided)
    try await store.forEachPortion(of: .active(window)) { portion in
      for stored in portion where stored.state == .new {
        finder.count(stored.conversation)
        holdOut.add(stored.conversation)
      }
    }
    // More are tested than are told, for the strongest evidence need not bring the largest gain.
    var candidates = finder.suggestions(most: max(20, 2 * limit))
    // The same thing in two rooms is one decision here, too.
    let learned = Set(decided.all.map(\.conversation.id))
    let counted = findings.filter { $0.state == .new || learned.contains($0.id) }
    let later = Set(decided.later.map(\.conversation.id))
    let early = WeightSuggestions.all(for: profile, in: counted.filter { !later.contains($0.id) })
    candidates += WeightSuggestions.all(for: profile, in: counted).map { suggestion in
      let isEarlier = early.contains {
        $0.expression == suggestion.expression && $0.isRaise == suggestion.isRaise
      }
      return (suggestion, isEarlier)
    }
    try await test(&candidates, of: profile, on: holdOut, beside: ranker, window, &suggestions)
    suggestions.all = Array(
      candidates.map(\.suggestion).worthTelling.sorted(by: Suggestion.isBetter).prefix(limit))
    return suggestions
  }

  /// The conversations of a window that the team decided about.
  func decided(in window: TimeWindow) async throws -> [DecidedConversations.Decided] {
    var decided: [DecidedConversations.Decided] = []
    for state in [ConversationState.joined, .saved, .skipped] {
      for stored in try await store.conversations(.inState(state))
      where (window.since...window.until).contains(stored.conversation.lastActivity) {
        decided.append(
          DecidedConversations.Decided(
            conversation: stored.conversation, state: state,
            decided: stored.changed ?? stored.conversation.lastActivity))
      }
    }
    return decided
  }

  /// Finds the gain of each candidate that could have been made before the later decisions.
  private func test(
    _ candidates: inout [(suggestion: Suggestion, isEarlier: Bool)], of profile: Profile,
    on holdOut: HoldOut, beside ranker: Ranker, _ window: TimeWindow,
    _ suggestions: inout Suggestions
  ) async throws {
    // The rarity of all new expressions is counted in one pass.
    let widest = candidates.map(\.suggestion).filter(\.isAddition)
      .reduce(profile) { $0.following($1) }
    let statistics = try await withIndex(language: profile.language) {
      try await $0.statistics(for: widest)
    }
    let learned = ranker.learnedWords.withoutDecisions
    let clocks = try await clocks()
    func precision(of profile: Profile) async -> Double? {
      await holdOut.averagePrecision(
        by: Ranker(
          profile: profile, statistics: statistics, learned: learned, clocks: clocks,
          now: window.until))
    }
    guard let base = await precision(of: profile) else { return }
    suggestions.tested = holdOut.size
    suggestions.averagePrecision = base
    for number in candidates.indices where candidates[number].isEarlier {
      try Task.checkCancellation()
      candidates[number].suggestion.gain =
        await precision(of: profile.following(candidates[number].suggestion)).map { $0 - base }
    }
  }
}

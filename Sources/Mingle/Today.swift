package import Conversations
package import Exporting
internal import Foundation
package import Profiles
internal import Ranking
internal import Storage

/// Which conversations are listed, and how.
package struct TodayRequest: Sendable {
  package var window: TimeWindow
  package var limit: Int
  /// From 0 to 100.
  package var minimumScore: Double
  package var order: Order
  /// The only community to list; nil for all.
  package var community: String?
  /// Whether conversations that the team joined or skipped are listed too.
  package var includesDecided: Bool

  /// What stands first.
  package enum Order: String, Sendable, CaseIterable {
    /// The highest score.
    case opportunity
    /// What fits the profile best, wherever and whenever it was said.
    case relevance
    /// The latest activity.
    case newest
  }

  package init(
    window: TimeWindow, limit: Int = 20, minimumScore: Double = 0, order: Order = .opportunity,
    community: String? = nil, includesDecided: Bool = false
  ) {
    self.window = window
    self.limit = limit
    self.minimumScore = minimumScore
    self.order = order
    self.community = community
    self.includesDecided = includesDecided
  }
}

extension OpenWorkspace {
  /// The relevant conversations of a window, as they stood at its end.
  package func today(_ request: TodayRequest, profile: Profile) async throws -> Listing {
    let ranker = try await ranker(for: profile, at: request.window.until)
    let (standings, considered) = try await standings(request, by: ranker)
    let first = standings.prefix(request.limit)
    return try await listing(
      try await judged(first, until: request.window.until, by: ranker),
      window: request.window, profile: profile, considered: considered,
      relevant: standings.count)
  }

  /// The saved conversations, best first.
  package func shortlist(profile: Profile) async throws -> Listing {
    let saved = try await store.conversations(.inState(.saved))
    let ranker = try await ranker(for: profile, at: now)
    let verdicts = await ranker.judge(saved.map(\.conversation))
    // Somebody chose them: they are listed even if the profile has nothing to say about them.
    let ranked = zip(verdicts, saved)
      .map { (standing: Standing($1, $0.ranked), ranked: $0.ranked, state: $1.state) }
      .sorted { TodayRequest.Order.opportunity.puts($0.standing, before: $1.standing) }
      .map { (ranked: $0.ranked, state: $0.state) }
    return try await listing(
      ranked, window: TimeWindow(since: .distantPast, until: now), profile: profile,
      considered: saved.count, relevant: saved.count)
  }

  /// The one conversation whose id starts with `id`, or that is read at the address `id`.
  package func conversation(_ id: String, profile: Profile) async throws -> ListedConversation {
    let found = try await conversation(named: id)
    let ranker = try await ranker(for: profile, at: now)
    let verdict = ranker.judge(found.conversation)
    let short = try await store.shortIDs(of: [found.conversation.id])
    return ListedConversation(
      ranked: verdict.ranked, shortID: short[found.conversation.id] ?? id, state: found.state)
  }

  private func listing(
    _ chosen: [(ranked: RankedConversation, state: ConversationState)], window: TimeWindow,
    profile: Profile, considered: Int, relevant: Int
  ) async throws -> Listing {
    let short = try await store.shortIDs(of: chosen.map(\.ranked.conversation.id))
    return Listing(
      made: now, window: window, business: profile.business,
      profile: Listing.ProfileReference(path: profile.path, fingerprint: profile.fingerprint),
      conversations: chosen.map { ranked, state in
        let id = ranked.conversation.id
        return ListedConversation(ranked: ranked, shortID: short[id] ?? id.text, state: state)
      },
      considered: considered, relevant: relevant)
  }
}

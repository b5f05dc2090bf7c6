package import Conversations
package import Exporting
package import Foundation
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
  /// Whether conversations that the team joined, skipped or snoozed are listed too.
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
    let marks = try await marks(at: request.window.until, us: profile.us)
    let standings = try await standings(request, by: ranker, marks)
    let first = Array(standings.inOrder.prefix(request.limit))
    var listing = try await listing(
      try await judged(first, until: request.window.until, by: ranker), marks,
      window: request.window, profile: profile, considered: standings.considered,
      relevant: standings.rows.count)
    listing.waiting = try await waiting(standings.rows.prefix(request.limit), behind: first)
    listing.answered = try await replies(
      RepliesRequest(window: TimeWindow(since: .distantPast, until: request.window.until)),
      us: profile.us)
    return listing
  }

  /// Of which communities the rows are that the score alone would have put among the first, and how
  /// many of each: the most first.
  private func waiting(
    _ best: ArraySlice<Standing>, behind first: [Standing]
  ) async throws -> [Listing.Waiting] {
    let listed = Set(first.map(\.number))
    let numbers = best.lazy.map(\.number).filter { !listed.contains($0) }.sorted()
    guard !numbers.isEmpty else { return [] }
    var counts: [String: Int] = [:]
    let selection = ConversationSelection.numbered(numbers, until: .distantFuture)
    try await store.forEachPortion(of: selection, withTexts: false) { portion in
      for stored in portion { counts[stored.conversation.community, default: 0] += 1 }
    }
    return counts.map { Listing.Waiting(community: $0.key, count: $0.value) }
      .sorted { ($0.count, $1.community) > ($1.count, $0.community) }
  }

  /// The saved conversations as they stood at a moment, best first.
  package func shortlist(profile: Profile, at moment: Date) async throws -> Listing {
    let marks = try await marks(at: moment, us: profile.us)
    let numbers = try await store.conversations(.inState(.saved)).map(\.number)
    let saved = try await store.conversations(.numbered(numbers, until: moment))
      .filter { !marks.isAway($0.conversation.id) }
    let ranker = try await ranker(for: profile, at: moment)
    let verdicts = await ranker.judge(saved.map(\.conversation))
    // Somebody chose them: they are listed even if the profile has nothing to say about them.
    let ranked = zip(verdicts, saved)
      .map { (standing: Standing($1, $0.ranked), ranked: $0.ranked, state: $1.state) }
      .sorted { TodayRequest.Order.opportunity.puts($0.standing, before: $1.standing) }
      .map { (ranked: $0.ranked, state: $0.state) }
    return try await listing(
      ranked, marks, window: TimeWindow(since: .distantPast, until: moment), profile: profile,
      considered: saved.count, relevant: saved.count)
  }

  /// Conversations as they are listed: by the starts of their ids, and with where else they run.
  func listed(
    _ chosen: [(ranked: RankedConversation, state: ConversationState)], _ marks: Marks,
    until: Date
  ) async throws -> [ListedConversation] {
    let ids = chosen.map(\.ranked.conversation.id)
    let places = try await store.places(alsoOf: ids, until: until)
    let short = try await store.shortIDs(of: ids + places.values.joined().map(\.id))
    return chosen.map { ranked, state in
      var ranked = ranked
      let id = ranked.conversation.id
      ranked.conversation.alsoAt = places[id] ?? []
      var listed = ListedConversation(
        ranked: ranked, shortID: short[id] ?? id.text, state, marks)
      listed.alsoShort = ranked.conversation.alsoAt.map { short[$0.id] ?? $0.id.text }
      return listed
    }
  }

  /// The one conversation whose id starts with `name`, or that is read at the address `name`, as it
  /// stood at a moment, with what the team did about it, as recorded; throws a `UsageFailure` if
  /// nothing had been said in it by then.
  package func conversation(
    _ name: String, profile: Profile, at moment: Date
  ) async throws -> (listed: ListedConversation, acts: [Act]) {
    let number = try await conversation(named: name).number
    guard
      let found = try await store.conversations(.numbered([number], until: moment)).first
    else { throw UsageFailure("\(name): nothing had been said in it by then; give a later --on") }
    let id = found.conversation.id
    let verdict = try await ranker(for: profile, at: moment).judge(found.conversation)
    let marks = try await marks(at: moment, us: profile.us)
    let listed = try await listed([(verdict.ranked, found.state)], marks, until: moment)
    return (listed[0], try await store.acts(of: [id])[id] ?? [])
  }

  /// Where the conversation with a name is read and joined; throws a `UsageFailure` if nothing tells.
  package func address(of name: String) async throws -> Address {
    let conversation = try await conversation(named: name).conversation
    guard let address = conversation.address else {
      throw UsageFailure("\(name): no feed told where \(conversation.heading) is read")
    }
    return address
  }

  private func listing(
    _ chosen: [(ranked: RankedConversation, state: ConversationState)], _ marks: Marks,
    window: TimeWindow, profile: Profile, considered: Int, relevant: Int
  ) async throws -> Listing {
    return Listing(
      made: now, window: window, business: profile.business,
      profile: Listing.ProfileReference(path: profile.path, fingerprint: profile.fingerprint),
      conversations: try await listed(chosen, marks, until: window.until),
      considered: considered, relevant: relevant)
  }
}

extension ListedConversation {
  init(
    ranked: RankedConversation, shortID: String, _ state: ConversationState, _ marks: Marks
  ) {
    let id = ranked.conversation.id
    self.init(
      ranked: ranked, shortID: shortID, state: marks.state(of: id, otherwise: state),
      snooze: marks.snooze(of: id), claim: marks.claim(of: id))
  }
}

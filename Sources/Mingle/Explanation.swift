internal import Conversations
package import Exporting
internal import Communities
internal import Foundation
internal import Parsing
package import Profiles
internal import Ranking
internal import Storage

/// Why a conversation is listed where it is, or is not listed.
package struct Explanation: Sendable {
  package var listed: ListedConversation
  /// What stands in the way of its being listed, the heaviest first; empty if nothing does.
  package var obstacles: [Obstacle]
  /// Its place in the list of the time asked for, from 1; nil if it is not in it.
  package var place: Int?
  /// The keywords of the profile that do not stand in it.
  package var missing: [Profile.Keyword]
  /// What could count and is not known.
  package var unknown: [String]

  /// Something that keeps a conversation out of a list, and what would change it.
  package struct Obstacle: Sendable, Hashable {
    package var message: String
    /// The line of the profile that it comes from; nil if it comes from none.
    package var profileLine: Int?
  }
}

extension OpenWorkspace {
  /// Explains the conversation whose id starts with `name`, or that is read at the address `name`,
  /// against the list that `request` asks for, and as it stood at the end of that.
  package func explain(
    _ name: String, in request: TodayRequest, profile: Profile
  ) async throws -> Explanation {
    let known = try await conversation(named: name)
    // What was said later is in no list of an earlier day. Where nothing was said yet, the obstacle
    // is that.
    let stored =
      try await store.conversations(
        .numbered([known.number], until: request.window.until)
      ).first ?? known
    let conversation = stored.conversation
    let ranker = try await ranker(for: profile, at: request.window.until)
    let verdict = ranker.judge(conversation)
    let marks = try await marks(at: request.window.until, us: profile.us)
    let standings = try await standings(request, by: ranker, marks)
    let place = standings.inOrder.enumerated().first { $0.element.id == conversation.id }?.offset
    let listed = try await listed(
      [(verdict.ranked, stored.state)], marks, until: request.window.until)[0]

    let found = Set(verdict.ranked.reasons.filter { $0.signal == "keyword" }.map(\.profileLine))
    return Explanation(
      listed: listed,
      obstacles: obstacles(to: stored, marks, verdict, place: place, in: request, profile)
        + (try await obstacles(among: standings.groups, to: stored)),
      place: place.map { $0 + 1 },
      missing: profile.keywords.filter { !found.contains($0.line) },
      unknown: ranker.unknown(of: conversation))
  }

  private func obstacles(
    to stored: StoredConversation, _ marks: Marks, _ verdict: Verdict, place: Int?,
    in request: TodayRequest, _ profile: Profile
  ) -> [Explanation.Obstacle] {
    if let place {
      guard place >= request.limit else { return [] }
      return [.init(message: "it is number \(place + 1); show more with --limit \(place + 1)")]
    }
    var obstacles: [Explanation.Obstacle] = []
    for never in verdict.hiddenBy {
      obstacles.append(
        .init(message: "“\(never.text)” under “never” hides it", profileLine: never.line))
    }
    if !request.includesDecided { obstacles += verdict.setAside.map { obstacle($0, profile) } }
    if verdict.ranked.reasons.isEmpty || verdict.isPartial {
      obstacles.append(.init(message: "no keyword of the profile stands in it as a whole"))
    }
    if stored.state.isDecided, !marks.isBack(stored.conversation.id), !request.includesDecided {
      obstacles.append(
        .init(message: "it was \(stored.state.rawValue); show it with --all, or mingle reopen it"))
    }
    let id = stored.conversation.id
    if marks.isAway(id), !request.includesDecided, let snooze = marks.snooze(of: id) {
      obstacles.append(
        .init(
          message: "it is snoozed until \(dayAndTime(snooze.until)), or until somebody "
            + "answers; show it with --all, or mingle reopen it"))
    }
    let last = stored.conversation.lastActivity
    if last > request.window.until {
      obstacles.append(
        .init(message: "nothing had been said in it by then; give a later --on"))
    } else if last < request.window.since {
      obstacles.append(
        .init(
          message: "the last activity was \(age(of: last, at: request.window.until)), outside the "
            + "time; look further with --since or --on"))
    }
    if let community = request.community,
      community.lowercased() != stored.conversation.community.lowercased()
    {
      obstacles.append(.init(message: "it stands in \(stored.conversation.community)"))
    }
    if verdict.ranked.score < request.minimumScore {
      obstacles.append(.init(message: "its score is below --min-score"))
    }
    return obstacles
  }

  /// The conversation that stands, or was decided, in its place.
  private func obstacles(
    among groups: CrossPostGroups, to stored: StoredConversation
  ) async throws -> [Explanation.Obstacle] {
    guard let reason = groups.left[stored.number] else { return [] }
    let (id, why) =
      switch reason {
      case .stands(let id): (id, "it stands as one row with")
      case .decided(let id, let state): (id, "the same was \(state.rawValue) as")
      }
    let other = try await store.conversations(.named(id.text)).first?.conversation
    let short = try await store.shortIDs(of: [id])[id] ?? id.text
    return [.init(message: "\(why) \(short) in \(other?.community ?? "another community")")]
  }

  private func obstacle(_ reason: SetAside, _ profile: Profile) -> Explanation.Obstacle {
    let message =
      switch reason {
      case .own: "it is your own post; show it with --all"
      case .closed(.archived): "it is archived, so nobody can answer; show it with --all"
      case .closed: "it is closed, so nobody can answer; show it with --all"
      }
    return .init(message: message, profileLine: reason == .own ? profile.us.line : nil)
  }

  /// The one conversation whose id starts with `name`, or that is read at the address `name`; throws a
  /// `UsageFailure` if there is none or there are several.
  func conversation(named name: String) async throws -> StoredConversation {
    guard let address = Address(name)?.withoutCredentials else { return try await find(name) }
    // What an entry with this link would be tells the thread, whatever kind of place it is.
    var entry = ParsedEntry()
    entry.link = address.text
    var document = ParsedFeed(format: .atom10, encoding: "utf-8")
    document.entries = [entry]
    let thread = posts(of: document, feed: address.text).first?.thread ?? address.canonical
    var found = try await store.conversations(.thread(thread))
    // Some places make the thread of more than an address; and a page may hold several.
    if found.isEmpty { found = try await store.conversations(.at(address.text)) }
    guard !found.isEmpty else {
      throw UsageFailure(
        "\(address.redacted): nothing of it is stored; it came in no feed that was read "
          + "(mingle feeds list)")
    }
    return try await only(of: found, for: address.redacted, remedy: "name it by its id")
  }
}

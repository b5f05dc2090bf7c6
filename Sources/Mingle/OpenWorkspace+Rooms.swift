package import Conversations
internal import Foundation
package import Profiles
internal import Ranking
internal import Storage

extension OpenWorkspace {
  /// Every room that something is stored of or that has a card, those with the most relevant
  /// conversations in a window first; and what is wrong with the cards.
  package func rooms(
    in window: TimeWindow, profile: Profile
  ) async throws -> (rooms: [RoomSummary], problems: [Diagnostic]) {
    let cards = try workspace.roomCards()
    let findings = try await findings(of: profile, in: window)
    let relevant = Dictionary(grouping: findings.filter(\.isShown), by: \.community.plainName)
    let joins = Dictionary(
      grouping: try await joins(until: window.until, us: profile.us), by: \.community.plainName)
    let stored = Dictionary(
      grouping: try await store.storedCommunities(), by: \.name.plainName)

    var rooms = stored.map { name, spellings in
      RoomSummary(
        name: spellings.usual.name, posts: spellings.reduce(0) { $0 + $1.posts },
        conversations: spellings.reduce(0) { $0 + $1.conversations },
        relevant: relevant[name]?.count ?? 0, joins: joins[name]?.count ?? 0,
        lastJoin: joins[name]?.last?.at, card: cards.card(of: spellings.usual.name)?.path)
    }
    for card in cards.cards where stored[card.room.plainName] == nil {
      guard !rooms.contains(where: { card.isOf($0.name) }) else { continue }
      rooms.append(
        RoomSummary(
          name: card.room, posts: 0, conversations: 0, relevant: 0, joins: 0, card: card.path))
    }
    rooms.sort { left, right in
      (right.relevant, right.joins, right.posts, left.name)
        < (left.relevant, left.joins, left.posts, right.name)
    }
    return (rooms, cards.problems)
  }

  /// What is known of a room by its name, upper and lower case alike; and what is wrong with cards of
  /// which one may be this room's.
  ///
  /// Throws a `UsageFailure` if nothing is stored of it and it has no card.
  package func room(
    _ name: String, in window: TimeWindow, profile: Profile
  ) async throws -> (room: Room, problems: [Diagnostic]) {
    let (stored, cards) = try await find(room: name)
    let shown = stored.isEmpty ? cards.card(of: name)?.room ?? name : stored.usual.name
    let key = shown.plainName
    let (posts, feeds) = try await store.posts(in: stored.map(\.name), active: window)
    let joins = try await joins(until: window.until, us: profile.us)
      .filter { $0.community.plainName == key }
    let findings = try await findings(
      of: profile, in: window, among: Set(posts.map(\.conversation))
    ).filter { $0.community.plainName == key }
    let card = cards.card(of: shown)
    let summary = RoomSummary(
      name: shown, posts: stored.reduce(0) { $0 + $1.posts },
      conversations: stored.reduce(0) { $0 + $1.conversations },
      relevant: findings.count(where: \.isShown), joins: joins.count,
      lastJoin: joins.last?.at, card: card?.path)
    let room = Room(
      summary: summary, window: window, lastActivity: stored.map(\.lastActivity).max(), card: card,
      trust: profile.trust(in: shown), joins: joins,
      life: RoomLife(of: posts, at: window.until, calendar: .current),
      earning: ProfileUse(of: profile, in: findings).earning,
      acquaintances: try await acquaintances(in: joins, us: profile.us), feeds: feeds)
    return (room, card == nil ? cards.errors : [])
  }

  /// The name of a room as it is stored, or as its card has it; throws as `room` does.
  package func roomName(_ name: String) async throws -> String {
    let (stored, cards) = try await find(room: name)
    return stored.isEmpty ? cards.card(of: name)?.room ?? name : stored.usual.name
  }

  /// The card of a room; nil if it has none. Throws a `UsageFailure` if the cards cannot be listed.
  package func card(of room: String) throws -> RoomCard? {
    try workspace.roomCards().card(of: room)
  }

  private func find(room name: String) async throws -> ([StoredCommunity], RoomCards) {
    let cards = try workspace.roomCards()
    let all = try await store.storedCommunities()
    let stored = all.filter { $0.name.plainName == name.plainName }
    if stored.isEmpty, cards.card(of: name) == nil {
      let meant = didYouMean(name, among: all.map(\.name) + cards.cards.map(\.room))
      throw UsageFailure(
        "nothing is stored of a room \(name), and it has no card; "
          + (meant.map { "did you mean \($0)?" } ?? "those there are are listed by: mingle rooms"))
    }
    return (stored, cards)
  }

  /// All joins up to a moment, earliest first.
  private func joins(until: Date, us: Profile.Us) async throws -> [Join] {
    let acts = try await store.acts(in: TimeWindow(since: .distantPast, until: until))
    return try await joins(of: acts, until: until, us: us)
  }

  /// Who else talks in more than one of the joined conversations.
  private func acquaintances(
    in joins: [Join], us: Profile.Us
  ) async throws -> [Room.Acquaintance] {
    var met: [String: Room.Acquaintance] = [:]
    for conversation in try await conversations(Set(joins.map(\.conversation))) {
      let others = conversation.posts.filter { !us.isAuthor(of: $0) }.compactMap(\.author)
      for (key, author) in Dictionary(others.map { ($0.plainName, $0) }, uniquingKeysWith: { $1 }) {
        met[key, default: Room.Acquaintance(author: author, conversations: 0)].conversations += 1
      }
    }
    return met.values.filter { $0.conversations > 1 }.sorted { left, right in
      (right.conversations, left.author) < (left.conversations, right.author)
    }
  }
}

extension [StoredCommunity] {
  /// The spelling that most posts have; of equals the first.
  fileprivate var usual: StoredCommunity { self.max { $0.posts < $1.posts } ?? self[0] }
}

internal import Conversations
internal import Foundation
internal import Profiles
internal import Ranking
internal import Storage

/// Where a conversation stands in a list, without the conversation.
struct Standing: Sendable {
  /// Its number in the database.
  var number: Int64
  var id: ConversationID
  var score: Double
  var relevance: Double
  var lastActivity: Date
  var state: ConversationState
  /// Whether it can be answered.
  var isOpen: Bool
  /// Its community and the author of its opening, as numbers: names are large, and only compared.
  var room: Int
  var author: Int?
}

/// What a request asks for.
struct Standings: Sendable {
  /// By what the request orders by; what is said in several places is one.
  var rows: [Standing]
  /// How many conversations the window holds.
  var considered: Int
  /// What is no row of its own because it is the same as another conversation.
  var groups: CrossPostGroups
  /// Whether rows wait where their room has had enough.
  var isVaried: Bool

  /// The rows as they are listed.
  var inOrder: AnySequence<Standing> {
    isVaried ? AnySequence(VariedOrder(rows)) : AnySequence(rows)
  }
}

extension OpenWorkspace {
  /// All that a request asks for, whatever its limit.
  ///
  /// Only the index is asked, so that a window of any length is told in a moment: texts are a hundred
  /// times as many bytes.
  func standings(
    _ request: TodayRequest, by ranker: Ranker, _ marks: Marks
  ) async throws -> Standings {
    let posts = try await store.posts(active: request.window)
    let numbers = posts.map(\.post)
    let hits = try await hits(of: ranker, in: numbers)
    let candidates = ranker.candidates(in: hits) { posts[$0].conversation }
    var standings: [Standing] = []
    let selection = ConversationSelection.numbered(
      candidates.sorted(), until: request.window.until)
    try await store.forEachPortion(of: selection, withTexts: false) { portion in
      standings += await onAllCores(portion) { stretch in
        stretch.compactMap { stored in
          guard request.admits(stored, marks) else { return nil }
          let verdict = ranker.judge(
            stored.conversation, rows: stored.rows(in: numbers), by: hits)
          guard verdict.isShown || request.includesDecided && verdict.isRelevant else {
            return nil
          }
          let standing = Standing(stored, verdict.ranked)
          return standing.score >= request.minimumScore ? standing : nil
        }
      }
    }
    let groups = CrossPostGroups(
      of: standings, try await store.crossPosts(of: standings.map(\.number)), marks,
      includesDecided: request.includesDecided)
    standings.removeAll { groups.left[$0.number] != nil }
    standings.sort { request.order.puts($0, before: $1) }
    let considered =
      if let community = request.community {
        try await count(in: community, request.window)
      } else {
        Set(posts.lazy.map(\.conversation)).count
      }
    return Standings(
      rows: standings, considered: considered, groups: groups, isVaried: request.isVaried)
  }

  /// How many conversations of a window stand in a community; one that nothing stored has is told.
  private func count(in community: String, _ window: TimeWindow) async throws -> Int {
    var count = 0
    try await store.forEachPortion(of: .active(window), withTexts: false) { portion in
      count += portion.count { $0.conversation.isIn(community) }
    }
    guard count == 0 else { return count }
    let stored = try await store.communities()
    guard !stored.contains(where: { $0.lowercased() == community.lowercased() }) else { return 0 }
    let meant =
      didYouMean(community, among: stored)
      .map { "did you mean \($0)?" } ?? "those stored are listed by: mingle feeds list"
    notice("no stored post is of the community \(community); \(meant)")
    return 0
  }

  /// Where the phrases of a ranker stand in the posts with these rising numbers.
  func hits(of ranker: Ranker, in numbers: [Int64]) async throws -> PostHits {
    try await withIndex(language: ranker.language) {
      try await $0.hits(of: ranker.search, in: numbers)
    }
  }

  /// The conversations that stand somewhere, with their texts, reasons and excerpts, in their order.
  func judged(
    _ standings: [Standing], until: Date, by ranker: Ranker
  ) async throws -> [(ranked: RankedConversation, state: ConversationState)] {
    var places: [Int64: Int] = [:]
    for (place, standing) in standings.enumerated() { places[standing.number] = place }
    var judged: [(place: Int, ranked: RankedConversation, state: ConversationState)] = []
    let selection = ConversationSelection.numbered(places.keys.sorted(), until: until)
    try await store.forEachPortion(of: selection) { portion in
      let verdicts = await ranker.judge(portion.map(\.conversation))
      for (stored, verdict) in zip(portion, verdicts) {
        judged.append((places[stored.number] ?? 0, verdict.ranked, stored.state))
      }
    }
    return judged.sorted { $0.place < $1.place }.map { ($0.ranked, $0.state) }
  }
}

extension StoredConversation {
  /// The place of each of its posts among rising numbers; nil for one that is not among them, as a post
  /// that came in just now.
  func rows(in numbers: [Int64]) -> [Int?] {
    postNumbers.map { number in
      var low = 0
      var high = numbers.count
      while low < high {
        let middle = (low + high) / 2
        if numbers[middle] < number { low = middle + 1 } else { high = middle }
      }
      return low < numbers.count && numbers[low] == number ? low : nil
    }
  }
}

extension Standing {
  init(_ stored: StoredConversation, _ ranked: RankedConversation) {
    let opening = stored.conversation.opening
    self.init(
      number: stored.number, id: stored.conversation.id, score: ranked.score,
      relevance: ranked.relevance, lastActivity: stored.conversation.lastActivity,
      state: stored.state, isOpen: opening?.access ?? .open == .open,
      room: stored.conversation.community.hashValue,
      author: opening?.author?.hashValue)
  }
}

extension TodayRequest {
  /// Whether rows wait where their room has had enough: in the usual order of all rooms. Who asks for
  /// everything, or in another order, wants that order.
  fileprivate var isVaried: Bool {
    order == .opportunity && !includesDecided && community == nil
  }

  fileprivate func admits(_ stored: StoredConversation, _ marks: Marks) -> Bool {
    let id = stored.conversation.id
    let isWanted = marks.isBack(id) || !(stored.state.isDecided || marks.isAway(id))
    guard includesDecided || isWanted else { return false }
    guard let community else { return true }
    return stored.conversation.isIn(community)
  }
}

extension Conversation {
  /// Whether it stands in the community of a name, upper and lower case alike.
  fileprivate func isIn(_ name: String) -> Bool { community.lowercased() == name.lowercased() }
}

extension TodayRequest.Order {
  /// Whether one conversation stands before another; of equals the newer one, then by name, so that
  /// a list never shuffles.
  func puts(_ left: Standing, before right: Standing) -> Bool {
    let (a, b) =
      switch self {
      case .opportunity: (left.score, right.score)
      case .relevance: (left.relevance, right.relevance)
      case .newest: (0.0, 0.0)
      }
    if a != b { return a > b }
    if left.lastActivity != right.lastActivity { return left.lastActivity > right.lastActivity }
    return left.id < right.id
  }
}

internal import Ranking
internal import Storage

extension OpenWorkspace {
  /// How long people go on answering, by community, where enough of them did.
  func clocks() async throws -> [String: Clock] {
    Dictionary(
      uniqueKeysWithValues: try await store.clocks().map {
        ($0.community, Clock(half: $0.half, most: $0.most))
      })
  }

  /// Learns from the replies in the threads of new posts. Nobody else may store posts.
  func noteDelays(ofThreadsOf posts: [Int64]) async throws {
    var communities: Set<String> = []
    for start in stride(from: 0, to: posts.count, by: Self.portion) {
      try Task.checkCancellation()
      let portion = Array(posts[start..<min(start + Self.portion, posts.count)])
      communities.formUnion(try await store.noteDelays(ofThreadsOf: portion))
    }
    for community in communities.sorted() {
      let delays = try await store.delays(in: community, most: Self.latestReplies)
      let clock = Clock(
        delays.map { .init(thread: $0.conversation, opened: $0.opened, seconds: $0.seconds) })
      try await store.set(
        clock: clock.map { StoredClock(community: community, half: $0.half, most: $0.most) },
        of: community)
    }
  }

  private static let portion = 20_000
  /// Habits change: so many replies are learned from.
  private static let latestReplies = 2000
}

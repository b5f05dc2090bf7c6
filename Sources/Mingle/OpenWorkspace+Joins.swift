internal import Conversations
internal import Foundation
internal import Profiles
internal import Storage

extension OpenWorkspace {
  /// The joins that acts tell of, with their rooms and what others answered up to a moment.
  func joins(of acts: [Act], until: Date, us: Profile.Us) async throws -> [Join] {
    let joins = Join.all(of: acts)
    let rooms = try await conversations(Set(joins.map(\.conversation)))
    let room = Dictionary(uniqueKeysWithValues: rooms.map { ($0.id, $0) })
    let joined = try await joinedConversations(until: until, us: us)
    let answers = Dictionary(uniqueKeysWithValues: joined.map { ($0.id, $0.answers.map(\.at)) })
    let visits = try await store.visits()
    return joins.compactMap { join in
      guard let conversation = room[join.conversation] else { return nil }
      var join = join
      join.community = conversation.community
      if conversation.tellsReplies(visits) {
        join.answers = answers[join.conversation].map { times in times.count { $0 > join.at } }
      }
      return join
    }
  }

  /// The conversations with these names, as they stand now.
  func conversations(_ ids: some Collection<ConversationID>) async throws -> [Conversation] {
    let numbers = try await store.numbers(of: Array(ids))
    return try await store.conversations(.numbered(numbers.keys.sorted(), until: .distantFuture))
      .map(\.conversation)
  }
}

extension Conversation {
  /// Whether its replies come in, so that no answer means that nobody answered: one was seen, the place
  /// says that there are none, or the feed of its replies was read.
  fileprivate func tellsReplies(_ visits: [String: Visit]) -> Bool {
    replies == 0
      || posts.contains { post in
        post.role != .opening
          || post.repliesFeed.map { visits[$0.text]?.succeeded != nil } ?? false
      }
  }
}

package import Foundation

/// A thread of a community: the post that opened it, if it was seen, and the replies that came in.
package struct Conversation: Sendable, Hashable {
  /// The stable name of the conversation; listings show a unique prefix of it.
  package var id: ConversationID
  package var community: String
  /// Where the thread is read and joined.
  package var address: Address?
  /// The posts, oldest first; never empty.
  package var posts: [Post]
  /// The last time somebody said something.
  package var lastActivity: Date
  /// The number of replies as the place tells it; nil is "unknown", never "none".
  package var replies: Int?
  /// Where else the same thing is talked about.
  package var alsoAt: [Place]

  /// Another room in which the same conversation runs.
  package struct Place: Sendable, Hashable {
    package var id: ConversationID
    package var community: String
    package var address: Address?

    package init(id: ConversationID, community: String, address: Address?) {
      self.id = id
      self.community = community
      self.address = address
    }
  }

  /// A conversation of `posts`, which must hold at least one.
  package init(
    id: ConversationID, community: String, address: Address?, posts: [Post],
    lastActivity: Date, replies: Int? = nil, alsoAt: [Place] = []
  ) {
    precondition(!posts.isEmpty, "a conversation has at least one post")
    self.id = id
    self.community = community
    self.address = address
    self.posts = posts
    self.lastActivity = lastActivity
    self.replies = replies
    self.alsoAt = alsoAt
  }

  /// The post that opened the thread; nil while only replies have been seen.
  package var opening: Post? { posts.first { $0.role == .opening } }

  /// The title of the thread, from its opening or from a reply that names it; may be empty.
  package var title: String { titled.map { posts[$0].title } ?? "" }

  /// The number of the post whose title is that of the thread; nil if none has one.
  package var titled: Int? {
    let opening = posts.firstIndex { $0.role == .opening }
    if let opening, !posts[opening].title.isEmpty { return opening }
    return posts.firstIndex { !$0.title.isEmpty }
  }

  /// The page that the conversation is about, outside the community.
  package var external: Address? { opening?.external ?? posts.lazy.compactMap(\.external).first }
}

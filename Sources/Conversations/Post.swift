package import Foundation

/// One thing a person said in a community: the opening of a thread, or a reply in it.
package struct Post: Sendable, Hashable {
  /// What the feed calls the entry: its guid, else its link, else its title and text.
  package var id: String
  /// The feed it came in, as subscribed.
  package var feed: String
  /// The community it stands in, as people call it: `r/espresso`, `Home-Barista`.
  package var community: String
  /// The identity of its thread, the same for every post of it in whatever feed.
  package var thread: String
  /// Where the thread is read and joined; nil if the feed did not tell.
  package var discussion: Address?
  /// Where the post itself stands.
  package var link: Address?
  /// The name the author goes by there; nil for deleted and anonymous ones.
  package var author: String?
  /// The title in one line; for a reply the title of its thread; empty if there is none.
  package var title: String
  /// What was said, as plain text with paragraphs.
  package var text: String
  package var published: Date?
  package var edited: Date?
  package var tags: [String]
  package var role: Role
  /// The number of replies the thread had when the feed was read; nil if the place does not tell.
  package var replies: Int?
  /// The votes that it had when the feed was read; nil if the place does not tell.
  package var votes: Int?
  /// Whether its thread could be answered when the feed was read.
  package var access: Access
  /// Whether the place keeps it at the top: rules and welcomes, not somebody's question.
  package var isPinned: Bool
  /// The feed in which the replies of its thread come; nil if the place has none.
  package var repliesFeed: Address?
  /// The page that the post is about, outside the community.
  package var external: Address?

  /// Whether people can still answer in a thread.
  package enum Access: String, Sendable, Hashable {
    case open
    /// Somebody locked it.
    case closed
    /// The place locks what is old.
    case archived
  }

  /// Which part a post plays in its conversation.
  package enum Role: Sendable, Hashable {
    case opening
    /// A reply, to the post with this id where it is known.
    case reply(to: String?)
  }

  package init(
    id: String, feed: String, community: String, thread: String, discussion: Address? = nil,
    link: Address? = nil, author: String? = nil, title: String = "", text: String = "",
    published: Date? = nil, edited: Date? = nil, tags: [String] = [], role: Role = .opening,
    replies: Int? = nil, votes: Int? = nil, access: Access = .open, isPinned: Bool = false,
    repliesFeed: Address? = nil, external: Address? = nil
  ) {
    self.id = id
    self.feed = feed
    self.community = community
    self.thread = thread
    self.discussion = discussion
    self.link = link
    self.author = author
    self.title = title
    self.text = text
    self.published = published
    self.edited = edited
    self.tags = tags
    self.role = role
    self.replies = replies
    self.votes = votes
    self.access = access
    self.isPinned = isPinned
    self.repliesFeed = repliesFeed
    self.external = external
  }
}

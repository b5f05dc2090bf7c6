internal import Conversations
internal import Foundation

/// A post as it was stored, held against one that came in.
struct StoredPost {
  let id: Int64
  let conversation: Int64
  let activity: Int64
  let guid: String
  let replies: Int64?
  /// Its own thread, wherever its parent stands.
  let thread: String?
  let parent: String?
  /// Whether nothing of it is to be stored anew.
  let isSame: Bool
  /// Whether nothing changed that a person would call a change: what software tells about a post, and
  /// what a new version of Mingle makes of it, is stored without a word.
  let saysTheSame: Bool
  /// Whether its words are as they were.
  let hasSameWords: Bool
  /// Whether cross-posts of it are those that they were.
  let isLike: Bool

  /// What a row is read by.
  static let query = """
    SELECT posts.id, conversation, activity, guid, title, text, replies, parent,
      coalesce(posts.thread, (SELECT thread FROM conversations WHERE id = conversation)),
      published, edited, community, discussion, link, author, tags, is_reply, external, votes,
      access, is_pinned, replies_feed
    FROM posts
    """

  /// Reads the current row of a statement with that query.
  init(_ row: QuickStatement, against post: Post) {
    id = row.number(at: 0) ?? 0
    conversation = row.number(at: 1) ?? 0
    activity = row.number(at: 2) ?? 0
    hasSameWords = row.holds(post.title, at: 4) && row.holds(post.text, at: 5)
    saysTheSame =
      hasSameWords && row.holds(post.id, at: 3)
      && row.number(at: 6) == post.replies.map(Int64.init)
      && row.number(at: 9) == post.published?.stored && row.number(at: 10) == post.edited?.stored
    isLike =
      hasSameWords && row.number(at: 9) == post.published?.stored
      && row.holds(post.community, at: 11) && row.holds(post.author, at: 14)
      && row.number(at: 16) == (post.role != .opening ? 1 : 0)
      && row.holds(post.external?.text, at: 17) && row.number(at: 20) == (post.isPinned ? 1 : 0)
    isSame =
      saysTheSame && isLike && row.holds(post.thread, at: 8) && row.holds(post.parent, at: 7)
      && row.holds(post.discussion?.text, at: 12) && row.holds(post.link?.text, at: 13)
      && row.holds(post.tags.joined(separator: "\n"), at: 15)
      && row.number(at: 18) == post.votes.map(Int64.init)
      && row.holds(post.access.rawValue, at: 19) && row.holds(post.repliesFeed?.text, at: 21)
    // Nearly all are the same, and then nobody asks for more.
    replies = row.number(at: 6)
    guid = isSame ? post.id : row.text(at: 3) ?? ""
    parent = isSame ? post.parent : row.text(at: 7)
    thread = isSame ? post.thread : row.text(at: 8)
  }
}

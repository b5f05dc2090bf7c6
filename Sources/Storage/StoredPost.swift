internal import Conversations
internal import Foundation
internal import GRDB

/// A post as it was stored, to see what changed.
struct StoredPost {
  let id: Int64
  let conversation: Int64
  let activity: Int64
  let guid: String
  let title: String
  let text: String
  let replies: Int?
  let parent: String?
  /// Its own thread, wherever its parent stands.
  let thread: String
  private let row: Row

  /// What a row is read by.
  static let query = """
    SELECT posts.id, conversation, activity, guid, title, text, replies, parent,
      coalesce(posts.thread, (SELECT thread FROM conversations WHERE id = conversation)),
      published, edited, community, discussion, link, author, tags, is_reply, external, votes,
      access, is_pinned, replies_feed
    FROM posts
    """

  init(row: Row) {
    self.row = row
    id = row[0]
    conversation = row[1]
    activity = row[2]
    guid = row[3]
    title = row[4]
    text = row[5]
    replies = row[6]
    parent = row[7]
    thread = row[8]
  }

  /// Whether nothing of a post is to be stored anew.
  func isSame(as post: Post) -> Bool {
    saysTheSame(as: post) && isLike(post) && thread == post.thread && parent == post.parent
      && row[12] == post.discussion?.text && row[13] == post.link?.text
      && row[15] == post.tags.joined(separator: "\n") && row[18] == post.votes
      && row[19] == post.access.rawValue && row[21] == post.repliesFeed?.text
  }

  /// Whether nothing changed that a person would call a change: what software tells about a post, and
  /// what a new version of Mingle makes of it, is stored without a word.
  func saysTheSame(as post: Post) -> Bool {
    guid == post.id && title == post.title && text == post.text && replies == post.replies
      && row[9] == post.published?.stored && row[10] == post.edited?.stored
  }

  /// Whether cross-posts of it are those that they were.
  func isLike(_ post: Post) -> Bool {
    title == post.title && text == post.text && row[9] == post.published?.stored
      && row[11] == post.community && row[14] == post.author
      && row[16] == (post.role != .opening) && row[17] == post.external?.text
      && row[20] == post.isPinned
  }
}

internal import Conversations
internal import Foundation
internal import GRDB

/// Makes conversations of rows of which those of a conversation stand together.
struct ConversationAssembler {
  private var done: [StoredConversation] = []
  private var head: (number: Int64, name: String, state: ConversationState, changed: Date?)?
  private var parts: [Part] = []

  /// A post with what decides where it stands.
  private struct Part {
    var post: Post
    var number: Int64
    var activity: Int64

    /// The order makes a conversation the same in whatever order its posts came in.
    func stands(before other: Part) -> Bool {
      if activity != other.activity { return activity < other.activity }
      if post.id != other.post.id {
        return post.id.utf8.lexicographicallyPrecedes(other.post.id.utf8)
      }
      return post.feed.utf8.lexicographicallyPrecedes(other.post.feed.utf8)
    }
  }

  mutating func add(_ row: Row) {
    let number: Int64 = row[Post.columnCount + 1]
    if number != head?.number {
      close()
      head = (
        number, row[0], ConversationState(rawValue: row[1]) ?? .new,
        (row[2] as Int64?).map(Date.init(stored:))
      )
    }
    parts.append(
      Part(
        post: Post(row: row), number: row[Post.columnCount + 2], activity: row[Post.columnCount]))
  }

  mutating func finish() -> [StoredConversation] {
    close()
    return done
  }

  private mutating func close() {
    guard let head, let last = parts.map(\.activity).max() else { return }
    // A place that tells a number of replies may lag behind those that were already seen.
    let told = parts.compactMap(\.post.replies).max()
    if parts.count > 1 { keepWhatWasSaidOnce() }
    let posts = parts.map(\.post)
    let opening = posts.first { $0.role == .opening }
    let root = opening ?? posts[0]
    let conversation = Conversation(
      id: ConversationID(stored: head.name), community: root.community,
      address: root.discussion ?? root.link, posts: posts, lastActivity: Date(stored: last),
      replies: told.map { max($0, posts.count - (opening == nil ? 0 : 1)) })
    done.append(
      StoredConversation(
        conversation: conversation, state: head.state, changed: head.changed,
        number: head.number, postNumbers: parts.map(\.number)))
    parts.removeAll()
  }

  /// The same post may stand in several feeds (a community's and a search), an opening also under
  /// another guid (a forum's list of topics and the topic itself): it was said once.
  private mutating func keepWhatWasSaidOnce() {
    var seen: Set<String> = []
    var opening: Post?
    parts.sort { $0.stands(before: $1) }
    parts = parts.compactMap { part in
      guard seen.insert(part.post.id).inserted else { return nil }
      guard part.post.role == .opening else { return part }
      guard let first = opening else {
        opening = part.post
        return part
      }
      guard part.post.isAnswer(to: first) else { return nil }
      var answer = part
      answer.post.role = .reply(to: nil)
      return answer
    }
  }
}

extension Post {
  /// Whether an opening of the same thread is somebody else's word, or says that it is an answer: some
  /// feeds give a whole thread one link and mark no reply.
  func isAnswer(to opening: Post) -> Bool {
    if title.hasPrefix("Re: ") { return true }
    guard let author, let first = opening.author else { return false }
    return author != first && text != opening.text
  }

  /// What a row must start with to be read as a post: first its conversation's name, state and
  /// decision, then the columns in the order of `init(row:)`.
  static func columns(text: Bool = true) -> String {
    """
    conversations.name, conversations.state, conversations.changed, feeds.url,
      posts.guid, posts.community, conversations.thread, posts.discussion, posts.link,
      posts.author, posts.title, \(text ? "posts.text" : "''"), posts.published, posts.edited,
      posts.tags, posts.is_reply, posts.parent, posts.replies, posts.external, posts.votes,
      posts.access, posts.is_pinned, posts.replies_feed
    """
  }

  /// How many columns that are.
  static let columnCount = 23

  init(row: Row) {
    let tags: String = row[14]
    let isReply: Bool = row[15]
    self.init(
      id: row[4], feed: row[3], community: row[5], thread: row[6],
      discussion: (row[7] as String?).map(Address.init(stored:)),
      link: (row[8] as String?).map(Address.init(stored:)),
      author: row[9], title: row[10], text: row[11],
      published: (row[12] as Int64?).map(Date.init(stored:)),
      edited: (row[13] as Int64?).map(Date.init(stored:)),
      tags: tags.split(separator: "\n").map(String.init),
      role: isReply ? .reply(to: row[16]) : .opening,
      replies: row[17], votes: row[19], access: Access(rawValue: row[20]) ?? .open,
      isPinned: row[21], repliesFeed: (row[22] as String?).map(Address.init(stored:)),
      external: (row[18] as String?).map(Address.init(stored:)))
  }
}

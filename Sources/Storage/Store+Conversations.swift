package import Conversations
package import Foundation
internal import GRDB

/// A conversation with what the team decided about it.
package struct StoredConversation: Sendable, Hashable {
  package var conversation: Conversation
  package var state: ConversationState
  /// When the team last decided; nil while nobody has.
  package var changed: Date?
  /// The number of the conversation, and of each of its posts.
  package var number: Int64
  package var postNumbers: [Int64]
}

/// Which conversations are asked for.
package enum ConversationSelection: Sendable, Hashable {
  /// Those in which somebody said something within the window, as they stood at its end.
  case active(TimeWindow)
  /// Those in a state.
  case inState(ConversationState)
  /// Those whose name starts with a text.
  case named(String)
  /// The one whose posts have this thread.
  case thread(String)
  /// Those with these numbers, as they stood at a time.
  case numbered([Int64], until: Date)
}

extension Store {
  /// Hands the selected conversations to `body` in portions, so that a store of any size fits; without
  /// texts, which are most of them, their posts have an empty one.
  package func forEachPortion(
    of selection: ConversationSelection, withTexts: Bool = true,
    _ body: ([StoredConversation]) async throws -> Void
  ) async throws {
    let ids = try await reading { database in
      try Int64.fetchAll(
        database, sql: selection.idQuery.sql, arguments: selection.idQuery.arguments)
    }
    let until = selection.until
    @Sendable func portion(from start: Int) async throws -> [StoredConversation] {
      guard start < ids.count else { return [] }
      let portion = ids[start..<min(start + Self.portion, ids.count)]
      return try await conversations(portion, until: until, withTexts: withTexts)
    }
    // While one portion is worked on the next is read.
    var current = try await portion(from: 0)
    for start in stride(from: 0, to: ids.count, by: Self.portion) {
      try Task.checkCancellation()
      async let next = portion(from: start + Self.portion)
      try await body(current)
      current = try await next
    }
  }

  /// The selected conversations, all at once.
  package func conversations(
    _ selection: ConversationSelection
  ) async throws -> [StoredConversation] {
    var all: [StoredConversation] = []
    try await forEachPortion(of: selection) { all += $0 }
    return all
  }

  private static let portion = 4000

  /// The conversations with these numbers, without posts of after `until`.
  private func conversations(
    _ ids: ArraySlice<Int64>, until: Int64, withTexts: Bool
  ) async throws(StorageFailure) -> [StoredConversation] {
    let list = Self.list(ids)
    return try await reading { database in
      // Joined crosswise, the rows of a conversation stand together.
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT \(Post.columns(text: withTexts)), posts.activity, conversations.id, posts.id
          FROM json_each(?) AS chosen
          CROSS JOIN conversations ON conversations.id = chosen.value
          CROSS JOIN posts ON posts.conversation = conversations.id
          CROSS JOIN feeds ON feeds.id = posts.feed
          WHERE posts.activity <= ?
          """,
        arguments: [list, until])
      var assembler = ConversationAssembler()
      while let row = try rows.next() { assembler.add(row) }
      return assembler.finish()
    }
  }

  /// Sets what the team decided; a conversation that is in that state already stays as it was.
  package func set(
    _ state: ConversationState, of ids: [ConversationID], at now: Date
  ) async throws(StorageFailure) {
    try await writing { database in
      for id in ids {
        try database.execute(
          sql: "UPDATE conversations SET state = ?, changed = ? WHERE name = ? AND state <> ?",
          arguments: [state.rawValue, now.stored, id.text, state.rawValue])
      }
    }
  }

  /// For each id its shortest start, of at least four signs, that no other conversation shares.
  package func shortIDs(
    of ids: [ConversationID]
  ) async throws(StorageFailure) -> [ConversationID: String] {
    try await reading { database in
      let before = try database.cachedStatement(
        sql: "SELECT max(name) FROM conversations WHERE name < ?")
      let after = try database.cachedStatement(
        sql: "SELECT min(name) FROM conversations WHERE name > ?")
      var short: [ConversationID: String] = [:]
      for id in ids {
        var shared = 3
        for neighbour in [before, after] {
          let name = try String.fetchOne(neighbour, arguments: [id.text]) ?? ""
          shared = max(shared, zip(name.utf8, id.text.utf8).prefix { $0 == $1 }.count)
        }
        short[id] = String(id.text.prefix(shared + 1))
      }
      return short
    }
  }
}

extension Store {
  /// The posts of the conversations in which somebody said something within a window, by their
  /// numbers, each with the number of its conversation.
  package func posts(
    active window: TimeWindow
  ) async throws(StorageFailure) -> [(post: Int64, conversation: Int64)] {
    try await reading { database in
      // Two indexes have all of it; no post is looked at.
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT posts.id, posts.conversation FROM posts
          WHERE conversation IN (
            SELECT conversation FROM posts WHERE activity >= ? AND activity <= ?)
          """,
        arguments: [window.since.stored, window.until.stored])
      var posts: [(post: Int64, conversation: Int64)] = []
      while let row = try rows.next() { posts.append((row[0], row[1])) }
      return posts.sorted { $0.post < $1.post }
    }
  }
}

extension ConversationSelection {
  /// The query for the numbers of the selected conversations, in order.
  fileprivate var idQuery: (sql: String, arguments: StatementArguments) {
    switch self {
    case .active(let window):
      (
        """
        SELECT DISTINCT conversation FROM posts WHERE activity >= ? AND activity <= ?
        ORDER BY conversation
        """,
        [window.since.stored, window.until.stored]
      )
    case .inState(let state):
      ("SELECT id FROM conversations WHERE state = ? ORDER BY id", [state.rawValue])
    case .numbered(let numbers, _):
      ("SELECT value FROM json_each(?)", [Store.list(numbers)])
    case .thread(let thread):
      ("SELECT id FROM conversations WHERE thread = ?", [thread])
    case .named(let prefix):
      // The names are ASCII: a range is a prefix search that uses the index.
      (
        "SELECT id FROM conversations WHERE name >= ? AND name < ? ORDER BY name LIMIT 10",
        [prefix, prefix + "~"]
      )
    }
  }

  /// The moment as of which the conversations are told.
  fileprivate var until: Int64 {
    switch self {
    case .active(let window): window.until.stored
    case .numbered(_, let until): until.stored
    default: .max
    }
  }
}

/// Makes conversations of rows of which those of a conversation stand together.
private struct ConversationAssembler {
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
    let number: Int64 = row[20]
    if number != head?.number {
      close()
      head = (
        number, row[0], ConversationState(rawValue: row[1]) ?? .new,
        (row[2] as Int64?).map(Date.init(stored:))
      )
    }
    parts.append(Part(post: Post(row: row), number: row[21], activity: row[19]))
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
    var hasOpening = false
    parts.sort { $0.stands(before: $1) }
    parts = parts.filter { part in
      let isReply = part.post.role != .opening
      guard seen.insert(part.post.id).inserted, isReply || !hasOpening else { return false }
      hasOpening = hasOpening || !isReply
      return true
    }
  }
}

extension Post {
  /// What a row must start with to be read as a post: first its conversation's name, state and
  /// decision, then the columns in the order of `init(row:)`.
  static func columns(text: Bool = true) -> String {
    """
    conversations.name, conversations.state, conversations.changed, feeds.url,
      posts.guid, posts.community, conversations.thread, posts.discussion, posts.link,
      posts.author, posts.title, \(text ? "posts.text" : "''"), posts.published, posts.edited,
      posts.tags, posts.is_reply, posts.parent, posts.replies, posts.external
    """
  }

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
      replies: row[17], external: (row[18] as String?).map(Address.init(stored:)))
  }
}

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
  /// Those of which a post is read or discussed at an address, as it is stored.
  case at(String)
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
    let ids = try await numbers(of: selection)
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

  /// The numbers of the selected conversations, in order.
  private func numbers(
    of selection: ConversationSelection
  ) async throws(StorageFailure) -> [Int64] {
    switch selection {
    case .numbered(let numbers, _): return numbers
    case .active(let window):
      return try await numbers(
        """
        SELECT DISTINCT conversation FROM posts WHERE activity >= ? AND activity <= ?
        ORDER BY conversation
        """,
        [window.since.stored, window.until.stored])
    case .inState(.new):
      return try await numbers("SELECT id FROM conversations WHERE state = 'new' ORDER BY id", [])
    case .inState(let state):
      // The index leaves the new ones out, and is only taken where the query says so too: three
      // passes over a million conversations were half of listing a day.
      return try await numbers(
        "SELECT id FROM conversations WHERE state = ? AND state <> 'new' ORDER BY id",
        [state.rawValue])
    case .thread(let thread):
      return try await numbers(
        "SELECT coalesce(joined_to, id) FROM conversations WHERE thread = ?", [thread])
    case .at(let address):
      // Only a person asks for it, and seldom: an index would cost more than a look at every post.
      return try await numbers(
        """
        SELECT DISTINCT conversation FROM posts WHERE discussion = ? OR link = ?
        ORDER BY conversation LIMIT 10
        """,
        [address, address])
    case .named(let prefix):
      // The names are ASCII: a range is a prefix search that uses the index.
      return try await numbers(
        """
        SELECT coalesce(joined_to, id) FROM conversations WHERE name >= ? AND name < ?
        GROUP BY 1 ORDER BY min(name) LIMIT 10
        """,
        [prefix, prefix + "~"])
    }
  }

  private func numbers(
    _ sql: String, _ arguments: StatementArguments
  ) async throws(StorageFailure) -> [Int64] {
    try await reading { try Int64.fetchAll($0, sql: sql, arguments: arguments) }
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
  /// The communities of all stored posts, by name. Every post is looked at.
  package func communities() async throws(StorageFailure) -> [String] {
    try await reading {
      try String.fetchAll($0, sql: "SELECT DISTINCT community FROM posts ORDER BY community")
    }
  }

  /// The posts of the conversations in which somebody said something within a window, or that were
  /// put off until a moment in it, by their numbers, each with the number of its conversation.
  package func posts(
    active window: TimeWindow
  ) async throws(StorageFailure) -> [(post: Int64, conversation: Int64)] {
    try await reading { database in
      // Indexes have all of it; no post is looked at.
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT posts.id, posts.conversation FROM posts
          WHERE conversation IN (
            SELECT conversation FROM posts WHERE activity >= ?1 AND activity <= ?2
            UNION ALL
            SELECT id FROM conversations WHERE snoozed_until >= ?1 AND snoozed_until <= ?2)
          """,
        arguments: [window.since.stored, window.until.stored])
      var posts: [(post: Int64, conversation: Int64)] = []
      while let row = try rows.next() { posts.append((row[0], row[1])) }
      return posts.sorted { $0.post < $1.post }
    }
  }
}

extension ConversationSelection {
  /// The moment as of which the conversations are told.
  fileprivate var until: Int64 {
    switch self {
    case .active(let window): window.until.stored
    case .numbered(_, let until): until.stored
    default: .max
    }
  }
}

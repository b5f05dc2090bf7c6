package import Conversations
package import Foundation
internal import GRDB

/// A conversation that is the same thing as another, said elsewhere.
package struct StoredCrossPost: Sendable, Hashable {
  /// The numbers of the two.
  package var conversation: Int64
  package var other: Int64
  /// The other's name, and what the team decided about it.
  package var otherID: ConversationID
  package var otherState: ConversationState
}

extension Store {
  /// The cross-posts of the conversations with these numbers, each conversation's in a fixed order.
  package func crossPosts(
    of numbers: [Int64]
  ) async throws(StorageFailure) -> [StoredCrossPost] {
    let list = Self.list(numbers)
    return try await reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT DISTINCT conversation, other, name, state FROM json_each(?) AS wanted
          CROSS JOIN cross_posts ON conversation = wanted.value
          CROSS JOIN conversations ON conversations.id = other
          ORDER BY conversation, name
          """,
        arguments: [list]
      ).map { row in
        StoredCrossPost(
          conversation: row[0], other: row[1], otherID: ConversationID(stored: row[2]),
          otherState: ConversationState(rawValue: row[3]) ?? .new)
      }
    }
  }

  /// Where else the conversations with these names run, as of a moment: the latest activity first.
  package func places(
    alsoOf ids: [ConversationID], until: Date
  ) async throws -> [ConversationID: [Conversation.Place]] {
    let numbers = try await self.numbers(of: ids)
    let pairs = try await crossPosts(of: Array(numbers.keys))
    guard !pairs.isEmpty else { return [:] }
    var others: [Int64: Conversation] = [:]
    let selection = ConversationSelection.numbered(
      Set(pairs.map(\.other)).sorted(), until: until)
    try await forEachPortion(of: selection, withTexts: false) { portion in
      for stored in portion { others[stored.number] = stored.conversation }
    }
    var places: [ConversationID: [Conversation]] = [:]
    for pair in pairs {
      if let id = numbers[pair.conversation], let other = others[pair.other] {
        places[id, default: []].append(other)
      }
    }
    return places.mapValues { conversations in
      conversations
        .sorted { ($0.lastActivity, $1.id) > ($1.lastActivity, $0.id) }
        .map { .init(id: $0.id, community: $0.community, address: $0.address) }
    }
  }

  /// The stored conversations of these, by their numbers.
  package func numbers(
    of ids: [ConversationID]
  ) async throws(StorageFailure) -> [Int64: ConversationID] {
    try await reading { database in
      let find = try database.cachedStatement(sql: "SELECT id FROM conversations WHERE name = ?")
      var numbers: [Int64: ConversationID] = [:]
      for id in ids {
        if let number = try Int64.fetchOne(find, arguments: [id.text]) { numbers[number] = id }
      }
      return numbers
    }
  }
}

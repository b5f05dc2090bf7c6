internal import Foundation
internal import GRDB

/// The words of a post, with its number.
package struct StoredText: Sendable {
  package var number: Int64
  package var title: String
  package var text: String
}

/// A segment of the index: posts that were indexed together.
package struct StoredSegment: Sendable {
  package var id: Int64
  /// The language of the profile when it was made, and those of its posts.
  package var language: String
  package var languages: Set<String>
  package var posts: Int
  package var titleWords: Int
  package var bodyWords: Int

  package init(
    id: Int64, language: String, languages: Set<String>, posts: Int, titleWords: Int,
    bodyWords: Int
  ) {
    self.id = id
    self.language = language
    self.languages = languages
    self.posts = posts
    self.titleWords = titleWords
    self.bodyWords = bodyWords
  }
}

/// A form of a word in the index.
package struct StoredForm: Sendable {
  package var number: Int64
  package var language: String
  package var surface: String
  package var stem: String
}

extension Store {
  /// The segments of the index, oldest first.
  package func segments() async throws(StorageFailure) -> [StoredSegment] {
    try await reading { try Self.segments(in: $0) }
  }

  /// Which posts a segment holds, as they were coded.
  package func numbers(ofSegment id: Int64) async throws(StorageFailure) -> [UInt8] {
    try await reading { try Self.numbers(ofSegment: id, in: $0) }
  }

  /// The posts whose words are in no segment, or not as they are now, by their last activity.
  package func unindexed() async throws(StorageFailure) -> [Int64] {
    try await reading { try Self.unindexed(in: $0) }
  }

  /// The segments of the index, oldest first, with the posts that they hold; and the posts whose words
  /// are in none, or not as they are now. All of it as of one moment, whoever indexes meanwhile.
  package func index() async throws(StorageFailure) -> (
    segments: [(segment: StoredSegment, numbers: [UInt8])], unindexed: [Int64]
  ) {
    try await reading { database in
      let segments = try Self.segments(in: database).map {
        (segment: $0, numbers: try Self.numbers(ofSegment: $0.id, in: database))
      }
      return (segments, try Self.unindexed(in: database))
    }
  }

  private static func segments(in database: Database) throws -> [StoredSegment] {
    try Row.fetchAll(
      database,
      sql:
        "SELECT id, language, languages, posts, title_words, body_words FROM segments ORDER BY id"
    ).map {
      StoredSegment(
        id: $0[0], language: $0[1],
        languages: Set(($0[2] as String).split(separator: " ").map(String.init)),
        posts: $0[3], titleWords: $0[4], bodyWords: $0[5])
    }
  }

  private static func numbers(ofSegment id: Int64, in database: Database) throws -> [UInt8] {
    let data = try Data.fetchOne(
      database, sql: "SELECT numbers FROM segments WHERE id = ?", arguments: [id])
    return data.map { Array($0) } ?? []
  }

  private static func unindexed(in database: Database) throws -> [Int64] {
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM unindexed") ?? 0
    // Of many the index tells the order, without a look at any post: all of them are large.
    return try Int64.fetchAll(
      database,
      sql: """
        SELECT post FROM \(count < 10_000
          ? "unindexed CROSS JOIN posts" : "posts CROSS JOIN unindexed")
        ON posts.id = post ORDER BY activity, conversation
        """)
  }

  /// All forms with one of some folded forms or stems, or whose folded form starts with
  /// one of some prefixes.
  package func forms(
    folded: Set<String> = [], stems: Set<String> = [],
    prefixes: Set<String> = []
  ) async throws(StorageFailure) -> [StoredForm] {
    try await reading { database in
      var found: [Int64: StoredForm] = [:]
      func add(_ condition: String, _ arguments: StatementArguments) throws {
        let statement = try database.cachedStatement(
          sql: "SELECT id, folded, surface, stem, language FROM forms WHERE \(condition)")
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        while let row = try rows.next() {
          let folded: String = row[1]
          found[row[0]] = StoredForm(
            number: row[0], language: row[4], surface: row[2] ?? folded, stem: row[3] ?? folded)
        }
      }
      for text in folded { try add("folded = ?", [text]) }
      for stem in stems {
        try add("stem = ?", [stem])
        try add("folded = ? AND stem IS NULL", [stem])
      }
      for prefix in prefixes {
        // U+10FFFF is behind whatever a word may hold; UTF-8 sorts as its characters do.
        try add("folded >= ? AND folded < ?", [prefix, prefix + "\u{10FFFF}"])
      }
      return Array(found.values)
    }
  }

  /// The places of some forms in a segment, as they were coded.
  package func postings(
    of forms: [Int64], inSegment segment: Int64
  ) async throws(StorageFailure) -> [(form: Int64, places: [UInt8])] {
    let list = Self.list(forms)
    return try await reading { database in
      let rows = try Row.fetchCursor(
        database.cachedStatement(
          sql: """
            SELECT form, places FROM json_each(?) AS wanted
            CROSS JOIN postings ON segment = ? AND form = wanted.value
            """),
        arguments: [list, segment])
      var postings: [(form: Int64, places: [UInt8])] = []
      while let row = try rows.next() {
        try row.withUnsafeData(atIndex: 1) { data in
          postings.append((row[0], data.map { Array($0) } ?? []))
        }
      }
      return postings
    }
  }

  /// In how many posts of all segments forms stand; those that stand nowhere are left out.
  package func holders(of forms: [Int64]) async throws(StorageFailure) -> [Int64: Int] {
    let list = Self.list(forms)
    return try await reading { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT form, sum(postings.posts) FROM segments
          CROSS JOIN json_each(?) AS wanted
          CROSS JOIN postings ON segment = segments.id AND form = wanted.value
          GROUP BY form
          """,
        arguments: [list])
      var holders: [Int64: Int] = [:]
      while let row = try rows.next() { holders[row[0]] = row[1] }
      return holders
    }
  }

  /// The texts of some posts.
  package func texts(of numbers: [Int64]) async throws(StorageFailure) -> [StoredText] {
    let list = Self.list(numbers)
    return try await reading { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT posts.id, title, text FROM json_each(?) AS wanted
          CROSS JOIN posts ON posts.id = wanted.value
          """,
        arguments: [list])
      var texts: [StoredText] = []
      while let row = try rows.next() {
        texts.append(StoredText(number: row[0], title: row[1], text: row[2]))
      }
      return texts
    }
  }

  /// In how many posts of which segments expressions stand, as far as that was counted.
  package func matches(
    of expressions: Set<String>
  ) async throws(StorageFailure) -> [String: [Int64: Int]] {
    try await reading { database in
      let statement = try database.cachedStatement(
        sql: "SELECT segment, posts FROM matches WHERE expression = ?")
      var matches: [String: [Int64: Int]] = [:]
      for expression in expressions {
        let rows = try Row.fetchCursor(statement, arguments: [expression])
        while let row = try rows.next() { matches[expression, default: [:]][row[0]] = row[1] }
      }
      return matches
    }
  }

  /// Remembers in how many posts of segments expressions stand, of those segments that are still
  /// there.
  package func remember(
    matches: [(segment: Int64, posts: [String: Int])]
  ) async throws(StorageFailure) {
    guard !isReadOnly else { return }
    try await writing { database in
      let statement = try database.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO matches (expression, segment, posts)
          SELECT ?, id, ? FROM segments WHERE id = ?
          """)
      for (segment, posts) in matches {
        for (expression, posts) in posts {
          try statement.execute(arguments: [expression, posts, segment])
        }
      }
    }
  }

  /// Numbers for `json_each`: the fastest way to hand many of them to SQLite.
  static func list(_ numbers: some Sequence<Int64>) -> String {
    "[\(numbers.map(String.init).joined(separator: ","))]"
  }
}

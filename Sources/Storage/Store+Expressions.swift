package import Foundation
internal import GRDB

/// How common an expression of the profile is among the stored posts, as far as they were searched.
package struct StoredExpression: Sendable, Hashable {
  /// As written in the profile; empty for the row that counts all words.
  package var expression: String
  package var posts: Int
  package var matches: Int
  package var titleWords: Int
  package var bodyWords: Int
  /// The number of the last post that was searched.
  package var upTo: Int64

  package init(
    expression: String, posts: Int, matches: Int, titleWords: Int = 0, bodyWords: Int = 0,
    upTo: Int64
  ) {
    self.expression = expression
    self.posts = posts
    self.matches = matches
    self.titleWords = titleWords
    self.bodyWords = bodyWords
    self.upTo = upTo
  }
}

/// The words of a post, with its number.
package struct StoredText: Sendable {
  package var number: Int64
  package var title: String
  package var text: String
}

extension Store {
  /// What is known of the expressions in a language, by expression.
  package func expressions(
    language: String
  ) async throws(StorageFailure) -> [String: StoredExpression] {
    try await reading { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT expression, posts, matches, title_words, body_words, up_to FROM expressions
          WHERE language = ?
          """,
        arguments: [language])
      let known = rows.map { row in
        StoredExpression(
          expression: row[0], posts: row[1], matches: row[2], titleWords: row[3],
          bodyWords: row[4], upTo: row[5])
      }
      return Dictionary(uniqueKeysWithValues: known.map { ($0.expression, $0) })
    }
  }

  /// Remembers what was counted; what is known of other expressions stays.
  package func remember(
    _ expressions: [StoredExpression], language: String
  ) async throws(StorageFailure) {
    guard !isReadOnly else { return }
    try await writing { database in
      let statement = try database.cachedStatement(
        sql: """
          INSERT OR REPLACE INTO expressions
            (language, expression, posts, matches, title_words, body_words, up_to)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """)
      for known in expressions {
        try statement.execute(arguments: [
          language, known.expression, known.posts, known.matches, known.titleWords,
          known.bodyWords, known.upTo,
        ])
      }
    }
  }

  /// The next posts behind the number `after`, at most `limit`, in the order in which they came in.
  package func texts(
    after number: Int64, limit: Int
  ) async throws(StorageFailure) -> [StoredText] {
    try await reading { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT id, title, text FROM posts WHERE id > ? ORDER BY id LIMIT ?",
        arguments: [number, limit])
      var texts: [StoredText] = []
      while let row = try rows.next() {
        texts.append(StoredText(number: row[0], title: row[1], text: row[2]))
      }
      return texts
    }
  }

  /// The number of the post that came in last; 0 if there is none.
  package func lastPost() async throws(StorageFailure) -> Int64 {
    try await reading { database in
      try Int64.fetchOne(database, sql: "SELECT max(id) FROM posts") ?? 0
    }
  }

  /// What was learned for the profile with a fingerprint, and the last post it was learned from.
  package func learned(
    fingerprint: String
  ) async throws(StorageFailure) -> (words: Data, lastPost: Int64)? {
    try await reading { database in
      try Row.fetchOne(
        database, sql: "SELECT words, last_post FROM learned WHERE fingerprint = ?",
        arguments: [fingerprint]
      ).map { ($0[0], $0[1]) }
    }
  }

  /// Remembers what was learned, in the place of what was learned for that profile before.
  package func remember(
    learned words: Data, fingerprint: String, lastPost: Int64
  ) async throws(StorageFailure) {
    guard !isReadOnly else { return }
    try await writing { database in
      // Profiles change often while they are tuned; only the last few are worth keeping.
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO learned (fingerprint, last_post, words) VALUES (?, ?, ?);
          DELETE FROM learned WHERE fingerprint NOT IN (
            SELECT fingerprint FROM learned ORDER BY last_post DESC LIMIT 20);
          """,
        arguments: [fingerprint, lastPost, words])
    }
  }
}

internal import Foundation
internal import GRDB

/// A segment that is about to be stored. Its forms have numbers of its maker's.
package struct NewSegment: Sendable {
  /// The language of the profile, and those of the posts.
  package var language: String
  package var languages: Set<String>
  /// Which posts it holds, in their order.
  package var posts: [Int64]
  package var titleWords: Int
  package var bodyWords: Int
  /// The posts and their lengths, coded.
  package var numbers: [UInt8]
  /// The forms that were in no segment of this maker before.
  package var forms: [Form]
  package var postings: [Postings]

  /// A form of a word; see the columns of `forms`.
  package struct Form: Sendable {
    package var number: Int
    package var language: String
    package var surface: String
    package var folded: String
    package var stem: String

    package init(
      number: Int, language: String, surface: String, folded: String, stem: String
    ) {
      self.number = number
      self.language = language
      self.surface = surface
      self.folded = folded
      self.stem = stem
    }
  }

  /// Where a form stands.
  package struct Postings: Sendable {
    package var form: Int
    package var posts: Int
    package var places: [UInt8]

    package init(form: Int, posts: Int, places: [UInt8]) {
      self.form = form
      self.posts = posts
      self.places = places
    }
  }

  package init(
    language: String, languages: Set<String>, posts: [Int64], titleWords: Int, bodyWords: Int,
    numbers: [UInt8], forms: [Form], postings: [Postings]
  ) {
    self.language = language
    self.languages = languages
    self.posts = posts
    self.titleWords = titleWords
    self.bodyWords = bodyWords
    self.numbers = numbers
    self.forms = forms
    self.postings = postings
  }
}

extension Store {
  /// Stores a segment, in one transaction, in the place of others; those of their posts that it does
  /// not hold are in `waiting`, and wait to be indexed.
  ///
  /// `names` are the stored numbers of the forms by those of the segment's maker; returned are those
  /// and the new ones. Nothing else may store texts or segments at the same time.
  package func add(
    _ segment: NewSegment, names: [Int64], replacing old: [Int64] = [], waiting: [Int64] = []
  ) async throws(StorageFailure) -> [Int64] {
    try await writing { database in
      let names = try Self.name(segment.forms, names: names, in: database)
      try database.execute(
        sql: """
          INSERT INTO segments (language, languages, posts, title_words, body_words, numbers)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          segment.language, segment.languages.sorted().joined(separator: " "),
          segment.posts.count, segment.titleWords, segment.bodyWords, Data(segment.numbers),
        ])
      let id = database.lastInsertedRowID
      let insert = try database.cachedStatement(
        sql: "INSERT INTO postings (segment, form, posts, places) VALUES (?, ?, ?, ?)")
      // In the order of the table every row goes to its end.
      let postings = segment.postings.map { (names[$0.form], $0) }.sorted { $0.0 < $1.0 }
      for (form, one) in postings {
        insert.setUncheckedArguments([id, form, one.posts, Data(one.places)])
        try insert.execute()
      }
      try Self.release(old, waiting, in: database)
      let indexed = try database.cachedStatement(sql: "DELETE FROM unindexed WHERE post = ?")
      for post in segment.posts {
        indexed.setUncheckedArguments([post])
        try indexed.execute()
      }
      return names
    }
  }

  /// Takes segments off the index; their posts wait to be indexed again.
  package func release(
    segments: [Int64], posts: [Int64]
  ) async throws(StorageFailure) {
    try await writing { database in
      try Self.release(segments, posts, in: database)
    }
  }

  private static func release(
    _ segments: [Int64], _ posts: [Int64], in database: Database
  ) throws {
    for segment in segments {
      for (table, column) in [("postings", "segment"), ("matches", "segment"), ("segments", "id")] {
        try database.execute(
          sql: "DELETE FROM \(table) WHERE \(column) = ?", arguments: [segment])
      }
    }
    try database.execute(
      sql: "INSERT OR IGNORE INTO unindexed SELECT value FROM json_each(?)",
      arguments: [list(posts)])
  }

  private static func name(
    _ forms: [NewSegment.Form], names: [Int64], in database: Database
  ) throws -> [Int64] {
    var names = names
    let most = forms.reduce(-1) { max($0, $1.number) }
    names.append(contentsOf: repeatElement(0, count: max(0, most + 1 - names.count)))
    let find = try database.cachedStatement(
      sql: "SELECT id FROM forms WHERE folded = ? AND surface IS ? AND language = ?")
    let insert = try database.cachedStatement(
      sql: "INSERT INTO forms (folded, surface, stem, language) VALUES (?, ?, ?, ?)")
    let isFirst = try Int64.fetchOne(database, sql: "SELECT id FROM forms LIMIT 1") == nil
    for form in forms {
      let surface = form.surface == form.folded ? nil : form.surface
      if !isFirst,
        let known = try Int64.fetchOne(find, arguments: [form.folded, surface, form.language])
      {
        names[form.number] = known
        continue
      }
      insert.setUncheckedArguments([
        form.folded, surface, form.stem == form.folded ? nil : form.stem, form.language,
      ])
      try insert.execute()
      names[form.number] = database.lastInsertedRowID
    }
    return names
  }
}

internal import Foundation
internal import Profiles
internal import Ranking
internal import Storage

extension OpenWorkspace {
  /// How common the expressions of `profile` are among all stored posts.
  ///
  /// What was counted before is kept in the database: a run counts the posts that came in since, and
  /// all posts only for an expression that is new to the profile.
  func statistics(for profile: Profile) async throws -> CollectionStatistics {
    let known = try await store.expressions(language: profile.language)
    let wanted = CollectionCounter.expressions(of: profile).union([Self.allWords])
    let last = try await store.lastPost()
    var result = CollectionStatistics()
    // Expressions that were counted up to the same post are counted on together: usually the old
    // ones up to the last run, and a new one from the start.
    for (start, expressions) in Dictionary(grouping: wanted, by: { known[$0]?.upTo ?? 0 }) {
      var counted = CollectionStatistics(known, expressions)
      if start < last {
        counted.merge(try await count(expressions, of: profile, after: start, upTo: last))
        try await store.remember(
          counted.stored(expressions, upTo: last), language: profile.language)
      }
      result.merge(counted)
    }
    return result
  }

  /// The row that counts all words, beside the expressions.
  fileprivate static let allWords = ""

  private static let portion = 5000

  private func count(
    _ expressions: [String], of profile: Profile, after start: Int64, upTo last: Int64
  ) async throws -> CollectionStatistics {
    let wanted = Set(expressions)
    return try await withThrowingTaskGroup(of: CollectionStatistics.self) { group in
      var result = CollectionStatistics()
      var position = start
      var running = 0
      while position < last {
        let texts = try await store.texts(after: position, limit: Self.portion)
        guard let end = texts.last?.number else { break }
        position = end
        if running >= ProcessInfo.processInfo.activeProcessorCount {
          if let part = try await group.next() { result.merge(part) }
          running -= 1
        }
        running += 1
        group.addTask {
          var counter = CollectionCounter(
            profile: profile, expressions: wanted, countsWords: wanted.contains(Self.allWords))
          for text in texts where text.number <= last {
            counter.count(title: text.title, body: text.text)
          }
          return counter.statistics
        }
      }
      for try await part in group { result.merge(part) }
      return result
    }
  }
}

extension CollectionStatistics {
  fileprivate init(_ known: [String: StoredExpression], _ expressions: [String]) {
    self.init()
    for expression in expressions {
      guard let row = known[expression] else { continue }
      if expression == OpenWorkspace.allWords {
        (posts, titleWords, bodyWords) = (row.posts, row.titleWords, row.bodyWords)
      } else {
        frequencies[expression] = Frequency(posts: row.posts, matches: row.matches)
      }
    }
  }

  fileprivate func stored(_ expressions: [String], upTo last: Int64) -> [StoredExpression] {
    expressions.map { expression in
      guard expression != OpenWorkspace.allWords else {
        return StoredExpression(
          expression: expression, posts: posts, matches: 0, titleWords: titleWords,
          bodyWords: bodyWords, upTo: last)
      }
      let frequency = frequencies[expression] ?? Frequency()
      return StoredExpression(
        expression: expression, posts: frequency.posts, matches: frequency.matches, upTo: last)
    }
  }
}

internal import Profiles
internal import Ranking
internal import Storage

extension WordIndex {
  /// How common the expressions of `profile` are among all stored posts.
  ///
  /// In how many posts of a segment an expression stands is counted once and kept; a segment never
  /// changes. (Posts that changed since count in two segments, until these become one.)
  func statistics(for profile: Profile) async throws -> CollectionStatistics {
    let expressions = CollectionCounter.expressions(of: profile)
    var known = try await store.matches(of: expressions)
    let missing = expressions.filter { known[$0]?.count ?? 0 < segments.count }
    try await count(missing, of: profile, into: &known)

    var statistics = try await unindexedStatistics(for: profile)
    statistics.posts += posts
    statistics.titleWords += segments.reduce(0) { $0 + $1.segment.titleWords }
    statistics.bodyWords += segments.reduce(0) { $0 + $1.segment.bodyWords }
    for expression in expressions {
      let matches = segments.reduce(0) { $0 + (known[expression]?[$1.segment.id] ?? 0) }
      statistics.frequencies[expression, default: .init()].posts += posts
      statistics.frequencies[expression, default: .init()].matches += matches
    }
    return statistics
  }

  private func count(
    _ expressions: Set<String>, of profile: Profile, into known: inout [String: [Int64: Int]]
  ) async throws {
    guard !expressions.isEmpty else { return }
    // Expressions that the same segments lack are counted together: usually the new ones in all
    // segments, and the old ones in the newest.
    let lacking = Dictionary(grouping: expressions) { expression in
      segments.indices.filter { known[expression]?[segments[$0].segment.id] == nil }
    }
    for (indices, expressions) in lacking {
      let counter = CollectionCounter(profile: profile, expressions: Set(expressions))
      let words = try await words(of: counter.search)
      let counted = try await withThrowingTaskGroup(of: (Int64, [String: Int]).self) { group in
        for index in indices {
          let part = segments[index]
          group.addTask {
            let hits = try await hits(of: counter.search, words, in: part)
            return (part.segment.id, counter.matches(in: hits))
          }
        }
        var counted: [(Int64, [String: Int])] = []
        for try await one in group { counted.append(one) }
        return counted
      }
      try await store.remember(matches: counted)
      for (segment, matches) in counted {
        for (expression, posts) in matches { known[expression, default: [:]][segment] = posts }
      }
    }
  }

  /// What could not be indexed: nobody may write the database, or another run is writing it.
  private func unindexedStatistics(for profile: Profile) async throws -> CollectionStatistics {
    let counter = CollectionCounter(profile: profile)
    var statistics = CollectionStatistics()
    for start in stride(from: 0, to: unindexed.count, by: 5000) {
      try Task.checkCancellation()
      let numbers = Array(unindexed[start..<min(start + 5000, unindexed.count)])
      let texts = try await store.texts(of: numbers)
      statistics.merge(
        counter.statistics(
          of: texts.map { IndexedText(number: $0.number, title: $0.title, body: $0.text) }))
    }
    return statistics
  }

  /// The number of posts that are indexed.
  var posts: Int { segments.reduce(0) { $0 + $1.segment.posts } }

  /// How common words are in all indexed posts, by their stems.
  func terms(_ stems: Set<String>) async throws -> TermStatistics {
    let forms = try await store.forms(stems: stems)
    let holders = try await store.holders(of: forms.map(\.number).sorted())
    var statistics = TermStatistics(posts: posts, holders: [:])
    for form in forms {
      if let posts = holders[form.number] { statistics.holders[form.stem, default: 0] += posts }
    }
    return statistics
  }
}

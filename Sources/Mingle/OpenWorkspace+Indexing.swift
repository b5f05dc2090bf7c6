internal import Foundation
internal import Ranking
internal import Storage

extension OpenWorkspace {
  /// Brings the words of new and changed posts into the index, unless another run is storing posts;
  /// then they are read where they are needed.
  func indexIfFree(language: String) async throws {
    guard !store.isReadOnly,
      let lock = try await WorkspaceLock(for: .fetch, in: workspace, patience: .zero),
      // A database that was left in the middle is looked through by the next run that reads feeds.
      !lock.isLeftOver
    else { return }
    lock.note()
    try await index(language: language)
    withExtendedLifetime(lock) {}
  }

  /// Brings the words of new and changed posts into the index. Nobody else may store posts.
  func index(language: String) async throws {
    let plan = IndexPlan(for: try await store.segments(), language: language)
    var waiting = try await store.unindexed()
    guard !waiting.isEmpty || !plan.replaced.isEmpty else { return }
    // Before they are indexed: what ends in between is done again.
    try await noteDelays(ofThreadsOf: waiting)
    var replaced: [Int64] = []
    if !plan.replaced.isEmpty {
      var freed: [Int64] = []
      for segment in plan.replaced {
        freed += SegmentPosts(encoded: try await store.numbers(ofSegment: segment)).numbers
      }
      if freed.count + waiting.count <= IndexPlan.largest {
        replaced = plan.replaced
        waiting = Array(Set(waiting).union(freed))
      } else {
        // More than one segment will come of them: until then they wait.
        try await store.release(segments: plan.replaced, posts: freed)
        waiting = try await store.unindexed()
      }
    }
    if waiting.count >= Self.many { notice("indexing the words of \(waiting.count) posts") }
    try await index(waiting, language: language, replacing: replaced)
  }

  /// Indexes posts, each portion in a transaction of its own: what is done stays done. One segment is
  /// stored while the next is made.
  private func index(
    _ posts: [Int64], language: String, replacing replaced: [Int64]
  ) async throws {
    let builder = SegmentBuilder(language: language)
    var names: [Int64] = []
    var generation = 0
    var replaced = replaced
    var rest = posts[...]
    var next = try await segment(of: &rest, by: builder)
    while let segment = next {
      try Task.checkCancellation()
      if segment.generation != generation { (names, generation) = ([], segment.generation) }
      // If their texts are too long for one segment, a run that ends here must not lose the rest.
      let (known, old, waiting) = (names, replaced, replaced.isEmpty ? [] : Array(rest))
      async let stored = store.add(
        NewSegment(segment, language: language), names: known, replacing: old, waiting: waiting)
      next = try await self.segment(of: &rest, by: builder)
      names = try await stored
      replaced = []
    }
  }

  /// A segment of the first of `posts`, which are taken from them; nil if there are none.
  private func segment(
    of posts: inout ArraySlice<Int64>, by builder: SegmentBuilder
  ) async throws -> Segment? {
    guard !posts.isEmpty else { return nil }
    let numbers = posts.prefix(IndexPlan.largest).sorted()
    var texts: [IndexedText] = []
    var bytes = 0
    for start in stride(from: 0, to: numbers.count, by: Self.portion) where bytes < Self.mostText {
      let portion = Array(numbers[start..<min(start + Self.portion, numbers.count)])
      for text in try await store.texts(of: portion) {
        texts.append(IndexedText(number: text.number, title: text.title, body: text.text))
        bytes += text.title.utf8.count + text.text.utf8.count
      }
    }
    let segment = await builder.segment(of: texts[...])
    // Long texts do not all fit. What was not taken is next; a post that is gone is done.
    let last = segment.posts.numbers.last ?? .max
    let isWhole = segment.posts.count == texts.count && bytes < Self.mostText
    let left = isWhole ? [] : numbers.filter { $0 > last }
    posts = left + posts.dropFirst(numbers.count)
    return segment
  }

  /// So many posts take more than a second.
  private static let many = 100_000

  /// No more text is held at once, in bytes, but for one portion of posts.
  private static let mostText = 16_000_000
  private static let portion = 500
}

/// Which segments are made anew, so that there are never many: eight of about one size become one.
struct IndexPlan {
  /// The numbers of the segments.
  private(set) var replaced: [Int64] = []

  /// The most posts of a segment.
  static let largest = 1 << 16
  /// A segment of so many words is as large as its texts let it become, and stays as it is.
  static let manyWords = 750_000
  private static let factor = 8

  init(for segments: [StoredSegment], language: String) {
    replaced = segments.filter { $0.language != language }.map(\.id)
    let tiers = Dictionary(
      grouping: segments.filter {
        $0.language == language && $0.posts < Self.largest / 2 && $0.words < Self.manyWords
      }
    ) { segment in
      (0...).first { segment.posts < 128 << (3 * $0) } ?? 0
    }
    for tier in tiers.values where tier.count >= Self.factor {
      var posts = 0
      for segment in tier {
        posts += segment.posts
        // More would not become one.
        if posts > Self.largest { break }
        replaced.append(segment.id)
      }
    }
  }
}

extension StoredSegment {
  fileprivate var words: Int { titleWords + bodyWords }
}

extension NewSegment {
  fileprivate init(_ segment: Segment, language: String) {
    self.init(
      language: language, languages: segment.languages, posts: segment.posts.numbers,
      titleWords: segment.posts.titleWords.reduce(0) { $0 + Int($1) },
      bodyWords: segment.posts.bodyWords.reduce(0) { $0 + Int($1) },
      numbers: segment.posts.encoded,
      forms: segment.newForms.map {
        Form(
          number: $0.form, language: $0.words.language, surface: $0.words.surface,
          folded: $0.words.folded,
          stem: $0.words.stem)
      },
      postings: segment.postings.map {
        Postings(form: $0.form, posts: $0.posts, places: $0.places)
      })
  }
}

internal import Foundation
internal import Ranking
internal import Storage

/// The index of the words of all stored posts, as it stood when it was opened.
///
/// Finds phrases in posts by the index, or in their texts where they are not indexed or where that is
/// faster; what is found is the same.
struct WordIndex: Sendable {
  let store: Store
  let language: String
  let segments: [Part]
  /// The posts whose words are in no segment, or not as they are now.
  let unindexed: [Int64]

  /// A segment that is open.
  struct Part: Sendable {
    var segment: StoredSegment
    var posts: SegmentPosts
  }

  /// Opens the index; segments that were made for another language are left aside.
  init(of store: Store, language: String) async throws {
    self.store = store
    self.language = language
    let stored = try await store.index()
    var parts: [Part] = []
    var others: [Int64] = []
    for (segment, numbers) in stored.segments {
      let posts = SegmentPosts(encoded: numbers)
      if segment.language == language {
        parts.append(Part(segment: segment, posts: posts))
      } else {
        others += posts.numbers
      }
    }
    segments = parts
    unindexed = stored.unindexed + others
  }

  /// Whether at least four in five posts are in it.
  var isMostOfAll: Bool {
    unindexed.count * 4 <= segments.reduce(0) { $0 + $1.posts.count }
  }

  /// Whether all segments are still there: another run may make one of several at any time, and then
  /// what was found since is not all.
  func isCurrent() async throws -> Bool {
    let ids = Set(try await store.segments().map(\.id))
    return segments.allSatisfy { ids.contains($0.segment.id) }
  }

  /// The languages of the posts.
  private var languages: Set<String> {
    segments.reduce(into: []) { $0.formUnion($1.segment.languages) }
  }

  /// Where the phrases of a search stand in the posts with these rising numbers, which are the rows.
  func hits(of search: PhraseSearch, in numbers: [Int64]) async throws -> PostHits {
    let words = try await words(of: search)
    var homes = Homes(of: numbers, in: segments)
    homes.forget(unindexed)
    var collector = PostHits.Collector(search, rows: numbers.count)
    try await withThrowingTaskGroup(of: PostHits.Part.self) { group in
      var texts = homes.homeless
      for (index, part) in segments.enumerated() where homes.counts[index] > 0 {
        let rows = homes.rows(inSegment: index, of: part.posts.count)
        // Finding a form in a segment takes as long as reading a third of a post.
        if homes.counts[index] * 3 < words.forms.count {
          texts += rows.filter { $0 >= 0 }.map(Int.init)
        } else {
          group.addTask { try await hits(of: search, words, in: part, rows: rows) }
        }
      }
      for start in stride(from: 0, to: texts.count, by: Self.portion) {
        let rows = texts[start..<min(start + Self.portion, texts.count)]
        group.addTask { try await hits(of: search, inTextsOf: rows, numbers) }
      }
      for try await part in group { collector.add(part) }
    }
    return collector.hits()
  }

  /// Where the phrases of a search stand in all posts of a segment, which are the rows.
  func hits(
    of search: PhraseSearch, _ words: PhraseSearch.FormWords, in part: Part
  ) async throws -> PostHits {
    var collector = PostHits.Collector(search, rows: part.posts.count)
    collector.add(
      try await hits(
        of: search, words, in: part, rows: Array(0..<Int32(part.posts.count))))
    return collector.hits()
  }

  /// The forms of the index that are words of a search.
  func words(of search: PhraseSearch) async throws -> PhraseSearch.FormWords {
    let wanted = search.wanted(in: languages)
    let forms = try await store.forms(
      folded: wanted.folded, stems: wanted.stems, prefixes: wanted.prefixes)
    return search.words(among: forms.map { ($0.number, $0.language, $0.surface) })
  }

  private func hits(
    of search: PhraseSearch, _ words: PhraseSearch.FormWords, in part: Part, rows: [Int32]
  ) async throws -> PostHits.Part {
    try Task.checkCancellation()
    let postings = try await store.postings(of: words.forms, inSegment: part.segment.id)
    return search.hits(in: postings, words: words, posts: part.posts, rows: rows)
  }

  private func hits(
    of search: PhraseSearch, inTextsOf rows: ArraySlice<Int>, _ numbers: [Int64]
  ) async throws -> PostHits.Part {
    try Task.checkCancellation()
    let rowOfPost = Dictionary(uniqueKeysWithValues: rows.map { (numbers[$0], $0) })
    let texts = try await store.texts(of: rows.map { numbers[$0] })
    return search.hits(
      in: texts.compactMap { text in
        rowOfPost[text.number].map {
          ($0, IndexedText(number: text.number, title: text.title, body: text.text))
        }
      })
  }

  private static let portion = 5000
}

extension OpenWorkspace {
  /// What `body` finds by the index; once more if another run took a segment away meanwhile, for then
  /// it was not all.
  func withIndex<Found>(
    language: String, _ body: (WordIndex) async throws -> Found
  ) async throws -> Found {
    while true {
      let index = try await WordIndex(of: store, language: language)
      let found = try await body(index)
      if try await index.isCurrent() { return found }
    }
  }
}

/// In which segment each of some posts has its words.
private struct Homes {
  /// By row; -1 for none.
  private var segment: [Int32]
  /// The number of the post in its segment.
  private var place: [Int32]
  private let numbers: [Int64]
  /// How many of the posts each segment has.
  private(set) var counts: [Int]

  init(of numbers: [Int64], in segments: [WordIndex.Part]) {
    self.numbers = numbers
    segment = Array(repeating: -1, count: numbers.count)
    place = segment
    // Of two segments that hold a post the later one is right.
    for (index, part) in segments.enumerated() {
      var row = 0
      for (post, number) in part.posts.numbers.enumerated() {
        while row < numbers.count, numbers[row] < number { row += 1 }
        guard row < numbers.count else { break }
        if numbers[row] == number { (segment[row], place[row]) = (Int32(index), Int32(post)) }
      }
    }
    counts = Array(repeating: 0, count: segments.count)
    for segment in segment where segment >= 0 { counts[Int(segment)] += 1 }
  }

  /// The rows of posts that no segment has.
  var homeless: [Int] { segment.indices.filter { segment[$0] < 0 } }

  mutating func forget(_ posts: [Int64]) {
    guard !posts.isEmpty else { return }
    let posts = Set(posts)
    for row in numbers.indices where segment[row] >= 0 && posts.contains(numbers[row]) {
      counts[Int(segment[row])] -= 1
      segment[row] = -1
    }
  }

  /// The row of each post of a segment, -1 for those that were not asked for.
  func rows(inSegment index: Int, of posts: Int) -> [Int32] {
    var rows = Array(repeating: Int32(-1), count: posts)
    for row in numbers.indices where segment[row] == Int32(index) {
      rows[Int(place[row])] = Int32(row)
    }
    return rows
  }
}

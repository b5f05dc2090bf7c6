internal import Conversations

/// Where the phrases of a search stand in some posts, whether their texts were read or the index.
///
/// The posts are rows, from 0. All hits stand in one array: a profile finds something in every second
/// post of a million, and a million small arrays would cost more than all that is done with them.
package struct PostHits: Sendable {
  /// A phrase in a row, before all are sorted.
  struct Found: Sendable {
    var row: Int32
    var phrase: Int32
    /// The place in the post, without the post.
    var place: UInt32
  }

  /// A phrase in a row.
  struct Hit: Sendable {
    var phrase: Int32
    var place: UInt32

    var isInBody: Bool { place & 0x8000_0000 != 0 }
    var position: Int { Int(place & 0x7FFF_FFFF) }
  }

  /// The number of words of each phrase.
  private(set) var lengths: [Int]
  /// The number of words of each row's title and body.
  private(set) var titleWords: [Int32]
  private(set) var bodyWords: [Int32]
  /// The cues of each row.
  private(set) var cues: [PostCues]
  /// Where the hits of each row start, and behind the last where they end.
  private var starts: [Int]
  private var hits: [Hit]

  package var rows: Int { titleWords.count }

  /// The hits of a row, by phrase.
  func hits(in row: Int) -> ArraySlice<Hit> { hits[starts[row]..<starts[row + 1]] }

  /// The rows in which one of the phrases stands that `isWanted` has true for.
  func rows(with isWanted: [Bool]) -> [Int] {
    (0..<rows).filter { row in hits(in: row).contains { isWanted[Int($0.phrase)] } }
  }

  /// By row, the sum of what the different phrases in it are worth.
  func sums(of worth: [Double]) -> [Double] {
    (0..<rows).map { row in
      var sum = 0.0
      var last: Int32 = -1
      for hit in hits(in: row) where hit.phrase != last {
        last = hit.phrase
        sum += worth[Int(last)]
      }
      return sum
    }
  }

  /// In how many rows each phrase stands.
  func postsByPhrase(count: Int) -> [Int] {
    var posts = Array(repeating: 0, count: count)
    for row in 0..<rows {
      var last: Int32 = -1
      for hit in hits(in: row) where hit.phrase != last {
        last = hit.phrase
        posts[Int(last)] += 1
      }
    }
    return posts
  }
}

extension PostHits {
  /// Hits that are still being found.
  package struct Collector: Sendable {
    private let lengths: [Int]
    private var titleWords: [Int32]
    private var bodyWords: [Int32]
    private var cues: [PostCues]
    private var found: [[Found]] = []

    /// A collector for so many rows, of which nothing is known yet.
    package init(_ search: PhraseSearch, rows: Int) {
      lengths = search.lengths
      titleWords = Array(repeating: 0, count: rows)
      bodyWords = titleWords
      cues = Array(repeating: PostCues(), count: rows)
    }

    /// Adds what was found in some of the rows, in which nothing was found before.
    package mutating func add(_ part: Part) {
      for words in part.words {
        titleWords[Int(words.row)] = words.title
        bodyWords[Int(words.row)] = words.body
        cues[Int(words.row)] = words.cues
      }
      found.append(part.found)
    }

    /// All that was found, sorted by row.
    package consuming func hits() -> PostHits {
      var starts = Array(repeating: 0, count: titleWords.count + 1)
      for part in found { for one in part { starts[Int(one.row) + 1] += 1 } }
      for row in titleWords.indices { starts[row + 1] += starts[row] }
      var ends = starts
      var hits = Array(repeating: Hit(phrase: 0, place: 0), count: starts[titleWords.count])
      for part in found {
        for one in part {
          hits[ends[Int(one.row)]] = Hit(phrase: one.phrase, place: one.place)
          ends[Int(one.row)] += 1
        }
      }
      return PostHits(
        lengths: lengths, titleWords: titleWords, bodyWords: bodyWords, cues: cues, starts: starts,
        hits: hits)
    }
  }

  /// What was found in a part of the rows.
  package struct Part: Sendable {
    var words: [(row: Int32, title: Int32, body: Int32, cues: PostCues)] = []
    /// Sorted by phrase and place within each row.
    var found: [Found] = []
  }
}

extension Reading {
  /// The reading of a row as a post on its own.
  init(row: Int, of posts: PostHits) {
    fields = [
      Field(kind: .title, words: Int(posts.titleWords[row]), text: ""),
      Field(kind: .opening, words: Int(posts.bodyWords[row]), text: ""),
    ]
    set(posts.hits(in: row).map { Hit($0, field: $0.isInBody ? 1 : 0, of: posts) })
  }

  /// The reading of a conversation whose posts are `rows`, in their order.
  init(_ conversation: Conversation, rows: [Int?], of posts: PostHits) {
    self.init(placeOf: conversation)
    var hits: [Hit] = []
    let titled = conversation.titled.flatMap { rows[$0] }
    let words = titled.map { Int(posts.titleWords[$0]) } ?? 0
    fields.append(Field(kind: .title, words: words, text: ""))
    if let titled {
      fields[0].cues = posts.cues[titled].title
      for hit in posts.hits(in: titled) where !hit.isInBody {
        hits.append(Hit(hit, field: 0, of: posts))
      }
    }
    for (post, row) in zip(conversation.posts, rows) {
      let words = row.map { Int(posts.bodyWords[$0]) } ?? 0
      fields.append(Field(kind: .init(post), words: words, text: ""))
      fields[fields.count - 1].cues = row.map { posts.cues[$0].body } ?? []
      guard let row else { continue }
      for hit in posts.hits(in: row) where hit.isInBody {
        hits.append(Hit(hit, field: fields.count - 1, of: posts))
      }
    }
    set(hits)
  }
}

extension Hit {
  fileprivate init(_ hit: PostHits.Hit, field: Int, of posts: PostHits) {
    self.init(
      phrase: Int(hit.phrase), field: field, position: hit.position,
      length: posts.lengths[Int(hit.phrase)], bytes: 0..<0)
  }
}

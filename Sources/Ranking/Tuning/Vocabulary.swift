package import Profiles

/// The words of some posts, to tell a rare word from a misspelt one.
package struct Vocabulary {
  private let language: String
  private var reader: TermReader
  private let stemmer: Stemmer
  /// By the number of a stem: in how many posts it stands, and in which it was met last.
  private var holders: [Int] = []
  private var last: [Int] = []
  private var posts = 0

  /// An empty vocabulary of a language.
  package init(language: String) {
    self.language = language
    reader = TermReader(language: language)
    stemmer = Stemmer(language: language)
  }

  /// Adds the words of a post.
  package mutating func add(title: String, body: String) {
    posts += 1
    for stem in (reader.stems(of: title) + reader.stems(of: body)).map(Int.init) {
      while holders.count <= stem {
        holders.append(0)
        last.append(0)
      }
      guard last[stem] != posts else { continue }
      last[stem] = posts
      holders[stem] += 1
    }
  }

  /// Of each list the words that stand nowhere in any form, each with the word of the posts that was
  /// probably meant; nil if none is near.
  package func unknown(_ lists: [[Query.Word]]) -> [[(word: String, meant: String?)]] {
    let words = holders.indices.map { (word: reader.stems[$0], posts: holders[$0]) }
    let known = Set(words.map(\.word.name))
    // What stands in one post only may be misspelt itself; of equally near ones the common is meant.
    let choices = words.filter { $0.posts >= 2 && $0.word.form.count >= Self.shortest }
      .sorted { ($0.posts, $1.word.form) > ($1.posts, $0.word.form) }
      .map { Choice($0.word.form) }
    return lists.map { list in
      list.flatMap(parts).filter { !known.contains(WordForms($0, stemmer: stemmer).stem) }
        .map { ($0, Self.nearest(to: $0, among: choices)) }
    }
  }

  /// The stems of some words, by which they can be looked up in an index; those of prefixes are left
  /// out.
  package func stems(of words: [Query.Word]) -> Set<String> {
    Set(words.flatMap(parts).map { WordForms($0, stemmer: stemmer).stem })
  }

  /// What is written as one may be several to a reader: “small-batch”.
  private func parts(of word: Query.Word) -> [String] {
    word.isPrefix ? [] : Tokenizer.words(of: word.text, language: language)
  }

  /// A word that may have been meant, with what tells quickly that it was not: a profile may have a
  /// thousand words that stand nowhere, and posts tens of thousands.
  private struct Choice {
    var form: String
    var length: Int
    /// A bit for each letter that stands in it; some letters share one.
    var letters: UInt64

    init(_ form: String) {
      self.form = form
      let scalars = form.lowercased().unicodeScalars
      length = scalars.count
      letters = scalars.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
    }

    /// Whether it may be within so many changes of a letter of another: each adds or takes away one
    /// kind of letter at most, or does both.
    func mayBeNear(_ other: Choice, within limit: Int) -> Bool {
      abs(length - other.length) <= limit
        && (letters ^ other.letters).nonzeroBitCount <= 2 * limit
    }
  }

  private static func nearest(to word: String, among choices: [Choice]) -> String? {
    guard word.count >= shortest else { return nil }
    let limit = word.count < long ? 1 : 2
    let wanted = Choice(word)
    let near = choices.filter { wanted.mayBeNear($0, within: limit) }
    return didYouMean(word, among: near.map(\.form), within: limit)
  }

  /// A shorter word has near ones everywhere.
  private static let shortest = 4
  /// In words of this length two letters may be wrong.
  private static let long = 8
}

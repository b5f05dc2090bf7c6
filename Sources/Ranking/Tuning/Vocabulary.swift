package import Profiles

/// The words of some posts, to tell a rare word from a misspelt one.
package struct Vocabulary {
  private var counter: StemCounter
  private let stemmer: Stemmer

  /// An empty vocabulary of a language.
  package init(language: String) {
    counter = StemCounter(language: language)
    stemmer = Stemmer(language: language)
  }

  /// Adds the words of a post.
  package mutating func add(title: String, body: String) {
    counter.count(title: title, body: body)
  }

  /// Of each list the words that stand nowhere in any form, each with the word of the posts that was
  /// probably meant; nil if none is near.
  package func unknown(_ lists: [[Query.Word]]) -> [[(word: String, meant: String?)]] {
    let known = counter.counts
    // What stands in one post only may be misspelt itself; of equally near ones the common is meant.
    let choices = known.values.filter { $0.posts >= 2 && $0.form.count >= Self.shortest }
      .sorted { ($0.posts, $1.form) > ($1.posts, $0.form) }.map(\.form)
    return lists.map { list in
      list.flatMap { word in
        // What is written as one may be several to a reader: “small-batch”.
        word.isPrefix ? [] : Tokenizer.words(of: word.text, language: counter.language)
      }
      .filter { known[WordForms($0, stemmer: stemmer).stem] == nil }
      .map { ($0, Self.nearest(to: $0, among: choices)) }
    }
  }

  private static func nearest(to word: String, among choices: [String]) -> String? {
    guard word.count >= shortest else { return nil }
    let limit = word.count < long ? 1 : 2
    let near = choices.filter { abs($0.count - word.count) <= limit }
    return didYouMean(word, among: near, within: limit)
  }

  /// A shorter word has near ones everywhere.
  private static let shortest = 4
  /// In words of this length two letters may be wrong.
  private static let long = 8
}

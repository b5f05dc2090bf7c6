/// Counts in how many posts each word stands, all its forms together.
struct StemCounter {
  /// A word of the posts.
  struct Count {
    var stem: String
    /// The form that was met first, in small letters.
    var form: String
    var posts = 0
    /// The post that counted it last.
    fileprivate var last = 0
  }

  private(set) var posts = 0
  private var tokenizer: Tokenizer
  private var tokens: [Tokenizer.Token] = []
  private let stemmer: Stemmer
  private var numbers: [String: Int] = [:]
  private var counts: [Count] = []
  /// The numbers of the stems of the tokenizer's forms; -1 for those not met yet.
  private var stemOfForm: [Int] = []
  private var generation = 0

  init(language: String) {
    tokenizer = Tokenizer(words: ProfileWords(language: language))
    stemmer = Stemmer(language: language)
  }

  /// What is known of the word with a number.
  subscript(number: Int) -> Count { counts[number] }

  /// Counts the words of a post.
  mutating func count(title: String, body: String) {
    posts += 1
    for text in [title, body] {
      for stem in stems(of: text) where counts[stem].last != posts {
        counts[stem].last = posts
        counts[stem].posts += 1
      }
    }
  }

  /// The numbers of the words of a text, in its order.
  mutating func stems(of text: String) -> [Int] {
    tokenizer.read(text, into: &tokens)
    if tokenizer.lexicon.generation != generation {
      generation = tokenizer.lexicon.generation
      stemOfForm.removeAll()
    }
    let missing = tokenizer.lexicon.entries.count - stemOfForm.count
    stemOfForm.append(contentsOf: repeatElement(-1, count: max(0, missing)))
    return tokens.map { token in
      let form = Int(token.form)
      if stemOfForm[form] < 0 { stemOfForm[form] = stem(of: token, in: text) }
      return stemOfForm[form]
    }
  }

  private mutating func stem(of token: Tokenizer.Token, in text: String) -> Int {
    let bytes = text.utf8.dropFirst(Int(token.start)).prefix(Int(token.end - token.start))
    let forms = WordForms(String(decoding: bytes, as: UTF8.self), stemmer: stemmer)
    if let known = numbers[forms.stem] { return known }
    numbers[forms.stem] = counts.count
    counts.append(Count(stem: forms.stem, form: forms.surface.lowercased()))
    return counts.count - 1
  }
}

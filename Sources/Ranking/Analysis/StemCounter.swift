/// Counts in how many posts each word stands, all its forms together.
struct StemCounter {
  /// A word of the posts.
  struct Count {
    var posts = 0
    /// The times it stands there in all.
    var times = 0
    /// The form that was met first, in small letters.
    var form: String
  }

  let language: String
  private(set) var posts = 0
  /// The length of all posts.
  private(set) var words = 0
  private var tokenizer: Tokenizer
  private var tokens: [Tokenizer.Token] = []
  private let stemmer: Stemmer
  private var names: [String: Int] = [:]
  private var stems: [(name: String, form: String, posts: Int, times: Int, last: Int)] = []
  /// The numbers of the stems of the tokenizer's forms; -1 for those not met yet.
  private var stemOfForm: [Int] = []
  private var generation = 0

  init(language: String) {
    self.language = language
    tokenizer = Tokenizer(words: ProfileWords(language: language))
    stemmer = Stemmer(language: language)
  }

  /// By stem.
  var counts: [String: Count] {
    Dictionary(
      stems.map { ($0.name, Count(posts: $0.posts, times: $0.times, form: $0.form)) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func count(title: String, body: String) {
    posts += 1
    for text in [title, body] {
      tokenizer.read(text, into: &tokens)
      words += tokens.count
      if tokenizer.lexicon.generation != generation {
        generation = tokenizer.lexicon.generation
        stemOfForm.removeAll()
      }
      let missing = tokenizer.lexicon.entries.count - stemOfForm.count
      stemOfForm.append(contentsOf: repeatElement(-1, count: max(0, missing)))
      for token in tokens {
        let form = Int(token.form)
        if stemOfForm[form] < 0 { stemOfForm[form] = stem(of: token, in: text) }
        let stem = stemOfForm[form]
        stems[stem].times += 1
        if stems[stem].last == posts { continue }
        stems[stem].last = posts
        stems[stem].posts += 1
      }
    }
  }

  private mutating func stem(of token: Tokenizer.Token, in text: String) -> Int {
    let bytes = text.utf8.dropFirst(Int(token.start)).prefix(Int(token.end - token.start))
    let forms = WordForms(String(decoding: bytes, as: UTF8.self), stemmer: stemmer)
    if let known = names[forms.stem] { return known }
    names[forms.stem] = stems.count
    stems.append((forms.stem, forms.surface.lowercased(), 0, 0, 0))
    return stems.count - 1
  }
}

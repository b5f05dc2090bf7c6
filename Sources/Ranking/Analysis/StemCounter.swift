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

  private(set) var posts = 0
  /// The length of all posts.
  private(set) var words = 0
  private var tokenizer: PostTokenizer
  private var tokens = PostTokenizer.Tokens()
  private var names: [String: Int] = [:]
  private var stems: [(name: String, form: String, posts: Int, times: Int, last: Int)] = []
  private var languagesSeen: [String: Language] = [:]
  private var generation = 0

  /// What is known of the words of a language.
  private struct Language {
    let stemmer: Stemmer
    /// The numbers of the stems of its forms; -1 for those not met yet.
    var stemOfForm: [Int] = []
  }

  /// A counter of posts that are in `language` unless they are clearly in another one.
  init(language: String) {
    tokenizer = PostTokenizer(words: ProfileWords(language: language))
  }

  /// The languages of the posts.
  var languages: [String] { languagesSeen.keys.sorted() }

  /// By stem.
  var counts: [String: Count] {
    Dictionary(
      stems.map { ($0.name, Count(posts: $0.posts, times: $0.times, form: $0.form)) },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func count(title: String, body: String) {
    posts += 1
    tokenizer.trim()
    if tokenizer.generation != generation {
      generation = tokenizer.generation
      for language in languagesSeen.keys { languagesSeen[language]?.stemOfForm.removeAll() }
    }
    tokenizer.read(title: title, body: body, into: &tokens)
    var language =
      languagesSeen[tokens.language] ?? Language(stemmer: Stemmer(language: tokens.language))
    let lexicon = tokenizer.lexicon(tokens.language)
    let missing = lexicon.entries.count - language.stemOfForm.count
    language.stemOfForm.append(contentsOf: repeatElement(-1, count: max(0, missing)))
    words += tokens.title.count + tokens.body.count
    for (text, tokens) in [(title, tokens.title), (body, tokens.body)] {
      for token in tokens {
        let form = Int(token.form)
        if language.stemOfForm[form] < 0 {
          language.stemOfForm[form] = stem(of: token, in: text, language.stemmer)
        }
        let stem = language.stemOfForm[form]
        stems[stem].times += 1
        if stems[stem].last == posts { continue }
        stems[stem].last = posts
        stems[stem].posts += 1
      }
    }
    languagesSeen[tokens.language] = language
  }

  private mutating func stem(
    of token: Tokenizer.Token, in text: String, _ stemmer: Stemmer
  ) -> Int {
    let bytes = text.utf8.dropFirst(Int(token.start)).prefix(Int(token.end - token.start))
    let forms = WordForms(String(decoding: bytes, as: UTF8.self), stemmer: stemmer)
    if let known = names[forms.stem] { return known }
    names[forms.stem] = stems.count
    stems.append((forms.stem, forms.surface.lowercased(), 0, 0, 0))
    return stems.count - 1
  }
}

/// Cuts posts into words, each post in its own language.
struct PostTokenizer {
  private let words: ProfileWords
  private var detector: LanguageDetector
  private var usual: Tokenizer
  private var others: [String: Tokenizer] = [:]
  /// Grows when all forms are forgotten.
  private(set) var generation = 0

  /// The words of a post.
  struct Tokens {
    var language = ""
    var title: [Tokenizer.Token] = []
    var body: [Tokenizer.Token] = []
  }

  /// A tokenizer for the words of a profile, whose language is taken where no other one is clear.
  init(words: ProfileWords) {
    self.words = words
    detector = LanguageDetector(usual: words.language)
    usual = Tokenizer(words: words)
  }

  /// The words that were seen in a language.
  func lexicon(_ language: String) -> Lexicon { others[language]?.lexicon ?? usual.lexicon }

  /// Whether there are too many forms to keep.
  var isFull: Bool { usual.lexicon.isFull || others.values.contains { $0.lexicon.isFull } }

  /// Forgets all forms if there are too many; their numbers have no meaning afterwards.
  mutating func trim() {
    guard isFull else { return }
    generation += 1
    usual = Tokenizer(words: words)
    others.removeAll()
  }

  /// Replaces `tokens` by the words of a post. Their forms are valid until the next `trim`.
  mutating func read(title: String, body: String, into tokens: inout Tokens) {
    usual.read(title, into: &tokens.title)
    usual.read(body, into: &tokens.body)
    tokens.language = detector.language(title: tokens.title, body: tokens.body, usual.lexicon)
    guard tokens.language != words.language else { return }
    let language = tokens.language
    if others[language] == nil {
      others[language] = Tokenizer(words: words.inLanguage(language))
    }
    others[language]?.read(title, into: &tokens.title)
    others[language]?.read(body, into: &tokens.body)
  }

  /// The form of a language that stands for all that are the same to an expression.
  mutating func representative(
    of form: Lexicon.Form, in language: String, stemmer: Stemmer
  ) -> Lexicon.Form {
    others[language]?.representative(of: form, stemmer: stemmer)
      ?? usual.representative(of: form, stemmer: stemmer)
  }
}

/// The different words of some posts, each with a number; all forms of a word are one.
struct StemTable {
  /// A word of the posts.
  struct Word {
    var stem: String
    /// The form that was met first, in small letters.
    var form: String
    /// Whether it says nothing by itself, in some language.
    var isFunctionWord: Bool
  }

  private var tokenizer: PostTokenizer
  private var tokens = PostTokenizer.Tokens()
  private var numbers: [String: Int] = [:]
  private var words: [Word] = []
  private var languages: [String: Language] = [:]
  private var generation = 0

  /// What is known of the words of a language.
  private struct Language {
    let stemmer: Stemmer
    /// The numbers of the words of its forms; -1 for those not met yet.
    var wordOfForm: [Int] = []
  }

  /// A table for posts that are in `language` unless they are clearly in another one.
  init(language: String) {
    tokenizer = PostTokenizer(words: ProfileWords(language: language))
  }

  /// The word with a number.
  subscript(number: Int) -> Word { words[number] }

  /// The numbers of the words of a post, in its order.
  mutating func words(title: String, body: String) -> (title: [Int], body: [Int]) {
    tokenizer.trim()
    if tokenizer.generation != generation {
      generation = tokenizer.generation
      languages.removeAll()
    }
    tokenizer.read(title: title, body: body, into: &tokens)
    var language =
      languages[tokens.language] ?? Language(stemmer: Stemmer(language: tokens.language))
    let forms = tokenizer.lexicon(tokens.language).entries.count
    let missing = forms - language.wordOfForm.count
    language.wordOfForm.append(contentsOf: repeatElement(-1, count: max(0, missing)))
    let numbers = (
      title: words(tokens.title, in: title, &language),
      body: words(tokens.body, in: body, &language)
    )
    languages[tokens.language] = language
    return numbers
  }

  private mutating func words(
    _ tokens: [Tokenizer.Token], in text: String, _ language: inout Language
  ) -> [Int] {
    tokens.map { token in
      let form = Int(token.form)
      if language.wordOfForm[form] < 0 {
        language.wordOfForm[form] = word(of: token, in: text, language.stemmer)
      }
      return language.wordOfForm[form]
    }
  }

  private mutating func word(
    of token: Tokenizer.Token, in text: String, _ stemmer: Stemmer
  ) -> Int {
    let bytes = text.utf8.dropFirst(Int(token.start)).prefix(Int(token.end - token.start))
    let forms = WordForms(String(decoding: bytes, as: UTF8.self), stemmer: stemmer)
    if let known = numbers[forms.stem] { return known }
    let form = forms.surface.lowercased()
    let isFunctionWord = !forms.isAcronym && FunctionWords.languages(of: form) != 0
    numbers[forms.stem] = words.count
    words.append(Word(stem: forms.stem, form: form, isFunctionWord: isFunctionWord))
    return words.count - 1
  }
}

/// The different words of some texts, each with a number; all forms of a word are one.
struct StemTable {
  /// A word of the texts.
  struct Word {
    var stem: String
    /// The form that was met first, in small letters.
    var form: String
  }

  private var tokenizer: Tokenizer
  private var tokens: [Tokenizer.Token] = []
  private let stemmer: Stemmer
  private var numbers: [String: Int] = [:]
  private var words: [Word] = []
  /// The numbers of the stems of the tokenizer's forms; -1 for those not met yet.
  private var stemOfForm: [Int] = []
  private var generation = 0

  init(language: String) {
    tokenizer = Tokenizer(words: ProfileWords(language: language))
    stemmer = Stemmer(language: language)
  }

  /// The word with a number.
  subscript(number: Int) -> Word { words[number] }

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
    numbers[forms.stem] = words.count
    words.append(Word(stem: forms.stem, form: forms.surface.lowercased()))
    return words.count - 1
  }
}

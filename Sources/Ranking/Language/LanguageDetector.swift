/// Tells the language of a post by its function words.
///
/// The profile's language is right unless the post is clearly in another one: a wrong guess makes
/// forms be missed, and most posts of a community are in one language anyway.
struct LanguageDetector {
  /// The language that is taken if nothing else is clear.
  let usual: String
  private let usualPlace: Int?
  private var words = 0
  /// How many function words of each language were counted.
  private var counts = Array(repeating: 0, count: FunctionWords.languages.count)

  /// In fewer words the few function words are chance.
  private static let fewestWords = 8
  private static let fewestFunctionWords = 3
  /// This share of the words of a text are function words, at least.
  private static let leastShare = 0.15

  init(usual: String) {
    self.usual = usual
    usualPlace = FunctionWords.languages.firstIndex(of: usual)
  }

  /// The language of a post of these words.
  mutating func language(
    title: [Tokenizer.Token], body: [Tokenizer.Token], _ lexicon: Lexicon
  ) -> String {
    words = title.count + body.count
    guard words >= Self.fewestWords else { return usual }
    for place in counts.indices { counts[place] = 0 }
    count(title, lexicon)
    count(body, lexicon)
    return clearest
  }

  private mutating func count(_ tokens: [Tokenizer.Token], _ lexicon: Lexicon) {
    for token in tokens {
      var languages = lexicon.entries[Int(token.form)].functionWordOf
      while languages != 0 {
        counts[languages.trailingZeroBitCount] += 1
        languages &= languages - 1
      }
    }
  }

  /// The language that has more function words than any other and twice as many as the usual one.
  private var clearest: String {
    guard let most = counts.max(), let best = counts.firstIndex(of: most), best != usualPlace,
      most >= Self.fewestFunctionWords, Double(most) >= Self.leastShare * Double(words),
      most > 2 * (usualPlace.map { counts[$0] } ?? 0),
      counts.lastIndex(of: most) == best
    else { return usual }
    return FunctionWords.languages[best]
  }
}

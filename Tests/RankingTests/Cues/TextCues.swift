@testable import Ranking

/// Tells the cues of texts, each in its own language.
struct TextCues {
  private var tokenizer: PostTokenizer
  private var tokens = PostTokenizer.Tokens()
  private var reader = CueReader()

  /// For texts that are in a language, by its Snowball name, unless they are clearly in another one.
  init(language: String) {
    tokenizer = PostTokenizer(words: ProfileWords(language: language))
  }

  /// The cues of a post.
  mutating func cues(title: String, body: String) -> PostCues {
    tokenizer.trim()
    tokenizer.read(title: title, body: body, into: &tokens)
    return reader.cues(of: tokens, title: title, body: body, by: tokenizer)
  }
}

internal import Conversations

/// A word, or a phrase of two or three, by the numbers of its stems; -1 where it has ended.
struct Term: Hashable {
  var first: Int32
  var second: Int32 = -1
  var third: Int32 = -1

  var stems: [Int32] { [first, second, third].filter { $0 >= 0 } }

  init(first: Int32, second: Int32 = -1, third: Int32 = -1) {
    self.first = first
    self.second = second
    self.third = third
  }

  /// A term of some stems; nil if they are none or too many.
  init?(_ stems: [Int32]) {
    guard (1...3).contains(stems.count) else { return nil }
    let padded = stems + [-1, -1]
    self.init(first: padded[0], second: padded[1], third: padded[2])
  }

  /// Whether all its words stand in another one, side by side.
  func isPart(of other: Term) -> Bool {
    let (own, whole) = (stems, other.stems)
    guard own.count <= whole.count else { return false }
    return (0...whole.count - own.count).contains { Array(whole[$0..<$0 + own.count]) == own }
  }
}

/// Reads the words and short phrases of conversations.
struct TermReader {
  /// What is known of a stem.
  struct Stem {
    var name: String
    /// The form that was met first, in small letters.
    var form: String
    /// Whether a keyword may be made of it: no number, no everyday word, none of two letters.
    var isTelling: Bool
  }

  private(set) var stems: [Stem] = []
  private var names: [String: Int32] = [:]
  private var tokenizer: Tokenizer
  private var tokens: [Tokenizer.Token] = []
  private let stemmer: Stemmer
  /// The stems of words that stand in conversations about anything.
  private let common: Set<String>
  private var stemOfForm: [Int32] = []
  private var generation = 0
  /// The number of all words that are met after `close`.
  private var stranger: Int32?

  init(language: String) {
    tokenizer = Tokenizer(words: ProfileWords(language: language))
    let stemmer = Stemmer(language: language)
    self.stemmer = stemmer
    common =
      language == "english"
      ? Set(WordForms.common.map { WordForms($0, stemmer: stemmer).stem }) : []
  }

  /// The number of the stem of a word.
  mutating func stem(of word: String) -> Int32 {
    let forms = WordForms(word, stemmer: stemmer)
    if let known = names[forms.stem] ?? stranger { return known }
    let number = Int32(stems.count)
    names[forms.stem] = number
    let form = forms.surface.lowercased()
    let isTelling =
      forms.stem.count > 2 && !forms.stem.contains { $0.isNumber || $0 == "'" }
      && !WordForms.everyday.contains(forms.folded) && !common.contains(forms.stem)
      && (forms.isAcronym || FunctionWords.languages(of: form) == 0)
    stems.append(Stem(name: forms.stem, form: form, isTelling: isTelling))
    return number
  }

  /// Takes every word that was not met yet for one and the same, which says nothing: texts without end
  /// bring words without end.
  mutating func close() {
    stranger = Int32(stems.count)
    stems.append(Stem(name: "", form: "", isTelling: false))
  }

  /// Calls `found` with every word and phrase of the conversation, each as often as it stands there,
  /// and a way to read it as it is written.
  mutating func read(
    _ conversation: Conversation, found: (Term, _ form: () -> String) -> Void
  ) {
    read(conversation.title, found)
    for post in conversation.posts { read(post.text, found) }
  }

  /// The stems of the words of a text, in its order.
  mutating func stems(of text: String) -> [Int32] {
    readWords(of: text, Array(text.utf8))
    return tokens.map { stemOfForm[Int($0.form)] }
  }

  /// Reads the words of a text, so that each has its stem.
  private mutating func readWords(of text: String, _ bytes: [UInt8]) {
    tokenizer.trim()
    tokenizer.read(text, into: &tokens)
    if tokenizer.lexicon.generation != generation {
      generation = tokenizer.lexicon.generation
      stemOfForm.removeAll()
    }
    let missing = tokenizer.lexicon.entries.count - stemOfForm.count
    stemOfForm.append(contentsOf: repeatElement(-1, count: max(0, missing)))
    for token in tokens where stemOfForm[Int(token.form)] < 0 {
      stemOfForm[Int(token.form)] = stem(of: Self.word(token, in: bytes))
    }
  }

  private mutating func read(_ text: String, _ found: (Term, () -> String) -> Void) {
    let bytes = Array(text.utf8)
    readWords(of: text, bytes)
    for index in tokens.indices {
      var term = Term(first: stemOfForm[Int(tokens[index].form)])
      guard stems[Int(term.first)].isTelling else { continue }
      for last in index...min(index + 2, tokens.count - 1) {
        if last > index {
          guard Self.isJoined(tokens[last - 1], tokens[last], in: bytes) else { break }
          let stem = stemOfForm[Int(tokens[last].form)]
          if last == index + 1 { term.second = stem } else { term.third = stem }
          guard stems[Int(stem)].isTelling else { continue }
        }
        found(term) {
          tokens[index...last].map { Self.word($0, in: bytes).lowercased() }
            .joined(separator: " ")
        }
      }
    }
  }

  private static func word(_ token: Tokenizer.Token, in bytes: [UInt8]) -> String {
    String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// A phrase does not reach over a comma or a full stop.
  private static func isJoined(
    _ left: Tokenizer.Token, _ right: Tokenizer.Token, in bytes: [UInt8]
  ) -> Bool {
    guard right.start == left.end + 1 else { return false }
    let byte = bytes[Int(left.end)]
    return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-")
  }
}

extension WordForms {
  /// English words that stand in conversations about anything, beside the everyday ones.
  static let common: Set<String> = [
    "about", "actually", "after", "again", "ago", "all", "almost", "already", "also", "always",
    "another", "anybody", "anyone", "anything", "around", "asked", "away", "back", "bad", "because",
    "been", "before", "being", "best", "better", "between", "big", "bit", "both", "bought", "buy",
    "called", "came", "cannot", "check", "come", "could", "day", "days", "did", "different", "does",
    "doing", "done", "down", "each", "edit", "either", "else", "end", "enough", "even", "ever",
    "every", "everyone", "everything", "fine", "first", "found", "from", "full", "gave", "getting",
    "give", "goes", "going", "gone", "good", "got", "great", "guess", "half", "hard", "have",
    "having", "hello", "help", "here", "hope", "idea", "instead", "into", "just", "keep", "kind",
    "know", "large", "last", "least", "left", "less", "let", "like", "little", "long", "look",
    "looking", "lot", "love", "made", "make", "making", "many", "maybe", "mean", "more", "most",
    "much", "must", "myself", "near", "need", "never", "next", "nice", "nobody", "none", "nothing",
    "often", "old",
    "once", "only", "other", "over", "people", "perhaps", "please", "post", "pretty", "problem",
    "put", "question", "quite", "rather", "read", "really", "right", "said", "same", "say", "seem",
    "seen", "several", "should", "since", "small", "somebody", "someone", "something", "soon",
    "still", "such", "sure", "take", "tell", "thank", "thanks", "their", "there", "these", "thing",
    "things", "think", "those", "though", "thought", "three", "through", "time", "today", "told",
    "took", "tried", "true", "try", "trying", "under", "until", "used", "using", "usually", "very",
    "want", "week", "well", "went", "were", "where", "which", "while", "without", "work", "worth",
    "would", "year", "years", "yes", "yet", "your", "yourself", "yours",
  ]
}

/// A post whose words are indexed.
package struct IndexedText: Sendable {
  package var number: Int64
  package var title: String
  package var body: String

  package init(number: Int64, title: String, body: String) {
    self.number = number
    self.title = title
    self.body = body
  }
}

/// A form of a word, as it is found again by what a profile's word can be compared with; see
/// `WordForms`.
package struct IndexedForm: Sendable, Hashable {
  package var language: String
  package var surface: String
  package var folded: String
  package var stem: String
}

/// What the index holds of some posts.
package struct Segment: Sendable {
  package var posts = SegmentPosts()
  /// The postings of each form that stands in them.
  package var postings: [FormPostings] = []
  /// The forms that the builder meets for the first time, by its numbers.
  package var newForms: [(form: Int, words: IndexedForm)] = []
  /// The languages of the posts.
  package var languages: Set<String> = []
  /// Grows when the builder starts to number its forms anew.
  package var generation = 0

  /// Where a form stands.
  package struct FormPostings: Sendable {
    /// The builder's number of the form.
    package var form: Int
    package var posts: Int
    package var places: [UInt8]
  }
}

/// Makes segments of the index from texts.
package actor SegmentBuilder {
  private var tokenizer: PostTokenizer
  private var tokens = PostTokenizer.Tokens()
  private var cueReader = CueReader()
  private var languages: [String: Language] = [:]
  /// How many forms have a number.
  private var forms = 0

  /// What is known of the words of a language.
  private struct Language {
    let stemmer: Stemmer
    /// The builder's numbers of the tokenizer's forms; -1 for those not met yet.
    var numbers: [Int32] = []
  }

  /// The words of a segment that is being built.
  private struct Words {
    var forms: [Int32] = []
    var places: [Place] = []
  }

  /// A builder for posts that are in `language` unless they are clearly in another one.
  package init(language: String) {
    tokenizer = PostTokenizer(words: ProfileWords(language: language))
  }

  /// So many words fill a segment, however many there are in a post: each needs twenty bytes while it
  /// is built.
  private static let mostWords = 1_500_000

  /// A segment of the first of `texts`, whose numbers must rise: of all, if they are not very long.
  package func segment(of texts: ArraySlice<IndexedText>) -> Segment {
    // The forms of a segment must keep their numbers: nothing is forgotten before the next one.
    let generation = tokenizer.generation
    tokenizer.trim()
    if tokenizer.generation != generation {
      languages.removeAll()
      forms = 0
    }
    var segment = Segment()
    segment.generation = tokenizer.generation
    var words = Words()
    for text in texts {
      if segment.posts.count > 0, tokenizer.isFull || words.forms.count > Self.mostWords { break }
      tokenizer.read(title: text.title, body: text.body, into: &tokens)
      add(&words, &segment)
      segment.posts.append(
        number: text.number, titleWords: tokens.title.count, bodyWords: tokens.body.count,
        cues: cueReader.cues(of: tokens, title: text.title, body: text.body, by: tokenizer))
    }
    fill(&segment, words)
    return segment
  }

  /// Adds the words of a post.
  private func add(_ words: inout Words, _ segment: inout Segment) {
    let name = tokens.language
    segment.languages.insert(name)
    // Taken out, so that its array is not copied when it changes.
    var language = languages.removeValue(forKey: name) ?? Language(stemmer: Stemmer(language: name))
    let post = segment.posts.count
    for (inBody, tokens) in [(false, tokens.title), (true, tokens.body)] {
      for (position, token) in tokens.enumerated() {
        let form = Int(token.form)
        if form >= language.numbers.count || language.numbers[form] < 0 {
          meet(token.form, name, &language, &segment)
        }
        words.forms.append(language.numbers[form])
        words.places.append(Place(post: post, inBody: inBody, position: position))
      }
    }
    languages[name] = language
  }

  /// Gives a number to a form, or that of the form that it is the same as.
  private func meet(
    _ form: Lexicon.Form, _ name: String, _ language: inout Language, _ segment: inout Segment
  ) {
    let representative = tokenizer.representative(of: form, in: name, stemmer: language.stemmer)
    let lexicon = tokenizer.lexicon(name)
    let missing = lexicon.entries.count - language.numbers.count
    if missing > 0 { language.numbers.append(contentsOf: repeatElement(-1, count: missing)) }
    if language.numbers[Int(representative)] < 0 {
      language.numbers[Int(representative)] = Int32(forms)
      let words = WordForms(lexicon.text(of: representative), stemmer: language.stemmer)
      segment.newForms.append(
        (
          forms,
          IndexedForm(
            language: name, surface: words.surface, folded: words.folded, stem: words.stem)
        ))
      forms += 1
    }
    language.numbers[Int(form)] = language.numbers[Int(representative)]
  }

  /// Sorts the places by form, which leaves those of a form in their order.
  private func fill(_ segment: inout Segment, _ words: Words) {
    var ends = Array(repeating: 0, count: forms + 1)
    for form in words.forms { ends[Int(form) + 1] += 1 }
    for form in 0..<forms { ends[form + 1] += ends[form] }
    let starts = ends
    var sorted = Array(repeating: Place(code: 0), count: words.places.count)
    for (form, place) in zip(words.forms, words.places) {
      sorted[ends[Int(form)]] = place
      ends[Int(form)] += 1
    }
    for form in 0..<forms where starts[form] < starts[form + 1] {
      let (bytes, posts) = Postings.encode(sorted[starts[form]..<starts[form + 1]])
      segment.postings.append(
        .init(form: form, posts: posts, places: bytes))
    }
  }
}

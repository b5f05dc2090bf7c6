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

/// A form of a word, as it is found again by what a profile's word can be compared with.
package struct IndexedForm: Sendable, Hashable {
  /// See `WordForms`.
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
  /// Grows when the builder starts to number its forms anew.
  package var generation = 0

  /// Where a form stands.
  package struct FormPostings: Sendable {
    /// The builder's number of the form.
    package var form: Int
    package var posts: Int
    package var times: Int
    package var places: [UInt8]
  }
}

/// Makes segments of the index from texts.
package actor SegmentBuilder {
  private var tokenizer: Tokenizer
  private var tokens: [Tokenizer.Token] = []
  private let stemmer: Stemmer
  /// By form, the one that is indexed in its place; -1 if that is not known yet.
  private var representatives: [Lexicon.Form] = []
  /// Which forms were told of in an earlier segment.
  private var isTold: [Bool] = []
  private var generation = 0

  package init(language: String) {
    stemmer = Stemmer(language: language)
    tokenizer = Tokenizer(words: ProfileWords(language: language))
  }

  /// So many words fill a segment, however many there are in a post: each needs twenty bytes while it
  /// is built.
  private static let mostWords = 8_000_000

  /// A segment of the first of `texts`, whose numbers must rise: of all, if they are not very long.
  package func segment(of texts: ArraySlice<IndexedText>) -> Segment {
    // The forms of a segment must keep their numbers: nothing is forgotten before the next one.
    tokenizer.trim()
    if tokenizer.lexicon.generation != generation {
      generation = tokenizer.lexicon.generation
      isTold.removeAll()
      representatives.removeAll()
    }
    var segment = Segment()
    var forms: [Int32] = []
    var places: [Place] = []
    for text in texts {
      if segment.posts.count > 0, tokenizer.lexicon.isFull || forms.count > Self.mostWords { break }
      let post = segment.posts.count
      let before = forms.count
      read(text.title, post: post, inBody: false, &forms, &places)
      let titleWords = forms.count - before
      read(text.body, post: post, inBody: true, &forms, &places)
      segment.posts.append(
        number: text.number, titleWords: titleWords,
        bodyWords: forms.count - before - titleWords)
    }
    fill(&segment, forms, places)
    return segment
  }

  private func read(
    _ text: String, post: Int, inBody: Bool, _ forms: inout [Int32], _ places: inout [Place]
  ) {
    tokenizer.read(text, into: &tokens, forgets: false)
    for (position, token) in tokens.enumerated() {
      forms.append(representative(of: token.form))
      places.append(Place(post: post, inBody: inBody, position: position))
    }
  }

  private func representative(of form: Lexicon.Form) -> Lexicon.Form {
    let missing = tokenizer.lexicon.entries.count - representatives.count
    if missing > 0 { representatives.append(contentsOf: repeatElement(-1, count: missing)) }
    if representatives[Int(form)] < 0 {
      representatives[Int(form)] = tokenizer.representative(of: form, stemmer: stemmer)
    }
    return representatives[Int(form)]
  }

  /// Sorts the places by form, which leaves those of a form in their order.
  private func fill(_ segment: inout Segment, _ forms: [Int32], _ places: [Place]) {
    let count = tokenizer.lexicon.entries.count
    var ends = Array(repeating: 0, count: count + 1)
    for form in forms { ends[Int(form) + 1] += 1 }
    for form in 0..<count { ends[form + 1] += ends[form] }
    let starts = ends
    var sorted = Array(repeating: Place(code: 0), count: places.count)
    for (form, place) in zip(forms, places) {
      sorted[ends[Int(form)]] = place
      ends[Int(form)] += 1
    }
    segment.generation = generation
    isTold.append(contentsOf: repeatElement(false, count: max(0, count - isTold.count)))
    for form in 0..<count where starts[form] < starts[form + 1] {
      let (bytes, posts) = Postings.encode(sorted[starts[form]..<starts[form + 1]])
      segment.postings.append(
        .init(
          form: form, posts: posts, times: starts[form + 1] - starts[form], places: bytes))
      if isTold[form] { continue }
      isTold[form] = true
      let words = WordForms(tokenizer.lexicon.text(of: Lexicon.Form(form)), stemmer: stemmer)
      segment.newForms.append(
        (form, IndexedForm(surface: words.surface, folded: words.folded, stem: words.stem)))
    }
  }
}

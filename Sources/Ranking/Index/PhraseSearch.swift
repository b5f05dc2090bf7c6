/// The phrases that are looked for, in texts or in segments of an index.
package struct PhraseSearch: Sendable {
  let trie: PhraseTrie

  init(_ trie: PhraseTrie) { self.trie = trie }

  /// The number of words of each phrase.
  var lengths: [Int] { trie.paths.map(\.count) }

  /// Which forms must be asked for of an index of posts in some languages.
  package func wanted(in languages: Set<String>) -> WantedForms {
    trie.words.wanted(in: languages)
  }

  /// The forms of an index that are words of the phrases, by their numbers there.
  package func words(
    among forms: some Sequence<(number: Int64, language: String, surface: String)>
  ) -> FormWords {
    var words: [Int64: [ProfileWords.Symbol]] = [:]
    for (language, forms) in Dictionary(grouping: forms, by: \.language) {
      let wanted = trie.words.inLanguage(language)
      let stemmer = Stemmer(language: language)
      for form in forms {
        let symbols = wanted.symbols(for: WordForms(form.surface, stemmer: stemmer))
        if !symbols.isEmpty { words[form.number] = symbols }
      }
    }
    return FormWords(words: words)
  }

  /// Which words of the phrases the forms of an index are.
  package struct FormWords: Sendable {
    var words: [Int64: [ProfileWords.Symbol]]

    /// The forms whose places must be read.
    package var forms: [Int64] { words.keys.sorted() }
  }

  /// What stands in a segment.
  ///
  /// `postings` are the places of forms there; `rows` tells the row of each post of the segment, -1
  /// for those that do not matter.
  package func hits(
    in postings: [(form: Int64, places: [UInt8])], words: FormWords, posts: SegmentPosts,
    rows: [Int32]
  ) -> PostHits.Part {
    let places = places(in: postings, words: words, posts: posts.count)
    var part = PostHits.Part()
    for (post, row) in rows.enumerated() where row >= 0 {
      part.words.append(
        (row, posts.titleWords[post], posts.bodyWords[post], posts.cues[post]))
    }
    for (phrase, path) in trie.paths.enumerated() {
      for place in Self.places(of: path, in: places) where rows[place.post] >= 0 {
        part.found.append(
          .init(
            row: rows[place.post], phrase: Int32(phrase),
            place: UInt32(truncatingIfNeeded: place.code)))
      }
    }
    return part
  }

  /// Where each word stands, in any of its forms.
  private func places(
    in postings: [(form: Int64, places: [UInt8])], words: FormWords, posts: Int
  ) -> [[Place]] {
    var places: [[Place]] = Array(repeating: [], count: trie.words.count)
    var isMixed = Array(repeating: false, count: places.count)
    for (form, bytes) in postings {
      guard let symbols = words.words[form] else { continue }
      let found = bytes.withUnsafeBytes { Postings.decode($0, posts: posts) }
      for symbol in symbols.map(Int.init) {
        isMixed[symbol] = isMixed[symbol] || !places[symbol].isEmpty
        places[symbol] += found
      }
    }
    // Ten thousand forms start with an s: merged one by one they would take seconds.
    for symbol in places.indices where isMixed[symbol] { places[symbol].sort() }
    return places
  }

  /// Where words stand side by side, given where each of them stands.
  private static func places(
    of path: [ProfileWords.Symbol], in places: [[Place]]
  ) -> [Place] {
    guard path.count > 1 else { return places[Int(path[0])] }
    let lists = path.map { places[Int($0)] }
    // The rarest word leads; the others are looked up near it.
    guard let rarest = lists.indices.min(by: { lists[$0].count < lists[$1].count }),
      !lists[rarest].isEmpty
    else { return [] }
    var cursors = Array(repeating: 0, count: lists.count)
    var found: [Place] = []
    for place in lists[rarest] where place.position >= rarest {
      let start = place.code - UInt64(rarest)
      let isWhole = lists.indices.allSatisfy { word in
        word == rarest
          || lists[word].advance(&cursors[word], to: Place(code: start + UInt64(word)))
      }
      if isWhole { found.append(Place(code: start)) }
    }
    return found
  }

  /// What stands in texts, each given with its row.
  package func hits(in texts: some Sequence<(row: Int, text: IndexedText)>) -> PostHits.Part {
    var reader = Reader(trie: trie)
    var part = PostHits.Part()
    for (row, text) in texts {
      let reading = reader.read(title: text.title, body: text.body)
      part.words.append(
        (
          Int32(row), Int32(reading.fields[0].words), Int32(reading.fields[1].words),
          PostCues(title: reading.fields[0].cues, body: reading.fields[1].cues)
        ))
      for hit in reading.hits {
        let place = Place(post: 0, inBody: hit.field == 1, position: hit.position)
        part.found.append(
          .init(
            row: Int32(row), phrase: Int32(hit.phrase),
            place: UInt32(truncatingIfNeeded: place.code)))
      }
    }
    return part
  }
}

extension [Place] {
  /// Moves `cursor`, in strides that double, to the first place that is not before `place`; returns
  /// whether it is `place`.
  fileprivate func advance(_ cursor: inout Int, to place: Place) -> Bool {
    var stride = 1
    var low = cursor
    while low + stride < count, self[low + stride] < place {
      low += stride
      stride *= 2
    }
    var high = Swift.min(count, low + stride + 1)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < place { low = middle + 1 } else { high = middle }
    }
    cursor = low
    return low < count && self[low] == place
  }
}

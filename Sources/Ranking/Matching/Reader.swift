internal import Conversations
internal import Profiles

/// Reads texts and finds the phrases of a profile in them; one for each thread of execution.
struct Reader {
  private let trie: PhraseTrie
  private var tokenizer: PostTokenizer
  private var tokens = PostTokenizer.Tokens()
  private var cueReader = CueReader()

  init(trie: PhraseTrie) {
    self.trie = trie
    tokenizer = PostTokenizer(words: trie.words)
  }

  /// Reads all of a conversation: its title, its opening, and its replies.
  mutating func read(_ conversation: Conversation) -> Reading {
    var reading = Reading(placeOf: conversation)
    var hits: [Hit] = []
    reading.fields = [Reading.Field(kind: .title, words: 0, text: conversation.title)]
    let titled = conversation.titled
    for (number, post) in conversation.posts.enumerated() {
      let cues = tokenize(title: post.title, body: post.text)
      // The title counts once; it is in the language of its post.
      if number == titled {
        reading.fields[0].words = tokens.title.count
        reading.fields[0].set(cues.title)
        search(tokens.title, field: 0, &hits)
      }
      reading.fields.append(
        Reading.Field(kind: .init(post), words: tokens.body.count, text: post.text))
      reading.fields[reading.fields.count - 1].set(cues.body)
      search(tokens.body, field: reading.fields.count - 1, &hits)
    }
    reading.set(hits)
    return reading
  }

  /// Reads a post on its own; who wrote it where is not known.
  mutating func read(title: String, body: String) -> Reading {
    let cues = tokenize(title: title, body: body)
    var reading = Reading()
    reading.fields = [
      Reading.Field(kind: .title, words: tokens.title.count, text: title),
      Reading.Field(kind: .opening, words: tokens.body.count, text: body),
    ]
    reading.fields[0].set(cues.title)
    reading.fields[1].set(cues.body)
    var hits: [Hit] = []
    search(tokens.title, field: 0, &hits)
    search(tokens.body, field: 1, &hits)
    reading.set(hits)
    return reading
  }

  private mutating func tokenize(
    title: String, body: String
  ) -> (title: [CueMatch], body: [CueMatch]) {
    tokenizer.trim()
    tokenizer.read(title: title, body: body, into: &tokens)
    return cueReader.read(tokens, title: title, body: body, by: tokenizer)
  }

  private func search(_ words: [Tokenizer.Token], field: Int, _ hits: inout [Hit]) {
    trie.search(words, tokenizer.lexicon(tokens.language)) { phrase, position, length in
      let bytes = Int(words[position].start)..<Int(words[position + length - 1].end)
      hits.append(
        Hit(phrase: phrase, field: field, position: position, length: length, bytes: bytes))
    }
  }
}

extension Reading {
  /// A reading of a conversation of which no text was read yet.
  init(placeOf conversation: Conversation) {
    community = conversation.community.plainName
    authors = Set(conversation.posts.compactMap(\.author?.plainName))
  }
}

extension Reading.Field {
  fileprivate mutating func set(_ matches: [CueMatch]) {
    cueMatches = matches
    cues = matches.reduce(into: []) { $0.formUnion($1.cue) }
  }
}

extension Reading.Field.Kind {
  init(_ post: Post) { self = post.role == .opening ? .opening : .reply }
}

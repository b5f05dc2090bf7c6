internal import Conversations
internal import Profiles

/// Reads texts and finds the phrases of a profile in them; one for each thread of execution.
struct Reader {
  private let trie: PhraseTrie
  private var tokenizer: Tokenizer
  private var tokens: [Tokenizer.Token] = []

  init(trie: PhraseTrie) {
    self.trie = trie
    tokenizer = Tokenizer(words: trie.words)
  }

  /// Reads all of a conversation: its title, its opening, and its replies.
  mutating func read(_ conversation: Conversation) -> Reading {
    var reading = Reading(placeOf: conversation)
    var hits: [Hit] = []
    add(conversation.title, as: .title, to: &reading, &hits)
    for post in conversation.posts {
      add(post.text, as: Reading.Field.Kind(post), to: &reading, &hits)
    }
    reading.set(hits)
    return reading
  }

  /// Reads a post on its own; who wrote it where is not known.
  mutating func read(title: String, body: String) -> Reading {
    var reading = Reading()
    var hits: [Hit] = []
    add(title, as: .title, to: &reading, &hits)
    add(body, as: .opening, to: &reading, &hits)
    reading.set(hits)
    return reading
  }

  private mutating func add(
    _ text: String, as kind: Reading.Field.Kind, to reading: inout Reading, _ hits: inout [Hit]
  ) {
    tokenizer.read(text, into: &tokens)
    let field = reading.fields.count
    reading.fields.append(Reading.Field(kind: kind, words: tokens.count, text: text))
    trie.search(tokens, tokenizer.lexicon) { phrase, position, length in
      let bytes = Int(tokens[position].start)..<Int(tokens[position + length - 1].end)
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

extension Reading.Field.Kind {
  init(_ post: Post) { self = post.role == .opening ? .opening : .reply }
}

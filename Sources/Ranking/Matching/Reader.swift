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
    var reading = Reading()
    reading.community = conversation.community.plainName
    reading.authors = Set(conversation.posts.compactMap(\.author?.plainName))
    add(conversation.title, as: .title, to: &reading)
    for post in conversation.posts {
      add(post.text, as: post.role == .opening ? .opening : .reply, to: &reading)
    }
    return reading
  }

  /// Reads a post on its own; who wrote it where is not known.
  mutating func read(title: String, body: String) -> Reading {
    var reading = Reading()
    add(title, as: .title, to: &reading)
    add(body, as: .opening, to: &reading)
    return reading
  }

  private mutating func add(_ text: String, as kind: Reading.Field.Kind, to reading: inout Reading)
  {
    tokenizer.read(text, into: &tokens)
    let field = reading.fields.count
    reading.fields.append(Reading.Field(kind: kind, words: tokens.count, text: text))
    trie.search(tokens, tokenizer.lexicon) { phrase, position, length in
      let bytes = Int(tokens[position].start)..<Int(tokens[position + length - 1].end)
      reading.hits[phrase, default: []].append(
        Hit(field: field, position: position, length: length, bytes: bytes))
    }
  }
}

internal import Conversations

/// What a conversation does: the cues of its title and its opening. A reply may ask something of its
/// own, which is not what the thread is about.
struct ConversationCues {
  var title: Cues = []
  /// Those of the text of the opening; none while it has not been seen.
  var opening: Cues = []
  /// Whether who asked says that it is answered.
  var isSolved = false
  /// The places that give them, with their texts; none if only the index was read.
  var places: [(match: CueMatch, text: String)] = []

  var all: Cues { title.union(opening) }

  /// Whether somebody wants an answer and has none yet.
  var isAsking: Bool { !isSolved && !all.isDisjoint(with: .asking) }

  init() {}

  /// The cues of a reading of the conversation.
  init(_ conversation: Conversation, _ reading: Reading) {
    title = reading.fields[0].cues
    places = reading.fields[0].cueMatches.map { ($0, reading.fields[0].text) }
    let asker = conversation.opening?.author
    for (post, field) in zip(conversation.posts, reading.fields.dropFirst()) {
      if post.role == .opening {
        opening = field.cues
        places += field.cueMatches.map { ($0, field.text) }
      } else if field.cues.contains(.solved), asker != nil, post.author == asker {
        isSolved = true
      }
    }
    if all.contains(.solved) { isSolved = true }
  }

  /// `words`, and behind a colon the place in the texts that gives a cue, if there is one.
  func quoting(_ cue: Cues, after words: String) -> String {
    guard let place = places.first(where: { $0.match.cue == cue }) else { return words }
    return "\(words): “\(place.match.quote(from: place.text))”"
  }
}

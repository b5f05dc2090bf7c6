/// A conversation as far as the profile is concerned: its fields, and which phrases stand where.
struct Reading {
  /// A text of the conversation.
  struct Field {
    enum Kind: Hashable {
      case title, opening, reply
    }

    var kind: Kind
    /// The number of its words.
    var words: Int
    /// Empty if only the index was read.
    var text: String
    var cues: Cues = []
    /// The places that give the cues; none if only the index was read.
    var cueMatches: [CueMatch] = []
  }

  var fields: [Field] = []
  /// Plain names; nil stands for "not known", and then any name fits.
  var community: String?
  var authors: Set<String>?
  /// Sorted by phrase, those of a phrase in the order of the text. Most readings have few or none: a
  /// dictionary would cost more than all that is done with it.
  private(set) var hits: [Hit] = []

  /// Puts the hits in the place of those before, in whatever order they come.
  mutating func set(_ hits: [Hit]) {
    self.hits = hits
    guard hits.count > 1 else { return }
    self.hits.sort { ($0.phrase, $0.field, $0.position) < ($1.phrase, $1.field, $1.position) }
  }

  /// The phrases that stand in it, each once.
  var phrases: [PhraseTrie.PhraseID] {
    var phrases: [PhraseTrie.PhraseID] = []
    for hit in hits where hit.phrase != phrases.last { phrases.append(hit.phrase) }
    return phrases
  }

  /// The places of a phrase, in the order of the text.
  func hits(of phrase: PhraseTrie.PhraseID) -> ArraySlice<Hit> {
    var low = 0
    var high = hits.count
    while low < high {
      let middle = (low + high) / 2
      if hits[middle].phrase < phrase { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < hits.count, hits[end].phrase == phrase { end += 1 }
    return hits[low..<end]
  }

  /// The same without its replies.
  func withoutReplies() -> Reading {
    var reading = self
    reading.hits.removeAll { fields[$0.field].kind == .reply }
    return reading
  }
}

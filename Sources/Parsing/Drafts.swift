internal import Markup

/// What the elements are about that stand at some depth.
struct Scope {
  enum Kind {
    case feed
    /// Something unknown in a feed, in which only entries count.
    case aside
    case entry, person, source, ignored
  }

  var kind: Kind
  var depth: Int
  var rule = Rule(.author)
}

/// A field whose text is being read.
struct Capture {
  var rule: Rule
  var depth: Int
  /// The name of the element, for extras.
  var name: Int
  var kind: MarkedText.Kind
  /// Whether its text is to be escaped because its elements are copied as HTML.
  var escapes: Bool
  var isBase64 = false
  var isPerson = false
  var line: Int
}

/// The best rank that each field of a feed or an entry has had.
struct FieldRanks {
  private var ranks = SIMD64<UInt8>()

  /// Whether a value of this rank beats what was there. The first of equals stays, unless the later
  /// one is to count.
  mutating func accept(_ field: Field, _ rank: UInt8, overEquals: Bool = false) -> Bool {
    let (before, now) = (ranks[Int(field.rawValue)], rank + 1)
    guard before < now || overEquals && before == now else { return false }
    ranks[Int(field.rawValue)] = now
    return true
  }
}

/// An entry that is being read.
struct EntryDraft {
  var entry = ParsedEntry()
  var ranks = FieldRanks()
  var line = 0
  /// `rdf:about`.
  var about: String?
  var guidLink: String?
  var selfLink: String?
  var fallbackAuthor: String?

  /// Sets a field if the value beats what was there.
  mutating func keep(_ field: Field, _ rank: UInt8, _ set: (inout ParsedEntry) -> Void) {
    if ranks.accept(field, rank) { set(&entry) }
  }
}

/// A person, or the feed that an entry came from.
struct PartDraft {
  var name: String?
  var title: String?
  var address: String?
  var email: String?
}

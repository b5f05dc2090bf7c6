/// What an element of a feed document says.
enum Field: UInt8 {
  // Of a feed or an entry.
  case title, summary, content, link, atomLink, id, author, fallbackAuthor
  case published, updated, category, keywords, enclosure, mediaContent
  // Of an entry alone.
  case originalLink, comments, commentsFeed, commentCount, inReplyTo, source, extra
  // Of a feed alone.
  case language, generator, timeToLive, updatePeriod, updateFrequency, skipHour, skipDay
  // Of a person.
  case name, address
  // What holds others.
  case feed, entry, group

  /// How many there are, for tables by field.
  static let count = Int(Field.group.rawValue) + 1
}

/// What an element means where it stands, and how much its word counts against others of the same
/// field: an item's own `title` beats `dc:title`, which beats `media:title`.
struct Rule {
  var field: Field
  var rank: UInt8

  init(_ field: Field, _ rank: UInt8 = 5) {
    self.field = field
    self.rank = rank
  }
}

/// The elements of a vocabulary by their names in lower case: `title`, `dc:date`.
struct Vocabulary {
  /// In the feed itself.
  var feed: [String: Rule] = [:]
  /// In an entry.
  var entry: [String: Rule] = [:]
  /// In a person, or in the feed that an entry was taken from.
  var part: [String: Rule] = [:]
  /// The namespaces of the vocabulary, without a slash or `#` at their ends, in lower case, and the
  /// prefix under which this program knows it.
  var namespaces: [String: String] = [:]

  /// Whether a name says anything anywhere in a feed.
  func knows(_ name: String) -> Bool {
    feed[name] != nil || entry[name] != nil || part[name] != nil
  }

  /// All formats and modules as one table: documents mix them.
  static let all: Vocabulary = (XMLFormats.all.map(\.vocabulary) + Modules.all).reduce(
    into: Vocabulary()
  ) { all, one in
    all.feed.merge(one.feed) { first, _ in first }
    all.entry.merge(one.entry) { first, _ in first }
    all.part.merge(one.part) { first, _ in first }
    all.namespaces.merge(one.namespaces) { first, _ in first }
  }
}

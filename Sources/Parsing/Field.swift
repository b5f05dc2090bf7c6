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
  case name, address, email
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

  /// The hosts of the namespaces that a prefix usually stands for.
  var hosts: [String: Set<Substring>] {
    var hosts: [String: Set<Substring>] = [:]
    for (namespace, prefix) in namespaces where !prefix.isEmpty {
      hosts[prefix, default: []].insert(Self.host(of: namespace))
    }
    return hosts
  }

  /// The host of a namespace, without `www.`; empty if it is no address.
  static func host(of namespace: String) -> Substring {
    let parts = namespace.split(separator: "/", maxSplits: 2)
    guard parts.count > 1 else { return "" }
    return parts[1].hasPrefix("www.") ? parts[1].dropFirst(4) : parts[1]
  }

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

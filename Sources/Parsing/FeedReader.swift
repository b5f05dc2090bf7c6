internal import Markup

/// Reads a feed in XML, in whatever format, as it comes from the parser.
struct FeedReader: XMLHandler {
  /// What was read so far; nil until the root was seen.
  var feed: ParsedFeed?
  /// The name of the root, for documents that are no feed.
  private(set) var rootName: String?
  private let encoding: String

  var names: [ElementName] = [ElementName()]
  var kinds: [String: Int] = [:]
  var format: (any XMLFormat)?
  /// The prefix of a root whose namespace nobody knows: its elements are the format's own.
  var rootPrefix: String?
  var notedPrefixes: Set<String> = []
  private var hasRoot = false
  /// How texts are read that do not tell their type.
  private(set) var isHTML = true
  private var isCDF = false
  private let sink: any EntrySink
  private var entryCount = 0
  var scopes: [Scope] = []
  var bases: Bases
  /// The field whose text is being read.
  var capture: Capture?
  /// The text of that field.
  var field = FieldText()
  var depth = 0

  var feedFields = FieldRanks()
  var draft = EntryDraft()
  /// A person or another feed that is being read.
  var part = PartDraft()
  /// The syndication module's period in seconds, and how often in it.
  var period: Int?
  var frequency = 1
  /// Who may have written the feed if nobody is named as its author.
  var fallbackAuthor: String?

  static let mostEntries = 200_000
  static let mostNames = 2000

  init(encoding: String, base: String?, sink: any EntrySink) {
    self.encoding = encoding
    self.sink = sink
    bases = Bases(document: base)
  }

  var stops: String? {
    entryCount > Self.mostEntries ? "more than 200,000 entries" : nil
  }

  /// Whether neither a title nor an entry that says something was read.
  var hasNothing: Bool {
    guard let feed, feed.title.isEmpty, feed.home == nil, entryCount < 2 else { return false }
    let entry = draft.entry
    return entryCount == 0
      || entry.id == nil && entry.link == nil && entry.title.isEmpty && entry.content == nil
  }

  mutating func restart() {
    sink.restart()
    self = FeedReader(encoding: encoding, base: bases.document, sink: sink)
  }

  mutating func start(_ element: XMLElement) {
    depth += 1
    bases.push(element.attributes, depth: depth)
    guard hasRoot else { return startRoot(element) }
    if capture != nil, !makesRoom(for: element) { return copy(element) }
    guard let scope = scopes.last else { return }
    switch scope.kind {
    case .feed: startInFeed(element)
    case .aside:
      if names[element.kind].feed?.field == .entry { beginEntry(element) }
    case .entry: startInEntry(element)
    case .person, .source: startInPart(element)
    case .ignored: break
    }
  }

  /// Whether the field that is being read gives way to an element within it.
  private mutating func makesRoom(for element: XMLElement) -> Bool {
    guard let capture else { return true }
    let part = names[element.kind].part?.field
    if capture.isPerson, part == .name || part == .address || part == .email {
      // A person with elements of his own: what was read as his text was only white space.
      self.capture = nil
      return true
    }
    if capture.rule.field == .source, part != nil {
      self.capture = nil
      scopes.append(Scope(kind: .source, depth: capture.depth))
      return true
    }
    let isBody = capture.rule.field == .summary || capture.rule.field == .content
    let ends = names[element.kind].ends
    guard !capture.escapes, ends == .everything || ends == .lines && !isBody else { return false }
    note(
      "<\(names[capture.name].local)> is not closed before <\(names[element.kind].local)>",
      line: element.line)
    self.capture = nil
    finish(capture)
    while let scope = scopes.last, scope.depth == capture.depth {
      scopes.removeLast()
      close(scope)
    }
    return true
  }

  private mutating func startRoot(_ element: XMLElement) {
    let local = String(decoding: element.localName, as: UTF8.self)
    rootName = rootName ?? local
    let root = Root(
      name: local.lowercased(), namespace: names[element.kind].namespace,
      version: element.attributes["version"], namespaces: element.namespaces)
    for candidate in XMLFormats.all {
      guard let found = candidate.format(of: root) else { continue }
      format = candidate
      hasRoot = true
      isHTML = candidate.isHTML
      isCDF = found == .cdf
      let known = names[element.kind].namespace.flatMap {
        Vocabulary.all.namespaces[Self.folded($0)]
      }
      if known == nil { rootPrefix = names[element.kind].prefix }
      feed = ParsedFeed(format: found, encoding: encoding)
      renameAll()
      feed?.language = element.attributes["lang", prefix: "xml"]
      scopes.append(Scope(kind: .feed, depth: depth))
      if isCDF { readChannelAttributes(element) }
      if root.name == "entry" { beginEntry(element) }
      return
    }
  }

  private mutating func startInFeed(_ element: XMLElement) {
    guard let rule = names[element.kind].feed else { return aside() }
    switch rule.field {
    case .entry: beginEntry(element)
    case .feed, .group:
      if feed?.language == nil { feed?.language = element.attributes["lang", prefix: "xml"] }
    case .atomLink where element.attributes["href"] != nil: readFeedLink(element.attributes)
    case .link where Self.isAtomLink(element.attributes): readFeedLink(element.attributes)
    default: begin(rule, element)
    }
  }

  /// Whether a link has a relation, as Atom's have, and lost its namespace.
  private static func isAtomLink(_ attributes: XMLAttributes) -> Bool {
    attributes.count > 1 && attributes["rel"] != nil && attributes["href"] != nil
  }

  private mutating func startInEntry(_ element: XMLElement) {
    guard let rule = names[element.kind].entry else {
      return names[element.kind].feed?.field == .entry ? splitEntry(element) : ignore()
    }
    switch rule.field {
    case .group: break
    case .atomLink where element.attributes["href"] != nil: readEntryLink(element.attributes)
    case .link where Self.isAtomLink(element.attributes): readEntryLink(element.attributes)
    case .mediaContent: readMedia(element.attributes)
    case .enclosure: readEnclosure(element.attributes)
    case .inReplyTo: readReference(element.attributes)
    case .extra:
      readExtraAttributes(element.attributes, names[element.kind])
      begin(rule, element)
    default: begin(rule, element)
    }
  }

  private mutating func startInPart(_ element: XMLElement) {
    guard let rule = names[element.kind].part else { return ignore() }
    if rule.field == .atomLink {
      let rel = element.attributes["rel"] ?? "alternate"
      if let href = bases.address(element.attributes["href"]),
        rel == "alternate" || part.address == nil
      {
        part.address = href
      }
    } else {
      begin(rule, element)
    }
  }

  mutating func ignore() { scopes.append(Scope(kind: .ignored, depth: depth)) }
  private mutating func aside() { scopes.append(Scope(kind: .aside, depth: depth)) }

  /// An entry within an entry: both are kept, and what comes after the inner one is nobody's.
  private mutating func splitEntry(_ element: XMLElement) {
    note("<\(names[element.kind].local)> begins before the last one ends", line: element.line)
    while let scope = scopes.popLast() {
      close(scope)
      if scope.kind == .entry {
        scopes.append(Scope(kind: .aside, depth: scope.depth))
        break
      }
    }
    beginEntry(element)
  }

  private mutating func beginEntry(_ element: XMLElement) {
    draft = EntryDraft()
    draft.line = element.line
    draft.about = element.attributes.value(named: "about")
    if isCDF {
      let link = bases.address(element.attributes["href"])
      draft.keep(.link, 5) { $0.link = link }
      if let text = element.attributes["lastmod"] {
        if let date = parseDate(text) {
          keepDate(date, Rule(.published))
        } else {
          noteDate(text, line: draft.line)
        }
      }
    }
    scopes.append(Scope(kind: .entry, depth: depth))
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let capture else { return }
    if capture.escapes { field.append(escaping: bytes) } else { field.append(bytes) }
  }

  mutating func end(_ kind: Int) {
    defer {
      bases.pop(depth: depth)
      depth -= 1
    }
    if let begun = capture?.depth {
      if depth > begun { return copyEnd(kind) }
      if let capture {
        self.capture = nil
        finish(capture)
      }
    }
    while let scope = scopes.last, scope.depth == depth {
      scopes.removeLast()
      close(scope)
    }
  }

  mutating func close(_ scope: Scope) {
    switch scope.kind {
    case .entry: finishEntry()
    case .person: finishPerson(of: scope.rule)
    case .source: finishSource()
    case .feed, .aside, .ignored: break
    }
  }

  /// Hands the entry that was read over.
  mutating func addEntry() {
    entryCount += 1
    if entryCount <= Self.mostEntries { sink.add(draft.entry) }
  }

  mutating func note(_ message: String, line: Int? = nil) {
    feed?.note(message, line: line)
  }
}

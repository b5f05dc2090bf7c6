internal import Foundation
internal import Markup

/// From texts to values: what becomes of a field when its element ends.
extension FeedReader {
  mutating func finish(_ capture: Capture) {
    if field.isCut { note("a text of more than 1 MB was cut", line: capture.line) }
    mend(capture)
    switch scopes.last?.kind {
    case .feed: finishInFeed(capture)
    case .entry: finishInEntry(capture)
    case .person where capture.isPerson:
      if part.name == nil { part.name = field.line(capture.kind) }
    case .person, .source: finishInPart(capture)
    default: break
    }
  }

  /// The text of what people read, as it was before it was encoded twice.
  private mutating func mend(_ capture: Capture) {
    switch capture.rule.field {
    case .title, .summary, .content, .category, .keywords, .fallbackAuthor, .author, .name, .extra:
      break
    default: return
    }
    guard !capture.isBase64, field.undoMojibake() else { return }
    let message = "a text was encoded twice (\"Ã©\" for \"é\")"
    if feed?.notes.contains(where: { $0.message == message }) == false {
      note(message, line: capture.line)
    }
  }

  // MARK: A field of an entry

  private mutating func finishInEntry(_ capture: Capture) {
    let rule = capture.rule
    switch rule.field {
    case .title:
      if let text = field.line(capture) {
        draft.keep(.title, rule.rank) { $0.title = text }
      }
    case .summary:
      if let text = field.marked(capture, base: bases.current) {
        draft.keep(.summary, rule.rank) { $0.summary = text }
      }
    case .content:
      if let text = field.marked(capture, base: bases.current) {
        draft.keep(.content, rule.rank) { $0.content = text }
      }
    case .link, .atomLink:
      if let link = bases.address(field.raw ?? field.attribute) {
        draft.keep(.link, rule.rank) { $0.link = link }
      }
    case .originalLink:
      if let link = bases.address(field.raw) { draft.keep(.link, 9) { $0.link = link } }
    case .id: finishID(capture)
    case .published, .updated:
      if let date = field.date {
        keepDate(date, rule)
      } else if let text = field.raw {
        noteDate(text, line: capture.line)
      }
    case .category: tag(capture)
    case .keywords:
      for word in field.raw?.split(separator: ",") ?? [] {
        tag(oneLine(String(word), limit: 100))
      }
    case .fallbackAuthor:
      if draft.fallbackAuthor == nil { draft.fallbackAuthor = field.line(capture.kind) }
    case .comments:
      let text = field.raw
      if let text, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
        // Some write how many there are where the page should stand.
        draft.keep(.commentCount, 1) { $0.commentCount = number(text) }
      } else if let link = bases.address(text ?? field.attribute) {
        draft.keep(.comments, rule.rank) { $0.comments = link }
      }
    case .commentsFeed:
      if let link = bases.address(field.raw ?? field.attribute) {
        draft.keep(.commentsFeed, rule.rank) { $0.commentsFeed = link }
      }
    case .commentCount:
      if let count = field.raw.flatMap(count) {
        draft.keep(.commentCount, rule.rank) { $0.commentCount = count }
      }
    case .source:
      part.title = field.line(capture.kind)
      finishSource()
    case .extra:
      if let text = field.line(capture.kind), draft.entry.extras.count < 50 {
        draft.entry.extras[names[capture.name].qualified] = text
      }
    default: break
    }
  }

  private mutating func finishID(_ capture: Capture) {
    guard let text = field.raw else { return }
    let id = cleaned(text)
    if !id.isEmpty { draft.keep(.id, capture.rule.rank) { $0.id = id } }
    guard capture.rule.rank == 5 else { return }
    var isTold = false
    if let told = field.attribute.map({ oneLine($0).lowercased() }) {
      if told == "false" || told == "no" || told == "0" { return }
      isTold = told == "true"
    }
    if isTold || isAbsolute(text) { draft.guidLink = bases.address(text) }
  }

  /// A label beats the text, which beats the term: people read labels.
  private mutating func tag(_ capture: Capture) {
    if let label = field.attribute, !label.isEmpty {
      tag(oneLine(label, limit: 100))
    } else {
      tag(field.line(capture.kind, limit: 100) ?? "")
    }
  }

  private mutating func tag(_ tag: String) {
    guard !tag.isEmpty, draft.entry.tags.count < 200, !draft.entry.tags.contains(tag) else {
      return
    }
    draft.entry.tags.append(tag)
  }

  mutating func noteDate(_ text: String, line: Int?) {
    note("\"\(oneLine(text, limit: 60))\" is not a date", line: line)
  }

  mutating func keepDate(_ date: Date, _ rule: Rule) {
    // Of two dates of change the later word counts.
    guard draft.ranks.accept(rule.field, rule.rank, overEquals: rule.field == .updated) else {
      return
    }
    if rule.field == .published { draft.entry.published = date } else { draft.entry.updated = date }
  }

  mutating func finishEntry() {
    if draft.entry.content == nil { swap(&draft.entry.content, &draft.entry.summary) }
    if draft.entry.id == nil { draft.entry.id = draft.about.map(cleaned) }
    if draft.entry.link == nil { draft.entry.link = draft.guidLink ?? draft.selfLink }
    // A link that nothing made absolute belongs to the site that the feed is about.
    if let link = draft.entry.link, !isAbsolute(link) {
      draft.entry.link = resolve(link, against: feed?.home ?? feed?.address)
    }
    if draft.entry.authors.isEmpty, let name = draft.fallbackAuthor {
      draft.entry.authors.append(ParsedAuthor(person: name))
    }
    addEntry()
  }

  /// Keeps what a document held that ended in the middle of an entry: a cut-off last entry still
  /// has a title and a link.
  mutating func finishDocument() {
    defer {
      if feed?.authors.isEmpty == true, let fallbackAuthor {
        feed?.authors.append(ParsedAuthor(person: fallbackAuthor))
      }
    }
    guard scopes.contains(where: { $0.kind == .entry }) else { return }
    if let capture {
      self.capture = nil
      finish(capture)
    }
    while let scope = scopes.popLast() { close(scope) }
  }

  // MARK: People and sources

  private mutating func finishInPart(_ capture: Capture) {
    switch capture.rule.field {
    case .name: if part.name == nil { part.name = field.line(capture.kind) }
    case .email: if part.email == nil { part.email = field.line(capture.kind) }
    case .address, .link: if part.address == nil { part.address = bases.address(field.raw) }
    case .title: if part.title == nil { part.title = field.line(capture.kind) }
    default: break
    }
  }

  mutating func finishPerson(of rule: Rule) {
    guard let name = part.name ?? part.email ?? part.address.map({ oneLine($0) }) else { return }
    var author = ParsedAuthor(person: name)
    author.address = part.address
    if scopes.last?.kind == .entry {
      if draft.entry.authors.count < 100, !draft.entry.authors.contains(author) {
        draft.entry.authors.append(author)
      }
    } else if let authors = feed?.authors, authors.count < 100, !authors.contains(author) {
      feed?.authors.append(author)
    }
  }

  mutating func finishSource() {
    guard draft.entry.source == nil, part.title != nil || part.address != nil else { return }
    draft.entry.source = ParsedEntry.Source(title: part.title ?? "", address: part.address)
  }
}

internal import Foundation
internal import Markup

/// From texts to values: what becomes of a field when its element ends.
extension FeedReader {
  mutating func finish(_ capture: Capture) {
    if capture.isCut { note("a text of more than 1 MB was cut", line: capture.line) }
    mend(capture)
    switch scopes.last?.kind {
    case .feed: finishInFeed(capture)
    case .entry: finishInEntry(capture)
    case .person where capture.isPerson: part.name = part.name ?? plain(capture)
    case .person, .source: finishInPart(capture)
    default: break
    }
  }

  /// The text of what people read, as it was before it became mojibake.
  private mutating func mend(_ capture: Capture) {
    switch capture.rule.field {
    case .title, .summary, .content, .category, .keywords, .fallbackAuthor, .author, .name, .extra:
      break
    default: return
    }
    guard !capture.isBase64, let mended = Mojibake.repaired(buffer[...]) else { return }
    buffer = mended
    let message = "a text was encoded twice (\"Ã©\" for \"é\")"
    if feed?.notes.contains(where: { $0.message == message }) == false {
      note(message, line: capture.line)
    }
  }

  /// The text as it is, without white space at its ends; nil if nothing is left.
  func raw(_ capture: Capture) -> String? {
    var (start, end) = (0, buffer.count)
    while start < end, isBlank(buffer[start]) { start += 1 }
    while end > start, isBlank(buffer[end - 1]) { end -= 1 }
    return start == end ? nil : String(decoding: buffer[start..<end], as: UTF8.self)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  /// The text in one clean line.
  func plain(_ capture: Capture) -> String? {
    guard let text = raw(capture) else { return nil }
    let line = MarkedText(text, kind: capture.kind).oneLine()
    return line.isEmpty ? nil : line
  }

  /// The text with its kind, for what is long.
  func marked(_ capture: Capture) -> MarkedText? {
    guard var text = raw(capture) else { return nil }
    if capture.isBase64 {
      guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters),
        let decoded = String(data: data, encoding: .utf8)
      else { return nil }
      text = decoded
    }
    return MarkedText(text, kind: capture.kind, base: capture.base).untagged()
  }

  // MARK: A field of an entry

  private mutating func finishInEntry(_ capture: Capture) {
    let rule = capture.rule
    switch rule.field {
    case .title:
      if let text = marked(capture)?.oneLine(), !text.isEmpty {
        draft.keep(.title, rule.rank) { $0.title = text }
      }
    case .summary:
      if let text = marked(capture) { draft.keep(.summary, rule.rank) { $0.summary = text } }
    case .content:
      if let text = marked(capture) { draft.keep(.content, rule.rank) { $0.content = text } }
    case .link:
      if let link = address(raw(capture) ?? capture.attribute) {
        draft.keep(.link, rule.rank) { $0.link = link }
      }
    case .originalLink:
      if let link = address(raw(capture)) { draft.keep(.link, 9) { $0.link = link } }
    case .id: finishID(capture)
    case .published, .updated:
      if let text = raw(capture) { keepDate(text, rule, line: capture.line) }
    case .category: tag(raw(capture).map { oneLine($0) }, or: capture.attribute)
    case .keywords:
      for word in raw(capture)?.split(separator: ",") ?? [] { tag(oneLine(String(word)), or: nil) }
    case .fallbackAuthor: draft.fallbackAuthor = draft.fallbackAuthor ?? plain(capture)
    case .comments:
      if let link = address(raw(capture) ?? capture.attribute) {
        draft.keep(.comments, rule.rank) { $0.comments = link }
      }
    case .commentsFeed:
      if let link = address(raw(capture) ?? capture.attribute) {
        draft.keep(.commentsFeed, rule.rank) { $0.commentsFeed = link }
      }
    case .commentCount:
      if let count = raw(capture).flatMap(number) {
        draft.keep(.commentCount, rule.rank) { $0.commentCount = count }
      }
    case .source:
      part.title = plain(capture)
      finishSource()
    case .extra:
      if let text = plain(capture), draft.entry.extras.count < 50 {
        draft.entry.extras[names[capture.name].qualified] = text
      }
    default: break
    }
  }

  private mutating func finishID(_ capture: Capture) {
    guard let text = raw(capture) else { return }
    draft.keep(.id, capture.rule.rank) { $0.id = text }
    let isPermalink = capture.attribute?.lowercased() != "false"
    if isPermalink, capture.rule.rank == 5, text.hasPrefix("http://") || text.hasPrefix("https://")
    {
      draft.guidLink = resolve(text, against: nil)
    }
  }

  /// A label beats the text, which beats the term: people read labels.
  private mutating func tag(_ text: String?, or attribute: String?) {
    let tag = oneLine(attribute.flatMap { $0.isEmpty ? nil : $0 } ?? text ?? "", limit: 100)
    guard !tag.isEmpty, draft.entry.tags.count < 200, !draft.entry.tags.contains(tag) else {
      return
    }
    draft.entry.tags.append(tag)
  }

  mutating func keepDate(_ text: String, _ rule: Rule, line: Int? = nil) {
    guard let date = parseDate(text) else {
      note("\"\(oneLine(text, limit: 60))\" is not a date", line: line)
      return
    }
    // Of two dates of change the later word counts.
    guard draft.ranks.accept(rule.field, rule.rank, overEquals: rule.field == .updated) else {
      return
    }
    if rule.field == .published { draft.entry.published = date } else { draft.entry.updated = date }
  }

  mutating func finishEntry() {
    var entry = draft.entry
    if entry.content == nil { swap(&entry.content, &entry.summary) }
    entry.id = entry.id ?? draft.about
    entry.link = entry.link ?? draft.guidLink ?? draft.selfLink
    if entry.authors.isEmpty, let name = draft.fallbackAuthor {
      entry.authors.append(ParsedAuthor(person: name))
    }
    feed?.entries.append(entry)
  }

  /// Keeps what a document held that ended in the middle of an entry: a cut-off last entry still
  /// has a title and a link.
  mutating func finishDocument() {
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
    case .name: part.name = part.name ?? plain(capture)
    case .address, .link: part.address = part.address ?? address(raw(capture))
    case .title: part.title = part.title ?? plain(capture)
    default: break
    }
  }

  mutating func finishPerson(of rule: Rule) {
    guard let name = part.name ?? part.address else { return }
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

internal import Markup

/// From start tags to texts: what a field's element begins, and how its content is copied.
extension FeedReader {
  mutating func begin(_ rule: Rule, _ element: XMLElement) {
    let attributes = element.attributes
    field.clear()
    var capture = Capture(
      rule: rule, depth: depth, name: element.kind,
      kind: isHTML || names[element.kind].isHTML ? .html : .plain, escapes: false,
      line: element.line)
    switch rule.field {
    case .title, .summary, .content:
      readType(attributes, &capture)
    case .link where attributes.count > 0, .atomLink where attributes.count > 0,
      .comments where attributes.count > 0, .commentsFeed where attributes.count > 0:
      // Text where the address of a picture should be an attribute.
      if Self.relation(attributes["rel"]) != "alternate" { return ignore() }
      field.attribute = attributes["href"] ?? attributes.value(named: "resource")
    case .category where attributes.count > 0:
      field.attribute = attributes["label"] ?? attributes["term"] ?? attributes["text"]
      if field.attribute?.isEmpty == true { field.attribute = attributes["term"] }
    case .id where attributes.count > 0:
      field.attribute = attributes["ispermalink"]
    case .generator:
      field.attribute = attributes["uri"] ?? attributes["url"]
    case .fallbackAuthor:
      // Media RSS credits everybody: the photographer and the make-up.
      if names[element.kind].qualified == "media:credit", attributes["role"] != "author" {
        return ignore()
      }
    case .author:
      part = PartDraft()
      capture.isPerson = true
      scopes.append(Scope(kind: .person, depth: depth, rule: rule))
    case .source:
      part = PartDraft()
      part.address = bases.address(attributes["url"])
      if names[element.kind].qualified == "atom:source" {
        scopes.append(Scope(kind: .source, depth: depth))
        return
      }
    default: break
    }
    self.capture = capture
  }

  /// The type of an Atom text construct; RSS has none, and some feeds give it one.
  private func readType(_ attributes: XMLAttributes, _ capture: inout Capture) {
    guard attributes.count > 0 else { return }
    let mode = attributes["mode"]?.lowercased()
    guard let type = attributes["type"]?.lowercased() ?? (mode == nil ? nil : "text/plain") else {
      return
    }
    switch (type, mode) {
    case ("html", nil), ("text/html", nil), ("text/html", "escaped"): capture.kind = .html
    // RSS elements say "text" and hold HTML all the same.
    case ("text", nil), ("text/plain", nil): capture.kind = isHTML ? .html : .plain
    case (_, "base64"):
      capture.isBase64 = true
      capture.kind = holds("html", type) ? .html : .plain
    default: readRareType(type, mode, &capture)
    }
  }

  /// Media types, such as `application/xhtml+xml` and `image/svg+xml`.
  private func readRareType(_ type: String, _ mode: String?, _ capture: inout Capture) {
    if Self.binaries.contains(where: type.hasPrefix) {
      // RFC 4287, section 4.1.3.3: what is no text is in base64.
      capture.isBase64 = true
    } else if holds("xhtml", type) || type.hasSuffix("xml") {
      capture.kind = .html
      capture.escapes = mode != "escaped"
    } else if holds("html", type) {
      capture.kind = .html
    } else if type.hasPrefix("text/") {
      capture.kind = isHTML ? .html : .plain
    }
  }

  private static let binaries = [
    "image/", "audio/", "video/", "application/octet-stream", "application/pdf",
  ]

  /// Markup within a field, copied as HTML.
  mutating func copy(_ element: XMLElement) {
    guard capture != nil, !field.isCut else { return }
    if capture?.kind == .plain, capture?.rule.field != .author {
      // A plain text turned out to hold elements: what came before is text among them.
      capture?.kind = .html
      capture?.escapes = true
      field.escape()
    }
    field.append("<")
    field.append(element.localName)
    for index in 0..<element.attributes.count
    where element.attributes.prefix(index).isEmpty {
      field.append(" ")
      field.append(element.attributes.name(index))
      field.append("=\"")
      field.append(escaping: element.attributes.value(index))
      field.append("\"")
    }
    field.append(">")
  }

  mutating func copyEnd(_ kind: Int) {
    guard !names[kind].isVoid, kind > 0 else { return }
    field.append("</")
    var name = names[kind].local
    name.withUTF8 { field.append($0) }
    field.append(">")
  }

  // MARK: Attributes that are whole fields

  mutating func readChannelAttributes(_ element: XMLElement) {
    let home = bases.address(element.attributes["href"])
    feed?.home = home
  }

  mutating func readFeedLink(_ attributes: XMLAttributes) {
    guard let href = bases.link(attributes["href"]) else { return }
    switch attributes["rel"]?.lowercased() ?? "alternate" {
    case "self": if feed?.address == nil { feed?.address = href }
    case "alternate", "":
      let isPage = holds("html", attributes["type"] ?? "text/html")
      if feedFields.accept(.link, isPage ? 4 : 3) { feed?.home = href }
    default: break
    }
  }

  mutating func readEntryLink(_ attributes: XMLAttributes) {
    guard let href = bases.link(attributes["href"]) else { return }
    let type = attributes["type"]?.lowercased()
    switch Self.relation(attributes["rel"]) {
    case "alternate":
      let isPage = type.map({ holds("html", $0) }) ?? true
      draft.keep(.link, isPage ? 4 : 3) { $0.link = href }
    case "self": draft.selfLink = draft.selfLink ?? href
    case "related": draft.entry.related = draft.entry.related ?? href
    case "replies":
      if type.map({ holds("html", $0) }) ?? false {
        draft.keep(.comments, 4) { $0.comments = href }
      } else {
        draft.keep(.commentsFeed, 4) { $0.commentsFeed = href }
      }
      if let count = attributes.value(named: "count").flatMap(count) {
        draft.keep(.commentCount, 4) { $0.commentCount = count }
      }
    case "enclosure":
      attach(href, type: attributes["type"], size: attributes["length"])
    default: break
    }
  }

  /// A relation may be given by its IANA address.
  private static func relation(_ rel: String?) -> String {
    let rel = (rel ?? "").lowercased()
    if rel.isEmpty { return "alternate" }
    let prefix = "http://www.iana.org/assignments/relation/"
    return rel.hasPrefix(prefix) ? String(rel.dropFirst(prefix.count)) : rel
  }

  mutating func readEnclosure(_ attributes: XMLAttributes) {
    attach(
      bases.address(attributes["url"] ?? attributes["href"]), type: attributes["type"],
      size: attributes["length"])
  }

  mutating func readMedia(_ attributes: XMLAttributes) {
    attach(
      bases.address(attributes["url"]), type: attributes["type"], size: attributes["filesize"])
  }

  private mutating func attach(_ address: String?, type: String?, size: String?) {
    guard let address, draft.entry.attachments.count < 100,
      !draft.entry.attachments.contains(where: { $0.address == address })
    else { return }
    draft.entry.attachments.append(
      ParsedAttachment(address: address, type: type, size: size.flatMap(number)))
  }

  mutating func readReference(_ attributes: XMLAttributes) {
    let reference = ParsedEntry.Reference(
      id: attributes["ref"].map(cleaned).flatMap { $0.isEmpty ? nil : $0 },
      address: bases.address(attributes["href"]))
    guard draft.entry.inReplyTo == nil, reference.id != nil || reference.address != nil else {
      return
    }
    draft.entry.inReplyTo = reference
  }

  mutating func readExtraAttributes(_ attributes: XMLAttributes, _ name: ElementName) {
    for index in 0..<attributes.count where draft.entry.extras.count < 50 {
      let attribute = String(decoding: attributes.name(index), as: UTF8.self)
      draft.entry.extras["\(name.qualified)@\(attribute)"] =
        String(decoding: attributes.value(index), as: UTF8.self)
    }
  }
}

/// Whether a short ASCII word stands in a text. The library's search goes character by character.
func holds(_ word: StaticString, _ text: String) -> Bool {
  var text = text
  return text.withUTF8 { bytes in
    let length = word.utf8CodeUnitCount
    guard bytes.count >= length else { return false }
    return (0...(bytes.count - length)).contains { start in
      (0..<length).allSatisfy { bytes[start + $0] == word.utf8Start[$0] }
    }
  }
}

/// How many answers there are: "1,234", "12 comments"; nil for what is no number, or below zero.
func count(_ text: String) -> Int? {
  if text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) { return Int(text) }
  var groups: [Substring.UTF8View] = []
  for group in text.utf8.split(maxSplits: 8, whereSeparator: { ",.' ".utf8.contains($0) })[...] {
    let digits = group.prefix { $0 &- 0x30 < 10 }
    guard groups.isEmpty ? !digits.isEmpty : digits.count == 3 else { break }
    groups.append(digits)
    if digits.count < group.count { break }
  }
  return number(groups.map { String($0) ?? "" }.joined())
}

/// A count that a feed tells; nil for what is no number, or below zero.
func number(_ text: String) -> Int? {
  let digits = text.utf8.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
    .prefix { $0 &- 0x30 < 10 }
  return digits.isEmpty ? nil : Int(String(decoding: digits, as: UTF8.self))
}

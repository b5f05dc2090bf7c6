internal import Foundation
internal import Markup

/// Reads JSON Feed 1.0 and 1.1. A value of another type than the standard says is left out, never
/// the entry around it.
func parseJSON(
  _ text: DecodedText, base: String?, into sink: any EntrySink
) throws(ParsingFailure) -> ParsedFeed {
  // No mending makes a feed of a list.
  if text.bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "[") {
    throw .unknown("a JSON document")
  }
  let reader = JSONFeedReader(base: base, encoding: text.encoding)
  let room = max(leastRoom, mostMemory - text.bytes.count)
  if let feed = try readJSON(text.bytes, reader, room: room, into: sink) { return feed }
  sink.restart()
  let repair = JSONRepair(text.bytes)
  guard !repair.isTooLarge else {
    throw .tooLarge("mending what is wrong with it would make it half as large again")
  }
  guard
    var feed = try readJSON(
      repair.output, reader, isCut: repair.isCut,
      room: max(leastRoom, room - repair.output.count), into: sink)
  else { throw .unreadable("the JSON is broken") }
  feed.isRecovered = true
  feed.isCut = repair.isCut
  feed.noteFirst(repair.notes, further: repair.furtherNotes)
  return feed
}

/// What a document and the largest part of it that is read at once may take, in bytes of memory.
private let mostMemory = 128 * 1_048_576
/// What a part may always take, however large the document is.
private let leastRoom = 32 * 1_048_576

/// The feed; nil if the JSON is broken, wherever it is. One item, and all that is no item, may weigh
/// as much as there is `room`.
private func readJSON(
  _ bytes: [UInt8], _ reader: JSONFeedReader, isCut: Bool = false, room: Int,
  into sink: any EntrySink
) throws(ParsingFailure) -> ParsedFeed? {
  try bytes.withUnsafeBufferPointer { bytes throws(ParsingFailure) in
    guard let outline = try JSONOutline(bytes) else { return nil }
    let list = outline.list ?? bytes.count..<bytes.count
    try check(bytes, 0..<list.lowerBound, list.upperBound..<bytes.count, room: room)
    var around = Data(bytes[..<list.lowerBound])
    if outline.list != nil { around.append(contentsOf: "[]".utf8) }
    around.append(contentsOf: bytes[list.upperBound...])
    guard let root = try? JSONSerialization.jsonObject(with: around) as? [String: Any] else {
      return nil
    }
    var feed = try reader.feed(root, hasItems: outline.items != nil)
    var entryCount = 0
    for (index, item) in (outline.items ?? []).enumerated() {
      try check(bytes, item, room: room)
      guard
        let value = try? JSONSerialization.jsonObject(
          with: Data(bytes[item]), options: .fragmentsAllowed)
      else { return nil }
      if let value = value as? [String: Any] {
        // Of an item that was cut off there may be nothing but its bracket.
        if isCut, value.isEmpty { continue }
        entryCount += 1
        sink.add(reader.entry(value, &feed))
      } else {
        feed.note("item \(index + 1) is no object")
      }
    }
    if isCut, entryCount == 0 { throw .cutBeforeEntries }
    if outline.items == nil { feed.note("it has no items") }
    if root["version"] as? String ?? "" == "" {
      feed.note("it does not say which version of JSON Feed it is")
    }
    return feed
  }
}

private func check(
  _ bytes: UnsafeBufferPointer<UInt8>, _ parts: Range<Int>..., room: Int
) throws(ParsingFailure) {
  guard parts.reduce(0, { $0 + weight(bytes, in: $1) }) <= room else {
    throw .tooLarge("a part of it holds more values than are read at once")
  }
}

/// What a JSON document says that is no feed: interfaces tell their errors so.
private func said(_ value: Any?, depth: Int = 0) -> String? {
  if let text = value as? String { return text.isEmpty ? nil : text }
  guard depth < 3 else { return nil }
  if let list = value as? [Any] { return said(list.first, depth: depth + 1) }
  guard let object = value as? [String: Any] else { return nil }
  for key in ["message", "error_description", "detail", "error", "errors", "title", "reason"] {
    if let text = said(object[key], depth: depth + 1) { return text }
  }
  return nil
}

private struct JSONFeedReader {
  var base: String?
  var encoding: String

  /// The feed without its entries.
  func feed(_ object: [String: Any], hasItems: Bool) throws(ParsingFailure) -> ParsedFeed {
    let version = object["version"] as? String ?? ""
    guard hasItems || version.contains("jsonfeed.org") else {
      throw .unknown("a JSON document\(said(object).map(quoted) ?? "")")
    }
    var feed = ParsedFeed(
      format: version.hasSuffix("/1") || version.hasSuffix("1.0") ? .json10 : .json11,
      encoding: encoding)
    feed.title = line(object["title"]) ?? ""
    feed.subtitle = line(object["description"]) ?? ""
    feed.home = address(object["home_page_url"])
    feed.address = address(object["feed_url"])
    feed.language = line(object["language"])
    feed.authors = authors(object)
    return feed
  }

  func entry(_ item: [String: Any], _ feed: inout ParsedFeed) -> ParsedEntry {
    var entry = ParsedEntry()
    entry.id = string(string(item["id"]).map(cleaned))
    entry.link = address(item["url"])
    entry.related = address(item["external_url"])
    entry.title = line(item["title"]) ?? ""
    if let html = body(item["content_html"], &feed) {
      entry.content = MarkedText(html, kind: .html, base: base)
    } else if let plain = body(item["content_text"], &feed) {
      entry.content = MarkedText(plain, kind: .plain, base: base)
    }
    if let summary = body(item["summary"], &feed) {
      let text = MarkedText(summary, kind: .plain, base: base)
      if entry.content == nil { entry.content = text } else { entry.summary = text }
    }
    entry.published = date(item["date_published"], &feed)
    entry.updated = date(item["date_modified"], &feed)
    entry.authors = authors(item)
    entry.tags = tags(item["tags"])
    entry.attachments = (item["attachments"] as? [Any] ?? []).prefix(100).compactMap(attachment)
    return entry
  }

  /// A text that is not empty; numbers count, for ids are often numbers.
  private func string(_ value: Any?) -> String? {
    let text = (value as? String) ?? (value as? NSNumber)?.stringValue
    return text?.isEmpty == false ? text : nil
  }

  /// A text that may be long, of which as much is kept as of one in XML.
  private func body(_ value: Any?, _ feed: inout ParsedFeed) -> String? {
    guard let text = string(value), text.utf8.count > FieldText.longest else {
      return string(value)
    }
    feed.note("a text of more than 1 MB was cut")
    var end = text.utf8.index(text.startIndex, offsetBy: FieldText.longest)
    while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
    return String(text[..<end])
  }

  func line(_ value: Any?, limit: Int = 500) -> String? {
    guard let text = string(value).map({ oneLine($0, limit: limit) }), !text.isEmpty else {
      return nil
    }
    return text
  }

  func address(_ value: Any?) -> String? {
    (value as? String).flatMap { resolve($0, against: base) }
  }

  private func date(_ value: Any?, _ feed: inout ParsedFeed) -> Date? {
    guard let text = string(value) else { return nil }
    if let date = parseDate(text) { return date }
    feed.note("\"\(oneLine(text, limit: 60))\" is not a date")
    return nil
  }

  /// `authors` of 1.1, or `author` of 1.0.
  func authors(_ object: [String: Any]) -> [ParsedAuthor] {
    var people = object["authors"] as? [Any] ?? [object["authors"]].compactMap { $0 }
    if people.isEmpty { people = [object["author"]].compactMap { $0 } }
    return people.prefix(100).compactMap { person in
      guard let person = person as? [String: Any] else {
        return line(person).map { ParsedAuthor(name: $0) }
      }
      let link = address(person["url"])
      guard let name = line(person["name"]) ?? link.map({ oneLine($0) }) else { return nil }
      return ParsedAuthor(name: name, address: link)
    }
  }

  private func tags(_ value: Any?) -> [String] {
    let words = (value as? String)?.split(separator: ",").map(String.init)
    return (value as? [Any] ?? words ?? []).prefix(200).compactMap { line($0, limit: 100) }
  }

  private func attachment(_ value: Any) -> ParsedAttachment? {
    guard let value = value as? [String: Any], let link = address(value["url"]) else { return nil }
    return ParsedAttachment(
      address: link, type: value["mime_type"] as? String,
      size: (value["size_in_bytes"] as? NSNumber).flatMap { Int(exactly: $0.doubleValue) })
  }
}

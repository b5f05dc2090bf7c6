internal import Foundation
internal import Markup

/// Reads JSON Feed 1.0 and 1.1. A value of another type than the standard says is left out, never
/// the entry around it.
func parseJSON(
  _ text: DecodedText, base: String?, into sink: any EntrySink
) throws(ParsingFailure) -> ParsedFeed {
  var repair: JSONRepair?
  var root = try? JSONSerialization.jsonObject(with: Data(text.bytes))
  if root == nil {
    let repaired = JSONRepair(text.bytes)
    root = try? JSONSerialization.jsonObject(with: Data(repaired.output))
    repair = repaired
  }
  guard let root else { throw .unreadable("the JSON is broken") }
  guard let object = root as? [String: Any] else { throw .unknown("a JSON document") }
  let version = object["version"] as? String ?? ""
  let items = object["items"] as? [Any]
  guard items != nil || version.contains("jsonfeed.org") else {
    throw .unknown("a JSON document\(said(object).map(quoted) ?? "")")
  }
  guard (items?.count ?? 0) <= FeedReader.mostEntries else {
    throw .tooLarge("more than 200,000 entries")
  }
  var feed = ParsedFeed(
    format: version.hasSuffix("/1") || version.hasSuffix("1.0") ? .json10 : .json11,
    encoding: text.encoding)
  if let repair {
    feed.isRecovered = true
    feed.isCut = repair.isCut
    feed.noteFirst(repair.notes, further: repair.furtherNotes)
  }
  let reader = JSONFeedReader(base: base)
  feed.title = reader.line(object["title"]) ?? ""
  feed.subtitle = reader.line(object["description"]) ?? ""
  feed.home = reader.address(object["home_page_url"])
  feed.address = reader.address(object["feed_url"])
  feed.language = reader.line(object["language"])
  feed.authors = reader.authors(object)
  for (index, item) in (items ?? []).enumerated() {
    guard let item = item as? [String: Any] else {
      feed.note("item \(index + 1) is no object")
      continue
    }
    sink.add(reader.entry(item, &feed))
  }
  if items == nil { feed.note("it has no items") }
  if version.isEmpty { feed.note("it does not say which version of JSON Feed it is") }
  return feed
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

  func entry(_ item: [String: Any], _ feed: inout ParsedFeed) -> ParsedEntry {
    var entry = ParsedEntry()
    entry.id = string(item["id"])
    entry.link = address(item["url"])
    entry.related = address(item["external_url"])
    entry.title = line(item["title"]) ?? ""
    if let html = string(item["content_html"]) {
      entry.content = MarkedText(html, kind: .html, base: base)
    } else if let plain = string(item["content_text"]) {
      entry.content = MarkedText(plain, kind: .plain, base: base)
    }
    if let summary = string(item["summary"]) {
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

internal import Foundation
internal import Markup

/// Reads JSON Feed 1.0 and 1.1. A value of another type than the standard says is left out, never
/// the entry around it.
func parseJSON(
  _ text: DecodedText, base: String?, into sink: any EntrySink
) throws(ParsingFailure) -> ParsedFeed {
  let root: Any
  do {
    root = try JSONSerialization.jsonObject(with: Data(text.bytes))
  } catch {
    throw .unreadable("the JSON is broken")
  }
  guard let root = root as? [String: Any], let items = root["items"] as? [Any] else {
    throw .unknown("a JSON document")
  }
  let version = root["version"] as? String ?? ""
  var feed = ParsedFeed(
    format: version.hasSuffix("/1") || version.hasSuffix("1.0") ? .json10 : .json11,
    encoding: text.encoding)
  guard items.count <= FeedReader.mostEntries else {
    throw .tooLarge("more than 200,000 entries")
  }
  let reader = JSONFeedReader(base: base)
  feed.title = reader.line(root["title"]) ?? ""
  feed.subtitle = reader.line(root["description"]) ?? ""
  feed.home = reader.address(root["home_page_url"])
  feed.address = reader.address(root["feed_url"])
  feed.language = reader.line(root["language"])
  feed.authors = reader.authors(root)
  for (index, item) in items.enumerated() {
    guard let item = item as? [String: Any] else {
      feed.notes.append(ParsingNote(message: "item \(index + 1) is no object"))
      continue
    }
    sink.add(reader.entry(item, &feed.notes))
  }
  if version.isEmpty {
    feed.notes.append(ParsingNote(message: "it does not say which version of JSON Feed it is"))
  }
  return feed
}

private struct JSONFeedReader {
  var base: String?

  func entry(_ item: [String: Any], _ notes: inout [ParsingNote]) -> ParsedEntry {
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
    entry.published = date(item["date_published"], &notes)
    entry.updated = date(item["date_modified"], &notes)
    entry.authors = authors(item)
    entry.tags = (item["tags"] as? [Any] ?? []).prefix(200).compactMap(line)
    entry.attachments = (item["attachments"] as? [Any] ?? []).prefix(100).compactMap(attachment)
    return entry
  }

  /// A text that is not empty; numbers count, for ids are often numbers.
  private func string(_ value: Any?) -> String? {
    let text = (value as? String) ?? (value as? NSNumber)?.stringValue
    return text?.isEmpty == false ? text : nil
  }

  func line(_ value: Any?) -> String? {
    guard let text = string(value).map({ oneLine($0) }), !text.isEmpty else { return nil }
    return text
  }

  func address(_ value: Any?) -> String? {
    (value as? String).flatMap { resolve($0, against: base) }
  }

  private func date(_ value: Any?, _ notes: inout [ParsingNote]) -> Date? {
    guard let text = string(value) else { return nil }
    if let date = parseDate(text) { return date }
    if notes.count < 20 {
      notes.append(ParsingNote(message: "\"\(oneLine(text, limit: 60))\" is not a date"))
    }
    return nil
  }

  /// `authors` of 1.1, or `author` of 1.0.
  func authors(_ object: [String: Any]) -> [ParsedAuthor] {
    let people = object["authors"] as? [Any] ?? [object["author"]].compactMap { $0 }
    return people.prefix(100).compactMap { person in
      guard let person = person as? [String: Any] else {
        return line(person).map { ParsedAuthor(name: $0) }
      }
      let link = address(person["url"])
      guard let name = line(person["name"]) ?? link else { return nil }
      return ParsedAuthor(name: name, address: link)
    }
  }

  private func attachment(_ value: Any) -> ParsedAttachment? {
    guard let value = value as? [String: Any], let link = address(value["url"]) else { return nil }
    return ParsedAttachment(
      address: link, type: value["mime_type"] as? String,
      size: (value["size_in_bytes"] as? NSNumber).map(\.intValue))
  }
}

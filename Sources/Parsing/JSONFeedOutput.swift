package import Foundation
internal import Markup

/// A feed as one JSON Feed 1.1 document.
///
/// Bodies are plain text, addresses are http and https only, dates RFC 3339 in UTC. What JSON Feed
/// has no name for stands in `_mingle`. `base` is where the feed came from, for feeds that do not
/// say it themselves.
package func jsonFeed(_ feed: ParsedFeed, base: String? = nil) throws -> Data {
  var root: [String: Any] = [
    "version": "https://jsonfeed.org/version/1.1",
    "title": feed.title,
    "items": feed.entries.enumerated().map { item($0.element, at: $0.offset) },
  ]
  root["description"] = feed.subtitle.isEmpty ? nil : feed.subtitle
  root["home_page_url"] = feed.home.flatMap(webAddress)
  root["feed_url"] = (feed.address ?? base).flatMap(webAddress)
  root["language"] = feed.language
  if !feed.authors.isEmpty { root["authors"] = feed.authors.map(author) }
  var own: [String: Any] = [
    "format": feed.format.rawValue, "encoding": feed.encoding, "recovered": feed.isRecovered,
  ]
  if !feed.notes.isEmpty {
    own["notes"] = feed.notes.map { note in
      var object: [String: Any] = ["message": note.message]
      object["line"] = note.line
      return object
    }
  }
  root["_mingle"] = own
  return try JSONSerialization.data(
    withJSONObject: root, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
}

private func item(_ entry: ParsedEntry, at index: Int) -> [String: Any] {
  // JSON Feed demands an id, so an entry without one has its link or its place.
  var item: [String: Any] = ["id": entry.id ?? entry.link ?? "\(index + 1)"]
  item["url"] = entry.link.flatMap(webAddress)
  item["external_url"] = entry.related.flatMap(webAddress)
  item["title"] = entry.title.isEmpty ? nil : entry.title
  item["content_text"] = entry.content.map(body) ?? ""
  item["summary"] = entry.summary?.plainText()
  item["date_published"] = entry.published.map(instant)
  item["date_modified"] = entry.updated.map(instant)
  if !entry.authors.isEmpty { item["authors"] = entry.authors.map(author) }
  if !entry.tags.isEmpty { item["tags"] = entry.tags }
  let attachments = entry.attachments.compactMap(attachment)
  if !attachments.isEmpty { item["attachments"] = attachments }
  let own = extensions(of: entry)
  if !own.isEmpty { item["_mingle"] = own }
  return item
}

/// JSON Feed demands a body, and readers take an empty text for none: a body without words, such as a
/// picture alone, is an empty line.
private func body(_ text: MarkedText) -> String {
  let plain = text.plainText()
  return plain.isEmpty ? "\n" : plain
}

private func extensions(of entry: ParsedEntry) -> [String: Any] {
  var own: [String: Any] = [:]
  own["comments_url"] = entry.comments.flatMap(webAddress)
  own["comments_feed_url"] = entry.commentsFeed.flatMap(webAddress)
  own["comment_count"] = entry.commentCount
  if let reply = entry.inReplyTo {
    var object: [String: Any] = [:]
    object["ref"] = reply.id
    object["href"] = reply.address.flatMap(webAddress)
    own["in_reply_to"] = object
  }
  if let source = entry.source {
    own["source_title"] = source.title
    own["source_url"] = source.address.flatMap(webAddress)
  }
  if !entry.extras.isEmpty { own["extras"] = entry.extras }
  return own
}

private func author(_ author: ParsedAuthor) -> [String: Any] {
  var object: [String: Any] = ["name": author.name]
  object["url"] = author.address.flatMap(webAddress)
  return object
}

private func attachment(_ attachment: ParsedAttachment) -> [String: Any]? {
  guard let url = webAddress(attachment.address) else { return nil }
  var object: [String: Any] = [
    "url": url, "mime_type": attachment.type ?? "application/octet-stream",
  ]
  object["size_in_bytes"] = attachment.size
  return object
}

/// An address that a browser may be sent to; nil for `javascript:` and its like.
private func webAddress(_ text: String) -> String? {
  let head = text.prefix(8).lowercased()
  return head.hasPrefix("http://") || head.hasPrefix("https://") ? text : nil
}

private func instant(_ date: Date) -> String {
  date.formatted(.iso8601)
}

internal import Foundation
internal import Markup

/// Reads a document, and writes it as one JSON Feed 1.1 document in UTF-8, in blocks to be written
/// one after another.
///
/// Bodies are plain text, addresses are http and https only, dates RFC 3339 in UTC. What JSON Feed
/// has no name for stands in `_mingle`. Throws why the document is not a feed.
package func jsonFeed(
  of document: consuming [UInt8], contentType: String? = nil, base: String? = nil
) throws(ParsingFailure) -> [[UInt8]] {
  let items = JSONItems()
  let feed = try parse(document, contentType: contentType, base: base, into: items)
  return jsonFeed(feed, items: items)
}

/// The items of a document, written as they are read: no entry is kept.
private final class JSONItems: EntrySink {
  private var writer = JSONWriter(depth: 2)
  private var count = 0

  func add(_ entry: ParsedEntry) {
    count += 1
    writer.element { $0.write(entry, number: count) }
  }

  func restart() {
    writer = JSONWriter(depth: 2)
    count = 0
  }

  func takeBlocks() -> [[UInt8]] { writer.takeBlocks() }
}

private func jsonFeed(_ feed: ParsedFeed, items: JSONItems) -> [[UInt8]] {
  var writer = JSONWriter()
  writer.object { root in
    root.member("_mingle") { $0.write(formatOf: feed) }
    if !feed.authors.isEmpty { root.member("authors") { $0.write(feed.authors) } }
    if !feed.subtitle.isEmpty { root.member("description") { $0.string(feed.subtitle) } }
    root.address("feed_url", feed.address)
    root.address("home_page_url", feed.home)
    root.member("items") { array in array.array { $0.blocks(items.takeBlocks()) } }
    if let language = feed.language { root.member("language") { $0.string(language) } }
    root.member("title") { $0.string(feed.title) }
    root.member("version") { $0.string("https://jsonfeed.org/version/1.1") }
  }
  return writer.takeBlocks()
}

extension JSONWriter {
  fileprivate mutating func write(formatOf feed: ParsedFeed) {
    object { own in
      own.member("encoding") { $0.string(feed.encoding) }
      own.member("format") { $0.string(feed.format.rawValue) }
      if !feed.notes.isEmpty {
        own.member("notes") { list in
          list.array { notes in
            for note in feed.notes { notes.element { $0.write(note) } }
          }
        }
      }
      own.member("recovered") { $0.bool(feed.isRecovered) }
    }
  }

  private mutating func write(_ note: ParsingNote) {
    object { object in
      if let line = note.line { object.member("line") { $0.number(line) } }
      object.member("message") { $0.string(note.message) }
    }
  }

  /// `number` is the entry's place from 1: JSON Feed demands an id, so an entry without one has its
  /// link or its place.
  fileprivate mutating func write(_ entry: ParsedEntry, number: Int) {
    object { item in
      item.write(extensionsOf: entry)
      let attachments = entry.attachments.filter { webAddress($0.address) != nil }
      if !attachments.isEmpty {
        item.member("attachments") { list in
          list.array { array in attachments.forEach { array.write(element: $0) } }
        }
      }
      if !entry.authors.isEmpty { item.member("authors") { $0.write(entry.authors) } }
      // Readers take an empty body for none: one without words, such as a picture, is an empty line.
      let body = entry.content?.plainText()
      item.member("content_text") { $0.string(body.map { $0.isEmpty ? "\n" : $0 } ?? "") }
      item.instant("date_modified", entry.updated)
      item.instant("date_published", entry.published)
      item.address("external_url", entry.related)
      item.member("id") { $0.string(entry.id ?? entry.link ?? "\(number)") }
      if let summary = entry.summary?.plainText() { item.member("summary") { $0.string(summary) } }
      if !entry.tags.isEmpty {
        item.member("tags") { list in
          list.array { tags in
            for tag in entry.tags { tags.element { $0.string(tag) } }
          }
        }
      }
      if !entry.title.isEmpty { item.member("title") { $0.string(entry.title) } }
      item.address("url", entry.link)
    }
  }

  private mutating func write(extensionsOf entry: ParsedEntry) {
    guard
      entry.commentCount != nil || entry.commentsFeed.flatMap(webAddress) != nil
        || entry.comments.flatMap(webAddress) != nil || entry.inReplyTo != nil
        || entry.source != nil || !entry.extras.isEmpty
    else { return }
    member("_mingle") { value in
      value.object { own in
        if let count = entry.commentCount { own.member("comment_count") { $0.number(count) } }
        own.address("comments_feed_url", entry.commentsFeed)
        own.address("comments_url", entry.comments)
        if !entry.extras.isEmpty { own.member("extras") { $0.write(entry.extras) } }
        if let reply = entry.inReplyTo {
          own.member("in_reply_to") { value in
            value.object { object in
              object.address("href", reply.address)
              if let id = reply.id { object.member("ref") { $0.string(id) } }
            }
          }
        }
        if let source = entry.source {
          own.member("source_title") { $0.string(source.title) }
          own.address("source_url", source.address)
        }
      }
    }
  }

  private mutating func write(_ extras: [String: String]) {
    object { object in
      for (name, text) in extras.sorted(by: { $0.key < $1.key }) {
        object.member(name) { $0.string(text) }
      }
    }
  }

  fileprivate mutating func write(_ authors: [ParsedAuthor]) {
    array { list in
      for author in authors {
        list.element { value in
          value.object { object in
            object.member("name") { $0.string(author.name) }
            object.address("url", author.address)
          }
        }
      }
    }
  }

  private mutating func write(element attachment: ParsedAttachment) {
    element { value in
      value.object { object in
        object.member("mime_type") { $0.string(attachment.type ?? "application/octet-stream") }
        if let size = attachment.size { object.member("size_in_bytes") { $0.number(size) } }
        object.address("url", attachment.address)
      }
    }
  }

  /// An address that a browser may be sent to; nothing for `javascript:` and its like.
  fileprivate mutating func address(_ key: StaticString, _ text: String?) {
    guard let address = text.flatMap(webAddress) else { return }
    member(key) { $0.string(address) }
  }

  private mutating func instant(_ key: StaticString, _ date: Date?) {
    guard let date else { return }
    member(key) { $0.string(date.formatted(.iso8601)) }
  }
}

/// An address that a browser may be sent to; nil for `javascript:` and its like.
private func webAddress(_ text: String) -> String? {
  let head = text.prefix(8).lowercased()
  return head.hasPrefix("http://") || head.hasPrefix("https://") ? text : nil
}

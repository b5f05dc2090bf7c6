import Communities
import Conversations
import Foundation
import Markup
import Parsing
import Support

/// An entry with what a test is about.
func entry(
  _ id: String? = nil, link: String? = nil, comments: String? = nil, title: String = "",
  text: String = "", author: String? = nil, replyTo: String? = nil, tags: [String] = [],
  extras: [String: String] = [:]
) -> ParsedEntry {
  var entry = ParsedEntry()
  entry.id = id
  entry.link = link
  entry.comments = comments
  entry.title = title
  entry.content = .init(text, kind: .html)
  entry.authors = author.map { [ParsedAuthor(name: $0)] } ?? []
  entry.published = parseDate("2026-03-14T10:00:00Z")
  entry.inReplyTo = replyTo.map { ParsedEntry.Reference(id: $0, address: nil) }
  entry.tags = tags
  entry.extras = extras
  return entry
}

/// The posts of a document with these entries.
func posts(
  _ entries: [ParsedEntry], title: String = "", home: String? = nil,
  feed: String = "https://a.example/feed"
) -> [Post] {
  var document = ParsedFeed(format: .rss20, encoding: "utf-8")
  document.title = title
  document.home = home
  document.entries = entries
  return Communities.posts(of: document, feed: feed)
}

/// What becomes of an entry that stands in a document alone.
func post(
  _ entry: ParsedEntry, title: String = "", home: String? = nil, address: String? = nil,
  generator: String = "", feed: String = "https://reader.example/feed"
) -> Post {
  var document = ParsedFeed(format: .rss20, encoding: "utf-8")
  document.title = title
  document.home = home
  document.address = address
  document.generator = generator
  document.entries = [entry]
  return Communities.posts(of: document, feed: feed)[0]
}

/// A sample of `feeds/demo`, parsed.
func sample(_ name: String) throws -> ParsedFeed {
  let file = Samples.demo.appending(path: "samples/\(name)")
  return try parse([UInt8](Data(contentsOf: file)), contentType: nil, base: nil)
}

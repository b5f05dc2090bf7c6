import Communities
import Conversations
import Foundation
import Markup
import Parsing

/// An entry as a parser gives it.
func entry(
  _ id: String? = nil, link: String? = nil, title: String = "", text: String = "",
  author: String? = nil, tags: [String] = [], extras: [String: String] = [:]
) -> ParsedEntry {
  var entry = ParsedEntry()
  entry.id = id
  entry.link = link
  entry.title = title
  entry.content = MarkedText(text, kind: .html)
  entry.authors = author.map { [ParsedAuthor(name: $0)] } ?? []
  entry.tags = tags
  entry.extras = extras
  return entry
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
  return posts(of: document, feed: feed)[0]
}

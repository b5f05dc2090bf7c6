package import Conversations
internal import Foundation

/// A stored post as every JSON listing shows it.
package struct PostDocument: Encodable, Sendable {
  var feed: String
  var guid: String
  var title: String
  @OrNull var link: String?
  @OrNull var author: String?
  @OrNull var published: Date?
  /// The text, plain.
  var content: String

  package init(_ post: Post) {
    feed = Address.redacted(post.feed)
    guid = post.id.hasPrefix("http") ? Address.redacted(post.id) : post.id
    title = post.title
    link = post.link?.redacted
    author = post.author
    published = post.published
    content = post.text
  }

  /// The document in one line, for listings that are written post by post.
  package func line() throws -> String {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: escapingActiveCharacters(try encoder.encode(self)), as: UTF8.self)
  }
}

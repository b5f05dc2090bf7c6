internal import Communities
package import Conversations
package import Foundation
internal import Parsing

/// The posts of feed files, as they come out of parsing and telling communities apart.
package struct LabelledFeeds {
  /// The folder that files are named in.
  private let folder: URL
  private var read: [String: [Entry]] = [:]

  private struct Entry {
    var guid: String?
    var post: Post
  }

  package init(_ folder: URL) { self.folder = folder }

  /// All posts of a file.
  package mutating func posts(of file: String) throws -> [Post] {
    try entries(of: file).map(\.post)
  }

  /// The post of the entry with a number, from 0, and a guid; nil if another stands there now.
  ///
  /// The number tells apart entries that share their guid, as all of some feeds do.
  package mutating func post(_ file: String, item: String, guid: String) throws -> Post? {
    let entries = try entries(of: file)
    guard let number = Int(item), entries.indices.contains(number) else { return nil }
    let entry = entries[number]
    // What has no guid is told by its number alone.
    return (entry.guid ?? guid) == guid ? entry.post : nil
  }

  private mutating func entries(of file: String) throws -> [Entry] {
    if let known = read[file] { return known }
    let document = try parse([UInt8](Data(contentsOf: folder.appending(path: file))))
    let entries = zip(document.entries, posts(of: document, feed: file))
      .map { Entry(guid: $0.0.id, post: $0.1) }
    read[file] = entries
    return entries
  }

  private func posts(of document: ParsedFeed, feed: String) -> [Post] {
    Communities.posts(of: document, feed: feed)
  }
}

package import Foundation
package import Conversations
package import Parsing

/// Since when a document holds all that its feed had; nil if that cannot be told. `posts` are those of
/// the document.
///
/// It can be told of what lists its entries by the time of publication, newest first. An entry without a
/// date or out of order, a single thread, and the address of many a list say that this is none.
package func reach(of document: ParsedFeed, posts: [Post], feed: String) -> Date? {
  guard !document.isCut, document.isNewestFirst,
    posts.count < 2 || Set(posts.map(\.thread)).count > 1
  else {
    return nil
  }
  // An order by activity may look like that by chance.
  if let address = Address(feed), kinds.contains(where: { $0.listsOtherThanByTime(address) }) {
    return nil
  }
  return document.entries.last?.published
}

extension ParsedFeed {
  /// Whether no entry was published after one that stands before it, and all tell when.
  var isNewestFirst: Bool {
    var earlier = Date.distantFuture
    return entries.allSatisfy { entry in
      guard let published = entry.published, published <= earlier else { return false }
      earlier = published
      return true
    }
  }
}

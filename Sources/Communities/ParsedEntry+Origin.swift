internal import Conversations
internal import Parsing

extension ParsedEntry {
  /// Whether an entry whose link leads to a place was written there, and not by somebody who links
  /// to it from elsewhere: a blog about a thread on Reddit is not Reddit.
  ///
  /// What stands in a feed of the place is of the place. In other feeds, saved, mixed or proxied, the
  /// guid tells; where it says nothing the feed has to belong to nobody.
  func isWritten(
    at isPlace: (Address) -> Bool, in feed: FeedContext, hasID isOwnID: (String) -> Bool
  ) -> Bool {
    if let id, isOwnID(id) { return true }
    if feed.home.map(isPlace) == true || Address(feed.feed).map(isPlace) == true { return true }
    if let page = id.flatMap({ Address($0) }) { return isPlace(page) }
    return feed.home == nil
  }
}

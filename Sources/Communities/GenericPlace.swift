package import Conversations
package import Parsing

/// Any place that nothing special is known about: what its feed says is taken at its word.
package struct GenericPlace: Community {
  package init() {}

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    Post(draft: entry, in: feed)
  }
}

internal import Conversations
internal import Parsing

extension Post {
  /// Takes names and passwords off the addresses of the post: whoever wrote them into a feed, nobody
  /// should open, store or pass them on.
  mutating func removeCredentials() {
    discussion = discussion?.withoutCredentials
    link = link?.withoutCredentials
    repliesFeed = repliesFeed?.withoutCredentials
    external = external?.withoutCredentials
  }
}

extension ParsedEntry {
  /// The same for what posts are called by: an id is often an address, and where there is none the link
  /// stands for it.
  mutating func removeCredentials() {
    id = id.map(Self.withoutCredentials)
    link = link.map(Self.withoutCredentials)
    if let parent = inReplyTo?.id { inReplyTo?.id = Self.withoutCredentials(parent) }
  }

  private static func withoutCredentials(_ text: String) -> String {
    text.hasPrefix("http") ? Address.withoutCredentials(text) : text
  }
}

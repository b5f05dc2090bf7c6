package import Conversations
package import Parsing

/// dev.to: a thread is an article, `/USER/SLUG`, with the comments below it.
package struct DevTo: Community {
  package init() {}

  /// `devto:TAG`, `devto:@USER`, and the pages `/t/TAG` and `/USER`.
  package func feed(named text: String) -> String? {
    if let name = text.between("devto:") {
      return name.hasPrefix("@")
        ? Self.feed(String(name.dropFirst()), in: "") : Self.feed(name, in: "tag/")
    }
    guard let page = Address(text), page.host == "dev.to" else { return nil }
    let parts = page.pathParts
    if parts.count >= 2, parts[0] == "t" { return Self.feed(parts[1], in: "tag/") }
    guard parts.count == 1, !Self.pages.contains(parts[0]) else { return nil }
    return Self.feed(parts[0], in: "")
  }

  private static func feed(_ name: String, in part: String) -> String? {
    guard name.wholeMatch(of: /[A-Za-z0-9_-]+/) != nil else { return nil }
    return "https://dev.to/feed/\(part)\(name)"
  }

  /// What looks like somebody's page and is the site's own.
  private static let pages: Set<String> = [
    "about", "challenges", "code-of-conduct", "contact", "enter", "events", "faq", "feed", "latest",
    "new", "pod", "privacy", "search", "settings", "tags", "terms", "top", "videos",
  ]

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    guard let text = entry.link, text.holds("//dev.to/"), let link = Address(text),
      link.pathParts.count == 2,
      entry.isWritten(at: { $0.host == "dev.to" }, in: feed, hasID: { _ in false })
    else { return nil }
    var post = Post(draft: entry, in: feed)
    post.community = "dev.to"
    post.thread = link.withoutQuery.canonical
    post.discussion = link.withoutQuery
    post.external = nil
    return post
  }
}

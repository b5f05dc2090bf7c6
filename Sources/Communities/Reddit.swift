package import Conversations
internal import Markup
package import Parsing

/// Reddit: a thread is `/r/NAME/comments/ID/…`, in listings, searches and the thread's own feed.
package struct Reddit: Community {
  package init() {}

  /// `r/coffee`, `r/coffee+tea`, `u/name` and the pages of both.
  package func feed(named text: String) -> String? {
    var parts = text.split(separator: "/").map(String.init)
    if let address = Address(text) {
      guard Self.isReddit(address), !address.text.contains(".rss") else { return nil }
      parts = address.pathParts
    }
    guard parts.count == 2, Self.isName(parts[1]) else { return nil }
    switch parts[0] {
    case "r": return "https://www.reddit.com/r/\(parts[1])/new/.rss"
    case "u", "user": return "https://www.reddit.com/user/\(parts[1])/.rss"
    default: return nil
    }
  }

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    guard let link = entry.link.flatMap({ Address($0) }), Self.isReddit(link),
      let place = ThreadPlace(link)
    else { return nil }
    var post = Post(draft: entry, in: feed)
    post.community = place.community
    post.thread = "reddit:\(place.thread)"
    post.discussion = place.address
    post.author = post.author.map(Self.plainName)
    post.external = nil
    // A listing's "updated" is the time of the request or of a vote: it tells of no edit.
    post.published = entry.published ?? entry.updated
    post.edited = nil
    if place.comment != nil || entry.id?.hasPrefix("t1_") == true {
      post.role = .reply(to: nil)
      post.title = Self.threadTitle(of: entry.title)
    }
    if let content = entry.content ?? entry.summary {
      post.text = content.inner(ofFirst: "div", class: "md")?.plainText() ?? ""
      post.external = Self.external(in: content, of: place)
    }
    return post
  }

  /// The thread that a link leads to: `/r/NAME/comments/ID/SLUG/COMMENT`.
  private struct ThreadPlace {
    let community: String
    let thread: String
    let comment: String?
    let address: Address?

    init?(_ link: Address) {
      let parts = link.pathParts
      guard parts.count >= 4, parts[0] == "r" || parts[0] == "user" || parts[0] == "u",
        parts[2] == "comments"
      else { return nil }
      community = (parts[0] == "r" ? "r/" : "u/") + parts[1]
      thread = parts[3].lowercased()
      comment = parts.count > 5 ? parts[5] : nil
      let slug = parts.count > 4 ? "\(parts[4])/" : ""
      address = Address(
        "https://www.reddit.com/\(parts[0])/\(parts[1])/comments/\(parts[3])/\(slug)")
    }
  }

  /// The target of "[link]", unless it is the thread itself: a text post links to itself.
  private static func external(in content: MarkedText, of place: ThreadPlace) -> Address? {
    guard let link = content.links().first(where: { $0.text == "[link]" }),
      let target = Address(link.address)
    else { return nil }
    let isItself = isReddit(target) && ThreadPlace(target)?.thread == place.thread
    return isItself ? nil : target
  }

  private static func isReddit(_ address: Address) -> Bool {
    address.host == "reddit.com" || address.host.hasSuffix(".reddit.com")
  }

  /// Letters, digits, `_`, `-`, and the `+` that joins communities.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || byte == 0x5F || byte == 0x2D || byte == 0x2B
      }
  }

  /// "/u/name" without its first slash.
  private static func plainName(_ name: String) -> String {
    name.hasPrefix("/u/") ? String(name.dropFirst()) : name
  }

  /// A comment is titled "/u/name on TITLE".
  private static func threadTitle(of title: String) -> String {
    guard title.hasPrefix("/u/"), let range = title.firstRange(of: " on ") else { return title }
    return String(title[range.upperBound...])
  }
}

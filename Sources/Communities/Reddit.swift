package import Conversations
internal import Foundation
internal import Markup
package import Parsing

/// Reddit: a thread is `/r/NAME/comments/ID/…`, in listings, searches and the thread's own feed.
package struct Reddit: Community {
  package init() {}

  /// `r/coffee`, `r/coffee+tea`, `u/name` and the pages of the place.
  package func feed(named text: String) -> String? {
    if let page = Address(text) {
      guard Self.isReddit(page), !page.text.contains(".rss") else { return nil }
      return Self.path(ofPage: page).map { "https://www.reddit.com/\($0)" }
    }
    let parts = text.split(separator: "/").map(String.init)
    return parts.count == 2 ? Self.path(of: parts).map { "https://www.reddit.com/\($0)" } : nil
  }

  /// The feed of a community (new posts) or a person.
  private static func path(of parts: [String]) -> String? {
    guard parts.count >= 2, isName(parts[1]) else { return nil }
    switch (parts[0], parts.count) {
    case ("r", 2): return "r/\(parts[1])/new/.rss"
    case ("u", 2), ("user", 2): return "user/\(parts[1])/.rss"
    default: return nil
    }
  }

  private static func path(ofPage page: Address) -> String? {
    let parts = page.pathParts
    if let path = path(of: parts) { return path }
    if let place = ThreadPlace(page), let address = place.address {
      return address.text.between("https://www.reddit.com/").map { "\($0).rss" }
    }
    switch (parts.first, parts.count) {
    case ("r", 3) where isName(parts[1]) && orders.contains(parts[2]):
      let time = page.parameter("t").flatMap { isName($0) ? "?t=\($0)" : nil } ?? ""
      return "r/\(parts[1])/\(parts[2])/.rss\(time)"
    case ("r", 3) where isName(parts[1]) && parts[2] == "search":
      return search(in: page).map { "r/\(parts[1])/search.rss?\($0)&restrict_sr=on" }
    case ("search", 1): return search(in: page).map { "search.rss?\($0)" }
    case ("user", 4) where isName(parts[1]) && parts[2] == "m" && isName(parts[3]):
      return "user/\(parts[1])/m/\(parts[3])/new/.rss"
    case ("domain", 2): return "domain/\(parts[1].asPathPart)/.rss"
    default: return nil
    }
  }

  private static let orders: Set<String> = ["hot", "new", "rising", "top", "controversial"]

  private static func search(in page: Address) -> String? {
    page.parameter("q").map { "q=\($0.asPathPart)&sort=new" }
  }

  /// About one anonymous request a minute is answered, and what is more is refused.
  package func pace(of feed: Address) -> Pace? {
    Self.isReddit(feed) ? Pace(every: .seconds(3600), apart: .seconds(65)) : nil
  }

  /// What names no order is by votes; so is a search.
  package func listsOtherThanByTime(_ feed: Address) -> Bool {
    guard Self.isReddit(feed) else { return false }
    let parts = feed.pathParts.map { $0.between("", ".rss") ?? $0 }.filter { $0 != ".rss" }
    switch (parts.first, parts.count) {
    case ("r", 3) where parts[2] == "comments": return false
    case ("user", 2...3), ("u", 2...3): return false
    default: return parts.last != "new" && feed.parameter("sort") != "new"
    }
  }

  package var combination: (any Combination)? { NewPosts() }

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    guard let link = entry.link.flatMap({ Address($0) }), Self.isReddit(link),
      let place = ThreadPlace(link),
      entry.isWritten(at: Self.isReddit, in: feed, hasID: Self.isID)
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
    post.repliesFeed = place.address.flatMap { Address("\($0.text).rss") }
    if let content = entry.content ?? entry.summary { Self.read(content, of: place, into: &post) }
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

  /// What a person wrote, and what the software tells around it: the target of "[link]", and in old
  /// feeds the author and the number of comments.
  private static func read(_ content: MarkedText, of place: ThreadPlace, into post: inout Post) {
    let links = content.links()
    let tail = links.firstIndex { $0.text == "[link]" }
    if let own = content.inner(ofFirst: "div", class: "md") {
      post.text = own.plainText()
    } else if tail != nil || links.contains(where: { $0.text == "[comments]" }) {
      post.text = ""
    }
    guard let tail else { return }
    post.external = external(links[tail], of: place)
    if let count = links.last?.text.between("[", " comments]")
      ?? links.last?.text.between("[", " comment]")
    {
      post.replies = Int(count)
    }
    if post.author == nil, tail > 0 {
      post.author = links[..<tail].reversed().lazy.compactMap { Address($0.address)?.pathParts }
        .first { $0.count == 2 && $0[0] == "user" }.map { "u/\($0[1])" }
    }
  }

  /// The target of "[link]", unless it is the thread itself: a text post links to itself.
  private static func external(_ link: MarkedText.Link, of place: ThreadPlace) -> Address? {
    guard let target = Address(link.address) else { return nil }
    let isItself = isReddit(target) && ThreadPlace(target)?.thread == place.thread
    return isItself ? nil : target
  }

  /// `t3_` is a post, `t1_` a comment.
  private static func isID(_ id: String) -> Bool { id.hasPrefix("t3_") || id.hasPrefix("t1_") }

  private static func isReddit(_ address: Address) -> Bool {
    address.host == "reddit.com" || address.host.hasSuffix(".reddit.com")
  }

  /// Letters, digits, `_`, `-`, and the `+` that joins communities.
  static func isName(_ text: String) -> Bool {
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

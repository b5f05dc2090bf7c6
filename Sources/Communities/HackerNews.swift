package import Conversations
internal import Foundation
package import Parsing

/// Hacker News, by its own feed and by hnrss: a thread is `item?id=N`, the link is the article.
package struct HackerNews: Community {
  package init() {}

  /// `hn:QUERY`: the newest stories with the words, a phrase unless it holds " OR "; and the pages of
  /// the place. hnrss tells more than the place's own feed: authors, points, comments.
  package func feed(named text: String) -> String? {
    if let query = text.between("hn:") { return Self.newest(with: query) }
    guard let page = Address(text) else { return nil }
    if page.host == "hn.algolia.com" { return page.parameter("q").flatMap(Self.newest) }
    guard page.host == "news.ycombinator.com" else { return nil }
    switch page.pathParts.first {
    case nil, "news": return "https://hnrss.org/frontpage"
    case let name? where Self.listings.contains(name): return "https://hnrss.org/\(name)"
    case "shownew": return "https://hnrss.org/show"
    case "item": return page.parameter("id").flatMap(Self.repliesFeed)
    case let name? where ["user", "submitted", "threads"].contains(name):
      return page.parameter("id").map { "https://hnrss.org/\(name)?id=\($0.asPathPart)" }
    default: return nil
    }
  }

  /// The pages whose names hnrss kept.
  private static let listings: Set<String> = [
    "newest", "ask", "show", "newcomments", "best", "active", "jobs", "bestcomments",
  ]

  private static func newest(with query: String) -> String? {
    guard !query.isEmpty,
      let encoded = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
    else { return nil }
    return "https://hnrss.org/newest?q=\(encoded)"
  }

  /// The comments of a story; nil for what is no number of one.
  private static func repliesFeed(of item: String) -> String? {
    item.isNumber ? "https://hnrss.org/item?id=\(item)" : nil
  }

  /// By votes, by the last comment, and the answers to one item.
  private static let orders: Set<String> = [
    "frontpage", "best", "bestcomments", "active", "item", "replies",
  ]

  package func listsOtherThanByTime(_ feed: Address) -> Bool {
    let name = feed.pathParts.first?.split(separator: ".").first.map(String.init) ?? ""
    switch feed.host {
    case "news.ycombinator.com": return true
    case "hnrss.org": return Self.orders.contains(name)
    default: return false
    }
  }

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    guard let discussion = Self.discussion(of: entry, in: feed),
      let item = discussion.parameter("id"), item.isNumber
    else { return nil }
    var post = Post(draft: entry, in: feed)
    // The place's own feed has no guids, and the same article is handed in twice.
    if entry.id == nil { post.id = discussion.text }
    post.community = "Hacker News"
    post.thread = "hn:\(item)"
    post.discussion = discussion
    if let link = post.link, link.host != discussion.host { post.external = link }
    if let (author, title) = Self.comment(entry.title) {
      post.role = .reply(to: nil)
      post.title = title
      post.author = post.author ?? author
      post.external = nil
      if let home = feed.home, Self.isThread(home), let story = home.parameter("id"), story.isNumber
      {
        // The comments of one story, or the answers to one item: the feed says to which.
        post.thread = "hn:\(story)"
        post.discussion = home
        post.repliesFeed = Self.repliesFeed(of: story).flatMap { Address($0) }
      } else {
        // Other feeds of comments name the story but not its number.
        post.groupByTitle(in: "hn", item: item)
      }
    } else {
      post.repliesFeed = Self.repliesFeed(of: item).flatMap { Address($0) }
      cutTail(of: &post)
    }
    return post
  }

  /// The page of an entry's thread; nil if the entry is none of the place.
  private static func discussion(of entry: ParsedEntry, in feed: FeedContext) -> Address? {
    // Whoever names it as the page of the comments talks there, a blog too.
    if let comments = entry.comments.flatMap({ Address($0) }), isThread(comments) {
      return comments
    }
    guard
      entry.isWritten(
        at: { $0.host == "news.ycombinator.com" }, in: feed,
        hasID: { Address($0).map(isThread) ?? false })
    else { return nil }
    return [entry.link, entry.id].lazy.compactMap { $0.flatMap { Address($0) } }
      .first(where: isThread)
  }

  private static func isThread(_ address: Address) -> Bool {
    address.host == "news.ycombinator.com" && address.pathParts == ["item"]
  }

  /// Who wrote a comment, and in which story: `New comment by X in "T"`.
  private static func comment(_ title: String) -> (author: String, title: String)? {
    guard let rest = title.between("New comment by ", "\""),
      let range = rest.firstRange(of: " in \"")
    else { return nil }
    return (String(rest[..<range.lowerBound]), String(rest[range.upperBound...]))
  }

  /// hnrss ends the text with the links, points and number of comments; the site's own feed has
  /// nothing but a link called "Comments"; hnapp has "37 points, 1 comment" and the points once more
  /// before the title.
  private func cutTail(of post: inout Post) {
    var kept = post.text.components(separatedBy: "\n").filter { line in
      if let count = line.between("# Comments: ").flatMap({ Int($0) }) {
        post.replies = max(0, count)
        return false
      }
      if let points = line.between("Points: ").flatMap({ Int($0) }) {
        post.votes = points
        return false
      }
      return !["Article URL: ", "Comments URL: "].contains { line.hasPrefix($0) }
    }
    while let last = kept.last, last.isEmpty || last == "---" { kept.removeLast() }
    if let parts = kept.last?.components(separatedBy: ", "), parts.count == 2,
      parts[0].hasSuffix(" points") || parts[0].hasSuffix(" point"),
      parts[1].hasSuffix(" comments") || parts[1].hasSuffix(" comment"),
      let points = Int(parts[0].prefix { $0 != " " }),
      let count = Int(parts[1].prefix { $0 != " " })
    {
      post.votes = points
      post.replies = max(0, count)
      post.title = post.title.between("\(points) – ") ?? post.title
      kept.removeLast()
    }
    post.text = kept == ["Comments"] ? "" : kept.joined(separator: "\n")
  }
}

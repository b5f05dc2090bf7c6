package import Conversations
internal import Foundation
package import Parsing

/// A phpBB forum: a topic is `viewtopic.php?t=N`, a post in it `&p=N`.
package struct PhpBB: Community {
  package init() {}

  /// `phpbb:URL` for all posts of the forum at the URL, and the pages of a forum in it and of a topic.
  ///
  /// `app.php/feed` answers whether or not the server rewrites addresses.
  package func feed(named text: String) -> String? {
    if let rest = text.between("phpbb:") {
      guard let board = Address(rest.contains("://") ? rest : "https://\(rest)") else { return nil }
      let page = board.withoutQuery.text
      let folder =
        page.hasSuffix(".php") ? page[...(page.lastIndex(of: "/") ?? page.startIndex)] : page[...]
      return folder + (folder.hasSuffix("/") ? "" : "/") + "app.php/feed"
    }
    guard let page = Address(text) else { return nil }
    let (part, number) =
      switch page.pathParts.last {
      case "viewforum.php": ("forum", page.parameter("f"))
      case "viewtopic.php": ("topic", page.parameter("t"))
      default: ("", nil)
      }
    guard let number, number.isNumber else { return nil }
    return Address("app.php/feed/\(part)/\(number)", relativeTo: page)?.text
  }

  package func listsOtherThanByTime(_ feed: Address) -> Bool {
    feed.pathParts.last == "topics_active" || feed.parameter("mode") == "topics_active"
  }

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    guard let text = entry.link, text.holds("/viewtopic.php"), let link = Address(text),
      link.pathParts.last == "viewtopic.php", let topic = link.parameter("t"), topic.isNumber,
      // Others link to topics, too.
      entry.id?.contains("viewtopic.php") != false
    else { return nil }
    var post = Post(draft: entry, in: feed)
    // A visitor's session in an address makes the same post another one.
    post.link = link.removing(["sid"])
    if let id = entry.id, id.contains("sid=") {
      post.id = Address(id)?.removing(["sid"]).text ?? id
    }
    let page = Address("viewtopic.php?t=\(topic)", relativeTo: link)
    post.community = link.host
    post.thread = "phpbb:\(page?.withoutQuery.canonical ?? link.host):\(topic)"
    post.discussion = page
    post.external = nil
    post.repliesFeed = Self.repliesFeed(of: topic, at: link, in: feed)

    post.title = Self.subject(entry.title, forum: entry.tags.first)
    let isList = cutStatistics(of: &post)
    if let title = post.title.between("Re: ") {
      post.title = title
      post.role = .reply(to: nil)
    } else if isList, Self.isOfLastPosts(feed), post.replies != 0 {
      // There a topic stands with its last post under its own title.
      post.role = .reply(to: nil)
    }
    return post
  }

  /// A title is "FORUM • TOPIC", but in the feed of a topic.
  private static func subject(_ title: String, forum: String?) -> String {
    if let forum, let subject = title.between("\(forum) • ") { return subject }
    guard forum == nil, let dot = title.firstRange(of: " • ") else { return title }
    return String(title[dot.upperBound...])
  }

  private static func isOfLastPosts(_ feed: FeedContext) -> Bool {
    [feed.address?.text, feed.feed].contains { $0?.contains("topics_active") == true }
  }

  /// Posts end with "Statistics: Posted by NAME — DATE", topics in a list also with "— Replies N —
  /// Views M", each in the language of the forum: the name and the numbers tell them. Returns whether
  /// there were numbers.
  private func cutStatistics(of post: inout Post) -> Bool {
    var paragraphs = post.text.paragraphs
    guard let author = post.author,
      let parts = paragraphs.last?.components(separatedBy: " — "), parts.count >= 2,
      parts[0].hasSuffix(author), parts[0].contains(where: { $0 == ":" || $0 == "：" })
    else { return false }
    paragraphs.removeLast()
    post.text = paragraphs.joined(separator: "\n\n")
    guard parts.count >= 4,
      let replies = parts[2].split(whereSeparator: { !$0.isASCII || !$0.isNumber }).last
    else { return false }
    post.replies = Int(replies)
    return true
  }

  /// The feed of a topic, written as the forum writes its own: `feed.php?t=N` before phpBB 3.1, then
  /// `feed/topic/N`, below `app.php` if the server rewrites nothing.
  private static func repliesFeed(
    of topic: String, at link: Address, in feed: FeedContext
  ) -> Address? {
    let own = feed.address ?? Address(feed.feed)
    let isOwn = own?.host == link.host
    if isOwn, own?.pathParts.last == "feed.php" {
      return Address("feed.php?t=\(topic)", relativeTo: link)
    }
    let isRewritten =
      isOwn && own?.pathParts.contains("feed") == true
      && own?.pathParts.contains("app.php") == false
    return Address((isRewritten ? "" : "app.php/") + "feed/topic/\(topic)", relativeTo: link)
  }
}

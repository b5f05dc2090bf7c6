package import Conversations
internal import Foundation
internal import Markup
package import Parsing

/// A WordPress blog: a thread is a post with its comments, `/POST/#comment-N`, which come in a feed
/// of the blog or in one of the post.
package struct WordPress: Community {
  package init() {}

  /// `wp:URL`: the posts of the blog at the URL, or the comments of the post there;
  /// `wp-comments:URL`: all comments of the blog.
  package func feed(named text: String) -> String? {
    for (name, part) in [("wp:", "feed/"), ("wp-comments:", "comments/feed/")] {
      guard let rest = text.between(name),
        let page = Address(rest.contains("://") ? rest : "https://\(rest)")
      else { continue }
      return page.withoutQuery.text + (page.withoutQuery.text.hasSuffix("/") ? "" : "/") + part
    }
    return nil
  }

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    guard let text = entry.link else { return nil }
    if text.holds("#comment-"), let link = Address(text) {
      return comment(entry, at: link, in: feed)
    }
    guard feed.generator.holds("wordpress.") || Self.isGUID(entry.id ?? ""),
      let link = Address(text)
    else { return nil }
    var post = Post(draft: entry, in: feed)
    if let content = entry.content ?? entry.summary {
      post.text = Self.withoutTail(post.text, of: content, at: link, title: entry.title)
    }
    return post
  }

  /// A post is called `https://blog/?p=12` for good, a comment of it `https://blog/?p=12#comment-3`.
  private static func isGUID(_ id: String) -> Bool {
    guard id.holds("?p=") || id.holds("?page_id="), let page = Address(id) else { return false }
    return ["p", "page_id"].contains { page.parameter($0)?.isNumber == true }
  }

  // MARK: Posts

  /// Cuts "The post TITLE appeared first on BLOG." and "Continue reading →", in whatever language:
  /// the links tell them.
  private static func withoutTail(
    _ text: String, of content: MarkedText, at link: Address, title: String
  ) -> String {
    var links = content.links()[...]
    guard !links.isEmpty else { return withoutMark(text) }
    let own = link.canonical
    func isPost(_ found: MarkedText.Link) -> Bool {
      Address(found.address, relativeTo: link)?.canonical == own
    }
    var text = text
    let paragraphs = text.paragraphs
    if let blog = links.last, let post = links.dropLast().last, let last = paragraphs.last,
      last.utf8.count < post.text.utf8.count + blog.text.utf8.count + 100,
      isPost(post) || post.text == title, Address(blog.address)?.pathParts.count ?? 9 < 2,
      last.contains(post.text), last.contains(blog.text)
    {
      text = paragraphs.dropLast().joined(separator: "\n\n")
      links = links.dropLast(2)
    }
    if let more = links.last, isPost(more), !more.text.isEmpty, text.hasSuffix(more.text) {
      text.removeLast(more.text.count)
    }
    return withoutMark(text)
  }

  /// What was cut short ends in "…", however the blog writes it.
  private static func withoutMark(_ text: String) -> String {
    var text = text
    while let last = text.last, last.isWhitespace { text.removeLast() }
    for mark in ["[…]", "[...]"] where text.hasSuffix(mark) {
      text.replaceSubrange(text.index(text.endIndex, offsetBy: -mark.count)..., with: "…")
    }
    return text
  }

  // MARK: Comments

  private func comment(_ entry: ParsedEntry, at link: Address, in feed: FeedContext) -> Post {
    let page = Self.page(of: link)
    var post = Post(draft: entry, in: feed)
    post.thread = page.canonical
    post.discussion = page
    post.replies = nil
    post.title = Self.threadTitle(of: entry.title, author: post.author, feed: feed.title)
    // Atom names the post, or the comment, that is answered.
    if post.role == .opening { post.role = .reply(to: nil) }
    if let answered = Self.answered(in: entry.content ?? entry.summary, at: link),
      let first = post.text.paragraphs.first, first.hasSuffix("\(answered.name).")
    {
      post.text = post.text.paragraphs.dropFirst().joined(separator: "\n\n")
      if let id = entry.id, let own = id.firstRange(of: "#comment-") {
        post.role = .reply(to: id[..<own.lowerBound] + "#\(answered.id)")
      }
    }
    if post.repliesFeed == nil, Self.isGUID(entry.id ?? "") {
      post.repliesFeed = Self.repliesFeed(of: page)
    }
    return post
  }

  /// The page of the blog post: comments stand on pages of their own if there are many.
  private static func page(of link: Address) -> Address {
    let page = link.withoutFragment.removing(["cpage", "replytocom"])
    guard let part = page.pathParts.last, part.between("comment-page-")?.isNumber == true,
      let range = page.text.range(of: "/\(part)", options: .backwards)
    else { return page }
    return Address(String(page.text[..<range.lowerBound]) + "/") ?? page
  }

  /// WordPress puts "In reply to NAME." above an answer to another comment: a link to that one.
  private static func answered(
    in content: MarkedText?, at link: Address
  ) -> (id: String, name: String)? {
    guard let first = content?.links().first,
      let target = Address(first.address, relativeTo: link),
      let id = target.fragment, id.hasPrefix("comment-"),
      page(of: target).canonical == page(of: link).canonical
    else { return nil }
    return (id, first.text)
  }

  private static func repliesFeed(of page: Address) -> Address? {
    if let id = page.parameter("p"), id.isNumber {
      return Address("/?feed=rss2&p=\(id)", relativeTo: page)
    }
    // Below the home page stands the feed of the blog.
    guard !page.pathParts.isEmpty, !page.text.contains("?") else { return nil }
    return Address(page.text + (page.text.hasSuffix("/") ? "" : "/") + "feed/")
  }

  /// "Comment on TITLE by NAME" in the feed of all comments; "By: NAME" in that of one post, whose
  /// own title is then "Comments on: TITLE".
  private static func threadTitle(of title: String, author: String?, feed: String) -> String {
    for (opening, middle) in forms {
      guard let rest = title.between(opening) else { continue }
      if let author, let title = rest.between("", middle + author) { return title }
      if let range = rest.ranges(of: middle).last { return String(rest[..<range.lowerBound]) }
    }
    let name = author ?? ""
    let label = title.between("", name) ?? title
    guard
      title.hasPrefix("By: ")
        || !name.isEmpty && label.count < 12 && label.last == " "
          && label.contains(where: { $0 == ":" || $0 == "：" })
    else { return title }
    guard let colon = feed.firstRange(of: ": ") else { return "" }
    return String(feed[colon.upperBound...])
  }

  /// As blogs of the languages of their readers write it.
  private static let forms = [
    ("Comment on ", " by "), ("Kommentar zu ", " von "), ("Reactie op ", " door "),
    ("Commentaires sur ", " par "), ("Commentaire sur ", " par "), ("Comentario en ", " por "),
    ("Comentários sobre ", " por "), ("Comentário sobre ", " por "), ("Commenti su ", " di "),
    ("Kommentarer på ", " av "), ("Kommentar på ", " av "), ("Kommentar til ", " af "),
    ("Kommentar til ", " av "), ("Komentarze do ", ", których autorem jest "),
  ]
}

package import Conversations
internal import Foundation
internal import Markup
package import Parsing

/// Medium: a thread is a story, `medium.com/p/NUMBER`, under whatever host it is shown.
package struct Medium: Community {
  package init() {}

  /// `medium:@USER`, `medium:TAG`, and the pages of both.
  package func feed(named text: String) -> String? {
    if let name = text.between("medium:") {
      return name.hasPrefix("@") ? Self.feed(name) : Self.feed("tag/\(name)")
    }
    guard let page = Address(text) else { return nil }
    let parts = page.pathParts
    if page.host == "medium.com" {
      if parts.count == 1, parts[0].hasPrefix("@") { return Self.feed(parts[0]) }
      guard parts.count >= 2, parts[0] == "tag" else { return nil }
      return Self.feed("tag/\(parts[1])")
    }
    guard let user = page.host.between("", ".medium.com"), parts.isEmpty else { return nil }
    return "https://\(user).medium.com/feed"
  }

  private static func feed(_ name: String) -> String? {
    guard name.wholeMatch(of: /(@|tag\/)[A-Za-z0-9._-]+/) != nil else { return nil }
    return "https://medium.com/feed/\(name)"
  }

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    guard let link = entry.link, let story = entry.id.flatMap(Self.story) ?? story(link, in: feed),
      let page = Address(link)?.withoutQuery
    else { return nil }
    var post = Post(draft: entry, in: feed)
    post.community = "Medium"
    post.thread = "medium:\(story)"
    // What follows the question mark tells which feed the click came from.
    post.link = page
    post.discussion = page
    post.external = nil
    if let content = entry.content ?? entry.summary { post.text = Self.words(of: content) }
    return post
  }

  /// The story that a guid `https://medium.com/p/NUMBER` names.
  private static func story(_ id: String) -> String? {
    guard id.holds("medium.com/p/"), let page = Address(id), page.host == "medium.com" else {
      return nil
    }
    let parts = page.pathParts
    return parts.count == 2 && parts[0] == "p" ? parts[1] : nil
  }

  /// The story at `…/SLUG-NUMBER`, in a feed of Medium's that lost its guids.
  private func story(_ link: String, in feed: FeedContext) -> String? {
    guard feed.generator == "Medium",
      let number = Address(link)?.pathParts.last?.split(separator: "-").last,
      number.wholeMatch(of: /[0-9a-f]{8,12}/) != nil
    else { return nil }
    return String(number)
  }

  /// Feeds of tags have the first words between a picture and "Continue reading on Medium »"; whole
  /// stories end with where they "were originally published".
  private static func words(of content: MarkedText) -> String {
    if content.source.contains("class=\"medium-feed-item\"") {
      return content.inner(ofFirst: "p", class: "medium-feed-snippet")?.plainText() ?? ""
    }
    var paragraphs = content.plainText().paragraphs
    if let last = paragraphs.last, last.contains(" was originally published in "),
      last.contains(" on Medium, where people are ")
    {
      paragraphs.removeLast()
    }
    return paragraphs.joined(separator: "\n\n")
  }
}

package import Conversations
internal import Foundation
internal import Markup
package import Parsing

/// Lobsters, and places that run its software: a story is `/s/ID/TITLE`, a comment `/c/ID`.
package struct Lobsters: Community {
  package init() {}

  private static let host = "lobste.rs"

  /// `lobsters:rust`, `lobsters:rust,go` and the pages of the place. It asks to combine tags in one
  /// request.
  package func feed(named text: String) -> String? {
    if let tags = text.between("lobsters:") { return Self.feed(ofTags: tags) }
    guard let page = Address(text), page.host == Self.host else { return nil }
    let parts = page.pathParts
    guard parts.last?.hasSuffix(".rss") != true, parts != ["rss"] else { return nil }
    switch (parts.first, parts.count) {
    case (nil, _): return "https://lobste.rs/rss"
    case ("newest", 1), ("comments", 1): return "https://lobste.rs/\(parts[0]).rss"
    case ("t", 2): return Self.feed(ofTags: parts[1])
    case ("domains", 2), ("top", 2):
      return "https://lobste.rs/\(parts[0])/\(parts[1].asPathPart).rss"
    case (let user?, 1) where user.hasPrefix("~"):
      return "https://lobste.rs/\(user.asPathPart)/stories.rss"
    case (let user?, 2) where user.hasPrefix("~") && ["stories", "comments"].contains(parts[1]):
      return "https://lobste.rs/\(user.asPathPart)/\(parts[1]).rss"
    default: return nil
    }
  }

  private static func feed(ofTags tags: String) -> String? {
    let tags = tags.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    guard !tags.isEmpty else { return nil }
    return "https://lobste.rs/t/\(tags.map(\.asPathPart).joined(separator: ",")).rss"
  }

  /// 30 requests a minute and 100 in ten minutes are allowed: six seconds apart nobody is bothered.
  package func pace(of feed: Address) -> Pace? {
    feed.host == Self.host ? Pace(every: .seconds(3600), apart: .seconds(6)) : nil
  }

  package func listsOtherThanByTime(_ feed: Address) -> Bool {
    feed.host == Self.host && ["rss", "top", "active.rss"].contains(feed.pathParts.first)
  }

  package var combination: (any Combination)? { NewStories() }

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    guard let place = Place(entry, in: feed) else { return nil }
    var post = Post(draft: entry, in: feed)
    post.community = place.page.host
    post.author = post.author.map(Self.plainName)
    post.discussion = place.page
    let key = place.page.host == Self.host ? "lobsters" : "lobsters:\(place.page.host)"
    post.thread = "\(key):\(place.story ?? "")"
    if place.isComment {
      post.role = .reply(to: nil)
      post.external = nil
      // A comment tells the title of its story and seldom the story.
      if place.story == nil { post.groupByTitle(in: key, item: "c/\(place.comment)") }
    } else {
      cutTail(of: &post, content: entry.content ?? entry.summary, story: place.page)
    }
    return post
  }

  /// Where an entry stands.
  private struct Place {
    var page: Address
    var story: String?
    var comment = ""
    var isComment = false

    init?(_ entry: ParsedEntry, in feed: FeedContext) {
      let id = entry.id.flatMap { Address($0) }
      let comments = entry.comments.flatMap { Address($0) }
      let link = entry.link.flatMap { Address($0) }
      guard let page = comments ?? id ?? link else { return nil }
      let parts = page.pathParts
      if page.host == Lobsters.host {
        guard
          comments != nil || id != nil
            || entry.isWritten(at: { $0.host == Lobsters.host }, in: feed, hasID: { _ in false })
        else { return nil }
      } else {
        // Sisters of the place are known by their guids: the page of the comments, cut short.
        guard let id, let comments, parts.count >= 3, id.host == comments.host,
          id.pathParts == Array(parts.prefix(2)), parts[1].utf8.count == 6
        else { return nil }
      }
      self.page = page
      let fragment = page.fragment ?? ""
      switch (parts.first, parts.count) {
      case ("s", 2...):
        story = parts[1]
        isComment = fragment.hasPrefix("c_")
        if isComment, let plain = Address(String(page.text.prefix { $0 != "#" })) {
          self.page = plain
        }
      case ("c", 2):
        comment = parts[1]
        isComment = true
      default: return nil
      }
    }
  }

  /// "domain.example via name" and "domain.example by name" without the domain.
  private static func plainName(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard let last = words.last, words.count >= 2, words.count <= 3,
      ["via", "by"].contains(words[words.count - 2])
    else { return name.between("", "@\(host)") ?? name }
    return String(last)
  }

  /// A story with an article ends with a link "Comments" to itself.
  private func cutTail(of post: inout Post, content: MarkedText?, story: Address) {
    guard let link = content?.links().last, link.text == post.text.paragraphs.last,
      Address(link.address, relativeTo: story)?.canonical == story.canonical
    else { return }
    post.text = post.text.paragraphs.dropLast().joined(separator: "\n\n")
  }
}

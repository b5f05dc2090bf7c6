package import Conversations
internal import Foundation
internal import Markup
package import Parsing

/// A Discourse forum: a topic is `/t/SLUG/ID`, a post in it `/t/SLUG/ID/NUMBER`.
package struct Discourse: Community {
  package init() {}

  /// `discourse:URL`, where the URL is that of the forum, of a category, a tag or a topic; without
  /// the word only pages that no other software has.
  package func feed(named text: String) -> String? {
    guard let rest = text.between("discourse:") else {
      guard let page = Address(text), Self.isUnmistakable(page) else { return nil }
      return Self.feed(ofPage: page)
    }
    return Address(rest.contains("://") ? rest : "https://\(rest)").map(Self.feed)
  }

  private static func feed(ofPage page: Address) -> String {
    let bare = String(page.text.prefix { $0 != "?" && $0 != "#" })
    if bare.hasSuffix(".rss") { return page.text }
    let parts = bare.split(separator: "/", omittingEmptySubsequences: true).dropFirst(2)
    var root = bare
    while root.hasSuffix("/") { root.removeLast() }
    guard let start = parts.firstIndex(where: { ["c", "tag", "t"].contains($0) }),
      start + 1 < parts.endIndex
    else {
      // A listing of the forum keeps its name, anything else is taken for its front page.
      let isListing = ["latest", "top", "posts"].contains(parts.last ?? "")
      return root + (isListing ? ".rss" : "/latest.rss")
    }
    var kept = Array(parts[start...])
    // The address of a post in a topic ends with its number.
    if kept[0] == "t", kept.count > 3 { kept = Array(kept.prefix(3)) }
    if kept[0] == "c", let id = kept.firstIndex(where: { String($0).isNumber }) {
      kept = Array(kept[...id])
    }
    let end = parts[..<start].joined(separator: "/")
    let host = bare.split(separator: "/", omittingEmptySubsequences: true).prefix(2)
    return ([host.joined(separator: "//"), end].filter { !$0.isEmpty } + kept.map(String.init))
      .joined(separator: "/") + ".rss"
  }

  /// `/c/CATEGORY/ID` and `/t/TOPIC/ID`.
  private static func isUnmistakable(_ page: Address) -> Bool {
    let parts = page.pathParts
    guard parts.count >= 3, parts[0] == "c" || parts[0] == "t", !parts[1].isNumber else {
      return false
    }
    return parts[0] == "c" ? parts.dropFirst(2).contains { $0.isNumber } : parts[2].isNumber
  }

  /// Lists of topics are by the last post in them, whatever date they tell.
  package func listsOtherThanByTime(_ feed: Address) -> Bool {
    let parts = feed.pathParts
    guard let last = parts.last, last.hasSuffix(".rss") else { return false }
    if ["latest.rss", "hot.rss"].contains(last) { return true }
    return ["c", "t"].contains(parts[0]) && parts.count > 2
      && last.dropLast(4).utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    guard let link = entry.link.flatMap({ Address($0) }), let place = TopicPlace(link),
      entry.extras.keys.contains(where: { $0.hasPrefix("discourse:") })
        || Self.isGUID(entry.id ?? "")
    else { return nil }
    var post = Post(draft: entry, in: feed)
    post.community = link.host
    post.thread = "discourse:\(link.host):\(place.topic)"
    post.discussion = place.address(of: link)
    post.external = nil
    post.author = post.author.map(Self.plainName)
    if place.number > 1 { post.role = .reply(to: nil) }
    post.isPinned = entry.extras["discourse:topicPinned"] == "Yes"
    if entry.extras["discourse:topicArchived"] == "Yes" {
      post.access = .archived
    } else if entry.extras["discourse:topicClosed"] == "Yes" {
      post.access = .closed
    }
    post.repliesFeed =
      entry.source?.address.flatMap { Address($0) }
      ?? post.discussion.flatMap { Address("\($0.text).rss") }
    cutTail(of: &post, content: entry.content ?? entry.summary, topic: place.topic)
    return post
  }

  /// "@name Full Name", as listings have it, is "name" in the feed of a topic.
  private static func plainName(_ name: String) -> String {
    guard name.hasPrefix("@") else { return name }
    return String(name.dropFirst().prefix { $0 != " " })
  }

  /// "host-topic-12" or "host-post-12-3".
  private static func isGUID(_ id: String) -> Bool {
    let parts = id.split(separator: "-")
    return parts.dropLast().contains { $0 == "topic" || $0 == "post" }
      && parts.last.map { String($0).isNumber } == true
  }

  private struct TopicPlace {
    let topic: String
    /// The number of the post in the topic, from 1.
    let number: Int
    private let path: [String]

    init?(_ link: Address) {
      let parts = link.pathParts
      guard let start = parts.firstIndex(of: "t"), parts.count >= start + 3,
        parts[start + 2].isNumber
      else { return nil }
      topic = parts[start + 2]
      // In the feed of a topic the number is a part of the path, in that of all posts "#post_31".
      let fragment = link.fragment?.between("post_")
      number = Int(parts.count > start + 3 ? parts[start + 3] : fragment ?? "") ?? 1
      path = Array(parts[...(start + 2)])
    }

    func address(of link: Address) -> Address? {
      Address("/" + path.joined(separator: "/"), relativeTo: link)
    }
  }

  /// An entry ends with "26 posts - 9 participants" and a link "Read full topic", each in the language
  /// of the forum: the numbers and the target of the link tell them.
  private func cutTail(of post: inout Post, content: MarkedText?, topic: String) {
    var paragraphs = post.text.paragraphs
    if let link = content?.links().last, link.text == paragraphs.last,
      Address(link.address, relativeTo: post.discussion).flatMap(TopicPlace.init)?.topic == topic
    {
      paragraphs.removeLast()
    }
    if let posts = paragraphs.last.flatMap(Self.postCount) {
      post.replies = max(0, posts - 1)
      paragraphs.removeLast()
    }
    post.text = paragraphs.joined(separator: "\n\n")
  }

  /// The first number of a line that reads "NUMBER words - NUMBER words".
  private static func postCount(in line: String) -> Int? {
    let halves = line.components(separatedBy: " - ")
    guard halves.count == 2, line.utf8.count < 80 else { return nil }
    let numbers = halves.map { half in Int(half.prefix { $0.isASCII && $0.isNumber }) }
    guard let posts = numbers[0], numbers[1] != nil else { return nil }
    return posts
  }
}

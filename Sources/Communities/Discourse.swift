package import Conversations
internal import Foundation
internal import Markup
package import Parsing

/// A Discourse forum: a topic is `/t/SLUG/ID`, a post in it `/t/SLUG/ID/NUMBER`.
package struct Discourse: Community {
  package init() {}

  /// `discourse:URL`: the latest topics of the forum at the URL.
  package func feed(named text: String) -> String? {
    guard let rest = text.between("discourse:"),
      let forum = Address(rest.contains("://") ? rest : "https://\(rest)")
    else { return nil }
    return forum.text + (forum.text.hasSuffix("/") ? "" : "/") + "latest.rss"
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
    if place.number > 1 { post.role = .reply(to: nil) }
    cutTail(of: &post, content: entry.content ?? entry.summary, topic: place.topic)
    return post
  }

  /// "host-topic-12" or "host-post-12-3".
  private static func isGUID(_ id: String) -> Bool {
    let parts = id.split(separator: "-")
    return parts.dropLast().contains { $0 == "topic" || $0 == "post" }
      && parts.last?.utf8.allSatisfy { (0x30...0x39).contains($0) } == true
  }

  private struct TopicPlace {
    let topic: String
    /// The number of the post in the topic, from 1.
    let number: Int
    private let path: [String]

    init?(_ link: Address) {
      let parts = link.pathParts
      guard let start = parts.firstIndex(of: "t"), parts.count >= start + 3,
        parts[start + 2].utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      topic = parts[start + 2]
      // In the feed of a topic the number is a part of the path, in that of all posts "#post_31".
      let fragment = link.url?.fragment(percentEncoded: false)?.between("post_")
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

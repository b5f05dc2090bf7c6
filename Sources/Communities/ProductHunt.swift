package import Conversations
internal import Foundation
internal import Markup
package import Parsing

/// Product Hunt: each launch of a product is a thread.
package struct ProductHunt: Community {
  package init() {}

  private static let host = "producthunt.com"
  private static let feed = "https://www.producthunt.com/feed"

  /// `ph:TOPIC` and the pages of the place.
  package func feed(named text: String) -> String? {
    if let topic = text.between("ph:") { return "\(Self.feed)?topic=\(topic.asPathPart)" }
    guard let page = Address(text), page.host == Self.host else { return nil }
    let parts = page.pathParts
    switch (parts.first, parts.count) {
    case (nil, _): return Self.feed
    case ("topics", 2): return "\(Self.feed)?topic=\(parts[1].asPathPart)"
    default: return nil
    }
  }

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    guard let link = entry.link.flatMap({ Address($0) }), link.host == Self.host,
      ["products", "posts"].contains(link.pathParts.first),
      entry.isWritten(
        at: { $0.host == Self.host }, in: feed, hasID: { Self.launch(of: $0) != nil })
    else { return nil }
    var post = Post(draft: entry, in: feed)
    post.community = "Product Hunt"
    // A product that is launched again keeps its page, and is talked about anew.
    if let launch = entry.id.flatMap(Self.launch) { post.thread = "producthunt:\(launch)" }
    post.external = nil
    // "updated" is the time of the last vote, or of the request: it tells of no edit.
    post.edited = nil
    cutTail(of: &post, content: entry.content ?? entry.summary)
    return post
  }

  /// The number of a launch: `tag:www.producthunt.com,2005:Post/12`.
  private static func launch(of id: String) -> String? {
    guard let number = id.between("tag:www.producthunt.com,2005:Post/"), number.isNumber else {
      return nil
    }
    return number
  }

  /// An entry ends with the links "Discussion | Link". The second leads to the product only by way of
  /// the place, so it ties nothing together.
  private func cutTail(of post: inout Post, content: MarkedText?) {
    guard let links = content?.links().suffix(2), links.count == 2,
      links.allSatisfy({ Address($0.address)?.host == Self.host }),
      let last = post.text.paragraphs.last, last.utf8.count < 80,
      links.allSatisfy({ last.contains($0.text) })
    else { return }
    post.text = post.text.paragraphs.dropLast().joined(separator: "\n\n")
  }
}

package import Conversations
internal import Foundation
internal import Markup
package import Parsing

/// Bluesky: a post is `/profile/HANDLE/post/KEY`, and `at://DID/app.bsky.feed.post/KEY` for good.
///
/// The feeds leave out replies and have no titles.
package struct Bluesky: Community {
  package init() {}

  /// `bsky:HANDLE` and profile pages; a handle without a dot is one of Bluesky's own.
  package func feed(named text: String) -> String? {
    var name = text.between("bsky:") ?? ""
    if let page = Address(text) {
      let parts = page.pathParts
      guard page.host == "bsky.app", parts.count == 2, parts[0] == "profile" else { return nil }
      name = parts[1]
    }
    if name.hasPrefix("@") { name.removeFirst() }
    guard name.wholeMatch(of: /did:[a-z]+:[A-Za-z0-9._:%-]+|[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*/) != nil
    else { return nil }
    if !name.contains("."), !name.hasPrefix("did:") { name += ".bsky.social" }
    return "https://bsky.app/profile/\(name)/rss"
  }

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    let link = entry.link.flatMap { $0.holds("//bsky.app/") ? Address($0) : nil }
    let shown = link.flatMap(Self.place)
    let own = entry.id.flatMap(Self.record)
    guard let place = own ?? shown, own != nil || entry.isUntitled else { return nil }
    var post = Post(draft: entry, in: feed)
    post.community = "Bluesky"
    post.thread = "bsky:\(place.person)/\(place.key)"
    post.discussion =
      shown == nil
      ? Address("https://bsky.app/profile/\(place.person)/post/\(place.key)") : link?.withoutQuery
    post.author =
      Self.author(shown?.person ?? place.person, of: feed.title) ?? post.author ?? feed.title
    post.title = ""
    post.text = Self.words(of: entry.content ?? entry.summary)
    post.external = Self.external(in: post.text)
    return post
  }

  /// The post at `https://bsky.app/profile/HANDLE/post/KEY`.
  private static func place(_ link: Address) -> (person: String, key: String)? {
    let parts = link.pathParts
    guard link.host == "bsky.app", parts.count == 4, parts[0] == "profile", parts[2] == "post"
    else { return nil }
    return (parts[1], parts[3])
  }

  /// The post called `at://did:plc:…/app.bsky.feed.post/KEY`.
  private static func record(_ id: String) -> (person: String, key: String)? {
    guard id.hasPrefix("at://") else { return nil }
    let parts = id.dropFirst(5).split(separator: "/").map(String.init)
    guard parts.count == 3, parts[1] == "app.bsky.feed.post" else { return nil }
    return (parts[0], parts[2])
  }

  /// The handle; where the link has only the person's number, the feed's title "@HANDLE - NAME".
  private static func author(_ person: String, of title: String) -> String? {
    guard person.hasPrefix("did:") else { return "@\(person)" }
    return title.hasPrefix("@") ? title.split(separator: " ").first.map(String.init) : nil
  }

  /// What was written: plain text with its lines, in an element that readers take for HTML. Feeds of
  /// others about Bluesky do hold HTML.
  private static func words(of content: MarkedText?) -> String {
    guard var content else { return "" }
    if !["</p>", "</a>", "<br", "</div>"].contains(where: content.source.contains) {
      content.kind = .plain
    }
    let embedded = "[contains quote post or other embedded content]"
    return content.plainText().replacing(embedded, with: "")
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The page that a post is about: the one address in it. Of two nobody can tell.
  private static func external(in text: String) -> Address? {
    let pages = text.split(whereSeparator: \.isWhitespace)
      .filter { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
      .map { word in
        word.last.map { ".,;:!?)»\"'".contains($0) } == true ? word.dropLast() : word
      }
    guard Set(pages).count == 1 else { return nil }
    return Address(String(pages[0]))
  }
}

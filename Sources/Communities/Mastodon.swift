package import Conversations
internal import Foundation
internal import Markup
package import Parsing

/// Mastodon: a post is `/@USER/NUMBER` at the server of its author, whoever's feed it came in.
package struct Mastodon: Community {
  package init() {}

  /// `mastodon:#TAG@HOST`, `mastodon:@USER@HOST`, and the pages of servers that are known to be
  /// Mastodon's: `/@USER` may be a page of a dozen programs.
  package func feed(named text: String) -> String? {
    if let rest = text.between("mastodon:") {
      let parts = rest.split(separator: "@", omittingEmptySubsequences: false).filter {
        !$0.isEmpty
      }
      guard parts.count == 2 else { return nil }
      return rest.hasPrefix("#")
        ? Self.feed(of: "tags/\(parts[0].dropFirst())", at: String(parts[1]))
        : Self.feed(of: "@\(parts[0])", at: String(parts[1]))
    }
    guard let page = Address(text), Self.isServer(page.host) else { return nil }
    let parts = page.pathParts
    if parts.count == 1, parts[0].hasPrefix("@"), !parts[0].hasSuffix(".rss") {
      // A person of another server is shown here, but only that server has the feed.
      let names = parts[0].split(separator: "@").map(String.init)
      guard let user = names.first, names.count <= 2 else { return nil }
      return Self.feed(of: "@\(user)", at: names.count == 2 ? names[1] : page.host)
    }
    guard parts.count == 2, parts[0] == "tags", !parts[1].hasSuffix(".rss") else { return nil }
    return Self.feed(of: "tags/\(parts[1])", at: page.host)
  }

  private static func feed(of name: String, at host: String) -> String? {
    guard name != "tags/", name.wholeMatch(of: /(tags\/|@)[\w.-]+/) != nil,
      let path = name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed),
      let server = Address("https://\(host)/"), server.host == host.lowercased()
    else { return nil }
    return "\(server.text)\(path).rss"
  }

  /// Servers that call themselves so, and the large ones that do not.
  private static func isServer(_ host: String) -> Bool {
    host.split(separator: ".").contains { $0.hasPrefix("mastodon") || $0.hasPrefix("mstdn") }
      || ["fosstodon.org", "hachyderm.io", "infosec.exchange", "mas.to", "chaos.social"]
        .contains(host)
  }

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    let isItsFeed = feed.generator.hasPrefix("Mastodon")
    guard let text = entry.link ?? entry.id,
      isItsFeed || text.holds("/@") || text.holds("/statuses/"), let link = Address(text)
    else { return nil }
    let status = Status(link)
    let isNamed = entry.title.hasPrefix("New status by ")
    // A server's feed of a tag also has what was written with other programs.
    guard isItsFeed || status != nil && (entry.isUntitled || isNamed) else { return nil }
    var post = Post(draft: entry, in: feed)
    post.community = "Mastodon"
    post.thread = link.withoutQuery.canonical
    post.discussion = link.withoutQuery
    post.author = status?.author ?? post.author
    post.title = ""
    post.external = Self.external(in: entry.content ?? entry.summary, of: link)
    return post
  }

  /// Who wrote a status: `/@USER/NUMBER`, `/users/USER/statuses/NUMBER`.
  private struct Status {
    let author: String

    init?(_ link: Address) {
      let parts = link.pathParts
      guard parts.last?.isNumber == true else { return nil }
      let name: Substring
      if parts.count == 2, parts[0].hasPrefix("@") {
        name = parts[0].dropFirst()
      } else if parts.count == 4, parts[0] == "users", parts[2] == "statuses" {
        name = parts[1][...]
      } else {
        return nil
      }
      guard !name.isEmpty else { return nil }
      // What is shown at another server tells the author's own one.
      author = name.contains("@") ? "@\(name)" : "@\(name)@\(link.host)"
    }
  }

  /// The page that a status is about: its one link that is no person and no tag. Of two nobody can
  /// tell.
  private static func external(in content: MarkedText?, of link: Address) -> Address? {
    let links = (content?.elements(named: "a") ?? []).filter { anchor in
      let classes = (anchor["class"] ?? "").split(separator: " ")
      return !classes.contains("mention") && !classes.contains("hashtag")
        && anchor["rel"]?.contains("tag") != true
    }
    let pages = Set(links.compactMap { $0["href"].flatMap { Address($0) } })
    guard pages.count == 1, let page = pages.first, page.host != link.host else { return nil }
    return page
  }
}

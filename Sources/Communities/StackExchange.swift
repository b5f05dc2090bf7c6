package import Conversations
internal import Foundation
package import Parsing

/// The sites of Stack Exchange: a thread is `/questions/ID`.
package struct StackExchange: Community {
  package init() {}

  /// The sites that do not end in `.stackexchange.com`.
  private static let sites: Set<String> = [
    "stackoverflow.com", "superuser.com", "serverfault.com", "askubuntu.com", "mathoverflow.net",
    "stackapps.com",
  ]

  /// `so:TAG` on Stack Overflow, `se:SITE` and `se:SITE/TAG` on the others, and the pages of all.
  package func feed(named text: String) -> String? {
    if let tag = text.between("so:") {
      return "https://stackoverflow.com/feeds/tag/\(tag.asPathPart)"
    }
    if let rest = text.between("se:") {
      let parts = rest.split(separator: "/", maxSplits: 1).map(String.init)
      guard let site = parts.first else { return nil }
      let host = site.contains(".") ? site : "\(site).stackexchange.com"
      return "https://\(host)/feeds" + (parts.count > 1 ? "/tag/\(parts[1].asPathPart)" : "")
    }
    guard let page = Address(text), Self.isSite(page.host) else { return nil }
    let parts = page.pathParts
    let feeds = "https://\(page.host)/feeds"
    switch (parts.first, parts.count) {
    case (nil, _), ("questions", 1): return feeds
    case ("questions", 3...) where parts[1] == "tagged":
      return "\(feeds)/tag/\(parts[2].asPathPart)"
    case ("tags", 2...): return "\(feeds)/tag/\(parts[1].asPathPart)"
    case ("questions", 2...) where parts[1].isNumber, ("q", 2...) where parts[1].isNumber:
      return "\(feeds)/question/\(parts[1])"
    case ("users", 2...) where parts[1].isNumber: return "\(feeds)/user/\(parts[1])"
    default: return nil
    }
  }

  /// Questions come by activity unless the address says otherwise.
  package func listsOtherThanByTime(_ feed: Address) -> Bool {
    Self.isSite(feed.host) && feed.parameter("sort") != "newest"
  }

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    guard let link = entry.link.flatMap({ Address($0) }), Self.isSite(link.host),
      entry.isWritten(at: { Self.isSite($0.host) }, in: feed, hasID: { _ in false })
    else { return nil }
    let parts = link.pathParts
    guard parts.count >= 2, parts[0] == "questions" || parts[0] == "q", parts[1].isNumber else {
      return nil
    }
    var post = Post(draft: entry, in: feed)
    post.community = link.host
    post.thread = "stackexchange:\(link.host):\(parts[1])"
    post.discussion = Address(
      "/questions/\(parts[1])" + (parts.count > 2 ? "/\(parts[2])" : ""), relativeTo: link)
    post.external = nil
    post.votes = entry.extras["re:rank"]?.firstNumber
    post.repliesFeed = Address("/feeds/question/\(parts[1])", relativeTo: link)
    // A question's own feed has its answers, titled "Answer by X for TITLE".
    if let rest = entry.title.between("Answer by "), let range = rest.firstRange(of: " for ") {
      post.role = .reply(to: nil)
      post.title = String(rest[range.upperBound...])
    }
    if let mark = Self.closures.first(where: { post.title.hasSuffix(" [\($0)]") }) {
      post.title = String(post.title.dropLast(mark.count + 3))
      post.access = .closed
    }
    return post
  }

  /// What stands in brackets after the title of a question that takes no answers, in the languages of
  /// Stack Overflow.
  private static let closures = [
    "closed", "duplicate", "on hold", "migrated", "locked", "cerrada", "duplicada", "fechada",
    "duplicado", "закрыт", "дубликат", "クローズ済み", "重複",
  ]

  private static func isSite(_ host: String) -> Bool {
    host.hasSuffix(".stackexchange.com") || sites.contains(host)
      || sites.contains { host.hasSuffix(".\($0)") }
  }
}

package import Conversations
internal import Foundation
package import Parsing

/// GitHub: discussions, issues and pull requests of a repository share one row of numbers.
package struct GitHub: Community {
  package init() {}

  /// `gh:OWNER/REPOSITORY` (its discussions), `gh:OWNER/REPOSITORY/releases`, and the pages of the
  /// place. Issues have no feed there.
  package func feed(named text: String) -> String? {
    let parts: [String]
    if let rest = text.between("gh:") {
      parts = rest.split(separator: "/").map(String.init)
    } else {
      guard let page = Address(text), page.host == "github.com" else { return nil }
      parts = page.pathParts
    }
    guard parts.count >= 2, !Self.own.contains(parts[0]),
      parts.last?.hasSuffix(".atom") == false
    else { return nil }
    let repository = "https://github.com/\(parts[0].asPathPart)/\(parts[1].asPathPart)"
    let rest = Array(parts.dropFirst(2))
    switch (rest.first, rest.count) {
    case (nil, _), ("discussions", 1): return "\(repository)/discussions.atom"
    case ("discussions", 3) where rest[1] == "categories":
      return "\(repository)/discussions/categories/\(rest[2].asPathPart).atom"
    case ("releases", 1), ("tags", 1), ("commits", 1): return "\(repository)/\(rest[0]).atom"
    case ("commits", 2), ("tree", 2): return "\(repository)/commits/\(rest[1].asPathPart).atom"
    default: return nil
    }
  }

  /// Pages of the place itself, where others have repositories.
  private static let own: Set<String> = [
    "about", "apps", "collections", "enterprise", "explore", "features", "login", "marketplace",
    "notifications", "orgs", "search", "settings", "sponsors", "topics", "trending", "users",
  ]

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    guard let link = entry.link.flatMap({ Address($0) }), link.host == "github.com",
      entry.isWritten(
        at: { $0.host == "github.com" }, in: feed, hasID: { $0.hasPrefix("tag:github.com,") })
    else { return nil }
    let parts = link.pathParts
    guard parts.count >= 4 else { return nil }
    var post = Post(draft: entry, in: feed)
    post.community = "github.com/\(parts[0])/\(parts[1])"
    post.external = nil
    guard ["discussions", "issues", "pull"].contains(parts[2]), parts[3].isNumber else {
      return post
    }
    // An issue that became a discussion keeps its number.
    post.thread = "github:\(parts[0]):\(parts[1]):\(parts[3])".lowercased()
    post.discussion = Address("/\(parts[0])/\(parts[1])/\(parts[2])/\(parts[3])", relativeTo: link)
    let fragment = link.fragment ?? ""
    if ["discussioncomment-", "issuecomment-", "discussion_r"].contains(where: fragment.hasPrefix) {
      post.role = .reply(to: nil)
    }
    return post
  }
}

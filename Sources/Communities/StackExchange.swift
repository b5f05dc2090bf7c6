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

  /// `so:TAG` on Stack Overflow, `se:SITE` and `se:SITE/TAG` on the others.
  package func feed(named text: String) -> String? {
    if let tag = text.between("so:") { return "https://stackoverflow.com/feeds/tag/\(tag)" }
    guard let rest = text.between("se:") else { return nil }
    let parts = rest.split(separator: "/", maxSplits: 1)
    guard let site = parts.first else { return nil }
    let host = site.contains(".") ? String(site) : "\(site).stackexchange.com"
    return "https://\(host)/feeds" + (parts.count > 1 ? "/tag/\(parts[1])" : "")
  }

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    guard let link = entry.link.flatMap({ Address($0) }), Self.isSite(link.host) else { return nil }
    let parts = link.pathParts
    guard parts.count >= 2, parts[0] == "questions" || parts[0] == "q",
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    var post = Post(draft: entry, in: feed)
    post.community = link.host
    post.thread = "stackexchange:\(link.host):\(parts[1])"
    post.discussion = Address(
      "/questions/\(parts[1])" + (parts.count > 2 ? "/\(parts[2])" : ""), relativeTo: link)
    post.external = nil
    // A question's own feed has its answers, titled "Answer by X for TITLE".
    if let rest = entry.title.between("Answer by "), let range = rest.firstRange(of: " for ") {
      post.role = .reply(to: nil)
      post.title = String(rest[range.upperBound...])
    }
    return post
  }

  private static func isSite(_ host: String) -> Bool {
    host.hasSuffix(".stackexchange.com") || sites.contains(host)
      || sites.contains { host.hasSuffix(".\($0)") }
  }
}

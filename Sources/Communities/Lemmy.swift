package import Conversations
internal import Foundation
internal import Markup
package import Parsing

/// Lemmy: a post is `/post/N` of an instance, the link of its entry may be the article.
package struct Lemmy: Community {
  package init() {}

  /// `lemmy:COMMUNITY@HOST`, also with the `!` that people of Lemmy put before it, and `lemmy:HOST` (all
  /// that is local there), and the pages of instances that are known.
  package func feed(named text: String) -> String? {
    if let rest = text.between("lemmy:!") ?? text.between("lemmy:") {
      let parts = rest.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
      switch parts.count {
      case 1 where rest.contains("."): return Self.feed("local", on: rest)
      case 2 where !parts[0].isEmpty:
        return Self.feed("c/\(parts[0].asPathPart)", on: parts[1])
      default: return nil
      }
    }
    guard let page = Address(text), Self.isKnown(page.host) else { return nil }
    let parts = page.pathParts
    switch (parts.first, parts.count) {
    case (nil, _): return Self.feed("local", on: page.host)
    case ("c", 2), ("u", 2):
      let name = parts[1].split(separator: "@").map { String($0).asPathPart }
      return Self.feed("\(parts[0])/\(name.joined(separator: "@"))", on: page.host)
    default: return nil
    }
  }

  private static func feed(_ name: String, on host: String) -> String? {
    Address("https://\(host)/feeds/\(name).xml?sort=New&limit=50")?.text
  }

  /// Instances whose names do not say what they run; others offer the feed on their pages.
  private static let instances: Set<String> = [
    "aussie.zone", "beehaw.org", "discuss.online", "discuss.tchncs.de", "hexbear.net",
    "infosec.pub", "jlai.lu", "lemm.ee", "mander.xyz", "midwest.social", "programming.dev",
    "reddthat.com", "sh.itjust.works", "slrpnk.net", "sopuli.xyz", "szmer.info", "ttrpg.network",
  ]

  private static func isKnown(_ host: String) -> Bool {
    instances.contains(host)
      || host.split(separator: ".").contains { $0.contains("lemmy") || $0.contains("feddit") }
  }

  /// By votes and comments unless the address says otherwise.
  package func listsOtherThanByTime(_ feed: Address) -> Bool {
    let parts = feed.pathParts
    return parts.first == "feeds" && parts.last?.hasSuffix(".xml") == true
      && (Self.isKnown(feed.host) || parts.count == 3 && ["c", "u"].contains(parts[1]))
      && feed.parameter("sort") != "New"
  }

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    guard
      let page = [entry.comments, entry.id, entry.link].lazy
        .compactMap({ $0.flatMap { Address($0) } }).first,
      page.pathParts.count == 2, page.pathParts[0] == "post", page.pathParts[1].isNumber,
      let head = Head(entry.content ?? entry.summary, of: page)
    else { return nil }
    var post = Post(draft: entry, in: feed)
    post.community = head.community
    post.thread = page.canonical
    post.discussion = page
    post.replies = head.replies
    post.votes = head.votes
    post.text = head.rest
    let article = entry.attachments.first?.address ?? entry.link
    post.external = article.flatMap { Address($0) }.flatMap { $0.host == page.host ? nil : $0 }
    return post
  }

  /// What the software puts before a text: "submitted by NAME to COMMUNITY", "361 points | 47
  /// comments" in the language of the reader, and the address of the article once more.
  ///
  /// Three links in a row tell it: a person, a community, and the post itself.
  private struct Head {
    var community: String
    var votes: Int?
    var replies: Int?
    var rest: String

    init?(_ content: MarkedText?, of page: Address) {
      guard let content else { return nil }
      let links = content.links()
      guard links.count >= 3, Self.part("u", of: links[0]) != nil,
        let (name, host) = Self.part("c", of: links[1]),
        Address(links[2].address, relativeTo: page)?.canonical == page.canonical
      else { return nil }
      community = name.contains("@") ? "c/\(name)" : "c/\(name)@\(host)"
      var lines = content.plainText().components(separatedBy: "\n")
      guard let end = lines.prefix(4).firstIndex(where: { $0.hasSuffix(links[2].text) }) else {
        return nil
      }
      replies = links[2].text.firstNumber.map { max(0, $0) }
      votes = String(lines[end].dropLast(links[2].text.count)).firstNumber
      lines.removeFirst(end + 1)
      if links.count > 3, lines.first == links[3].text { lines.removeFirst() }
      rest = lines.joined(separator: "\n").trimmingCharacters(in: .newlines)
    }

    /// The name in the address of a person or community, and the host of it.
    private static func part(_ kind: String, of link: MarkedText.Link) -> (String, String)? {
      guard let address = Address(link.address), address.pathParts.count == 2,
        address.pathParts[0] == kind
      else { return nil }
      return (address.pathParts[1], address.host)
    }
  }
}

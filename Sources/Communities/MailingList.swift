package import Conversations
internal import Foundation
package import Parsing

/// Mailing lists, by what their archives make of a message: public-inbox, HyperKitty, Pipermail,
/// MHonArc, groups.io, The Mail Archive and Gmane.
///
/// A thread is the list and the subject without "Re:". What a message says that it answers decides
/// where the subject does not: where it has none, or one that anybody may write any day.
package struct MailingList: Community {
  package init() {}

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    guard let link = entry.link.flatMap({ Address($0) }), let place = Archive(link, of: entry)
    else {
      return nil
    }
    var post = Post(draft: entry, in: feed)
    let subject = Subject(entry.title)
    post.community = place.list
    post.title = subject.title
    // A message is never edited; archives tell only when it came.
    post.published = entry.published ?? entry.updated
    post.edited = nil
    post.external = nil
    post.discussion = entry.inReplyTo?.address.flatMap { Address($0) } ?? link
    if subject.isReply, post.role == .opening { post.role = .reply(to: nil) }
    let parent = entry.inReplyTo.flatMap { $0.id ?? $0.address }
    if subject.isTelling, parent == nil || subject.isReply {
      post.thread = "list:\(place.list):\(subject.text)"
    } else {
      post.thread = "list:\(place.list)\n\(parent ?? post.id)"
    }
    // Each message of a thread would name the same replies by another address.
    if place.hasThreadFeeds, post.role == .opening {
      post.repliesFeed = Address("t.atom", relativeTo: place.message)
    }
    cutFooter(of: &post)
    return post
  }

  /// Where a message is kept.
  private struct Archive {
    /// The list: `espresso@lists.example`, or what its archive calls it.
    var list: String
    /// The page of the message, with a slash at its end.
    var message: Address?
    var hasThreadFeeds = false

    init?(_ link: Address, of entry: ParsedEntry) {
      let parts = link.pathParts
      message = Address(link.text.hasSuffix("/") ? link.text : "\(link.text)/")
      if let start = parts.firstIndex(of: "list"), parts.count > start + 3,
        parts[start + 1].contains("@"), ["message", "thread"].contains(parts[start + 2])
      {
        // HyperKitty: /archives/list/LIST@HOST/message/HASH/
        list = parts[start + 1]
      } else if let start = parts.firstIndex(of: "pipermail"), parts.count > start + 3 {
        // Pipermail: /pipermail/LIST/2026-March/012345.html
        list = "\(parts[start + 1])@\(link.host)"
      } else if link.host == "groups.io" || link.host.hasSuffix(".groups.io"), parts.count > 3,
        parts[0] == "g", parts[2] == "message" || parts[2] == "topic"
      {
        list = "\(parts[1])@\(link.host)"
      } else if link.host == "mail-archive.com", parts.count == 2, parts[0].contains("@") {
        list = parts[0]
      } else if link.host.hasSuffix("gmane.org"), parts.count == 2, parts[0].hasPrefix("gmane.") {
        list = parts[0]
      } else if let last = parts.last, Self.isNumbered(last),
        let name = parts.dropLast().last(where: { $0.contains { !$0.isNumber && $0 != "-" } })
      {
        // MHonArc, as on lists.debian.org: /LIST/2026/03/msg00042.html
        list = "\(name)@\(link.host)"
      } else if let last = parts.last, last.contains("@"), parts.count > 1,
        entry.id?.hasPrefix("urn:uuid:") == true
      {
        // public-inbox: /LIST/MESSAGE-ID/
        list = "\(link.host)/\(parts.dropLast().joined(separator: "/"))"
        hasThreadFeeds = true
      } else {
        return nil
      }
    }

    /// "msg00042.html"
    private static func isNumbered(_ page: String) -> Bool {
      guard let number = page.between("msg", ".html") else { return false }
      return number.utf8.count >= 4 && number.isNumber
    }
  }

  /// The list manager's footer: a line of underscores, the name of the list, how to leave it.
  private func cutFooter(of post: inout Post) {
    let lines = post.text.components(separatedBy: "\n")
    guard
      let start = lines.lastIndex(where: { line in
        line.utf8.count >= 20 && line.utf8.allSatisfy { "_-=".utf8.contains($0) }
      }), lines.count - start <= 12
    else { return }
    let footer = lines[(start + 1)...].joined(separator: "\n").lowercased()
    guard
      ["mailing list", "unsubscribe", "/listinfo/", "groups.io links"]
        .contains(where: footer.contains)
    else { return }
    post.text = lines[..<start].joined(separator: "\n").trimmingCharacters(
      in: .whitespacesAndNewlines)
  }
}

internal import Conversations
internal import Foundation
internal import Markup
internal import Ranking

/// A listing as a feed (RFC 4287), for whoever reads the shortlist in a feed reader.
struct Atom: ExportFormat {
  let name = "atom"

  func text(of listing: Listing) -> String {
    let business = listing.business.isEmpty ? "Mingle" : listing.business
    let head = [
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\">",
      "  <id>urn:mingle:conversations:\(digest(of: business))</id>",
      "  <title>Conversations for \(plain(business))</title>",
      "  <updated>\(time(listing.made))</updated>",
      "  <author><name>\(plain(business))</name></author>",
      "  <generator>Mingle</generator>",
    ]
    return (head + listing.conversations.flatMap(entry) + ["</feed>", ""])
      .joined(separator: "\n")
  }

  private func entry(_ listed: ListedConversation) -> [String] {
    let conversation = listed.conversation
    var lines = [
      "  <entry>", "    <id>urn:mingle:conversation:\(conversation.id)</id>",
      "    <title>\(plain(listed.heading))</title>",
      "    <updated>\(time(conversation.lastActivity))</updated>",
    ]
    if let published = conversation.opening?.published {
      lines.append("    <published>\(time(published))</published>")
    }
    if let address = conversation.address {
      lines.append("    <link rel=\"alternate\" href=\"\(plain(address.redacted))\"/>")
    }
    if let external = conversation.external {
      lines.append("    <link rel=\"related\" href=\"\(plain(external.redacted))\"/>")
    }
    if let author = conversation.opening?.author {
      lines.append("    <author><name>\(plain(author))</name></author>")
    }
    lines.append("    <category term=\"\(plain(conversation.community))\"/>")
    lines.append("    <content type=\"text\">\(plain(content(listed)))</content>")
    return lines + ["  </entry>"]
  }

  /// The excerpt, then why it is here.
  private func content(_ listed: ListedConversation) -> String {
    let excerpt = listed.ranked.excerpt
    let why = listed.ranked.reasons.map { "\($0.because) (\(signed($0.points)))" }
    return (excerpt.isEmpty ? "" : "“\(excerpt)” ")
      + "Score \(score(listed.ranked.score)): \(why.joined(separator: "; "))"
  }

  private func time(_ date: Date) -> String { date.formatted(.iso8601) }

  private func plain(_ text: String) -> String { xmlEscaped(printable(text, keepsLines: false)) }
}

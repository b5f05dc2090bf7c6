internal import Conversations
internal import Foundation
internal import Markup
internal import Profiles
internal import Ranking

/// A listing as a page of its own, to open in a browser or to send by mail.
///
/// It loads nothing and runs nothing: what strangers wrote is text, and a policy forbids the rest.
struct HTML: ExportFormat {
  let name = "html"

  func text(of listing: Listing) -> String {
    let title = "Conversations" + (listing.business.isEmpty ? "" : " for \(listing.business)")
    let count = listing.conversations.count
    let items = listing.conversations.flatMap { item($0, at: listing.window.until) }
    let lines =
      [
        "<!doctype html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
        "<meta http-equiv=\"Content-Security-Policy\" "
          + "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        "<meta name=\"referrer\" content=\"no-referrer\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<title>\(plain(title))</title>", "<style>\(Self.style)</style>", "</head>", "<body>",
        "<h1>\(plain(title))</h1>",
        "<p class=\"facts\">\(count) \(count == 1 ? "conversation" : "conversations"), "
          + "\(day(listing.window.until))</p>",
      ] + items + ["</body>", "</html>", ""]
    return lines.joined(separator: "\n")
  }

  private func item(_ listed: ListedConversation, at now: Date) -> [String] {
    let conversation = listed.conversation
    var facts = [
      conversation.community, age(of: conversation.lastActivity, at: now),
      replies(conversation.replies),
    ]
    if let author = conversation.opening?.author { facts.append("by \(author)") }
    facts.append("score \(score(listed.ranked.score))")
    var lines = [
      "<article>", "<h2>\(link(listed.heading, to: conversation.address))</h2>",
      "<p class=\"facts\">\(plain(facts.joined(separator: " · ")))</p>",
    ]
    if let external = conversation.external {
      lines.append("<p class=\"facts\">about \(link(external.redacted, to: external))</p>")
    }
    if !conversation.alsoAt.isEmpty {
      let places = conversation.alsoAt.map { link($0.community, to: $0.address) }
      lines.append("<p class=\"facts\">also at \(places.joined(separator: ", "))</p>")
    }
    if !listed.ranked.excerpt.isEmpty {
      lines.append("<blockquote>\(plain(listed.ranked.excerpt))</blockquote>")
    }
    lines += listed.ranked.voices.map { "<p class=\"voice\">\(plain($0.say))</p>" }
    lines.append("<ul>")
    lines += listed.ranked.reasons.map { reason in
      "<li><b>\(signed(reason.points))</b> \(plain(reason.because))</li>"
    }
    return lines + ["</ul>", "</article>"]
  }

  private func link(_ text: String, to address: Address?) -> String {
    guard let address else { return plain(text) }
    return "<a href=\"\(plain(address.redacted))\" rel=\"noopener noreferrer\">\(plain(text))</a>"
  }

  private func plain(_ text: String) -> String { xmlEscaped(printable(text, keepsLines: false)) }

  private static let style =
    ":root{color-scheme:light dark}"
    + "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    + "article{border-top:1px solid #8886;padding:.5rem 0}h2{font-size:1.1rem;margin:.5rem 0 0}"
    + ".facts{color:#777;margin:0}blockquote{margin:.5rem 0;padding-left:.8rem;"
    + "border-left:3px solid #8886}.voice{font-weight:600}ul{margin:.5rem 0;padding-left:1.2rem}"
}

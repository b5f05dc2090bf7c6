internal import Conversations
internal import Foundation
internal import Profiles
internal import Ranking

/// A shortlist to paste into a chat, a wiki or an issue: one item with a tick box a conversation.
struct Markdown: ExportFormat {
  let name = "markdown"

  func text(of listing: Listing) -> String {
    let business = listing.business.isEmpty ? "" : " for \(escaped(listing.business))"
    let count = listing.conversations.count
    var lines = [
      "# Conversations\(business)", "",
      "\(count) \(count == 1 ? "conversation" : "conversations"), \(day(listing.window.until))", "",
    ]
    for listed in listing.conversations { lines += item(listed, of: listing) + [""] }
    return lines.joined(separator: "\n")
  }

  private func item(_ listed: ListedConversation, of listing: Listing) -> [String] {
    let now = listing.window.until
    let conversation = listed.conversation
    let title = escaped(listed.heading)
    let heading = conversation.address.map { "[\(title)](<\(linkTarget($0))>)" } ?? title
    var facts = [
      escaped(conversation.community), age(of: conversation.lastActivity, at: now),
      replies(conversation.replies),
    ]
    if let author = conversation.opening?.author { facts.append("by \(escaped(author))") }
    var lines = ["- [ ] **\(heading)**  ", "  \(facts.joined(separator: " · "))"]
    let why = listed.ranked.reasons.map { reason in
      "\(escaped(reason.because)) (\(signed(reason.points)))"
    }
    if !why.isEmpty {
      lines.append("  - Why (\(score(listed.ranked.score))): \(why.joined(separator: "; "))")
    }
    if let external = conversation.external {
      lines.append("  - About: <\(linkTarget(external))>")
    }
    if !listed.alsoAt.isEmpty {
      let places = listed.alsoAt.map { place, shortID in
        let name = escaped(place.community)
        return (place.address.map { "[\(name)](<\(linkTarget($0))>)" } ?? name) + " (\(shortID))"
      }
      lines.append("  - Also at: \(places.joined(separator: ", "))")
    }
    for voice in listed.ranked.voices {
      let source = "\(escaped(listing.profile.path)):\(voice.line)"
      lines.append("  - Say: \(escaped(voice.say)) (\(source))")
    }
    if !listed.ranked.excerpt.isEmpty {
      lines += ["", "  > \(escaped(listed.ranked.excerpt))"]
    }
    return lines
  }
}

/// `text` in one line of markdown that says just these words: no markup, no HTML, no link of its own.
///
/// Every ASCII character that CommonMark lets start something is escaped (section 2.4), and bare
/// addresses lose their link by the escaped colon.
package func escaped(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in printable(text, keepsLines: false).unicodeScalars {
    switch scalar {
    case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "!", "~", "&", "$":
      result.append("\\")
    default: break
    }
    result.append(scalar)
  }
  let line = String(result)
  return line.replacingOccurrences(of: "://", with: "\\://")
}

/// An address between angle brackets: what could end them is percent-encoded.
func linkTarget(_ address: Address) -> String {
  let safe = printable(address.redacted, keepsLines: false)
  return [("<", "%3C"), (">", "%3E"), (" ", "%20"), ("\\", "%5C"), ("|", "%7C")]
    .reduce(safe) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
}

internal import Conversations
internal import Exporting
internal import Foundation
internal import Profiles
internal import Ranking

/// One conversation for people: its posts in full, then why it is relevant.
struct ConversationPage {
  private let listed: ListedConversation
  /// What the team did.
  private let acts: [Act]
  private let now: Date
  private let profile: String

  init(_ listed: ListedConversation, _ acts: [Act], at now: Date, profile: String) {
    self.listed = listed
    self.acts = acts
    self.now = now
    self.profile = profile
  }

  var lines: [String] {
    let conversation = listed.conversation
    var facts = [
      conversation.community.styled(.cyan), age(of: conversation.lastActivity, at: now),
      replies(conversation.replies), listed.shortID.styled(.yellow),
    ]
    if listed.state != .new, listed.state != .snoozed {
      facts.append(listed.state.rawValue + (listed.state == .saved ? " ★" : ""))
    }
    facts += standingFacts(listed, at: now)
    var lines = [listed.heading.styled(.bold), facts.joined(separator: " · ")]
    if let address = conversation.address { lines.append(address.redacted.safe) }
    if let external = conversation.external { lines.append("about \(external.redacted.safe)") }
    if let also = alsoLine(listed) { lines.append(also) }
    if !acts.isEmpty { lines += ["", "What you did".styled(.bold)] + HistoryPage.ledger(acts) }
    for post in conversation.posts { lines += [""] + self.lines(of: post) }
    lines += ["", "Score \(score(listed.ranked.score))".styled(.bold)]
    lines += reasonLines(listed.ranked.reasons, profile: profile)
    if listed.ranked.reasons.isEmpty { lines.append("  nothing of the profile stands in it") }
    if !listed.ranked.voices.isEmpty {
      lines += ["", "What only you can say".styled(.bold)]
      lines += listed.ranked.voices.map { "  \($0.say.safe)  \(profile.safe):\($0.line)" }
    }
    return lines
  }

  private func lines(of post: Post) -> [String] {
    let name = post.author?.styled(.green) ?? "somebody"
    let when = post.published.map { age(of: $0, at: now) } ?? "at an unknown time"
    let what = post.role == .opening ? "" : " answered"
    let text = post.text.isEmpty ? "(no text)" : printable(post.text, keepsLines: true)
    let body = text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    return ["\(name)\(what) · \(when)"] + body
  }
}

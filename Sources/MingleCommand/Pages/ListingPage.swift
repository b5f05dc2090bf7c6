internal import Conversations
internal import Exporting
internal import Foundation
internal import Profiles
internal import Ranking

/// A listing for people: each conversation with where it is, how old, and why it is here.
struct ListingPage {
  private let listing: Listing
  /// Whether each is told with its relevance instead of its score: a list shows what orders it.
  private let isByRelevance: Bool

  init(_ listing: Listing, isByRelevance: Bool = false) {
    self.listing = listing
    self.isByRelevance = isByRelevance
  }

  var lines: [String] {
    var lines = [heading, ""]
    lines += RepliesPage(listing.answered, at: listing.window.until).summary
    for (index, listed) in listing.conversations.enumerated() {
      lines += item(index + 1, listed) + [""]
    }
    lines += footer
    return lines
  }

  private var heading: String {
    let business = listing.business.isEmpty ? "Mingle" : listing.business
    let until = listing.window.until.formatted(
      Date.ISO8601FormatStyle(timeZone: .current).year().month().day())
    return "\(business.styled(.bold)) · \(until) · \(summary)"
  }

  private var summary: String {
    let (relevant, considered) = (listing.relevant, listing.considered)
    let conversations = considered == 1 ? "conversation" : "conversations"
    let order = isByRelevance ? " · relevance in the place of the score" : ""
    return "\(relevant) of \(considered) \(conversations) relevant\(order)"
  }

  private func item(_ number: Int, _ listed: ListedConversation) -> [String] {
    let conversation = listed.conversation
    let indent = String(repeating: " ", count: 9)
    let worth = isByRelevance ? listed.ranked.relevance : listed.ranked.score
    let points = column(score(worth.rounded()), 4).styled(.green)
    let saved = listed.state == .saved ? " ★" : ""
    var facts = [
      conversation.community.styled(.cyan),
      age(of: conversation.lastActivity, at: listing.window.until),
      replies(conversation.replies),
    ]
    if let author = conversation.opening?.author { facts.append("by \(author.safe)") }
    facts.append(listed.shortID.styled(.yellow))
    facts += standingFacts(listed, at: listing.window.until)
    var lines = [
      "\(column("\(number).", 3)) \(points) \(listed.heading.styled(.bold))\(saved)",
      indent + facts.joined(separator: " · "),
    ]
    if let address = conversation.address { lines.append(indent + address.redacted.safe) }
    if let also = alsoLine(listed) { lines.append(indent + also) }
    lines += mainReasons(listed.ranked.reasons).map { indent + $0 }
    if !listed.ranked.excerpt.isEmpty {
      lines.append(indent + "“\(listed.ranked.excerpt.safe)”".styled(.faint))
    }
    if let voice = listed.ranked.voices.first {
      let source = "  \(listing.profile.path.safe):\(voice.line)".styled(.faint)
      lines.append("\(indent)say: \(voice.say.safe)\(source)")
    }
    return lines
  }

  /// The heaviest reasons, and the rest in one line: `show` tells them all.
  private func mainReasons(_ reasons: [Reason]) -> [String] {
    let most = 4
    guard reasons.count > most else { return reasonLines(reasons, profile: listing.profile.path) }
    let rest = reasons[(most - 1)...]
    let points = rest.reduce(0) { $0 + $1.points }
    return reasonLines(Array(reasons.prefix(most - 1)), profile: listing.profile.path)
      + [
        "\(column(signed((points * 10).rounded() / 10), 6)) \(rest.count) more: \(kinds(of: rest))"
      ]
  }

  /// The kinds of some reasons, each once, the heaviest first.
  private func kinds(of reasons: ArraySlice<Reason>) -> String {
    var kinds: [String] = []
    for reason in reasons where !kinds.contains(reason.signal) { kinds.append(reason.signal) }
    return kinds.joined(separator: ", ")
  }

  /// What gave way so that no room fills the list.
  private var waiting: [String] {
    guard !listing.waiting.isEmpty else { return [] }
    let counts = listing.waiting.prefix(3).map { "\($0.count) of \($0.community.safe)" }
    let rest = listing.waiting.dropFirst(3).reduce(0) { $0 + $1.count }
    let all = (counts + (rest > 0 ? ["\(rest) of others"] : [])).joined(separator: ", ")
    return ["Further down for variety: \(all). By score alone: --all"]
  }

  private var footer: [String] {
    guard let first = listing.conversations.first else {
      return [
        listing.considered == 0
          ? "Nothing was said in this time; look further back with --since 7d, or add communities "
            + "with: mingle feeds add"
          : "Nothing here speaks of the profile's keywords; look further back with --since 7d, or "
            + "widen \(listing.profile.path.safe)."
      ]
    }
    let more = listing.relevant - listing.conversations.count
    let rest = more > 0 ? "\(more) more with --limit \(listing.relevant). " : ""
    return waiting + [
      "\(rest)Read one: mingle show \(first.shortID) · keep it: mingle save \(first.shortID)"
    ]
  }
}

/// Where else a conversation runs; nil if it does not.
func alsoLine(_ listed: ListedConversation) -> String? {
  guard !listed.alsoAt.isEmpty else { return nil }
  let places = listed.alsoAt.map { place, shortID in
    "\(place.community.styled(.cyan)) (\(shortID.styled(.yellow)))"
  }
  return "also at \(places.joined(separator: ", "))"
}

/// Who has claimed a conversation, and until when it was put off.
func standingFacts(_ listed: ListedConversation, at moment: Date) -> [String] {
  var facts: [String] = []
  if let claim = listed.claim {
    facts.append("claimed by \(claim.person.safe), \(age(of: claim.at, at: moment))")
  }
  if let snooze = listed.snooze {
    let back =
      listed.state == .snoozed ? "" : snooze.until <= moment ? ", back" : ", back on a reply"
    facts.append("snoozed until \(dayAndTime(snooze.until))\(back)")
  }
  return facts
}

/// A line a reason: points, why, and the profile's line that it comes from.
func reasonLines(_ reasons: [Reason], profile: String) -> [String] {
  reasons.map { reason in
    let source = reason.profileLine.map { "  \(profile.safe):\($0)".styled(.faint) } ?? ""
    return "\(column(signed(reason.points), 6)) \(reason.because.safe)\(source)"
  }
}

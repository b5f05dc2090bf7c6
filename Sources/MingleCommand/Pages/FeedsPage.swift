internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle

/// The feed list for people: how each feed is doing.
struct FeedsPage {
  private let feeds: [ListedFeed]
  private let words: FeedWords

  init(_ feeds: [ListedFeed], at now: Date) {
    self.feeds = feeds
    words = FeedWords(at: now, calendar: .current)
  }

  var lines: [String] {
    guard !feeds.isEmpty else {
      return ["The list is empty; add a community with: mingle feeds add r/espresso"]
    }
    let followed = feeds.filter { $0.conversation != nil }
    var lines = feeds.filter { $0.conversation == nil }.flatMap(item)
    if !followed.isEmpty {
      lines += ["", "Followed, for the replies to conversations that you joined:"]
      lines += followed.flatMap(item)
    }
    if feeds.contains(where: { $0.notes > 0 }) {
      lines += ["", "What was odd in a feed is told by: mingle feeds parse FEED"]
    }
    return lines + ["", summary]
  }

  /// `42 feeds: 39 well, 2 failing, 1 gone`.
  private var summary: String {
    let tally = FeedTally(feeds)
    let parts = tally.parts.map { "\($0.count) \($0.name)" }
    return "\(counted(tally.listed, "feed")): \(parts.joined(separator: ", "))"
      + (tally.followed > 0 ? "; \(tally.followed) followed" : "")
  }

  private func item(_ feed: ListedFeed) -> [String] {
    let mark =
      switch feed.state {
      case .ok: "ok     ".styled(.green)
      case .new: "new    ".styled(.cyan)
      case .waiting: "waiting".styled(.yellow)
      case .failing: "failing".styled(.yellow)
      case .gone: "gone   ".styled(.faint)
      }
    var facts = ["\(column(String(feed.entries), 5)) \(feed.entries == 1 ? "post" : "posts")"]
    let address = Address.redacted(feed.url)
    if !feed.title.isEmpty, feed.title != address { facts.append(feed.title.styled(.bold)) }
    if feed.notes > 0 { facts.append(counted(feed.notes, "oddity", "oddities")) }
    let lines = [address] + words.lines(feed)
    return ["\(mark)  \(facts.joined(separator: " · "))"] + lines.map { "         \($0.safe)" }
  }
}

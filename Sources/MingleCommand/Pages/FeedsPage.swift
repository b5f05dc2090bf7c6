internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle

/// The feed list for people: how each feed is doing.
struct FeedsPage {
  private let feeds: [ListedFeed]
  private let now: Date

  init(_ feeds: [ListedFeed], at now: Date) {
    self.feeds = feeds
    self.now = now
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
    return lines
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
    var facts = ["\(column(String(feed.entries), 5)) posts"]
    if !feed.title.isEmpty { facts.append(feed.title.styled(.bold)) }
    if feed.notes > 0 { facts.append(counted(feed.notes, "oddity", "oddities")) }
    var lines = ["\(mark)  \(facts.joined(separator: " · "))"]
    let address = Address.redacted(feed.url)
    lines.append("         \(address.safe)")
    if !feed.error.isEmpty { lines.append("         \(feed.error.safe)\(due(feed))") }
    return lines
  }

  private func due(_ feed: ListedFeed) -> String {
    guard feed.state != .gone, let next = feed.nextDue, next > now else { return "" }
    return "; next try \(dayAndTime(next))"
  }
}

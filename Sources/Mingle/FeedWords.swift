internal import Conversations
package import Foundation

/// What is told of a feed, in words that need no explanation.
package struct FeedWords: Sendable {
  private let moments: MomentWords

  /// Words for a moment, in the time of a calendar.
  package init(at now: Date, calendar: Calendar) {
    moments = MomentWords(now: now, calendar: calendar)
  }

  /// How a feed is doing, a sentence a line; nothing where all is well and nothing is known.
  package func lines(_ feed: ListedFeed) -> [String] {
    [
      feed.state == .gone ? gone(feed) : nil, waiting(feed), failing(feed), rest(feed), moved(feed),
      silence(feed.silence), missed(feed.missed),
    ].compactMap(\.self)
  }

  /// That nobody asks for a feed any more, and how it is asked for again.
  package func gone(_ feed: ListedFeed) -> String {
    let since = feed.goneSince.map { " since \(moments.day($0))" } ?? ""
    return "gone\(since); nobody asks it any more; ask again with: mingle feeds enable "
      + Address.redacted(feed.url)
  }

  /// Since when a feed has been failing, why, and when it is tried again.
  package func failing(_ feed: ListedFeed) -> String? {
    guard feed.state != .gone else { return nil }
    // What is refused never failed.
    guard let failing = feed.failing else { return feed.state == .failing ? feed.error : nil }
    let times = failing.times == 1 ? "once" : "\(failing.times) times"
    let next = moments.isAhead(feed.nextDue).map { "; next try \(moments.moment($0))" } ?? ""
    return "failing since \(moments.dayOrTime(failing.since)) (\(times)): \(feed.error)\(next)"
  }

  /// Since when a feed has had nothing new, if that is far longer than usual.
  package func silence(_ silence: FeedSilence) -> String? {
    guard case .silent(let since, let gap) = silence else { return nil }
    return "silent since \(moments.day(since)); it used to write every \(Self.days(gap))"
  }

  /// Until when a host wants to be left alone, and how many feeds wait for that.
  package func closed(_ host: RefreshSummary.ClosedHost) -> String {
    "\(host.host) asked to be left alone until \(moments.moment(host.until)); "
      + (host.feeds == 1 ? "1 feed waits" : "\(host.feeds) feeds wait")
  }

  private func waiting(_ feed: ListedFeed) -> String? {
    guard let (host, until) = feed.waitingFor else { return nil }
    return "waiting for \(host)"
      + (until.map { " until \(moments.moment($0))" }
        ?? ", which asked to be left alone for a while")
  }

  private func rest(_ feed: ListedFeed) -> String? {
    if feed.lastRead == nil, feed.state != .gone { return "never read yet" }
    guard feed.state == .ok else { return nil }
    return moments.isAhead(feed.nextDue).map { "fresh until \(moments.moment($0))" }
  }

  private func moved(_ feed: ListedFeed) -> String? {
    feed.movedTo.map { "moved to \($0.redacted)" }
  }

  private func missed(_ missed: MissedPosts?) -> String? {
    guard let missed else { return nil }
    let remedy =
      switch missed.remedy {
      case .fetch(let every):
        "; read it more often: run mingle fetch by cron at least every \(Self.time(every))"
      case .set(let every):
        "; read it more often: every: \(Self.setting(every)) in settings.yaml"
      case nil: ""
      }
    return "may have missed posts between "
      + moments.stretch(from: missed.gap.from, until: missed.gap.until) + remedy
  }

  /// `day`, `two days`, `30 days`.
  private static func days(_ gap: Duration) -> String {
    let days = Int(gap.components.seconds / 86_400)
    return days <= 1 ? "day" : "\(days < numbers.count ? numbers[days] : String(days)) days"
  }

  private static let numbers = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// `30 minutes`, `hour`, `three hours`, `day`.
  private static func time(_ interval: Duration) -> String {
    let minutes = Int(interval.components.seconds / 60)
    if minutes < 60 { return "\(minutes) minutes" }
    if minutes >= 24 * 60 { return days(interval) }
    return minutes < 120 ? "hour" : "\(numbers[min(minutes / 60, 12)]) hours"
  }

  /// An interval as it is written in the settings: `30m`, `3h`.
  private static func setting(_ interval: Duration) -> String {
    let minutes = Int(interval.components.seconds / 60)
    return minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes)m"
  }
}

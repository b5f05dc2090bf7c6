package import Conversations
internal import Foundation

/// Posts that may have been missed, and what would have helped.
package struct MissedPosts: Sendable, Hashable {
  package var gap: FeedGap
  /// What would keep it from happening again; nil where nothing would, because the feed or its place
  /// wants to be read less often than it would take.
  package var remedy: Remedy?

  package enum Remedy: Sendable, Hashable {
    /// The feeds are allowed to be read often enough, and are not: so far apart at most they should be.
    case fetch(every: Duration)
    /// `every` in the settings is longer than the feed's documents reach back.
    case set(every: Duration)
  }

  package init(gap: FeedGap, remedy: Remedy? = nil) {
    self.gap = gap
    self.remedy = remedy
  }

  /// Tells the remedy from how far the document reached back that came too late. `every` is what the
  /// settings say; `wish` is what the feed and its place ask for.
  package init(gap: FeedGap, every: Duration, wish: Duration) {
    self.gap = gap
    let reach = Duration.seconds(Int(gap.noticed.timeIntervalSince(gap.until)))
    let pause = Duration.seconds(Int(gap.noticed.timeIntervalSince(gap.readBefore)))
    let least = max(wish, Self.leastEvery)
    guard let interval = Self.roundIntervals.last(where: { $0 <= reach }) else { return }
    if pause > reach, max(every, least) <= reach {
      remedy = .fetch(every: interval)
    } else if every > reach, interval >= least {
      remedy = .set(every: interval)
    }
  }

  /// No feed is read more often, whatever the settings say.
  private static let leastEvery = Duration.seconds(1800)
  /// What people write into settings and tables of cron.
  private static let roundIntervals: [Duration] = [
    .seconds(1800), .seconds(3600), .seconds(7200), .seconds(10_800), .seconds(14_400),
    .seconds(21_600), .seconds(43_200), .seconds(86_400),
  ]
}

package import Foundation

/// Whether a feed has had nothing new for far longer than it used to.
package enum FeedSilence: Sendable, Hashable {
  /// It had something new lately, by its own measure.
  case speaking
  /// It has had nothing new since a time, and used to have something on days so far apart.
  case silent(since: Date, usualGap: Duration)
  /// It had too few posts to tell, or holds one thread, which ends when the talk does.
  case unknown

  /// Nobody worries before.
  package static let patience = Duration.seconds(14 * 86_400)
  /// So many times the usual gap is far longer than usual.
  private static let manyGaps = 5
  /// From so many posts on something is usual.
  private static let enoughPosts = 5
  /// Habits change; so many days with posts are looked back.
  private static let latestDays = 50

  /// Tells from when its posts were said, earliest first, as they stood when it was last read: a feed
  /// that nobody reads is not silent.
  package init(posts: [Date], conversations: Int, lastRead: Date) {
    let posts = posts.filter { $0 <= lastRead }
    guard let last = posts.last, posts.count >= Self.enoughPosts, conversations > 1 else {
      self = .unknown
      return
    }
    let usual = Self.usualGap(between: posts)
    let silence = Duration.seconds(Int(lastRead.timeIntervalSince(last)))
    self =
      silence > max(Self.patience, usual * Self.manyGaps)
      ? .silent(since: last, usualGap: usual) : .speaking
  }

  /// The median of the gaps between days with posts, a day at least: a blog that writes three posts on
  /// each first of the month has a gap of a month.
  private static func usualGap(between posts: [Date]) -> Duration {
    let day = 86_400.0
    let days = Set(posts.map { ($0.timeIntervalSince1970 / day).rounded(.down) }).sorted()
      .suffix(latestDays)
    let gaps = zip(days.dropFirst(), days).map { $0 - $1 }.sorted()
    return .seconds(Int((gaps.isEmpty ? 1 : gaps[gaps.count / 2]) * day))
  }
}

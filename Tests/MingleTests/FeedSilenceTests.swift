import Foundation
import Mingle
import Testing

@Suite struct FeedSilenceTests {
  private static let day = 86_400.0

  /// Posts at so many days after a start, in a feed that was last read at another.
  private func silence(
    _ days: [Double], readOn last: Double, conversations: Int = 5
  ) -> FeedSilence {
    FeedSilence(
      posts: days.map { Self.date($0) }, conversations: conversations, lastRead: Self.date(last))
  }

  private static func date(_ day: Double) -> Date {
    Date(timeIntervalSince1970: 1_800_000_000 + day * Self.day)
  }

  /// Several a day, one a day, one a week, and three on each first of a month.
  @Test(arguments: [
    ([0, 0.1, 0.2, 0.3, 0.4], 14.4, 1),
    ([0, 1, 2, 3, 4], 18, 1),
    ([0, 7, 14, 21, 28], 63, 7),
    ([0, 0.1, 0.2, 30, 30.1, 30.2, 60, 60.1, 60.2], 210.2, 30),
  ])
  func isFarLongerThanUsual(days: [Double], patience: Double, usual: Int) {
    #expect(silence(days, readOn: patience) == .speaking)
    #expect(
      silence(days, readOn: patience + 0.01)
        == .silent(
          since: Self.date(days.last ?? 0), usualGap: .seconds(usual * Int(Self.day))))
  }

  @Test func ofTooFewPostsNothingIsTold() {
    #expect(silence([], readOn: 100) == .unknown)
    #expect(silence([0, 1, 2, 3], readOn: 100) == .unknown)
  }

  @Test func aThreadEndsWhenTheTalkDoes() {
    #expect(silence([0, 1, 2, 3, 4], readOn: 100, conversations: 1) == .unknown)
  }

  /// Nobody read it for months; that is not the feed's silence.
  @Test func aFeedThatNobodyReadsIsNotSilent() {
    #expect(silence([0, 1, 2, 3, 4], readOn: 5) == .speaking)
    #expect(silence([0, 1, 2, 3, 4, 90], readOn: 5) == .speaking)
  }

  /// A feed that once wrote every month and now every day is measured by its later days.
  @Test func habitsChange() {
    let months = (0..<40).map { Double($0) * 30 }
    let days = (1...50).map { 39 * 30 + Double($0) }
    #expect(
      silence(months + days, readOn: 39 * 30 + 70)
        == .silent(since: Self.date(39 * 30 + 50), usualGap: .seconds(86_400)))
  }
}

import Fetching
import Testing

@testable import Mingle

@Suite struct PacesTests {
  private func interval(of feed: String, among feeds: [String]) -> Duration {
    Paces(of: feeds).slowed(Politeness(every: .seconds(1800)), for: feed).interval
  }

  @Test func otherFeedsKeepTheIntervalOfTheSettings() {
    let feed = "https://blog.example/feed"
    #expect(interval(of: feed, among: [feed]) == .seconds(1800))
    #expect(interval(of: "samples/reddit.xml", among: ["samples/reddit.xml"]) == .seconds(1800))
  }

  @Test func aPlaceWithLimitsIsAskedLess() {
    let feed = "https://www.reddit.com/r/espresso/new/.rss"
    #expect(interval(of: feed, among: [feed]) == .seconds(3600))
  }

  /// A hundred communities, a request every 65 seconds, are not read within the hour.
  @Test func manyFeedsOfAPlaceShareWhatItAllows() {
    let feeds = (1...100).map { "https://www.reddit.com/r/room\($0)/hot/.rss" }
    #expect(interval(of: feeds[7], among: feeds) == .seconds(6500))
  }

  /// They are asked for together.
  @Test func manyCommunitiesInOrderOfTimeTakeOneRequest() {
    let feeds = (1...100).map { "https://www.reddit.com/r/room\($0)/new/.rss" }
    #expect(interval(of: feeds[7], among: feeds) == .seconds(3600))
  }

  @Test func whoAsksLessStillDoes() {
    let feed = "https://www.reddit.com/r/espresso/new/.rss"
    let rules = Paces(of: [feed]).slowed(Politeness(every: .seconds(86_400)), for: feed)
    #expect(rules.interval == .seconds(86_400))
  }
}

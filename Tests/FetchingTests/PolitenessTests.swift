import Conversations
import Fetching
import Foundation
import Testing

@Suite struct DueTests {
  @Test func aFeedIsDueWhenItsTimeHasCome() {
    var story = Story()
    #expect(story.politeness.isDue(story.visit, now: noon))
    story.meet(answer(200), .feed())
    #expect(!story.politeness.isDue(story.visit, now: noon + hour - 1))
    #expect(story.politeness.isDue(story.visit, now: noon + hour))
  }

  @Test func forceOverridesFreshnessAndBackoff() {
    var story = Story()
    story.meet(answer(200, ["Cache-Control": "max-age=86400"]), .feed())
    #expect(story.politeness.isDue(story.visit, now: noon, forced: true))
    for _ in 0..<9 { story.fail() }
    #expect(story.politeness.isDue(story.visit, now: noon, forced: true))
  }

  @Test func aClockThatWasWrongHoldsNobodyBack() {
    var story = Story()
    story.visit.nextDue = noon + 8 * day
    #expect(story.politeness.isDue(story.visit, now: noon))
    story.visit.nextDue = noon + 6.5 * day
    #expect(!story.politeness.isDue(story.visit, now: noon))
    let closure = HostClosure(host: "beans.example", until: noon + 400 * day, strikes: 0)
    #expect(story.politeness.closedUntil(closure, now: noon) == nil)
  }

  /// The clock was years ahead when the feed was read, and is right again.
  @Test func aClockThatWasPutBackHoldsNobodyBack() {
    var story = Story(now: noon + 3 * day)
    story.meet(answer(200), .feed())
    #expect(story.politeness.isDue(story.visit, now: noon))
    #expect(story.politeness.lastAsked(story.visit, now: noon) == .distantPast)
    // A second or two are set right all the time.
    #expect(!story.politeness.isDue(story.visit, now: story.now - 5))
    #expect(story.politeness.lastAsked(story.visit, now: story.now - 5) == story.now)
  }

  @Test(arguments: [
    ("https://beans.example/feed#part", "https://beans.example/feed"),
    ("https://beans.example", "https://beans.example/"),
    ("https://beans.example?a=1#", "https://beans.example/?a=1"),
    ("https://beans.example/a%20b?c=%2F&d", "https://beans.example/a%20b?c=%2F&d"),
  ])
  func whatIsAskedHasNoFragment(_ feed: String, _ asked: String) {
    #expect(Politeness().address(of: Visit(feed: feed))?.text == asked)
  }

  @Test func whatIsNoAddressHasNoRequest() {
    #expect(Politeness().address(of: Visit(feed: "file:///etc/passwd")) == nil)
  }
}

@Suite struct BackoffTests {
  @Test func eachFailureDoublesTheWaitUpToSixDays() {
    var story = Story()
    var waits: [TimeInterval] = []
    for _ in 0..<12 {
      story.fail()
      waits.append((story.wait ?? 0) / hour)
    }
    #expect(waits == [0.5, 1, 2, 4, 8, 16, 32, 64, 128, 144, 144, 144])
    #expect(story.visit.failures == 12)
    #expect(story.visit.state == .active)
    #expect(story.visit.problem == "connection refused by beans.example")
    #expect(story.visit.status == nil)
  }

  @Test func oneSuccessEndsIt() {
    var story = Story()
    for _ in 0..<5 { story.meet(answer(500)) }
    #expect(story.visit.problem == "HTTP 500: the server has an error")
    story.meet(answer(200), .feed())
    #expect(story.visit.failures == 0)
    #expect(story.wait == hour)
    story.meet(answer(404))
    #expect(story.wait == 30 * minute)
    #expect(story.visit.problem == "HTTP 404: not found")
    #expect(story.visit.succeeded == noon)
  }

  @Test func absurdCountsDoNotOverflow() {
    var story = Story()
    for failures in [Int.max, Int.min, -1] {
      story.visit.failures = failures
      story.fail()
      #expect(story.visit.failures > 0)
    }
  }

  /// A redirect that is only for now tells nothing about for ever.
  @Test func goneBehindATemporaryRedirectIsAFailure() {
    var story = Story()
    let elsewhere = "https://elsewhere.example/"
    story.meet(answer(410, from: elsewhere, hops: [(302, feedURL, elsewhere)]))
    #expect(story.visit.state == .active)
    #expect(story.wait == 30 * minute)
    story.meet(answer(410, from: elsewhere, hops: [(301, feedURL, elsewhere)]))
    #expect(story.visit.state == .gone)
  }

  @Test func goneIsForEver() {
    var story = Story()
    story.meet(answer(200, ["ETag": "\"1\""]), .feed())
    story.meet(answer(410))
    #expect(story.visit.state == .gone)
    #expect(story.visit.nextDue == nil)
    #expect(story.visit.status == 410)
    #expect(
      story.visit.problem == "HTTP 410: gone for good; it is not asked again unless enabled")
    #expect(!story.politeness.isDue(story.visit, now: noon + 999 * day, forced: true))
  }
}

@Suite struct MoveTests {
  static let new = "https://new.example/feed"
  static let newer = "https://newer.example/feed"

  @Test(
    arguments: [
      ([301], new), ([308], new), ([302], nil), ([303], nil), ([307], nil), ([301, 302], new),
      ([302, 301], nil), ([301, 308], newer),
    ] as [([Int], String?)])
  func onlyTheLeadingPermanentRunMoves(_ statuses: [Int], _ target: String?) {
    var story = Story()
    let places = [feedURL, Self.new, Self.newer]
    let hops = statuses.indices.map { (statuses[$0], places[$0], places[$0 + 1]) }
    story.meet(answer(200, from: places[statuses.count], hops: hops), .feed())
    #expect(story.visit.movedTo == target.map(address))
    #expect(story.visit.feed == feedURL)
    #expect(story.politeness.address(of: story.visit) == address(target ?? feedURL))
  }

  @Test func aTargetThatIsNoFeedMovesNothing() {
    var story = Story()
    let hops = [(301, feedURL, Self.new)]
    story.meet(answer(200, from: Self.new, hops: hops), .rejected("a login page"))
    #expect(story.visit.movedTo == nil)
    story.meet(answer(404, from: Self.new, hops: hops))
    #expect(story.visit.movedTo == nil)
  }

  @Test func threeFailuresLeadBackToTheOldPlace() {
    var story = Story()
    story.meet(answer(200, from: Self.new, hops: [(301, feedURL, Self.new)]), .feed())
    story.fail()
    story.meet(answer(404, from: Self.new))
    #expect(story.politeness.address(of: story.visit) == address(Self.new))
    story.meet(answer(200, from: Self.new), .rejected("parked"))
    #expect(story.politeness.address(of: story.visit) == address(feedURL))
    story.meet(answer(200), .feed())
    #expect(story.visit.movedTo == nil)
    #expect(story.visit.failures == 0)
  }

  @Test func itMovesOnAndBackAgain() {
    var story = Story()
    story.meet(answer(200, from: Self.new, hops: [(301, feedURL, Self.new)]), .feed())
    story.meet(answer(200, from: Self.newer, hops: [(301, Self.new, Self.newer)]), .feed())
    #expect(story.visit.movedTo == address(Self.newer))
    story.meet(answer(200, hops: [(301, Self.newer, feedURL)]), .feed())
    #expect(story.visit.movedTo == nil)
  }
}

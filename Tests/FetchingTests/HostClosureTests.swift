import Conversations
import Fetching
import Foundation
import Testing

@Suite struct HostClosureTests {
  private func wait(
    _ answer: Answer, previous: HostClosure? = nil, host: String = "beans.example"
  ) -> TimeInterval? {
    Politeness().closure(host, answer, previous: previous, now: noon)?
      .until.timeIntervalSince(noon)
  }

  @Test(
    arguments: [429, 503],
    [
      ("120", 120), ("0", 1), ("1", 1), ("999999999999", 6 * day), ("30.5", 31), ("120, 60", 120),
      ("Mon, 20 Nov 2023 12:10:00 GMT", 600), ("Monday, 20-Nov-23 12:10:00 GMT", 600),
      ("Mon, 20 Nov 2023 11:00:00 GMT", 1), ("Fri, 31 Dec 2099 00:00:00 GMT", 6 * day),
    ] as [(String, TimeInterval)])
  func retryAfterClosesTheHost(_ status: Int, _ row: (String, TimeInterval)) {
    #expect(wait(answer(status, ["Retry-After": row.0])) == row.1)
  }

  @Test func aDateIsMeasuredByTheServersClock() {
    let headers: KeyValuePairs = [
      "Retry-After": "Tue, 01 Jan 2030 00:05:00 GMT", "Date": "Tue, 01 Jan 2030 00:00:00 GMT",
    ]
    #expect(wait(answer(429, headers)) == 300)
  }

  @Test(arguments: [200, 301, 404, 500]) func otherAnswersDoNot(_ status: Int) {
    #expect(wait(answer(status, ["Retry-After": "120"])) == nil)
  }

  @Test(arguments: [429, 503]) func withoutAMomentTheWaitDoubles(_ status: Int) {
    var story = Story()
    var waits: [TimeInterval] = []
    for _ in 0..<12 {
      story.meet(answer(status))
      let wait = story.closures["beans.example"]?.until.timeIntervalSince(story.now) ?? 0
      waits.append(wait / minute)
      story.pass(wait + 1)
    }
    #expect(waits == [15, 30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 8640, 8640])
    story.meet(answer(200), .feed())
    #expect(story.closures.isEmpty)
    #expect(wait(answer(status, ["Retry-After": "soon"])) == 15 * minute)
  }

  /// Nobody was told of a limit: the feed waits as after any failure, its neighbours for the host.
  @Test func unavailableWithoutAMomentIsAFailureToo() {
    var story = Story()
    story.meet(answer(503))
    #expect(story.closures["beans.example"]?.until == noon + 15 * minute)
    #expect(story.visit.failures == 1)
    #expect(story.wait == 30 * minute)
    #expect(story.visit.problem == "HTTP 503: the service is unavailable")
  }

  @Test func aLimitIsNoFailureOfTheFeed() {
    var story = Story()
    story.meet(answer(200, ["ETag": "\"1\""]), .feed())
    story.meet(answer(429, ["Retry-After": "120"]))
    #expect(story.visit.failures == 0)
    #expect(story.wait == 120)
    #expect(story.etag == "\"1\"")
    #expect(
      story.visit.problem == "HTTP 429: too many requests; waiting until the host opens")
  }

  @Test(arguments: [
    ["X-Ratelimit-Remaining": "0", "X-Ratelimit-Reset": "58"],
    ["X-Ratelimit-Remaining": "0.0", "X-Ratelimit-Reset": "58.0"],
    ["RateLimit-Remaining": "0", "RateLimit-Reset": "58"],
    ["RateLimit-Remaining": "0", "RateLimit-Reset": "1700481658"],
    ["X-Rate-Limit-Remaining": "0", "X-Rate-Limit-Reset": "58"],
    ["RateLimit": "\"default\";r=0;t=58"], ["RateLimit": "limit=10, remaining=0, reset=58"],
  ])
  func aSpentBudgetClosesTheHostEvenAfterAFeed(_ headers: [String: String]) {
    var fields = Headers()
    for (name, value) in headers { fields.append(name: name, value: Array(value.utf8)) }
    for status in [200, 304, 403, 429] {
      let answer = Answer(address: address(feedURL), status: status, headers: fields)
      #expect(wait(answer) == 58)
    }
  }

  @Test(arguments: [
    ["X-Ratelimit-Remaining": "1", "X-Ratelimit-Reset": "58"], ["X-Ratelimit-Reset": "58"],
    ["X-Ratelimit-Remaining": "0"], ["X-Ratelimit-Remaining": "nan", "X-Ratelimit-Reset": "58"],
    ["X-Ratelimit-Remaining": "-", "X-Ratelimit-Reset": "58"], ["RateLimit": "r=5;t=58"],
  ])
  func aBudgetThatIsLeftDoesNot(_ headers: [String: String]) {
    var fields = Headers()
    for (name, value) in headers { fields.append(name: name, value: Array(value.utf8)) }
    #expect(wait(Answer(address: address(feedURL), status: 200, headers: fields)) == nil)
  }

  @Test func aSpentBudgetLeavesTheFeedWell() {
    var story = Story()
    story.meet(answer(200, ["X-Ratelimit-Remaining": "0", "X-Ratelimit-Reset": "58"]), .feed())
    #expect(story.visit.problem == "")
    #expect(story.wait == hour)
    #expect(story.closures["beans.example"]?.until == noon + 58)
  }

  @Test func redditIsClosedForAMinuteIfItNamesNoMoment() {
    #expect(wait(answer(429), host: "reddit.com") == 65)
    #expect(wait(answer(503), host: "reddit.com") == 15 * minute)
    #expect(wait(answer(429, ["X-Ratelimit-Remaining": "0", "X-Ratelimit-Reset": "30"])) == 30)
    #expect(wait(answer(429, ["Retry-After": "7"]), host: "reddit.com") == 7)
  }

  @Test func redditsForbiddenIsALimitWhenItsBudgetIsSpent() {
    var story = Story()
    story.meet(answer(403, ["X-Ratelimit-Remaining": "0", "X-Ratelimit-Reset": "30"]))
    #expect(story.visit.failures == 0)
    #expect(story.wait == 30)
    story.meet(answer(403))
    #expect(story.visit.failures == 1)
  }

  @Test func anAnswerThatWasUnderWayDoesNotOpenTheHost() {
    let closure = HostClosure(host: "beans.example", until: noon + 300, strikes: 0)
    #expect(wait(answer(200), previous: closure) == 300)
    let past = HostClosure(host: "beans.example", until: noon - 1, strikes: 2)
    #expect(wait(answer(200), previous: past) == nil)
  }

  @Test(arguments: [
    ("https://www.reddit.com/r/x/.rss", "reddit.com"),
    ("https://old.reddit.com/.rss", "reddit.com"),
    ("https://notreddit.com/", "notreddit.com"), ("https://Beans.Example/", "beans.example"),
    ("https://www.beans.example:443/", "beans.example"), ("http://127.0.0.1:80/", "127.0.0.1"),
    ("http://127.0.0.1:8080/", "127.0.0.1:8080"),
  ])
  func limitsCountByHost(_ url: String, _ host: String) {
    #expect(address(url).limitedHost == host)
  }

  @Test func aWaitingFeedKeepsItsPlaceAndItsProblem() {
    var story = Story()
    story.fail()
    let before = story.visit
    story.pass(hour)
    story.visit = story.politeness.settle(
      FetchOutcome(visit: before, result: .waiting(until: story.now + 400), at: story.now))
    #expect(story.wait == 400)
    #expect(story.visit.attempted == before.attempted)
    #expect(story.visit.failures == before.failures)
    #expect(story.visit.problem == before.problem)
  }

  /// Asked for by force while it was fresh, or failing, and refused by its host.
  @Test func aWaitingFeedIsNoSoonerDueThanBefore() {
    var story = Story()
    story.meet(answer(200, ["Cache-Control": "max-age=86400"]), .feed())
    story.visit = story.politeness.settle(
      FetchOutcome(visit: story.visit, result: .waiting(until: noon + 60), at: noon))
    #expect(story.wait == day)
  }

  @Test func anAnswerThatWasUnderWayMakesNoClosureShorterNorCountsTwice() {
    let closure = HostClosure(host: "beans.example", until: noon + 300, strikes: 1)
    #expect(wait(answer(429, ["Retry-After": "5"]), previous: closure) == 300)
    #expect(wait(answer(429, ["Retry-After": "600"]), previous: closure) == 600)
    #expect(
      Politeness().closure("beans.example", answer(429), previous: closure, now: noon) == closure)
  }

  /// Whole seconds are stored; what was cut off would let the host be asked too soon.
  @Test func aClosureEndsOnAWholeSecond() {
    let closure = Politeness().closure(
      "beans.example", answer(429, ["Retry-After": "2"]), previous: nil, now: noon + 0.9)
    #expect(closure?.until == noon + 3)
    var story = Story(now: noon + 0.9)
    story.meet(answer(200, ["Cache-Control": "max-age=7200"]), .feed())
    #expect(story.visit.nextDue == noon + 2 * hour + 1)
  }

  /// Of several limits in one answer the last one that is spent counts.
  @Test(
    arguments: [
      (["RateLimit": "\"burst\";r=0;t=10, \"day\";r=50;t=3600"], 10),
      (["RateLimit": "\"burst\";r=0;t=10, \"day\";r=0;t=3600"], 3600),
      (["X-Ratelimit-Remaining": "-3", "X-Ratelimit-Reset": "58"], 58),
      (["X-Ratelimit-Remaining": "0", "X-Ratelimit-Reset": "1700481658000"], 58),
      (["X-Ratelimit-Remaining": "0", "X-Ratelimit-Reset": "0"], 1),
      (
        [
          "X-Ratelimit-Remaining": "0", "X-Ratelimit-Reset": "1893456058",
          "Date": "Tue, 01 Jan 2030 00:00:00 GMT",
        ], 58
      ),
      (["Retry-After": "5", "X-Ratelimit-Remaining": "0", "X-Ratelimit-Reset": "58"], 58),
      (["Retry-After": "-5"], 900), (["Retry-After": ""], 900), (["Retry-After": "nan"], 900),
      (
        [
          "Retry-After": "Tue, 01 Jan 2030 00:05:00 GMT",
          "Date": "Tue, 01 Jan 2030 00:10:00 GMT",
        ], 1
      ),
    ] as [([String: String], TimeInterval)])
  func oddLimitsAreUnderstood(_ headers: [String: String], _ seconds: TimeInterval) {
    var fields = Headers()
    for (name, value) in headers { fields.append(name: name, value: Array(value.utf8)) }
    #expect(wait(Answer(address: address(feedURL), status: 429, headers: fields)) == seconds)
  }

  @Test func aFeedIsHeldBackByItsHostAlone() {
    var story = Story()
    story.meet(answer(429, ["Retry-After": "600"]))
    let closures = Array(story.closures.values)
    func isHeldBack(_ visit: Visit, _ patience: Duration = .seconds(3600)) -> Bool {
      story.politeness.isHeldBack(visit, by: closures, now: noon, patience: patience)
    }
    #expect(isHeldBack(story.visit))
    #expect(!isHeldBack(story.visit, .seconds(599)))
    // It was fresh, and would be if the host were open.
    story.visit.nextDue = noon + 601
    #expect(!isHeldBack(story.visit))
    story.visit.nextDue = noon
    story.visit.state = .gone
    #expect(!isHeldBack(story.visit))
    #expect(!isHeldBack(Visit(feed: "https://elsewhere.example/")))
  }
}

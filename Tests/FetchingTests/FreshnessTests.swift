import Conversations
import Fetching
import Foundation
import Testing

@Suite struct FreshnessTests {
  /// Headers and the feed's own wish, and in how many hours it is due.
  struct Row: Sendable {
    var headers: [String: String]
    var ttl: Duration?
    var hours: Double

    init(_ headers: [String: String], ttl: Duration? = nil, _ hours: Double) {
      self.headers = headers
      self.ttl = ttl
      self.hours = hours
    }
  }

  static let rows: [Row] = [
    Row([:], 1),
    Row(["Cache-Control": "max-age=7200"], 2),
    Row(["Cache-Control": "public, Max-Age=\"7200\""], 2),
    Row(["Cache-Control": "max-age=60"], 1),
    Row(["Cache-Control": "max-age=504576000"], 144),
    Row(["Cache-Control": "max-age=99999999999999999999999999"], 144),
    Row(["Cache-Control": "max-age=-5"], 1),
    Row(["Cache-Control": "max-age=soon"], 1),
    Row(["Cache-Control": "no-cache, max-age=7200"], 1),
    Row(["Cache-Control": "no-store"], 1),
    Row(["Cache-Control": "max-age=0"], 1),
    Row(["Expires": "0"], 1),
    Row(["Expires": "-1"], 1),
    Row(["Expires": "Mon, 20 Nov 2023 15:00:00 GMT"], 3),
    Row(["Expires": "Monday, 20-Nov-23 15:00:00 GMT"], 3),
    Row(["Expires": "Mon Nov 20 15:00:00 2023"], 3),
    Row(["Expires": "Mon, 20 Nov 2023 11:00:00 GMT"], 1),
    Row(["Expires": "Fri, 31 Dec 9999 23:59:59 GMT"], 144),
    Row(["Expires": "Tue, 01 Jan 2030 05:00:00 GMT", "Date": "Tue, 01 Jan 2030 00:00:00 GMT"], 5),
    Row(["Cache-Control": "max-age=7200", "Expires": "Fri, 31 Dec 9999 23:59:59 GMT"], 2),
    Row([:], ttl: .seconds(10_800), 3),
    Row([:], ttl: .seconds(60), 1),
    Row([:], ttl: .seconds(31_536_000), 144),
    Row(["Cache-Control": "max-age=7200"], ttl: .seconds(10_800), 3),
    Row(["Cache-Control": "s-maxage=86400"], 1),
    Row(["Cache-Control": "s-maxage=86400, max-age=7200"], 2),
    Row(["Cache-Control": "max-age=7200, immutable"], 2),
    Row(["Cache-Control": "max-age=31536000, immutable"], 144),
    Row(["Cache-Control": "private, max-age=7200, max-age=86400"], 2),
    Row(["Cache-Control": "max-age=10800", "Age": "3600"], 2),
    Row(["Cache-Control": "max-age=10800", "Age": "99999"], 1),
    Row(["Cache-Control": "max-age=7200", "Age": "-60"], 2),
    Row(["Cache-Control": "max-age=7200", "Age": "old"], 2),
    Row(["Expires": "Mon, 20 Nov 2023 15:00:00 GMT", "Age": "3600"], 2),
    Row(["Expires": ""], 1), Row(["Cache-Control": ""], 1),
    Row([:], ttl: .seconds(-60), 1), Row([:], ttl: .seconds(Int64.max), 144),
  ]

  @Test(arguments: rows) func theLongestWishIsHeard(_ row: Row) {
    var story = Story()
    var fields = Headers()
    for (name, value) in row.headers { fields.append(name: name, value: Array(value.utf8)) }
    story.meet(
      Answer(address: address(feedURL), status: 200, headers: fields), .feed(interval: row.ttl))
    #expect(story.wait == row.hours * hour)
  }

  @Test(
    arguments: [
      (60, 30 * minute), (2700, 45 * minute), (7200, 2 * hour), (9e6, 6 * day),
    ] as [(TimeInterval, TimeInterval)])
  func oneOwnIntervalIsBoundedToo(_ interval: TimeInterval, _ wait: TimeInterval) {
    var story = Story(politeness: Politeness(every: .seconds(interval)))
    story.meet(answer(200), .feed())
    #expect(story.wait == wait)
  }

  @Test func hintsSurviveNotModified() {
    var story = Story()
    story.meet(
      answer(200, ["ETag": "\"1\"", "Cache-Control": "max-age=7200"]),
      .feed(interval: .seconds(10_800)))
    story.pass(3 * hour)
    story.meet(answer(304))
    #expect(story.wait == 3 * hour)
    #expect(story.visit.hints.lifetime == .seconds(7200))
    story.meet(answer(304, ["Cache-Control": "max-age=14400"]))
    #expect(story.wait == 4 * hour)
    story.meet(answer(304, ["Cache-Control": "no-cache"]))
    #expect(story.wait == 3 * hour)
  }

  /// A lifetime that began long ago, told by a cache, is none; the next answer may be younger.
  @Test func anOldAnswerKeepsItsLifetimeForLater() {
    var story = Story()
    story.meet(
      answer(200, ["ETag": "\"1\"", "Cache-Control": "max-age=10800", "Age": "3600"]), .feed())
    #expect(story.wait == 2 * hour)
    story.meet(answer(304, ["Age": "10800"]))
    #expect(story.wait == hour)
    story.meet(answer(304))
    #expect(story.wait == 3 * hour)
  }

  @Test func repeatedCacheControlIsOneField() {
    var fields = Headers()
    for value in ["public", "max-age=7200", "must-revalidate"] {
      fields.append(name: "Cache-Control", value: Array(value.utf8))
    }
    var story = Story()
    story.meet(Answer(address: address(feedURL), status: 200, headers: fields), .feed())
    #expect(story.wait == 2 * hour)
  }

  /// Put off by six days and by a day to skip: still within what no clock is to blame for.
  @Test func theLongestWaitIsNotTakenForAWrongClock() {
    var story = Story(now: noon + 0.5)
    story.meet(
      answer(200, ["Cache-Control": "max-age=504576000"]), .feed(skipHours: Set(0...23)))
    #expect((story.wait ?? 0) > 6 * day)
    #expect(!story.politeness.isDue(story.visit, now: story.now))
  }

  @Test func aNewBodyReplacesTheHints() {
    var story = Story()
    story.meet(answer(200, ["Cache-Control": "max-age=7200"]), .feed(interval: .seconds(10_800)))
    story.meet(answer(200), .feed())
    #expect(story.wait == hour)
    #expect(story.visit.hints == Visit.Hints())
  }

  /// Hours and days to skip, and in how many hours the feed is due.
  struct Skip: Sendable {
    var hours: Set<Int> = []
    var days: Set<Int> = []
    var wait: Double
  }

  static let skips: [Skip] = [
    Skip(hours: [13], wait: 2),
    Skip(hours: [13, 14, 15], wait: 4),
    Skip(hours: [12, 14], wait: 1),
    Skip(hours: Set(0...23), wait: 25),
    // Noon of a Monday, which is day 2: it ends twelve hours later.
    Skip(days: [2], wait: 12),
    Skip(days: [3], wait: 1),
    Skip(days: [2, 3], wait: 25),
    Skip(days: Set(1...7), wait: 25),
    Skip(hours: [0], days: [2], wait: 13),
    Skip(hours: [99, -1], days: [0, 8], wait: 1),
  ]

  @Test(arguments: skips) func skippedHoursAndDaysDelayByADayAtMost(_ skip: Skip) {
    var story = Story()
    story.meet(answer(200), .feed(skipHours: skip.hours, skipDays: skip.days))
    #expect(story.wait == skip.wait * hour)
  }
}

import Foundation
import Mingle
import Testing

@Suite struct MomentsTests {
  private static func instant(_ text: String) throws -> Date {
    try Date(text, strategy: .iso8601)
  }

  /// A Saturday afternoon, where a day is not one of UTC.
  private static func moments() throws -> Moments {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
    return Moments(now: try instant("2026-03-28T15:00:00Z"), calendar: calendar)
  }

  @Test(arguments: [
    ("90m", "2026-03-28T16:30:00Z"), ("12h", "2026-03-29T03:00:00Z"),
    // The clocks go forward in the night: the same time of day is 23 hours away.
    ("1d", "2026-03-29T14:00:00Z"), ("3d", "2026-03-31T14:00:00Z"), ("2w", "2026-04-11T14:00:00Z"),
    ("tomorrow", "2026-03-28T23:00:00Z"), ("Monday", "2026-03-29T22:00:00Z"),
    ("mon", "2026-03-29T22:00:00Z"),
    // It is Saturday: the next one is meant.
    ("saturday", "2026-04-03T22:00:00Z"), ("2026-04-01", "2026-03-31T22:00:00Z"),
    ("2026-03-28T15:00:01Z", "2026-03-28T15:00:01Z"),
  ])
  func readsUntil(text: String, until: String) throws {
    let moments = try Self.moments()
    #expect(try moments.snoozed(until: text, from: moments.now) == Self.instant(until))
  }

  @Test(arguments: ["", "h", "3", "0d", "-1d", "3y", "noday", "2026-02-30", "99999999999d"])
  func refusesOtherTexts(text: String) throws {
    let moments = try Self.moments()
    #expect(
      throws: UsageFailure(
        "--until \(text): this is no time; write 12h, 3d, 2w, tomorrow, monday, or a day as "
          + "2026-03-16")
    ) { try moments.snoozed(until: text, from: moments.now) }
  }

  @Test(arguments: ["2026-03-28", "2026-03-28T15:00:00Z", "2025-01-01"])
  func untilIsLaterThanTheMomentOfIt(text: String) throws {
    let moments = try Self.moments()
    #expect(
      throws: UsageFailure(
        "--until \(text): that is not later than the moment of putting it off, "
          + "2026-03-28T15:00:00Z; give a later one")
    ) { try moments.snoozed(until: text, from: moments.now) }
  }

  @Test(arguments: [
    (nil, "2026-03-28T15:00:00Z"), ("2026-03-28", "2026-03-28T15:00:00Z"),
    ("2026-03-26", "2026-03-26T22:59:59Z"), ("2026-03-26T10:00:00Z", "2026-03-26T10:00:00Z"),
  ])
  func readsWhenItWasDone(on: String?, done: String) throws {
    #expect(try Self.moments().done(on: on) == Self.instant(done))
  }

  @Test func whatHasNotComeIsNotDone() throws {
    #expect(
      throws: UsageFailure(
        "--on 2026-03-29: that has not come yet; leave --on out for what is done now")
    ) { try Self.moments().done(on: "2026-03-29") }
  }
}

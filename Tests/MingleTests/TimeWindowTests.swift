import Conversations
import Foundation
import Mingle
import Testing

@Suite struct TimeWindowTests {
  /// A calendar in which a day is not one of UTC.
  private static let rotterdam: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt
    return calendar
  }()

  private static func instant(_ text: String) throws -> Date {
    try Date(text, strategy: .iso8601)
  }

  @Test(arguments: [
    ("24h", nil, "2026-03-13T15:00:00Z", "2026-03-14T15:00:00Z"),
    ("7d", nil, "2026-03-07T15:00:00Z", "2026-03-14T15:00:00Z"),
    ("2w", nil, "2026-02-28T15:00:00Z", "2026-03-14T15:00:00Z"),
    ("90m", nil, "2026-03-14T13:30:00Z", "2026-03-14T15:00:00Z"),
    ("2026-03-10", nil, "2026-03-09T23:00:00Z", "2026-03-14T15:00:00Z"),
    ("24h", "2026-03-12", "2026-03-11T22:59:59Z", "2026-03-12T22:59:59Z"),
    // Today is not over.
    ("24h", "2026-03-14", "2026-03-13T15:00:00Z", "2026-03-14T15:00:00Z"),
    ("24h", "2026-03-12T12:00:00Z", "2026-03-11T12:00:00Z", "2026-03-12T12:00:00Z"),
    // The clocks go forward on the 29th: the day has 23 hours.
    ("24h", "2026-03-29", "2026-03-28T21:59:59Z", "2026-03-29T21:59:59Z"),
  ])
  func reads(since: String, on: String?, start: String, end: String) throws {
    let window = try TimeWindow(
      since: since, on: on, now: Self.instant("2026-03-14T15:00:00Z"), calendar: Self.rotterdam)
    #expect(window.since == (try Self.instant(start)))
    #expect(window.until == (try Self.instant(end)))
  }

  @Test func allHasNoStart() throws {
    let window = try TimeWindow(since: "all", on: nil, now: Date(), calendar: Self.rotterdam)
    #expect(window.since == .distantPast)
  }

  @Test(arguments: [
    "", "h", "24", "0h", "-3d", "3y", "1e3d", "99999999999999999999d", "2026-13-1", "2999-01-01",
  ])
  func refusesOtherTexts(since: String) throws {
    #expect(throws: UsageFailure.self) {
      try TimeWindow(since: since, on: nil, now: Date(), calendar: Self.rotterdam)
    }
  }
}

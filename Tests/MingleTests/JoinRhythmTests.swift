import Conversations
import Foundation
import Mingle
import Testing

@Suite struct JoinRhythmTests {
  private static func calendar(_ zone: String) throws -> Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: zone))
    return calendar
  }

  private func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

  private func rhythm(
    _ joins: [String], _ since: String?, _ until: String, zone: String = "UTC"
  ) throws -> JoinRhythm {
    JoinRhythm(
      of: try joins.map(date),
      in: TimeWindow(since: try since.map(date) ?? .distantPast, until: try date(until)),
      calendar: try Self.calendar(zone))
  }

  @Test func countsEachDay() throws {
    let rhythm = try rhythm(
      [
        "2026-03-10T00:00:00Z", "2026-03-12T23:59:59Z", "2026-03-12T00:00:00Z",
        // Outside.
        "2026-03-09T23:59:59Z", "2026-03-14T12:00:01Z",
      ], "2026-03-10T00:00:00Z", "2026-03-14T12:00:00Z")
    #expect(rhythm.unit == .day)
    #expect(rhythm.stretches.map(\.joins) == [1, 0, 2, 0, 0])
    #expect(rhythm.stretches[2].start == (try date("2026-03-12T00:00:00Z")))
  }

  /// On 29 March 2026 a day in Rotterdam has 23 hours.
  @Test func daysAreThoseOfTheCalendar() throws {
    let rhythm = try rhythm(
      ["2026-03-28T22:59:00Z", "2026-03-28T23:01:00Z", "2026-03-29T22:01:00Z"],
      "2026-03-28T00:00:00Z", "2026-03-30T10:00:00Z", zone: "Europe/Amsterdam")
    #expect(rhythm.stretches.map(\.joins) == [1, 1, 1])
  }

  @Test(arguments: [
    ("2026-01-14", 60, JoinRhythm.Unit.day), ("2026-01-13", 9, .week),
    ("2025-03-14", 53, .week), ("2025-01-01", 15, .month), ("2016-03-14", 11, .year),
  ])
  func longerWindowsHaveLongerStretches(
    since: String, stretches: Int, unit: JoinRhythm.Unit
  ) throws {
    let rhythm = try rhythm(
      ["\(since)T12:00:00Z", "2026-03-14T12:00:00Z"], "\(since)T00:00:00Z", "2026-03-14T23:59:59Z"
    )
    #expect(rhythm.unit == unit)
    #expect(rhythm.stretches.count == stretches)
    #expect(rhythm.stretches.first?.joins == 1)
    #expect(rhythm.stretches.last?.joins == 1)
    #expect(rhythm.stretches.reduce(0) { $0 + $1.joins } == 2)
  }

  @Test func allTimeStartsWithTheFirstJoin() throws {
    let rhythm = try rhythm(
      ["2026-03-12T12:00:00Z", "2026-03-13T12:00:00Z"], nil, "2026-03-14T23:59:59Z")
    #expect(rhythm.stretches.map(\.joins) == [1, 1, 0])
    #expect(try self.rhythm([], nil, "2026-03-14T23:59:59Z").stretches.isEmpty)
  }
}

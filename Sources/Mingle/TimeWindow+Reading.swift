package import Conversations
package import Foundation

extension TimeWindow {
  /// The window of `--since` and `--on`.
  ///
  /// `since` is `24h`, `7d`, `2w`, a day (`2026-03-14`, from its first moment), or `all`. `on` is the
  /// day at whose end the window ends, or an instant of RFC 3339; nil for now. A day that is not over
  /// ends now. Days are meant in the calendar's time zone.
  package init(
    since: String, on: String?, now: Date, calendar: Calendar
  ) throws(UsageFailure) {
    let until = try on.map { text throws(UsageFailure) in try Self.end(of: text, now, calendar) }
    self.init(since: .distantPast, until: until ?? now)
    self.since = try Self.start(since, until: self.until, calendar)
    guard self.since <= self.until else {
      throw UsageFailure(
        "--since \(since): the time would start after its end, "
          + "\(on.map { "--on \($0)" } ?? "which is now"); give an earlier start")
    }
  }

  private static func end(
    of text: String, _ now: Date, _ calendar: Calendar
  ) throws(UsageFailure) -> Date {
    if let instant = try? Date(text, strategy: .iso8601) { return instant }
    guard let day = day(text, calendar),
      let next = calendar.date(byAdding: .day, value: 1, to: day)
    else {
      throw UsageFailure(
        "--on \(text): this is not a day; write it as 2026-03-14, or an instant as "
          + "2026-03-14T18:00:00Z")
    }
    // Both ends belong to the window: the last second of the day.
    let end = next.addingTimeInterval(-1)
    return day <= now && now < next ? now : end
  }

  private static func start(
    _ text: String, until: Date, _ calendar: Calendar
  ) throws(UsageFailure) -> Date {
    if text == "all" { return .distantPast }
    if let day = day(text, calendar) { return day }
    let units: [Character: TimeInterval] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]
    if let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()),
      (1...100_000).contains(count)
    {
      return until.addingTimeInterval(-unit * TimeInterval(count))
    }
    throw UsageFailure(
      "--since \(text): this is not a stretch of time; write 24h, 7d, 2w, a day as 2026-03-14, "
        + "or all")
  }

  /// The first moment of a day written as `2026-03-14`.
  static func day(_ text: String, _ calendar: Calendar) -> Date? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    let components = DateComponents(year: year, month: month, day: day)
    guard let date = calendar.date(from: components),
      calendar.dateComponents([.year, .month, .day], from: date)
        == DateComponents(year: year, month: month, day: day)
    else { return nil }
    return date
  }
}

internal import Conversations
package import Foundation

/// Reads the moments that acts are done at and put off until.
package struct Moments: Sendable {
  package var now: Date
  package var calendar: Calendar

  package init(now: Date, calendar: Calendar) {
    self.now = now
    self.calendar = calendar
  }

  /// When something was done: at the end of the day `on` (so that it is later than all that was
  /// listed for that day), at an instant of RFC 3339, or now. Throws a `UsageFailure` for what has not
  /// come yet.
  package func done(on text: String?) throws(UsageFailure) -> Date {
    let moment = try TimeWindow(since: "all", on: text, now: now, calendar: calendar).until
    guard let text, moment > now else { return moment }
    throw UsageFailure("--on \(text): that has not come yet; leave --on out for what is done now")
  }

  /// Until when something is put off that is done at `moment`: `12h`, `3d`, `2w`, `tomorrow`, a day of
  /// the week, a day as `2026-03-16` (each from its first moment), or an instant of RFC 3339.
  package func snoozed(until text: String, from moment: Date) throws(UsageFailure) -> Date {
    guard let until = read(text.lowercased(), from: moment) ?? (try? Date(text, strategy: .iso8601))
    else {
      throw UsageFailure(
        "--until \(text): this is no time; write 12h, 3d, 2w, tomorrow, monday, or a day as "
          + "2026-03-16")
    }
    guard until > moment else {
      throw UsageFailure(
        "--until \(text): that is not later than the moment of putting it off, "
          + "\(moment.formatted(.iso8601)); give a later one")
    }
    return until
  }

  private func read(_ text: String, from moment: Date) -> Date? {
    if let day = TimeWindow.day(text, calendar) { return day }
    let today = calendar.startOfDay(for: moment)
    if text == "tomorrow" { return calendar.date(byAdding: .day, value: 1, to: today) }
    if let weekday = Self.weekdays.firstIndex(where: { $0 == text || $0.prefix(3) == text }) {
      return calendar.nextDate(
        after: today, matching: DateComponents(weekday: weekday + 1), matchingPolicy: .nextTime)
    }
    guard let unit = text.last, let count = Int(text.dropLast()), (1...100_000).contains(count)
    else { return nil }
    // A day may have 23 or 25 hours; three days later is the same time of day.
    switch unit {
    case "m": return moment.addingTimeInterval(60 * TimeInterval(count))
    case "h": return moment.addingTimeInterval(3600 * TimeInterval(count))
    case "d": return calendar.date(byAdding: .day, value: count, to: moment)
    case "w": return calendar.date(byAdding: .day, value: 7 * count, to: moment)
    default: return nil
    }
  }

  /// In the order of the Gregorian calendar's numbers.
  private static let weekdays = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]
}

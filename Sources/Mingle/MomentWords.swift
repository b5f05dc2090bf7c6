internal import Foundation

/// Moments as people speak of them, seen from one of them: `14:05`, `tomorrow 09:00`, `Tuesday`,
/// `3 March`.
struct MomentWords: Sendable {
  var now: Date
  var calendar: Calendar

  /// The moment, if it is still to come.
  func isAhead(_ moment: Date?) -> Date? { moment.flatMap { $0 > now ? $0 : nil } }

  /// A moment to the minute.
  func moment(_ moment: Date) -> String {
    let time = time(moment)
    return distance(to: moment) == 0 ? time : "\(day(moment)) \(time)"
  }

  /// The day of a moment, and of today the time.
  func dayOrTime(_ moment: Date) -> String {
    distance(to: moment) == 0 ? time(moment) : day(moment)
  }

  /// The day of a moment; only of the days around now a name tells which is meant.
  func day(_ moment: Date) -> String {
    switch distance(to: moment) {
    case 0: return "today"
    case 1: return "tomorrow"
    case -1: return "yesterday"
    case -6...6: return Self.weekdays[(calendar.component(.weekday, from: moment) - 1) % 7]
    default:
      let parts = calendar.dateComponents([.year, .month, .day], from: moment)
      let day = "\(parts.day ?? 0) \(Self.months[((parts.month ?? 1) - 1) % 12])"
      return parts.year == calendar.component(.year, from: now) ? day : "\(day) \(parts.year ?? 0)"
    }
  }

  /// `09:10 and 10:40` of today, `09:10 and 10:40 on Tuesday`, `Monday 22:30 and Tuesday 07:00`.
  func stretch(from start: Date, until end: Date) -> String {
    guard calendar.isDate(start, inSameDayAs: end) else {
      return "\(moment(start)) and \(moment(end))"
    }
    let day =
      switch distance(to: start) {
      case 0: ""
      case 1, -1: " \(day(start))"
      default: " on \(day(start))"
      }
    return "\(time(start)) and \(time(end))\(day)"
  }

  private func time(_ moment: Date) -> String {
    let parts = calendar.dateComponents([.hour, .minute], from: moment)
    return [parts.hour, parts.minute].map { part in
      let digits = String(part ?? 0)
      return digits.count < 2 ? "0\(digits)" : digits
    }.joined(separator: ":")
  }

  /// In days of the calendar; negative for the past.
  private func distance(to moment: Date) -> Int {
    calendar.dateComponents(
      [.day], from: calendar.startOfDay(for: now), to: calendar.startOfDay(for: moment)
    ).day ?? 0
  }

  /// In the order of the Gregorian calendar's numbers; the pages are in English wherever they are read.
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

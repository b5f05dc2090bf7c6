package import Foundation

/// How long ago `date` was, for people: `just now`, `5 minutes ago`, `3 hours ago`, `2 days ago`.
package func age(of date: Date, at now: Date) -> String {
  let seconds = Int(max(0, min(now.timeIntervalSince(date), 1e10)))
  let units = [
    (86_400 * 365, "year"), (86_400 * 30, "month"), (86_400, "day"), (3600, "hour"), (60, "minute"),
  ]
  for (length, name) in units where seconds >= length {
    let count = seconds / length
    return "\(count) \(name)\(count == 1 ? "" : "s") ago"
  }
  return "just now"
}

/// A moment to the minute in the person's time zone: `2026-03-16 09:30`.
package func dayAndTime(_ moment: Date) -> String {
  moment.formatted(
    Date.ISO8601FormatStyle(timeZone: .current).year().month().day().dateTimeSeparator(.space)
      .time(includingFractionalSeconds: false)
  ).split(separator: ":").prefix(2).joined(separator: ":")
}

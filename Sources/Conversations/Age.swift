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

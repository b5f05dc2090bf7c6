package import Foundation

/// The number of replies, for people; unknown is not none.
package func replies(_ count: Int?) -> String {
  switch count {
  case nil: "? replies"
  case 0: "no replies yet"
  case 1: "1 reply"
  case let count?: "\(count) replies"
  }
}

/// A score or its part without needless digits: `87`, `12.5`.
package func score(_ points: Double) -> String {
  points == points.rounded()
    ? String(format: "%.0f", points) : String(format: "%.1f", points)
}

/// A part of a score with its sign: `+12.5`, `−3`.
package func signed(_ points: Double) -> String {
  points < 0 ? "−\(score(-points))" : "+\(score(points))"
}

/// The day of a moment where the team is: `2026-03-14`.
package func day(_ date: Date) -> String {
  date.formatted(Date.ISO8601FormatStyle(timeZone: .current).year().month().day())
}

/// A moment to the minute where the team is: `2026-03-16 09:30`.
package func dayAndTime(_ moment: Date) -> String {
  moment.formatted(
    Date.ISO8601FormatStyle(timeZone: .current).year().month().day().dateTimeSeparator(.space)
      .time(includingFractionalSeconds: false)
  ).split(separator: ":").prefix(2).joined(separator: ":")
}

package import Conversations
package import Foundation

/// How many joins there were in each day of a window, or in each longer stretch of a longer one.
package struct JoinRhythm: Sendable, Hashable {
  package var unit: Unit
  /// Earliest first, without gaps; empty if the window is open and nothing was joined.
  package var stretches: [Stretch]

  /// How long a stretch is.
  package enum Unit: String, Sendable {
    case day, week, month, year

    /// In days; what people call a month and a year is close enough for a bar.
    fileprivate var days: Int {
      switch self {
      case .day: 1
      case .week: 7
      case .month: 30
      case .year: 365
      }
    }
  }

  /// So many days, the last of them the window's last or that before the next stretch.
  package struct Stretch: Sendable, Hashable {
    /// Its first moment.
    package var start: Date
    package var joins: Int
  }

  /// More are no picture.
  private static let mostStretches = 60

  /// Counts when joins were, in days of a calendar; those outside of the window do not count.
  package init(of joins: [Date], in window: TimeWindow, calendar: Calendar) {
    let joins = joins.filter { (window.since...window.until).contains($0) }.sorted()
    // A window from the beginning of time starts with the first join.
    let since = window.since == .distantPast ? joins.first : window.since
    unit = .day
    stretches = []
    guard let since else { return }
    let (first, last) = (calendar.startOfDay(for: since), calendar.startOfDay(for: window.until))
    let days = 1 + (calendar.dateComponents([.day], from: first, to: last).day ?? 0)
    let units = [Unit.day, .week, .month, .year]
    unit = units.first { (days - 1) / $0.days < Self.mostStretches } ?? .year
    // Counted back from the last day, so that the latest stretch is a whole one.
    let count = (days - 1) / unit.days + 1
    stretches = (0..<count).map { number in
      let back = (count - number) * unit.days - 1
      let start = calendar.date(byAdding: .day, value: -back, to: last) ?? first
      return Stretch(start: start, joins: 0)
    }
    var number = 0
    for join in joins {
      while number + 1 < count, stretches[number + 1].start <= join { number += 1 }
      stretches[number].joins += 1
    }
  }
}

internal import Conversations
internal import Exporting
internal import Foundation

/// A stretch of time in days, for people.
func described(_ window: TimeWindow) -> String {
  let until = day(window.until)
  return window.since == .distantPast ? "up to \(until)" : "\(day(window.since)) to \(until)"
}

/// A number of conversations, for people.
func conversations(_ count: Int) -> String {
  "\(count) \(count == 1 ? "conversation" : "conversations")"
}

/// A number of things, for people: `1 join`, `2 joins`.
func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) \(count == 1 ? one : many ?? one + "s")"
}

/// A share of 0 to 1, for people: `25 %`.
func percent(_ share: Double) -> String { String(format: "%.0f %%", share * 100) }

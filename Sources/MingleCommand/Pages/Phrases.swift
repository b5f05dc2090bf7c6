internal import Conversations
internal import Foundation

/// A stretch of time in days, for people.
func described(_ window: TimeWindow) -> String {
  let style = Date.ISO8601FormatStyle(timeZone: .current).year().month().day()
  let until = window.until.formatted(style)
  return window.since == .distantPast
    ? "up to \(until)" : "\(window.since.formatted(style)) to \(until)"
}

/// A number of conversations, for people.
func conversations(_ count: Int) -> String {
  "\(count) \(count == 1 ? "conversation" : "conversations")"
}

package import Foundation

/// How long people of a community go on answering in a thread, as its replies have shown.
package struct Clock: Sendable, Hashable {
  /// The age of a thread, in seconds, by which half of its replies have come.
  package var half: TimeInterval
  /// The age by which nine in ten have come.
  package var most: TimeInterval

  /// How long after the opening of its thread a reply came, in seconds.
  package struct Delay: Sendable {
    package var thread: Int64
    package var opened: Date
    package var seconds: TimeInterval

    package init(thread: Int64, opened: Date, seconds: TimeInterval) {
      self.thread = thread
      self.opened = opened
      self.seconds = seconds
    }
  }

  /// With so many the age of nine in ten is wrong by a factor of three once in ten times at most, where
  /// threads differ as much as replies do; see `ClockTests`. With half as many it is once in four.
  package static let fewestReplies = 40
  package static let fewestThreads = 10
  /// One thread of which everybody talks does not tell the time for all.
  private static let mostOfThread = 10.0

  package init(half: TimeInterval, most: TimeInterval) {
    self.half = half
    self.most = most
  }

  /// What the replies of a community show; nil if they are too few.
  ///
  /// Of a thread that was opened just now only the quick replies are known. So only threads count that
  /// were watched for twice as long as nine in ten replies need, however long that turns out to be.
  package init?(_ delays: [Delay]) {
    let end = delays.map { $0.opened.addingTimeInterval($0.seconds) }.max() ?? .distantPast
    var watched: TimeInterval = 0
    while true {
      let whole = delays.filter { end.timeIntervalSince($0.opened) >= watched }
      guard let clock = Clock(of: whole) else { return nil }
      if clock.most * 2 <= watched {
        self = clock
        return
      }
      watched = max(clock.most * 2, watched + 60)
    }
  }

  private init?(of delays: [Delay]) {
    var counts: [Int64: Double] = [:]
    for delay in delays { counts[delay.thread, default: 0] += 1 }
    guard delays.count >= Self.fewestReplies, counts.count >= Self.fewestThreads else { return nil }
    let sorted = delays.sorted { $0.seconds < $1.seconds }.map { delay in
      (delay.seconds, min(1, Self.mostOfThread / (counts[delay.thread] ?? 1)))
    }
    let whole = sorted.reduce(0) { $0 + $1.1 }
    func age(by share: Double) -> TimeInterval {
      var sum = 0.0
      for (seconds, weight) in sorted {
        sum += weight
        if sum >= share * whole { return seconds }
      }
      return sorted[sorted.count - 1].0
    }
    half = max(60, age(by: 0.5))
    most = max(half, age(by: 0.9))
  }

  /// The share of the replies that are still to come in a thread of an age in seconds, from 1 to 0: a
  /// straight line from the opening to the half, and one from there to nine in ten.
  func shareToCome(at age: TimeInterval) -> Double {
    if age <= half { return 1 - 0.5 * age / half }
    guard age < most else { return 0.1 }
    return 0.5 - 0.4 * (age - half) / (most - half)
  }
}

/// A length of time as people say it: “5 hours”, “3 days”.
func span(_ seconds: TimeInterval) -> String {
  let minutes = max(0, seconds / 60)
  switch minutes {
  case ..<1.5: return "1 minute"
  case ..<59.5: return "\(Int(minutes.rounded())) minutes"
  case ..<90: return "1 hour"
  case ..<(36 * 60): return "\(Int((minutes / 60).rounded())) hours"
  default: return "\(Int((minutes / 1440).rounded())) days"
  }
}

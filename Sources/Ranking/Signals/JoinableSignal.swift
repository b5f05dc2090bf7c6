internal import Conversations
internal import Foundation

/// People still answer in threads of this age, or do so no longer, by the clock of the community.
struct JoinableSignal: Signal {
  static let name = "joinable"

  private static let mostAdded = 2.0
  private static let mostTaken = 4.0

  func reasons(for subject: Subject) -> [Reason] {
    guard let clock = subject.clock, let opened = subject.conversation.opening?.published else {
      return []
    }
    let age = max(0, subject.now.timeIntervalSince(opened))
    let points: Double
    if age <= clock.most {
      points = Self.mostAdded * clock.shareToCome(at: age)
    } else {
      // Somebody who spoke just now keeps an old thread alive.
      let silence = subject.now.timeIntervalSince(subject.conversation.lastActivity)
      guard silence > clock.half else { return [] }
      points = -Self.mostTaken * min(1, (age / clock.most - 1) / 2)
    }
    guard abs(points) >= 0.05 else { return [] }
    return [
      Reason(
        signal: Self.name, points: points,
        because: subject.explains ? Self.because(clock, age, subject.conversation) : "",
        profileLine: nil)
    ]
  }

  private static func because(
    _ clock: Clock, _ age: TimeInterval, _ conversation: Conversation
  ) -> String {
    "threads in \(conversation.community) get most answers within \(span(clock.most)); "
      + "this one is \(span(age)) old"
  }
}

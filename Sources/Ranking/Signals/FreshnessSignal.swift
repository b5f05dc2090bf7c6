internal import Conversations
internal import Foundation

/// Somebody said something not long ago, so that an answer is still read.
struct FreshnessSignal: Signal {
  static let name = "freshness"

  /// The most that freshness can bring.
  private static let most = 8.0
  /// After this it brings half.
  private static let halfLife: TimeInterval = 12 * 3600

  /// Never more than a quarter of what the words bring: news about something else is no news.
  func reasons(for subject: Subject) -> [Reason] {
    // Without a date all that is known is when it was first seen, and a feed that is read for the first
    // time brings old posts too.
    let posts = subject.conversation.posts
    guard posts.contains(where: { $0.published != nil || $0.edited != nil }) else { return [] }
    // Some feeds date their posts into the future; those are new, not newer than new.
    let last = subject.conversation.lastActivity
    let seconds = max(0, subject.now.timeIntervalSince(last))
    let words = Scoring.points(subject.strength * subject.trust)
    let points = min(Self.most * exp2(-seconds / Self.halfLife), words / 4)
    guard points >= 0.05 else { return [] }
    return [
      Reason(
        signal: Self.name, points: points,
        because: "last activity \(age(of: last, at: subject.now))", profileLine: nil)
    ]
  }
}

internal import Conversations
internal import Foundation

/// Nobody has answered yet, or hardly anybody, though there was time to.
///
/// Where the place does not tell how many replies there are, nothing is known.
struct UnansweredSignal: Signal {
  static let name = "unanswered"

  private static let none = 5.0
  private static let one = 3.0
  private static let two = 2.0
  /// Before this nobody can be expected to have answered; with one or two replies, more may come.
  private static let soon: TimeInterval = 1 * 3600
  private static let few: TimeInterval = 4 * 3600
  /// What is older nobody looks for an answer to any more.
  private static let old: TimeInterval = 30 * 86_400

  func reasons(for subject: Subject) -> [Reason] {
    guard let replies = subject.conversation.replies, replies <= 2,
      let opened = subject.conversation.opening?.published, !subject.cues.isSolved
    else { return [] }
    let seconds = subject.now.timeIntervalSince(opened)
    guard seconds >= (replies == 0 ? Self.soon : Self.few), seconds < Self.old else { return [] }
    let points = [Self.none, Self.one, Self.two][max(0, replies)]
    return [
      Reason(
        // Where nothing is asked, no answer may be missing.
        signal: Self.name, points: subject.cues.isAsking ? points : points / 2,
        because: subject.explains ? Self.because(replies, since: opened, at: subject.now) : "",
        profileLine: nil)
    ]
  }

  private static func because(_ replies: Int, since opened: Date, at now: Date) -> String {
    let count = ["no replies", "one reply", "two replies"][max(0, replies)]
    return "\(count) after \(span(now.timeIntervalSince(opened)))"
  }
}

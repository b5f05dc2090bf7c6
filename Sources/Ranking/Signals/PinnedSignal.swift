internal import Conversations

/// The place keeps it at its top: rules and welcomes, not somebody's question.
struct PinnedSignal: Signal {
  static let name = "pinned"

  private static let taken = 8.0

  func reasons(for subject: Subject) -> [Reason] {
    guard subject.conversation.opening?.isPinned ?? false else { return [] }
    return [
      Reason(
        signal: Self.name, points: -Self.taken,
        because: subject.explains ? "\(subject.conversation.community) keeps it at the top" : "",
        profileLine: nil)
    ]
  }
}

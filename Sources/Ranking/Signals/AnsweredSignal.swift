internal import Profiles

/// We answered in it already.
struct AnsweredSignal: Signal {
  static let name = "answered"

  private static let taken = 6.0

  func reasons(for subject: Subject) -> [Reason] {
    guard let author = subject.answered else { return [] }
    return [
      Reason(
        signal: Self.name, points: -Self.taken,
        because: subject.explains ? "you answered already, as \(author)" : "",
        profileLine: subject.profile.us.line)
    ]
  }
}

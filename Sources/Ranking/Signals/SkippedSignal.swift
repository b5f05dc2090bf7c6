/// Words stand in the conversation that are typical of what the team skipped.
struct SkippedSignal: Signal {
  static let name = "skipped"

  /// The difference to the points that the rest would bring.
  func reasons(for subject: Subject) -> [Reason] {
    guard subject.strength < subject.gains else { return [] }
    // What is taken away is counted from rounded points, so that the rest is never less than nothing.
    let rest = Signals.gains.flatMap { $0.reasons(for: subject) }.reduce(0) { $0 + $1.points }
    let (names, count) = subject.naming(\.skipped)
    return [
      Reason(
        signal: Self.name, points: Scoring.points(subject.strength) - rest,
        because: "\(names) \(count == 1 ? "is" : "are") typical of what you skipped",
        profileLine: nil)
    ]
  }
}

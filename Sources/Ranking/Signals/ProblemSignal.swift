/// Somebody tells of a problem.
struct ProblemSignal: Signal {
  static let name = "problem"

  private static let inTitle = 2.0
  private static let inText = 1.2

  func reasons(for subject: Subject) -> [Reason] {
    let cues = subject.cues
    guard !cues.isSolved, cues.all.contains(.problem) else { return [] }
    return [
      Reason(
        signal: Self.name, points: cues.title.contains(.problem) ? Self.inTitle : Self.inText,
        because: subject.explains ? cues.quoting(.problem, after: "tells of a problem") : "",
        profileLine: nil)
    ]
  }
}

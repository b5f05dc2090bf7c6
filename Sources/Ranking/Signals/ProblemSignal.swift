/// Somebody tells of a problem.
struct ProblemSignal: Signal {
  static let name = "problem"

  private static let inTitle = 4.0
  private static let inText = 2.5

  func reasons(for subject: Subject) -> [Reason] {
    let cues = subject.cues
    guard !cues.isSolved, cues.all.contains(.problem) else { return [] }
    let quote = subject.explains ? cues.quote(.problem) : nil
    return [
      Reason(
        signal: Self.name, points: cues.title.contains(.problem) ? Self.inTitle : Self.inText,
        because: "tells of a problem" + (quote.map { ": “\($0)”" } ?? ""),
        profileLine: nil)
    ]
  }
}

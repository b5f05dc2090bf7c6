/// Somebody looks for a recommendation, an alternative or a comparison.
struct RecommendationSignal: Signal {
  static let name = "recommendation"

  private static let inTitle = 3.5
  private static let inText = 2.5

  func reasons(for subject: Subject) -> [Reason] {
    let cues = subject.cues
    guard !cues.isSolved, cues.all.contains(.recommendation) else { return [] }
    return [
      Reason(
        signal: Self.name,
        points: cues.title.contains(.recommendation) ? Self.inTitle : Self.inText,
        because: subject.explains
          ? cues.quoting(.recommendation, after: "looks for a recommendation") : "",
        profileLine: nil)
    ]
  }
}

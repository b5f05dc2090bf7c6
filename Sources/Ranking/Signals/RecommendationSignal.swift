/// Somebody looks for a recommendation, an alternative or a comparison.
struct RecommendationSignal: Signal {
  static let name = "recommendation"

  private static let inTitle = 5.0
  private static let inText = 3.5

  func reasons(for subject: Subject) -> [Reason] {
    let cues = subject.cues
    guard !cues.isSolved, cues.all.contains(.recommendation) else { return [] }
    let quote = subject.explains ? cues.quote(.recommendation) : nil
    return [
      Reason(
        signal: Self.name,
        points: cues.title.contains(.recommendation) ? Self.inTitle : Self.inText,
        because: "looks for a recommendation" + (quote.map { ": “\($0)”" } ?? ""),
        profileLine: nil)
    ]
  }
}

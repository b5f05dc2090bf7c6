/// Somebody asks a question.
struct QuestionSignal: Signal {
  static let name = "question"

  private static let inTitle = 2.0
  private static let inText = 1.2

  func reasons(for subject: Subject) -> [Reason] {
    let cues = subject.cues
    guard !cues.isSolved, cues.all.contains(.question) else { return [] }
    let isInTitle = cues.title.contains(.question)
    return [
      Reason(
        signal: Self.name, points: isInTitle ? Self.inTitle : Self.inText,
        because: subject.explains
          ? "asks a question in the \(isInTitle ? "title" : "text")" : "",
        profileLine: nil)
    ]
  }
}

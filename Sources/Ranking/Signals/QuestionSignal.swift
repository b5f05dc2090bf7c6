/// Somebody asks a question.
struct QuestionSignal: Signal {
  static let name = "question"

  private static let inTitle = 4.0
  private static let inText = 2.5

  func reasons(for subject: Subject) -> [Reason] {
    let cues = subject.cues
    guard !cues.isSolved, cues.all.contains(.question) else { return [] }
    let isInTitle = cues.title.contains(.question)
    return [
      Reason(
        signal: Self.name, points: isInTitle ? Self.inTitle : Self.inText,
        because: isInTitle ? "asks a question in the title" : "asks a question in the text",
        profileLine: nil)
    ]
  }
}

/// Words stand in the conversation that are typical of what the team joined or saved.
struct JoinedSignal: Signal {
  static let name = "joined"

  func reasons(for subject: Subject) -> [Reason] {
    let strength = subject.learned.reduce(0) { $0 + $1.joined }
    guard strength > 0 else { return [] }
    return [
      Reason(
        signal: Self.name, points: subject.points(of: strength),
        because: subject.typical(of: "what you joined or saved", \.joined),
        profileLine: nil)
    ]
  }
}

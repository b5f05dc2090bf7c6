/// Words stand in the conversation that are typical of what the team joined or saved.
struct JoinedSignal: Signal {
  static let name = "joined"

  func reasons(for subject: Subject) -> [Reason] {
    let strength = subject.learned.reduce(0) { $0 + $1.joined }
    guard strength > 0 else { return [] }
    let (names, count) = subject.naming(\.joined)
    return [
      Reason(
        signal: Self.name, points: subject.points(of: strength),
        because: "\(names) \(count == 1 ? "is" : "are") typical of what you joined",
        profileLine: nil)
    ]
  }
}

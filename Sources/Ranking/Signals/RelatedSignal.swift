/// Words stand in the conversation that are typical of what the keywords find.
struct RelatedSignal: Signal {
  static let name = "related"

  func reasons(for subject: Subject) -> [Reason] {
    let strength = subject.learned.reduce(0) { $0 + $1.related }
    guard strength > 0 else { return [] }
    let (names, count) = subject.naming(\.related)
    return [
      Reason(
        signal: Self.name, points: subject.points(of: strength),
        because: "\(names) \(count == 1 ? "is" : "are") typical of what the keywords find",
        profileLine: nil)
    ]
  }
}

/// Words stand in the conversation that go with the profile's keywords elsewhere.
struct RelatedSignal: Signal {
  static let name = "related"

  func reasons(for subject: Subject) -> [Reason] {
    guard subject.related > 0 else { return [] }
    let words = subject.relatedWords.prefix(Self.most).map { "“\($0)”" }
    let last = words.last ?? ""
    let list =
      words.count > 1 ? "\(words.dropLast().joined(separator: ", ")) and \(last)" : last
    return [
      Reason(
        signal: Self.name, points: subject.points(of: subject.related),
        because: "\(list) often stand beside the keywords", profileLine: nil)
    ]
  }

  /// The words that are named; more are no help.
  private static let most = 4
}

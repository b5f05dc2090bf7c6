internal import Profiles

/// Words of a phrase stand in the conversation, but not the phrase.
struct PartSignal: Signal {
  static let name = "part"

  func reasons(for subject: Subject) -> [Reason] {
    subject.matches.filter { $0.hits.isEmpty }.map { match in
      let words = match.parts.map { "“\($0.text)”" }.joined(separator: " and ")
      return Reason(
        signal: Self.name, points: subject.points(of: match.strength),
        because: "\(words) of “\(match.keyword.text)”", profileLine: match.keyword.line)
    }
  }
}

internal import Profiles

/// Words of a phrase stand in the conversation, but not the phrase.
struct PartSignal: Signal {
  static let name = "part"

  func reasons(for subject: Subject) -> [Reason] {
    subject.matches.filter { $0.hits.isEmpty }.map { match in
      Reason(
        signal: Self.name, points: subject.points(of: match.strength),
        because: subject.explains ? Self.because(match) : "", profileLine: match.keyword.line,
        keyword: match.keyword.text)
    }
  }

  /// “lever” and “machine” of “lever espresso machine”
  private static func because(_ match: KeywordMatch) -> String {
    let words = match.parts.map { "“\($0.text)”" }.joined(separator: " and ")
    return "\(words) of “\(match.keyword.text)”"
  }
}

internal import Profiles

/// What the profile loves to talk about stands in the conversation.
struct KeywordSignal: Signal {
  static let name = "keyword"

  func reasons(for subject: Subject) -> [Reason] {
    subject.matches.filter { !$0.hits.isEmpty }.map { match in
      Reason(
        // What is found is never worth nothing, however little it tells.
        signal: Self.name, points: max(0.1, subject.points(of: match.strength)),
        because: subject.explains ? Self.because(match) : "", profileLine: match.keyword.line,
        keyword: match.keyword.text)
    }
  }

  /// “lever machine” in the title and twice in the text
  private static func because(_ match: KeywordMatch) -> String {
    var places: [String] = []
    if match.inTitle > 0 { places.append(times(match.inTitle) + "in the title") }
    if match.inOpening > 0 { places.append(times(match.inOpening) + "in the text") }
    if match.inReplies > 0 { places.append(times(match.inReplies) + "in the replies") }
    let last = places.popLast() ?? ""
    let list = places.isEmpty ? last : "\(places.joined(separator: ", ")) and \(last)"
    return "“\(match.keyword.text)” \(list)"
  }

  private static func times(_ count: Int) -> String {
    switch count {
    case 1: ""
    case 2: "twice "
    default: "\(count) times "
    }
  }
}

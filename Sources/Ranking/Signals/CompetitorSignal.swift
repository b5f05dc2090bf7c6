internal import Profiles

/// Somebody speaks of a competitor.
struct CompetitorSignal: Signal {
  static let name = "competitor"

  /// It brings so many points where no word of the profile stands, and fewer beside words.
  static let strength = Scoring.strength(points: 6)

  /// However many are named, it is one conversation.
  func reasons(for subject: Subject) -> [Reason] {
    guard let competitor = subject.mentions.competitors.first else { return [] }
    let points =
      subject.base
      - Scoring.points(subject.spoken - Self.strength * min(1, subject.trust))
    return [
      Reason(
        signal: Self.name, points: points,
        because: subject.explains ? "a competitor is named: “\(competitor.text)”" : "",
        profileLine: competitor.line)
    ]
  }
}

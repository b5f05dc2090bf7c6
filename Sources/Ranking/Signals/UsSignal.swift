internal import Profiles

/// Somebody speaks of the business.
struct UsSignal: Signal {
  static let name = "us"

  /// It brings so many points where no word of the profile stands, and fewer beside words.
  static let strength = Scoring.strength(points: 20)

  func reasons(for subject: Subject) -> [Reason] {
    guard let name = subject.mentions.us.first else { return [] }
    let without = subject.strength * subject.trust
    let points =
      Scoring.points(without + Self.strength * min(1, subject.trust)) - Scoring.points(without)
    return [
      Reason(
        signal: Self.name, points: points,
        because: subject.explains ? "somebody speaks of you: “\(name)”" : "",
        profileLine: subject.profile.us.line)
    ]
  }
}

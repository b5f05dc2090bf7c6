internal import Conversations
internal import Profiles

/// The profile trusts the community more, or less, than others.
struct CommunitySignal: Signal {
  static let name = "community"

  /// The difference to the points that the same words would bring elsewhere.
  ///
  /// The factor acts on the strength, not on the points: trust cannot lift a score over 100.
  func reasons(for subject: Subject) -> [Reason] {
    let community = subject.conversation.community
    guard let trust = subject.profile.trust(in: community), trust.factor != 1 else { return [] }
    // What is taken away is counted from rounded points, so that trust 0 leaves exactly nothing.
    let elsewhere = Signals.aboutWords.flatMap { $0.reasons(for: subject) }
      .reduce(0) { $0 + $1.points }
    let here = Scoring.points(subject.strength * trust.factor)
    return [
      Reason(
        signal: Self.name, points: here - elsewhere,
        because: subject.explains
          ? "what is said in \(community) counts \(Self.times(trust.factor))" : "",
        profileLine: trust.line)
    ]
  }

  private static func times(_ factor: Double) -> String {
    // Double(2) is “2.0” to Swift and “2” to people.
    let whole = Int(exactly: factor).map(String.init)
    return "\(whole ?? "\(factor)") times"
  }
}

internal import Conversations
package import Profiles

/// Changes of weights that a profile has, where decisions clearly speak for them.
///
/// Each goes all the way at once: from the same decisions nothing follows again once it was done.
package enum WeightSuggestions {
  private static let fewest = 3
  /// One in a hundred by chance.
  private static let leastEvidence = 6.6

  /// The suggestions for the keywords of a profile, of what they find in conversations. For one that
  /// should weigh less there are two, to lower it and to remove it: a test tells which is better.
  package static func all(for profile: Profile, in findings: [Finding]) -> [Suggestion] {
    let use = ProfileUse(of: profile, in: findings)
    let liked = findings.count(where: \.isLiked)
    let skipped = findings.count { $0.state == .skipped }
    let others = findings.count - liked - skipped
    return use.keywords.enumerated().flatMap { number, use -> [Suggestion] in
      let with = (liked: use.joined + use.saved, skipped: use.skipped)
      let othersWith = use.matches - with.liked - with.skipped
      let (weight, line) = (use.keyword.weight, use.keyword.line)
      let up = Association(
        inside: liked, insideWith: with.liked, outside: skipped + others,
        outsideWith: with.skipped + othersWith)
      let down = Association(
        inside: skipped, insideWith: with.skipped, outside: liked, outsideWith: with.liked)
      let changes: [Suggestion.Change]
      let evidence: Double
      // A whole step above what it has: a word that was just added has the weight that its evidence
      // is worth, but for what rounding and other forms of its words make of it.
      if with.liked >= fewest, with.skipped == 0, up.isPositive, up.weight >= weight + 1,
        up.likelihoodRatio >= leastEvidence
      {
        changes = [.reweigh(from: weight, to: up.weight.rounded(.down), line: line)]
        evidence = up.likelihoodRatio
      } else if with.skipped >= fewest, with.liked == 0, down.isPositive,
        down.likelihoodRatio >= leastEvidence
      {
        changes =
          (weight > 1 ? [.reweigh(from: weight, to: 1, line: line)] : [])
          + [.remove(weight: weight, line: line)]
        evidence = down.likelihoodRatio
      } else {
        return []
      }
      let isUp = with.liked > 0
      let speaking = findings.filter { finding in
        finding.keywords.contains { $0.number == number }
          && (isUp ? finding.isLiked : finding.state == .skipped) && !finding.title.isEmpty
      }
      return changes.map { change in
        Suggestion(
          expression: use.keyword.text, change: change, liked: with.liked, skipped: with.skipped,
          others: othersWith, evidence: evidence, examples: speaking.prefix(2).map(\.title))
      }
    }
  }
}

extension Sequence<Suggestion> {
  /// Those that are new lines, and of the changes of a keyword the one that gains most on later
  /// decisions: a weight that somebody gave is not changed for nothing, or untested.
  package var worthTelling: [Suggestion] {
    var changes: [String: Suggestion] = [:]
    var told: [Suggestion] = []
    for suggestion in self {
      guard !suggestion.isAddition else {
        told.append(suggestion)
        continue
      }
      let gain = suggestion.gain ?? 0
      guard gain >= Suggestion.leastGain else { continue }
      // Of equal ones the first, that changes less.
      if let best = changes[suggestion.expression]?.gain, gain < best + Suggestion.leastGain {
        continue
      }
      changes[suggestion.expression] = suggestion
    }
    return told + changes.values
  }
}

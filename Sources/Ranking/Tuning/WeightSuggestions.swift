internal import Conversations
package import Profiles

/// Changes of weights that a profile has, where decisions clearly speak for them.
package enum WeightSuggestions {
  private static let fewest = 3
  /// One in a hundred by chance.
  private static let leastEvidence = 6.6

  /// The suggestions for the keywords of a profile, of what they find in conversations.
  package static func all(for profile: Profile, in findings: [Finding]) -> [Suggestion] {
    let use = ProfileUse(of: profile, in: findings)
    let liked = findings.count(where: \.isLiked)
    let skipped = findings.count { $0.state == .skipped }
    let others = findings.count - liked - skipped
    return use.keywords.enumerated().compactMap { number, use in
      let with = (liked: use.joined + use.saved, skipped: use.skipped)
      let othersWith = use.matches - with.liked - with.skipped
      let weight = use.keyword.weight
      let up = Association(
        inside: liked, insideWith: with.liked, outside: skipped + others,
        outsideWith: with.skipped + othersWith)
      let down = Association(
        inside: skipped, insideWith: with.skipped, outside: liked, outsideWith: with.liked)
      let change: Suggestion.Change
      let evidence: Double
      if with.liked >= fewest, with.skipped == 0, up.isPositive, weight < 5,
        up.likelihoodRatio >= leastEvidence
      {
        change = .reweigh(from: weight, to: min(5, weight + 1), line: use.keyword.line)
        evidence = up.likelihoodRatio
      } else if with.skipped >= fewest, with.liked == 0, down.isPositive,
        down.likelihoodRatio >= leastEvidence
      {
        change =
          weight > 1
          ? .reweigh(from: weight, to: max(1, weight - 1), line: use.keyword.line)
          : .remove(weight: weight, line: use.keyword.line)
        evidence = down.likelihoodRatio
      } else {
        return nil
      }
      let isUp = with.liked > 0
      let speaking = findings.filter { finding in
        finding.keywords.contains { $0.number == number }
          && (isUp ? finding.isLiked : finding.state == .skipped) && !finding.title.isEmpty
      }
      return Suggestion(
        expression: use.keyword.text, change: change, liked: with.liked, skipped: with.skipped,
        others: othersWith, evidence: evidence,
        examples: speaking.prefix(2).map(\.title))
    }
  }
}

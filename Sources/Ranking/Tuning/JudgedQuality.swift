/// How well a ranking puts what the team liked before what it skipped, over the conversations that were
/// judged only.
package struct JudgedQuality: Sendable, Hashable {
  /// Of the first of them, at most ten, how many were liked.
  package var top: Int
  package var topLiked: Int
  /// From 0 to 1; see `averagePrecision(of:relevant:)`.
  package var averagePrecision: Double

  /// The quality of a ranking: whether each judged conversation in it was liked, the best first.
  /// `liked` also counts those that are not in it.
  package init(ranking: [Bool], liked: Int) {
    top = min(10, ranking.count)
    topLiked = ranking.prefix(10).count { $0 }
    averagePrecision = Ranking.averagePrecision(of: ranking, relevant: liked)
  }
}

/// The mean, over all relevant things, of the share of relevant ones down to it in a ranking; one that
/// the ranking leaves out adds nothing (Manning, Raghavan, Schütze: "Introduction to Information
/// Retrieval", 8.4).
package func averagePrecision(of ranking: [Bool], relevant: Int) -> Double {
  guard relevant > 0 else { return 0 }
  var found = 0.0
  var sum = 0.0
  for (index, isRelevant) in ranking.enumerated() where isRelevant {
    found += 1
    sum += found / Double(index + 1)
  }
  return sum / Double(relevant)
}

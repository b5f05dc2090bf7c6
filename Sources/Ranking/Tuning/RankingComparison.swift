internal import Conversations

/// What changes between two rankings of the same conversations.
package struct RankingComparison: Sendable {
  /// A conversation that comes, goes or moves; places count from 1, and nil is "not listed".
  package struct Move: Sendable, Hashable {
    package var finding: Finding
    package var oldPlace: Int?
    package var newPlace: Int?
    /// From 0 to 100.
    package var oldScore: Double
    package var newScore: Double
  }

  /// Listed now and not before, the best first.
  package var gained: [Move] = []
  /// Listed before and not now, the best first.
  package var lost: [Move] = []
  /// Listed in both with another score, the largest difference first.
  package var moved: [Move] = []
  /// How many conversations stay as they were.
  package var unchanged = 0
  /// How many each ranking lists.
  package var listedBefore: Int
  package var listedAfter: Int
  /// The conversations that were joined or saved, and those that were skipped.
  package var liked: Int
  package var skipped: Int
  /// How well each ranking puts the liked before the skipped; nil where too few were judged to tell.
  package var quality: (before: JudgedQuality, after: JudgedQuality)?

  /// Fewer judged conversations say nothing about a ranking.
  private static let fewestJudged = 5

  /// Those that the team joined or saved, and would not see any more.
  package var likedLost: [Move] { lost.filter(\.finding.isLiked) }
  /// Those that the team skipped, and would not see any more.
  package var skippedLost: [Move] { lost.filter { $0.finding.state == .skipped } }
  /// Whether both list the same with the same scores.
  package var isSame: Bool { gained.isEmpty && lost.isEmpty && moved.isEmpty }

  /// Compares what two profiles find in the same conversations, each in the same order; the quality is
  /// that of `judged`, if it is given.
  package init(
    before: [Finding], after: [Finding], judged: (before: [Finding], after: [Finding])? = nil
  ) {
    let old = before.filter(\.isShown).sorted(by: Finding.isBetter)
    let new = after.filter(\.isShown).sorted(by: Finding.isBetter)
    (listedBefore, listedAfter) = (old.count, new.count)
    liked = before.count(where: \.isLiked)
    skipped = before.count { $0.state == .skipped }
    let oldPlaces = Self.places(of: old)
    let newPlaces = Self.places(of: new)
    for (one, other) in zip(before, after) where one.isShown || other.isShown {
      let move = Move(
        finding: other, oldPlace: oldPlaces[one.id], newPlace: newPlaces[other.id],
        oldScore: one.score, newScore: other.score)
      if move.oldPlace == nil {
        gained.append(move)
      } else if move.newPlace == nil {
        lost.append(move)
      } else if one.score != other.score {
        moved.append(move)
      } else {
        unchanged += 1
      }
    }
    gained.sort { ($0.newPlace ?? 0) < ($1.newPlace ?? 0) }
    lost.sort { ($0.oldPlace ?? 0) < ($1.oldPlace ?? 0) }
    moved.sort { left, right in
      let (one, two) = (left.difference, right.difference)
      return one != two ? one > two : (left.newPlace ?? 0) < (right.newPlace ?? 0)
    }
    guard liked > 0, skipped > 0, liked + skipped >= Self.fewestJudged else { return }
    let judged = judged ?? (before, after)
    quality = (Self.quality(of: judged.before, liked), Self.quality(of: judged.after, liked))
  }

  private static func places(of ranking: [Finding]) -> [ConversationID: Int] {
    Dictionary(
      ranking.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  private static func quality(of findings: [Finding], _ liked: Int) -> JudgedQuality {
    let judged = findings.filter { $0.isShown && ($0.isLiked || $0.state == .skipped) }
      .sorted(by: Finding.isBetter)
    return JudgedQuality(ranking: judged.map(\.isLiked), liked: liked)
  }
}

extension RankingComparison.Move {
  fileprivate var difference: Double { abs(newScore - oldScore) }
}

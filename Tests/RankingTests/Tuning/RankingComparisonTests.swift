import Conversations
import Testing

@testable import Ranking

@Suite struct RankingComparisonTests {
  @Test func tellsWhatComesGoesAndMoves() {
    let before = [
      finding("a", score: 50), finding("b", score: 40), finding("c", score: 30),
      finding("d", score: 0, isShown: false), finding("e", score: 20),
    ]
    let after = [
      finding("a", score: 50), finding("b", score: 0, isShown: false), finding("c", score: 70),
      finding("d", score: 60), finding("e", score: 21),
    ]
    let comparison = RankingComparison(before: before, after: after)
    #expect(comparison.gained.map(\.finding.id.text) == ["d"])
    #expect(comparison.gained.map(\.newPlace) == [2])
    #expect(comparison.lost.map(\.finding.id.text) == ["b"])
    #expect(comparison.lost.map(\.oldPlace) == [2])
    #expect(comparison.moved.map(\.finding.id.text) == ["c", "e"])
    #expect(comparison.moved.map(\.oldPlace) == [3, 4])
    #expect(comparison.moved.map(\.newPlace) == [1, 4])
    #expect(comparison.unchanged == 1)
    #expect((comparison.listedBefore, comparison.listedAfter) == (4, 4))
    #expect(!comparison.isSame)
  }

  @Test func tellsWhatIsLostOfWhatWasDecided() {
    let before = [
      finding("a", state: .joined), finding("b", state: .saved), finding("c", state: .skipped),
      finding("d"),
    ]
    let after = before.map { one in
      var one = one
      one.isShown = one.id.text == "a"
      return one
    }
    let comparison = RankingComparison(before: before, after: after)
    #expect(comparison.likedLost.map(\.finding.id.text) == ["b"])
    #expect(comparison.skippedLost.map(\.finding.id.text) == ["c"])
    // Three judged ones are too few.
    #expect(comparison.quality == nil)
  }

  @Test func measuresOverTheJudgedOnly() throws {
    let before = [
      finding("a", score: 90), finding("b", score: 80, state: .skipped),
      finding("c", score: 70, state: .joined), finding("d", score: 60, state: .skipped),
      finding("e", score: 50, state: .saved), finding("f", score: 40, state: .skipped),
    ]
    var after = before
    after[1].score = 10
    let comparison = RankingComparison(before: before, after: after)
    let quality = try #require(comparison.quality)
    #expect(abs(quality.before.averagePrecision - 0.5) < 1e-12)
    #expect(abs(quality.after.averagePrecision - (1 + 2.0 / 3) / 2) < 1e-12)
    #expect((comparison.liked, comparison.skipped) == (2, 3))
  }

  @Test func theSameIsTheSame() {
    let findings = [finding("a"), finding("b", isShown: false)]
    let comparison = RankingComparison(before: findings, after: findings)
    #expect(comparison.isSame)
    #expect(comparison.unchanged == 1)
  }
}

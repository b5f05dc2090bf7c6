import Testing

@testable import Ranking

@Suite struct JudgedQualityTests {
  private static let rankings: [([Bool], Int, Double)] = [
    ([true, false, true, false], 2, 5.0 / 6),
    ([true, true], 2, 1),
    // One of three was not found at all.
    ([true, true], 3, 2.0 / 3),
    ([false, false], 1, 0),
    ([], 0, 0),
  ]

  @Test(arguments: rankings)
  func averagePrecisionIsThatOfTheBook(ranking: [Bool], relevant: Int, expected: Double) {
    #expect(abs(averagePrecision(of: ranking, relevant: relevant) - expected) < 1e-12)
  }

  @Test func theFirstTenAreCounted() {
    let long = JudgedQuality(
      ranking: Array(repeating: true, count: 8) + [false, false, true], liked: 9)
    #expect(long.top == 10)
    #expect(long.topLiked == 8)
    let short = JudgedQuality(ranking: [true, false], liked: 1)
    #expect(short.top == 2)
    #expect(short.topLiked == 1)
  }
}

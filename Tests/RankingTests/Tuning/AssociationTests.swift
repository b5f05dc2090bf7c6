import Testing

@testable import Ranking

@Suite struct AssociationTests {
  @Test func theLikelihoodRatioIsDunnings() {
    // The bigram “the swiss” of Dunning's own table: 110, 2442, 111, 29114 (G² = 270.72).
    let swiss = Association(
      inside: 110 + 2442, insideWith: 110, outside: 111 + 29114, outsideWith: 111)
    #expect(abs(swiss.likelihoodRatio - 270.72) < 0.01)
    #expect(swiss.isPositive)
  }

  @Test(arguments: [(10, 5, 20, 10), (10, 0, 20, 0), (10, 10, 20, 20), (0, 0, 0, 0)])
  func sameSharesTellNothing(inside: Int, with: Int, outside: Int, outsideWith: Int) {
    let same = Association(
      inside: inside, insideWith: with, outside: outside, outsideWith: outsideWith)
    #expect(same.likelihoodRatio < 1e-9)
    #expect(!same.isPositive)
  }

  @Test func liftIsInPowersOfTwo() {
    let often = Association(inside: 9, insideWith: 7, outside: 99, outsideWith: 9)
    #expect(abs(often.lift - 2.98) < 0.01)
    #expect(Association(inside: 4, insideWith: 4, outside: 99, outsideWith: 0).lift.isFinite)
  }
}

import Profiles
import Testing

@testable import Ranking

@Suite struct ProfileWarningTests {
  /// Forty conversations, the first ones of which hold the keywords that `keywords` names for them.
  private func findings(
    _ count: Int = 40, never: (Int) -> Int? = { _ in nil }, keywords: (Int) -> [Int]
  ) -> [Finding] {
    (0..<count).map {
      finding("c\($0)", keywords: keywords($0), never: never($0).map { [$0] } ?? [])
    }
  }

  @Test func whatMatchesNothingIsDead() throws {
    let profile = try profile(keywords: [("tea", 3), ("pot", 1)])
    let findings = findings { $0 == 5 ? [1] : [] }
    #expect(ProfileWarning.all(of: profile, in: findings) == [.dead(keyword: 0)])
  }

  @Test func fewConversationsTellNothing() throws {
    let profile = try profile(keywords: [("tea", 3)])
    #expect(ProfileWarning.all(of: profile, in: findings(29) { _ in [] }).isEmpty)
  }

  @Test(arguments: [(40, 19, false), (40, 20, true), (200, 20, false), (200, 21, true)])
  func whatMatchesATenthAndTwentyIsAFlood(count: Int, matches: Int, isTold: Bool) throws {
    let profile = try profile(keywords: [("tea", 3)])
    let findings = findings(count) { $0 < matches ? [0] : [] }
    #expect(
      ProfileWarning.all(of: profile, in: findings)
        == (isTold ? [.flood(keyword: 0, matches: matches)] : []))
  }

  @Test func whatFindsNothingOfItsOwnIsTold() throws {
    let profile = try profile(keywords: [("tea", 3), ("pot", 2), ("cup", 3)])
    let findings = findings { number in
      number < 5 ? [0, 1] : number < 12 ? [0] : number < 15 ? [2] : []
    }
    #expect(
      ProfileWarning.all(of: profile, in: findings)
        == [.overlap(keyword: 1, other: 0, matches: 5, otherMatches: 12)])
  }

  @Test func ofTwoThatFindTheSameTheLaterIsTold() throws {
    let profile = try profile(keywords: [("tea", 3), ("green tea", 5)])
    let findings = findings { $0 < 3 ? [0, 1] : [] }
    #expect(
      ProfileWarning.all(of: profile, in: findings)
        == [.overlap(keyword: 1, other: 0, matches: 3, otherMatches: 3)])
  }

  /// A profile is meant to have a mild “espresso” and a strong “lever espresso machine”.
  @Test func aSpecialKeywordOfMoreWeightIsNoOverlap() throws {
    let profile = try profile(keywords: [("tea", 1), ("green tea", 5)])
    let findings = findings { $0 < 6 ? [0, 1] : $0 < 12 ? [0] : [] }
    #expect(ProfileWarning.all(of: profile, in: findings).isEmpty)
  }

  @Test func whatNeverHidesIsTold() throws {
    let profile = try profile(keywords: [("tea", 3)], never: ["pod", "bag"])
    let findings = findings(
      never: { $0 == 0 ? 0 : $0 < 3 ? 1 : nil }, keywords: { $0 < 8 ? [0] : [] })
    #expect(
      ProfileWarning.all(of: profile, in: findings)
        == [.hidden(keyword: 0, by: 1, hidden: 3, matches: 8)])
    // What two lines hide is hidden once.
    let both = (0..<40).map { number in
      finding("c\(number)", keywords: number < 8 ? [0] : [], never: number < 3 ? [0, 1] : [])
    }
    #expect(
      ProfileWarning.all(of: profile, in: both)
        == [.hidden(keyword: 0, by: 0, hidden: 3, matches: 8)])
    // Four of thirteen: that is what `never` is for.
    let rare = self.findings(never: { $0 < 4 ? 0 : nil }, keywords: { $0 < 13 ? [0] : [] })
    #expect(ProfileWarning.all(of: profile, in: rare).isEmpty)
  }
}

import Conversations
import Foundation
import Profiles
import Testing

@testable import Ranking

@Suite struct HoldOutTests {
  /// Seven joins, of which the last two are held back; three others of the time.
  private func holdOut(others: [String]) -> HoldOut {
    let decided = DecidedConversations(
      (0..<7).map { number in
        .init(
          conversation: conversation(
            id: "d\(number)", title: "A kettle \(number)", age: Double(1000 - number)),
          state: .joined, decided: noon.addingTimeInterval(Double(number)))
      })
    var holdOut = HoldOut(decided)
    for (number, title) in others.enumerated() {
      holdOut.add(conversation(id: "o\(number)", title: title, age: 994.5))
    }
    return holdOut
  }

  private func precision(_ holdOut: HoldOut, _ keywords: [(String, Double)]) async throws -> Double?
  {
    let profile = try profile(keywords: keywords)
    return await holdOut.averagePrecision(
      by: Ranker(profile: profile, statistics: CollectionStatistics(), now: noon))
  }

  @Test func aKeywordThatFindsTheLaterOnesGains() async throws {
    let holdOut = holdOut(others: ["Tea", "Tea", "A kettle for tea"])
    #expect(holdOut.size == (2, 5))
    #expect(try await precision(holdOut, [("tea", 3)]) == 0)
    let without = try #require(try await precision(holdOut, [("tea", 3), ("kettle", 1)]))
    let with = try #require(try await precision(holdOut, [("tea", 1), ("kettle", 5)]))
    #expect(0 < without && without < with && with <= 1)
  }

  @Test func whatWasSaidAtAnotherTimeIsNoTest() async throws {
    var holdOut = holdOut(others: [])
    holdOut.add(conversation(id: "old", title: "Tea", age: 9000))
    #expect(holdOut.size == (2, 2))
    // Nothing to tell apart.
    #expect(try await precision(holdOut, [("kettle", 3)]) == nil)
  }

  @Test func weightsFollowClearDecisionsOnly() throws {
    let profile = try profile(keywords: [("tea", 1), ("pot", 1), ("cup", 2)])
    let findings =
      (0..<5).map { finding("j\($0)", keywords: [0], state: .joined) }
      + (0..<5).map { finding("s\($0)", keywords: [1], state: .skipped) }
      + (0..<30).map { finding("n\($0)", keywords: [2]) }
    let found = WeightSuggestions.all(for: profile, in: findings)
    #expect(found.map(\.expression) == ["tea", "pot"])
    #expect(
      found.map(\.change)
        == [.reweigh(from: 1, to: 3, line: 1), .remove(weight: 1, line: 2)])
    #expect(found[0].examples == ["Title j0", "Title j1"])
    #expect(profile.following(found[0]).keywords.map(\.weight) == [3, 1, 2])
    #expect(profile.following(found[1]).keywords.map(\.text) == ["tea", "cup"])
  }
}

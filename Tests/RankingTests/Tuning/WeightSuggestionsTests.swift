import Conversations
import Profiles
import Testing

@testable import Ranking

@Suite struct WeightSuggestionsTests {
  /// What was liked holds the first keyword, what was skipped the second.
  private let findings =
    (0..<6).map { finding("l\($0)", keywords: [0], state: .joined) }
    + (0..<6).map { finding("s\($0)", keywords: [1], state: .skipped) }
    + (0..<300).map { finding("o\($0)", keywords: []) }

  private func changes(_ first: Double, _ second: Double) throws -> [Suggestion.Change] {
    let profile = try profile(keywords: [("tea", first), ("pod", second)])
    return WeightSuggestions.all(for: profile, in: findings).map(\.change)
  }

  @Test func aChangeGoesAllTheWayAtOnce() throws {
    #expect(
      try changes(1, 3) == [
        .reweigh(from: 1, to: 4, line: 1), .reweigh(from: 3, to: 1, line: 2),
        .remove(weight: 3, line: 2),
      ])
    // What was followed is not proposed again, and 5 is for a person to give.
    #expect(try changes(4, 1) == [.remove(weight: 1, line: 2)])
  }

  @Test func aWeightIsChangedForAMeasuredGainOnly() throws {
    func told(_ lowered: Double?, _ removed: Double?) throws -> [Suggestion.Change] {
      let profile = try profile(keywords: [("tea", 4), ("pod", 3)])
      var all = WeightSuggestions.all(for: profile, in: findings)
      for (number, gain) in [lowered, removed].enumerated() { all[number].gain = gain }
      return all.worthTelling.map(\.change)
    }
    #expect(try told(nil, nil).isEmpty)
    #expect(try told(0, -0.1).isEmpty)
    #expect(try told(0.1, 0.1) == [.reweigh(from: 3, to: 1, line: 2)])
    #expect(try told(0.1, 0.2) == [.remove(weight: 3, line: 2)])
  }
}

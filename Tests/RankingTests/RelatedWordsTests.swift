import Foundation
import Profiles
import Testing

@testable import Ranking

@Suite struct RelatedWordsTests {
  /// Twenty posts on tea, half of which speak of a kettle, among two hundred on other things.
  private func learned(from keywords: [(String, Double)]) async throws -> [RelatedWord] {
    let profile = try profile(keywords: keywords)
    var posts: [(title: String, body: String)] = []
    for index in 0..<200 {
      posts.append(("Word \(index)", "Which of the gardens \(index) is the best of all?"))
      guard index < 20 else { continue }
      let kettle = index % 2 == 0 ? "My kettles boil." : "The best of all gardens."
      posts.append(("Tea \(index)", "Which tea is the best of all? \(kettle)"))
    }
    return await Collection(posts, size: 50).relatedWords(for: profile)
  }

  @Test func areThoseThatStandBesideTheKeywordsMoreThanElsewhere() async throws {
    let words = try await learned(from: [("tea", 3)])
    #expect(words.map(\.text) == ["boil", "kettles"])
    #expect(words.allSatisfy { $0.weight == 1 && (2.5...3.5).contains($0.rarity) })
    let stored = try JSONEncoder().encode(words)
    #expect(try JSONDecoder().decode([RelatedWord].self, from: stored) == words)
  }

  @Test func leaveOutTheKeywordsThemselves() async throws {
    #expect(try await learned(from: [("tea", 3), ("Kettle", 1)]).map(\.text) == ["boil"])
  }

  @Test func areNoneWhereNothingIsKnown() async throws {
    #expect(try await learned(from: [("coffee", 3)]).isEmpty)
    let profile = try profile(keywords: [("tea", 3)])
    let learner = RelatedWordsLearner(profile: profile, best: [])
    #expect(learner.relatedWords(in: TermStatistics(posts: 0, words: 0, terms: [:])).isEmpty)
  }

  @Test func bringPointsOnlyBesideAKeyword() throws {
    let words = ["kettle", "boil", "pot", "leaf", "cup"].map {
      RelatedWord(text: $0, weight: 1, rarity: 5)
    }
    let ranker = Ranker(
      profile: try profile(keywords: [("tea", 3)]), statistics: CollectionStatistics(),
      related: words, now: noon)
    let ranked = ranker.judge(
      conversation(text: "Tea: a kettle, kettles, kettle boils a cup in a pot of leaves.")
    ).ranked
    let reason = try #require(ranked.reasons.first { $0.signal == "related" })
    #expect(
      reason.because
        == "“kettle”, “boil”, “pot” and “leaf” often stand beside the keywords")
    #expect(reason.points > 0)
    #expect(reason.profileLine == nil)
    #expect(ranked.relevance == ranked.score)
    #expect(ranker.judge(conversation(text: "A kettle and a cup.")).ranked.reasons.isEmpty)
  }
}

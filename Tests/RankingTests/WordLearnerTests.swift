import Foundation
import Profiles
import Testing

@testable import Ranking

@Suite struct WordLearnerTests {
  /// Twenty posts on tea, half of which speak of a kettle, among two hundred on other things.
  private func learner(_ keywords: [(String, Double)]) throws -> WordLearner {
    let profile = try profile(keywords: keywords)
    var posts: [LearningText] = []
    for index in 0..<200 {
      posts.append(
        LearningText(
          title: "Word \(index)", body: "Which of the gardens \(index) is the best of all?"))
      guard index < 20 else { continue }
      let kettle = index % 2 == 0 ? "My kettles boil." : "The best of all gardens."
      posts.append(
        LearningText(title: "Tea \(index)", body: "Which tea is the best of all? \(kettle)"))
    }
    var counter = CollectionCounter(profile: profile)
    for post in posts { counter.count(title: post.title, body: post.body) }
    var learner = WordLearner(profile: profile, statistics: counter.statistics)
    for post in posts { learner.read(title: post.title, body: post.body) }
    return learner
  }

  @Test func relatedWordsAreThoseThatStandBesideTheKeywords() throws {
    var learner = try learner([("tea", 3)])
    let words = learner.learnedWords()
    #expect(words.map(\.text) == ["tea", "boil", "kettles"])
    #expect(words.allSatisfy { $0.related > 0 && $0.joined == 0 && $0.skipped == 0 })
    let stored = try JSONEncoder().encode(words)
    #expect(try JSONDecoder().decode([LearnedWord].self, from: stored) == words)
  }

  @Test func decisionsTeachMoreTheMoreThereAre() throws {
    func text(_ word: String, _ index: Int) -> LearningText {
      LearningText(title: "Which \(word)?", body: "The best of all \(word) \(index)")
    }
    var learner = try learner([("tea", 3)])
    var before = (joined: 0.0, skipped: 0.0, related: Double.infinity)
    for count in 1...8 {
      let words = learner.learnedWords(
        joined: (0..<count).map { text("gasket", $0) },
        skipped: (0..<count).map { text("giveaway", $0) })
      func word(_ text: String) throws -> LearnedWord {
        try #require(words.first { $0.text == text })
      }
      let (gasket, giveaway, tea) = (try word("gasket"), try word("giveaway"), try word("tea"))
      #expect(gasket.skipped == 0 && giveaway.joined == 0)
      // Each decision speaks a little louder, and what the keywords find a little less so.
      let share = gasket.joined / tea.related
      #expect(share > before.joined)
      #expect(giveaway.skipped / tea.related > before.skipped)
      before = (share, giveaway.skipped / tea.related, tea.related)
    }
  }

  @Test func nothingIsLearnedWhereNothingIsKnown() throws {
    var coffee = try learner([("coffee", 3)])
    #expect(coffee.learnedWords().isEmpty)
    var empty = WordLearner(
      profile: try profile(keywords: [("tea", 3)]), statistics: CollectionStatistics())
    #expect(empty.learnedWords().isEmpty)
  }

  private func ranker(_ words: [LearnedWord]) throws -> Ranker {
    Ranker(
      profile: try profile(keywords: [("tea", 3)]), statistics: CollectionStatistics(),
      learned: words, now: noon)
  }

  @Test func learnedWordsSayWhatTheyAreTypicalOf() throws {
    let ranker = try ranker([
      LearnedWord(text: "kettle", rarity: 5, related: 1, joined: 0.1),
      LearnedWord(text: "boil", rarity: 5, related: 0.5),
      LearnedWord(text: "pot", rarity: 5, related: 0.4),
      LearnedWord(text: "leaf", rarity: 5, related: 0.3),
      LearnedWord(text: "cup", rarity: 5, related: 0.2),
      LearnedWord(text: "bag", rarity: 5, skipped: 1),
    ])
    let ranked = ranker.judge(
      conversation(text: "Tea: a kettle, kettles, kettle boils a cup in a pot of leaves. No bag.")
    ).ranked
    #expect(
      ranked.reasons.map { "\($0.signal): \($0.because)" } == [
        "related: “kettle”, “boil”, “pot” and “leaf” are typical of what the keywords find",
        "keyword: “tea” in the text",
        "skipped: “bag” is typical of what you skipped",
        "joined: “kettle” is typical of what you joined",
      ])
    #expect(ranked.reasons.dropFirst(2).map { $0.points < 0 } == [true, false])
    #expect(ranked.relevance == ranked.score)
  }

  @Test func bringPointsOnlyBesideAKeyword() throws {
    let ranker = try ranker([LearnedWord(text: "kettle", rarity: 5, related: 1)])
    #expect(ranker.judge(conversation(text: "A kettle and a cup.")).ranked.reasons.isEmpty)
  }

  /// However much speaks against it, a score is never less than nothing.
  @Test(arguments: (0..<30).map { Double($0) / 10 })
  func whatIsSkippedTakesAllAwayAtMost(skipped: Double) throws {
    let ranker = try ranker([
      LearnedWord(text: "kettle", rarity: 5, related: 0.3, joined: 0.3),
      LearnedWord(text: "bag", rarity: 6, skipped: skipped),
    ])
    let verdict = ranker.judge(conversation(title: "Tea", text: "A kettle, a bag", age: 30))
    #expect((0...100).contains(verdict.ranked.score))
    #expect(verdict.isShown == (verdict.ranked.score > 0))
  }
}

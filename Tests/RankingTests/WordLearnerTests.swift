import Foundation
import Profiles
import Testing

@testable import Ranking

@Suite struct WordLearnerTests {
  /// Forty posts on tea, half of which speak of a kettle, among four hundred on other things.
  private func collection() async -> Collection {
    var posts: [(title: String, body: String)] = []
    for index in 0..<400 {
      posts.append(("Word \(index)", "Which of the gardens \(index) is the best of all?"))
      guard index < 40 else { continue }
      let kettle = index % 2 == 0 ? "My kettles boil." : "The best of all gardens."
      posts.append(("Tea \(index)", "Which tea is the best of all? \(kettle)"))
    }
    return await Collection(posts, size: 150)
  }

  @Test func relatedWordsAreThoseThatStandBesideTheKeywords() async throws {
    let learned = await collection().learnedWords(for: try profile(keywords: [("tea", 3)]))
    #expect(learned.words.map(\.text) == ["tea", "boil", "kettles"])
    #expect(learned.words.allSatisfy { $0.related > 0 && $0.joined == 0 && $0.skipped == 0 })
    #expect(LearnedWords(encoded: try learned.encoded()) == learned)
  }

  /// A share that had become 5e5 made a score that is no number, and an end of the program.
  @Test func whatIsDamagedIsNoWordOrOneOfMeasure() throws {
    let words = LearnedWords(
      words: [
        LearnedWord(text: "kettle", rarity: 5.25, related: 0.125, joined: 0.5),
        LearnedWord(text: "bag", rarity: 6.75, skipped: 0.75),
      ], mostTaken: 0.5)
    let bytes = try words.encoded()
    let bag = conversation(title: "Tea", text: "A kettle, a bag")
    var damaged = 0
    for index in bytes.indices {
      for byte in "0159-+.eE\",{}".utf8 {
        var changed = bytes
        changed[index] = byte
        guard let known = LearnedWords(encoded: changed) else {
          damaged += 1
          continue
        }
        let score = try ranker(known.words, mostTaken: known.mostTaken).judge(bag).ranked.score
        #expect((0...100).contains(score))
      }
    }
    #expect(damaged > 0)
    for text in ["", "[]", #"{"words": [], "mostTaken": 5e5}"#, #"{"words": [], "mostTaken": -1}"#]
    {
      #expect(LearnedWords(encoded: Data(text.utf8)) == nil)
    }
  }

  @Test func decisionsTeachMoreTheMoreThereAre() async throws {
    func text(_ word: String, _ index: Int) -> LearningText {
      LearningText(title: "Which \(word)?", body: "The best of all \(word) \(index)")
    }
    let collection = await collection()
    let profile = try profile(keywords: [("tea", 3)])
    var before = (joined: 0.0, skipped: 0.0, related: Double.infinity)
    for count in 1...8 {
      let words = collection.learnedWords(
        for: profile, joined: (0..<count).map { text("gasket", $0) },
        skipped: (0..<count).map { text("giveaway", $0) }
      ).words
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

  @Test func nothingIsLearnedWhereNothingIsKnown() async throws {
    let coffee = try profile(keywords: [("coffee", 3)])
    #expect(await collection().learnedWords(for: coffee).words.isEmpty)
    #expect(await Collection([], size: 9).learnedWords(for: coffee).words.isEmpty)
  }

  /// Replies share the title of their thread: one lively thread is one voice.
  @Test func aThreadCountsOnce() async throws {
    let others = (0..<400).map { (title: "Word \($0)", body: "Which of the gardens \($0)?") }
    let log = (0..<30).map { (title: "Tea log", body: "My tea progress \($0)") }
    let words = await Collection(others + log)
      .learnedWords(for: try profile(keywords: [("tea", 3)])).words
    #expect(words.isEmpty)
  }

  private func ranker(_ words: [LearnedWord], mostTaken: Double = 1) throws -> Ranker {
    Ranker(
      profile: try profile(keywords: [("tea", 3)]), statistics: CollectionStatistics(),
      learned: LearnedWords(words: words, mostTaken: mostTaken), now: noon)
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
        "joined: “kettle” is typical of what you joined or saved",
      ])
    #expect(ranked.reasons.dropFirst(2).map { $0.points < 0 } == [true, false])
    #expect(ranked.relevance == ranked.score)
  }

  /// What was decided would else explain itself by itself.
  @Test func theWordsOfADecisionDoNotCountForIt() throws {
    let words = LearnedWords(
      words: [LearnedWord(text: "kettle", rarity: 5, related: 0.1, joined: 1, skipped: 1)],
      mostTaken: 0.5, decided: ["c1"])
    let ranker = Ranker(
      profile: try profile(keywords: [("tea", 3)]), statistics: CollectionStatistics(),
      learned: words, now: noon)
    func signals(_ id: String) -> Set<String> {
      Set(ranker.judge(conversation(id: id, title: "Tea kettle")).ranked.reasons.map(\.signal))
    }
    #expect(signals("c1") == ["keyword", "related"])
    #expect(signals("c2") == ["keyword", "related", "joined", "skipped"])
  }

  /// Where a hundred posts are all that is known, every word of a decision looks telling.
  @Test func littleIsLearnedFromAYoungStore() async throws {
    let profile = try profile(keywords: [("tea", 3)])
    func most(_ count: Int) async -> Double {
      let posts = (0..<count).map { (title: "Word \($0)", body: "Which of the gardens \($0)?") }
      return await Collection(posts, size: 5000)
        .learnedWords(for: profile, joined: [LearningText(title: "Tea", body: "A lot of kettles")])
        .words.map(\.joined).max() ?? 0
    }
    let (young, old) = (await most(100), await most(4000))
    #expect(young > 0)
    #expect(young < old / 5)
  }

  /// Enough of them find what no keyword does; one in passing does not.
  @Test func speakForAConversationWithoutAKeyword() throws {
    let ranker = try ranker([LearnedWord(text: "kettle", rarity: 5, related: 0.5)])
    let kettle = ranker.judge(conversation(title: "My kettle"))
    #expect(kettle.isShown)
    #expect(kettle.ranked.reasons.map(\.signal) == ["related"])
    let passing = ranker.judge(
      conversation(text: "A kettle" + String(repeating: " and more", count: 99)))
    #expect(passing.isPartial)
  }

  /// However much speaks against it, a score is never less than nothing, and a few skips are no ban.
  @Test(arguments: [0, 0.2, 0.8, 1], [0, 0.1, 0.5, 2.0])
  func whatIsSkippedTakesItsShareAtMost(mostTaken: Double, skipped: Double) throws {
    let words = [
      LearnedWord(text: "kettle", rarity: 5, related: 0.3, joined: 0.3),
      LearnedWord(text: "bag", rarity: 6, skipped: skipped),
    ]
    let tea = conversation(title: "Tea", text: "A kettle, a bag", age: 30)
    let before = try ranker(words, mostTaken: 0).judge(tea).ranked
    let after = try ranker(words, mostTaken: mostTaken).judge(tea)
    #expect((0...before.score).contains(after.ranked.score))
    #expect(after.ranked.relevance >= before.relevance * (1 - mostTaken) - 0.1)
    #expect(after.isShown == (after.ranked.score > 0))
    #expect(after.isShown || mostTaken == 1)
  }
}

import Conversations
import Foundation
import Profiles
import Support
import Testing

@testable import Ranking

@Suite struct RankerTests {
  private let nothing = CollectionStatistics()

  @Test func ranksTheBestFirstAndLeavesOutTheRest() async throws {
    let profile = try profile(
      keywords: [("lever machine", 5), ("espresso", 3), ("repair", 1)], never: ["nespresso"])
    let ranked = await Ranker(profile: profile, statistics: nothing, now: noon).rank([
      conversation(id: "tea", title: "Tea"),
      conversation(id: "mild", text: "A repair of mine."),
      conversation(id: "washing", title: "My washing machine"),
      conversation(id: "hidden", title: "Lever machine or Nespresso?"),
      conversation(id: "strong", title: "My lever machine", text: "The lever machine leaks."),
      conversation(id: "medium", text: "An espresso."),
    ])
    #expect(ranked.map(\.conversation.id.text) == ["strong", "medium", "mild"])
  }

  @Test func equalScoresAreOrderedByActivityThenName() async throws {
    let profile = try profile(keywords: [("tea", 3)])
    let ranked = await Ranker(profile: profile, statistics: nothing, now: noon).rank([
      conversation(id: "b", title: "Tea"), conversation(id: "a", title: "Tea"),
      conversation(id: "new", title: "Tea", age: 900_000),
    ])
    #expect(ranked.map(\.conversation.id.text) == ["new", "a", "b"])
  }

  /// One word of a phrase is not the phrase; several telling ones are likely about the same.
  @Test func partsOfPhrasesAreListedOnlyIfTheyTellMuch() throws {
    let profile = try profile(keywords: [("lever machine", 5), ("group gasket", 5)])
    let ranker = Ranker(profile: profile, statistics: nothing, now: noon)
    let washing = ranker.judge(
      conversation(text: "It is a machine" + String(repeating: " x", count: 99)))
    #expect(washing.isPartial)
    #expect(!washing.isShown)
    #expect(washing.ranked.reasons.map(\.because) == ["“machine” of “lever machine”"])
    let gasket = ranker.judge(conversation(title: "The gasket of my old lever"))
    #expect(gasket.isShown)
    #expect(
      gasket.ranked.reasons.map(\.because)
        == ["“lever” of “lever machine”", "“gasket” of “group gasket”"])
    #expect(gasket.ranked.score < 30)
  }

  /// Every score is the sum of its reasons to the last digit, for all sorts of conversations.
  @Test func scoresAreTheSumOfTheirReasons() async throws {
    var profile = try profile(keywords: [
      ("tea", 1), ("green tea", 2.5), ("tea OR mate", 5), ("mate*", 4), ("leaf NEAR/4 tea", 3),
    ])
    profile.communities = [.init(community: "r/tea", factor: 2.5, line: 50)]
    let words = ["tea", "green", "mate", "leaf", "cup", "and", "the"]
    var random = SplitMix64(seed: 7)
    let conversations = (0..<300).map { index in
      func text(_ count: Int) -> String {
        (0..<count).map { _ in words[Int(random.next() % 7)] }.joined(separator: " ")
      }
      return conversation(
        id: "\(index)", title: text(index % 9), text: text(index), replies: [(text(5), "x")],
        community: index % 2 == 0 ? "r/tea" : "r/all", age: Double(index) * 500)
    }
    let ranked = await Ranker(profile: profile, statistics: nothing, now: noon).rank(conversations)
    #expect(ranked.count > 250)
    for one in ranked {
      let tenths = one.reasons.map { Int(($0.points * 10).rounded()) }
      #expect(one.score == Double(tenths.reduce(0, +)) / 10)
      #expect((0.1...100).contains(one.score))
      #expect(zip(one.reasons, tenths).allSatisfy { $0.points == Double($1) / 10 && $1 != 0 })
      #expect(one.relevance <= 92)
    }
    #expect(ranked.map(\.score) == ranked.map(\.score).sorted(by: >))
  }

  @Test func aScoreDoesNotDependOnTheOthers() async throws {
    let profile = try profile(keywords: [("tea", 3), ("mate", 2)])
    let ranker = Ranker(profile: profile, statistics: nothing, now: noon)
    let one = conversation(id: "one", title: "Tea", text: "Mate and tea.")
    let others = (0..<1000).map { conversation(id: "\($0)", title: "Tea tea \($0)") }
    let alone = await ranker.rank([one])
    let among = await ranker.rank(others + [one]).filter { $0.conversation.id.text == "one" }
    #expect(alone == among)
    #expect(await ranker.judge(others + [one]).map(\.ranked.conversation) == others + [one])
  }

  @Test(arguments: [
    ("title and text", "My lever machine", "The lever machine leaks.", 55.0...70),
    ("title", "My lever machine", "It leaks.", 50...65),
    ("text", "It leaks", "My lever machine" + String(repeating: " is old", count: 30), 25...40),
  ])
  func strongMatchesScoreHigh(
    place: String, title: String, text: String, range: ClosedRange<Double>
  ) throws {
    let profile = try profile(keywords: [("lever machine", 5)])
    let ranker = Ranker(profile: profile, statistics: nothing, now: noon)
    #expect(range.contains(ranker.judge(conversation(title: title, text: text)).ranked.score))
  }

  @Test func oneMildWordScoresLow() throws {
    let profile = try profile(keywords: [("repair", 1)])
    let ranker = Ranker(profile: profile, statistics: nothing, now: noon)
    let score = ranker.judge(conversation(title: "It leaks", text: "A repair?")).ranked.score
    #expect((8...25).contains(score))
  }

  @Test(arguments: [
    ("a higher weight", [("tea", 3.0)], [("tea", 4.0)], "Tea"),
    ("a second keyword", [("tea", 3.0)], [("tea", 3.0), ("cup", 1.0)], "A cup of tea"),
  ])
  func moreCountsMore(
    what: String, less: [(String, Double)], more: [(String, Double)], title: String
  ) throws {
    let scores = try [less, more].map {
      Ranker(profile: try profile(keywords: $0), statistics: nothing, now: noon)
        .judge(conversation(title: title)).ranked.score
    }
    #expect(scores[0] < scores[1])
  }

  @Test func rareWordsCountMore() throws {
    let profile = try profile(keywords: [("tea", 3), ("gasket", 3)])
    let texts = (0..<10_000).map {
      IndexedText(number: Int64($0), title: $0 % 5 == 0 ? "tea" : "", body: "")
    }
    let statistics = CollectionCounter(profile: profile).statistics(of: texts)
    let ranker = Ranker(profile: profile, statistics: statistics, now: noon)
    let tea = ranker.judge(conversation(title: "Tea")).ranked.score
    let gasket = ranker.judge(conversation(title: "Gasket")).ranked.score
    #expect(tea < gasket - 20)
  }
}

@Suite struct NeverTests {
  @Test(arguments: [
    ("nespresso", true), ("=Nespresso", true), ("=nespresso", false), ("capsule*", true),
    ("by:ann", true), ("by:bob", false), ("in:r/coffee", true), ("in:r/tea", false),
    ("NOT machine", false), ("NOT gasket", true), ("giveaway", false), ("reply", false),
    ("title:nespresso", true), ("title:capsules", false),
  ])
  func hidesByTitleAndOpening(expression: String, isHidden: Bool) throws {
    let profile = try profile(keywords: [("espresso machine", 5)], never: [expression])
    let verdict = Ranker(profile: profile, statistics: CollectionStatistics(), now: noon)
      .judge(
        conversation(
          title: "Nespresso espresso machine", text: "With capsules.", author: "Ann",
          replies: [("A reply: giveaway!", "bob")]))
    #expect(verdict.hiddenBy.map(\.text) == (isHidden ? [expression] : []))
    #expect(verdict.hiddenBy.map(\.line) == (isHidden ? [100] : []))
    #expect(verdict.isShown == !isHidden)
    #expect(verdict.ranked.score > 0)
  }

  @Test func countsRepliesWhileTheOpeningIsUnknown() throws {
    let profile = try profile(keywords: [("espresso", 5)], never: ["giveaway"])
    var thread = conversation(
      title: "Espresso", replies: [("A giveaway of espresso.", "bob")])
    thread.posts.removeFirst()
    let ranker = Ranker(profile: profile, statistics: CollectionStatistics(), now: noon)
    #expect(ranker.judge(thread).hiddenBy.map(\.text) == ["giveaway"])
  }
}

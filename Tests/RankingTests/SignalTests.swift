import Conversations
import Foundation
import Profiles
import Testing

@testable import Ranking

@Suite struct SignalTests {
  private func reasons(
    _ profile: Profile, _ conversation: Conversation
  ) -> [String] {
    Ranker(profile: profile, statistics: CollectionStatistics(), now: noon)
      .judge(conversation).ranked.reasons
      .map { "\($0.signal) line \($0.profileLine ?? 0): \($0.because)" }
  }

  @Test(arguments: [
    ("Tea", "", [], "in the title"),
    ("Tea tea", "", [], "twice in the title"),
    ("", "Teas, tea and TEA", [], "3 times in the text"),
    ("", "", ["tea"], "in the replies"),
    (
      "Tea", "tea, tea", ["tea", "tea"], "in the title, twice in the text and twice in the replies"
    ),
    ("Tea", "", ["tea"], "in the title and in the replies"),
  ])
  func keywordsSayWhereTheyStand(
    title: String, text: String, replies: [String], places: String
  ) throws {
    let conversation = conversation(
      title: title, text: text, replies: replies.map { ($0, "x") })
    #expect(
      reasons(try profile(keywords: [("tea", 3)]), conversation)
        == ["keyword line 1: “tea” \(places)"])
  }

  @Test func theHeaviestReasonComesFirst() throws {
    let profile = try profile(keywords: [("cup", 1), ("tea", 5), ("green leaf", 4)])
    #expect(
      reasons(profile, conversation(title: "Green tea", text: "A cup.")) == [
        "keyword line 2: “tea” in the title",
        "keyword line 1: “cup” in the text",
        "part line 3: “green” of “green leaf”",
      ])
  }

  @Test func trustNamesItsLineAndBringsADifference() throws {
    var profile = try profile(keywords: [("tea", 3)])
    let plain = conversation(text: "Tea", community: "r/tea")
    let ranker = { Ranker(profile: $0, statistics: CollectionStatistics(), now: noon) }
    let before = ranker(profile).judge(plain).ranked
    for (factor, words) in [(2.0, "2 times"), (1.5, "1.5 times"), (0.3, "0.3 times")] {
      profile.communities = [.init(community: "R/Tea", factor: factor, line: 9)]
      let after = ranker(profile).judge(plain).ranked
      let reason = try #require(after.reasons.first { $0.signal == "community" })
      #expect(reason.because == "what is said in r/tea counts \(words)")
      #expect(reason.profileLine == 9)
      #expect((reason.points > 0) == (factor > 1))
      #expect(after.relevance == before.relevance)
    }
  }

  @Test(arguments: [1.0, nil])
  func usualTrustSaysNothing(factor: Double?) throws {
    var profile = try profile(keywords: [("tea", 3)])
    profile.communities = factor.map { [.init(community: "r/coffee", factor: $0, line: 9)] } ?? []
    #expect(
      reasons(profile, conversation(title: "Tea")) == ["keyword line 1: “tea” in the title"])
  }

  @Test func aCommunityWithoutTrustIsNotShown() throws {
    var profile = try profile(keywords: [("tea", 3)])
    profile.communities = [.init(community: "r/coffee", factor: 0, line: 9)]
    let verdict = Ranker(profile: profile, statistics: CollectionStatistics(), now: noon)
      .judge(conversation(title: "Tea", age: 10))
    #expect(!verdict.isShown)
    #expect(verdict.ranked.score == 0)
  }

  @Test(
    arguments: [
      (-86_400, "just now", 8.0), (30, "just now", 8), (120, "2 minutes ago", 8),
      (5340, "1 hour ago", 7.3), (43_200, "12 hours ago", 4), (86_400, "1 day ago", 2),
      (172_800, "2 days ago", 0.5),
    ] as [(TimeInterval, String, Double)])
  func freshnessFades(age: TimeInterval, words: String, points: Double) throws {
    let ranker = Ranker(
      profile: try profile(keywords: [("tea", 5)]), statistics: CollectionStatistics(), now: noon)
    let ranked = ranker.judge(conversation(title: "Tea", age: age)).ranked
    let reason = try #require(ranked.reasons.first { $0.signal == "freshness" })
    #expect(reason.because == "last activity \(words)")
    #expect(reason.points == points)
    #expect(reason.profileLine == nil)
  }

  @Test func oldConversationsAreNotFresh() throws {
    let profile = try profile(keywords: [("tea", 5)])
    #expect(reasons(profile, conversation(title: "Tea", age: 864_000)).count == 1)
  }

  /// A feed without dates that is read for the first time would else be all news.
  @Test func whatHasNoDateIsNotFresh() throws {
    var undated = conversation(title: "Tea", age: 0)
    undated.posts[0].published = nil
    #expect(reasons(try profile(keywords: [("tea", 5)]), undated).count == 1)
  }

  @Test func freshnessAddsOnlyToWhatIsRelevant() throws {
    let ranker = Ranker(
      profile: try profile(keywords: [("repair", 1)]), statistics: CollectionStatistics(),
      now: noon)
    let mild = ranker.judge(conversation(text: "A repair", age: 0)).ranked
    #expect(mild.score <= mild.relevance * 1.25 + 0.1)
    #expect(ranker.judge(conversation(text: "Nothing", age: 0)).ranked.reasons.isEmpty)
  }

  @Test func voicesStandBesideWhatTheyFit() throws {
    var profile = try profile(keywords: [("espresso", 3)])
    profile.voices = [
      .init(about: "gasket", query: try Query("gasket"), say: "We have a chart.", line: 5),
      .init(about: "tamper", query: try Query("tamper"), say: "No.", line: 6),
    ]
    let ranked = Ranker(profile: profile, statistics: CollectionStatistics(), now: noon)
      .judge(conversation(title: "Espresso", replies: [("New gaskets?", "bob")])).ranked
    #expect(ranked.voices.map(\.line) == [5])
  }
}

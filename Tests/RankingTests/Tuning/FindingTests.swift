import Conversations
import Profiles
import Testing

@testable import Ranking

@Suite struct FindingTests {
  private func finding(
    _ profile: Profile, _ conversation: Conversation, state: ConversationState = .new
  ) -> Finding {
    let ranker = Ranker(profile: profile, statistics: CollectionStatistics(), now: noon)
    return FindingReader(profile: profile).finding(
      from: ranker.judge(conversation), state: state)
  }

  @Test func namesTheKeywordsThatStandInIt() throws {
    let profile = try profile(keywords: [("lever machine", 5), ("gasket", 2), ("roaster", 3)])
    let found = finding(profile, conversation(title: "Gasket", text: "for a lever machine"))
    #expect(found.keywords.map(\.number) == [0, 1])
    #expect(found.keywords.allSatisfy { $0.points > 0 })
    #expect(found.isShown)
    // Words of a phrase are not the phrase.
    #expect(finding(profile, conversation(title: "A lever")).keywords.isEmpty)
  }

  @Test func tellsKeywordsInOneLineApart() throws {
    let profile = Profile(
      keywords: try [("lever", 1), ("lever machine", 2), ("gasket", 3)].map {
        Profile.Keyword(text: $0.0, query: try Query($0.0), weight: $0.1, line: 7)
      })
    #expect(finding(profile, conversation(title: "Gasket")).keywords.map(\.number) == [2])
    #expect(
      finding(profile, conversation(title: "Lever machine")).keywords.map(\.number) == [0, 1])
  }

  @Test func namesWhatHidesIt() throws {
    let profile = try profile(keywords: [("tea", 3)], never: ["pod", "=Capsule"])
    let hidden = finding(profile, conversation(title: "Tea in a Capsule"))
    #expect(hidden.never == [1])
    #expect(hidden.isKeptBack)
    #expect(!hidden.isShown)
    #expect(!finding(profile, conversation(title: "A pod")).isKeptBack)
    #expect(finding(profile, conversation(title: "Tea from a pod, a Capsule")).never == [0, 1])
  }

  @Test func namesTheTrustInItsRoom() throws {
    var profile = try profile(keywords: [("tea", 3)])
    profile.communities = [
      .init(community: "r/tea", factor: 2, line: 4),
      .init(community: "r/coffee", factor: 0.5, line: 4),
    ]
    let lowered = try #require(finding(profile, conversation(title: "Tea")).trust)
    #expect(lowered.number == 1)
    #expect(lowered.points < 0)
    #expect(finding(profile, conversation(title: "Tea", community: "r/all")).trust == nil)
  }

  /// A line that stood behind another one seemed to hide nothing, and so to be there for nothing.
  @Test func aConversationThatSeveralLinesHideCountsForEach() throws {
    let profile = try profile(keywords: [("tea", 3)], never: ["pod", "capsule"])
    let use = ProfileUse(
      of: profile,
      in: [
        RankingTests.finding("a", never: [0, 1]), RankingTests.finding("b", never: [1]),
        RankingTests.finding("c", never: [1], isShown: false),
      ])
    #expect(use.never.map(\.matches) == [1, 3])
    #expect(use.never.map(\.hidden) == [1, 2])
  }

  @Test func useCountsWhatEachLineDid() throws {
    let profile = try profile(keywords: [("tea", 3), ("pot", 1)], never: ["pod"])
    let use = ProfileUse(
      of: profile,
      in: [
        RankingTests.finding("a", keywords: [0, 1], state: .joined),
        RankingTests.finding("b", keywords: [0], state: .skipped),
        RankingTests.finding("c", keywords: [0], never: [0]),
        RankingTests.finding("d", keywords: [], isShown: false),
      ])
    #expect(use.conversations == 4)
    #expect(use.listed == 2)
    #expect(use.keywords.map(\.matches) == [3, 1])
    #expect(use.keywords.map(\.joined) == [1, 1])
    #expect(use.keywords.map(\.skipped) == [1, 0])
    #expect(use.keywords.map(\.lastMatch) == [noon, noon])
    // Four points of twenty, and two.
    #expect(use.keywords.map(\.share) == [0.2, 0.1])
    #expect(use.never.map(\.matches) == [1])
    #expect(use.never.map(\.hidden) == [1])
  }
}

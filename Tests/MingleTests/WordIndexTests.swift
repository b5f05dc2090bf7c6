import Conversations
import Exporting
import Foundation
import Profiles
import Ranking
import Storage
import Support
import Testing

@testable import Mingle

@Suite struct WordIndexTests {
  private let now = Date(timeIntervalSince1970: 1_773_532_800)

  private func open(_ folder: TemporaryFolder) throws -> OpenWorkspace {
    try OpenWorkspace(
      Workspace(folder: folder.url), now: now, mode: .writing, environment: [:])
  }

  private func everything(_ workspace: OpenWorkspace) async throws -> Listing {
    let window = TimeWindow(since: .distantPast, until: now.addingTimeInterval(1e6))
    return try await workspace.today(
      TodayRequest(window: window, limit: 1000), profile: try workspace.profile())
  }

  /// Where a conversation stands is told by the index; what is said about it, by its text.
  @Test func everyStandingIsThatOfTheText() async throws {
    let folder = try TemporaryFolder.demo()
    defer { withExtendedLifetime(folder) {} }
    let workspace = try open(folder)
    _ = try await workspace.refresh(RefreshRequest())
    let ranker = try await workspace.ranker(for: workspace.profile(), at: now)
    let window = TimeWindow(since: .distantPast, until: now.addingTimeInterval(1e6))
    let all = try await workspace.store.conversations(.active(window))
    let shown = zip(all, await ranker.judge(all.map(\.conversation))).filter(\.1.isShown)
    let standings = try await workspace.standings(
      TodayRequest(window: window), by: ranker, workspace.marks(at: window.until, us: .init()))
    #expect(standings.considered == all.count)
    #expect(standings.rows.count + standings.groups.left.count == shown.count)
    #expect(shown.count > 20)
    for (stored, verdict) in shown where standings.groups.left[stored.number] == nil {
      let standing = try #require(standings.rows.first { $0.number == stored.number })
      #expect(standing.score == verdict.ranked.score)
      #expect(standing.relevance == verdict.ranked.relevance)
    }
  }

  @Test func listsTheSameFromTextsAndFromTheIndex() async throws {
    let folder = try TemporaryFolder.demo()
    defer { withExtendedLifetime(folder) {} }
    let workspace = try open(folder)
    _ = try await workspace.refresh(RefreshRequest())
    #expect(try await workspace.store.unindexed().isEmpty)
    let byIndex = try await everything(workspace)
    #expect(byIndex.conversations.count > 20)
    let index = try await WordIndex(of: workspace.store, language: "english")
    try await workspace.store.release(
      segments: index.segments.map(\.segment.id), posts: index.segments.flatMap(\.posts.numbers))
    // What is learned from hardly any index would be kept for long.
    let other = Profile(keywords: [
      .init(text: "lever", query: try Query("lever"), weight: 3, line: 1)
    ])
    do {
      // While another run stores posts nothing is indexed.
      let lock = try #require(
        try await WorkspaceLock(for: .fetch, in: workspace.workspace, patience: .zero))
      defer { withExtendedLifetime(lock) {} }
      let byText = try await everything(workspace)
      #expect(byText.conversations.map(\.ranked) == byIndex.conversations.map(\.ranked))
      #expect(byText.considered == byIndex.considered)
      #expect(try await workspace.ranker(for: other, at: now).learnedWords.words.isEmpty)
      #expect(try await workspace.store.segments().isEmpty)
    }
    #expect(try await !workspace.ranker(for: other, at: now).learnedWords.words.isEmpty)
  }

  /// A feed that is read often, with a few new entries each time and an old one that changes.
  @Test func manyReadingsMakeFewSegments() async throws {
    let folder = try TemporaryFolder.workspace(feeds: ["feed.json"])
    defer { withExtendedLifetime(folder) {} }
    for round in 0..<20 {
      let items = (0...round).map { number in
        let text = number == 0 ? "My lever machine, day \(round)" : "Lever machine \(number)"
        return #"{"id": "\#(number)", "title": "Day", "content_text": "\#(text)"}"#
      }
      let feed = """
        {"version": "https://jsonfeed.org/version/1.1", "title": "F",
        "items": [\(items.joined(separator: ","))]}
        """
      try folder.write(feed, to: "feed.json")
      _ = try await open(folder).refresh(RefreshRequest(isForced: true))
    }
    let workspace = try open(folder)
    let index = try await WordIndex(of: workspace.store, language: "english")
    #expect((1...8).contains(index.segments.count))
    #expect(Set(index.segments.flatMap(\.posts.numbers)).count == 20)
    #expect(try await everything(workspace).conversations.count == 20)

    let profile = Profile(keywords: [
      .init(text: "=day 19", query: try Query("=day 19"), weight: 3, line: 1),
      .init(text: "=day 18", query: try Query("=day 18"), weight: 3, line: 2),
    ])
    let ranker = try await workspace.ranker(for: profile, at: now)
    let numbers = Set(index.segments.flatMap(\.posts.numbers)).sorted()
    let hits = try await index.hits(of: ranker.search, in: numbers)
    // What stood in a text before is not found any more.
    #expect(ranker.candidates(in: hits) { numbers[$0] } == [1])
  }

  @Test func anotherLanguageIsIndexedAnew() async throws {
    let folder = try TemporaryFolder.demo()
    defer { withExtendedLifetime(folder) {} }
    let workspace = try open(folder)
    _ = try await workspace.refresh(RefreshRequest())
    let before = try await workspace.store.segments()
    let english = try folder.text("profile.yaml")
    try folder.write("language: german\n" + english, to: "german.yaml")
    // A profile that is only tried reads the texts.
    let german = try workspace.profile(at: folder.url.appending(path: "german.yaml").path)
    _ = try await workspace.ranker(for: german, at: now)
    #expect(try await workspace.store.segments().map(\.language) == ["english"])
    try folder.write("language: german\n" + english, to: "profile.yaml")
    _ = try await workspace.ranker(for: workspace.profile(), at: now)
    let after = try await workspace.store.segments()
    #expect(after.map(\.language) == ["german"])
    #expect(after.map(\.posts) == before.map(\.posts))
  }

  @Test(arguments: [
    ([], []), ([100, 100, 100, 100, 100, 100, 100], []),
    ([100, 1, 100, 100, 100, 127, 100, 3], [0, 1, 2, 3, 4, 5, 6, 7]),
    ([100, 1, 100, 128, 100, 127, 100, 3], []),
    // What is large enough stays as it is.
    (Array(repeating: 60_000, count: 9), []),
  ])
  func eightOfASizeBecomeOne(sizes: [Int], replaced: [Int64]) {
    let segments = sizes.enumerated().map {
      StoredSegment(
        id: Int64($0.offset), language: "english", languages: [], posts: $0.element, titleWords: 0,
        bodyWords: 0)
    }
    #expect(IndexPlan(for: segments, language: "english").replaced == replaced)
    #expect(IndexPlan(for: segments, language: "dutch").replaced.count == sizes.count)
  }

  /// What would not become one stays: it would be made anew in each run.
  @Test func segmentsThatAreFullStayAsTheyAre() {
    func plan(posts: Int, words: Int) -> [Int64] {
      IndexPlan(
        for: (0..<9).map {
          StoredSegment(
            id: $0, language: "english", languages: [], posts: posts, titleWords: 0,
            bodyWords: words)
        }, language: "english"
      ).replaced
    }
    #expect(plan(posts: 9700, words: 1_500_000) == [])
    #expect(plan(posts: 10_000, words: 100_000) == [0, 1, 2, 3, 4, 5])
  }
}

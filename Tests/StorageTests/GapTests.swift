import Conversations
import Foundation
import GRDB
import Storage
import Testing

/// What a document tells of posts that may have been missed between it and the one before.
@Suite struct GapTests {
  private let feed = "https://a.example/feed"

  @Test func onlyNewPostsLeaveAGap() async throws {
    let fixture = try Fixture()
    try await read(fixture, hour(1...5), at: 5)
    try await read(fixture, hour(9...13), at: 13)
    let record = try await fixture.store.feeds()[feed]
    #expect(record?.gap == FeedGap(from: at(5), until: at(9), noticed: at(13), readBefore: at(5)))
    #expect(record?.window == FeedWindow(length: 5, oldest: at(9), read: at(13)))
    #expect(try await fixture.store.windows() == [feed: try #require(record?.window)])
  }

  /// Each way of a second document that leaves no gap after the posts of the hours 1 to 5.
  @Test(arguments: [
    "one is known", "one was edited", "the oldest is as old as the newest known",
    "no order by time", "two entries only", "half as many entries", "twice as many entries",
    "other guids, the same links", "other guids and links, the same titles", "the first reading",
    "nothing at all", "all in the future",
  ])
  func thereIsNone(_ way: String) async throws {
    let fixture = try Fixture()
    var before = hour(1...5)
    var after = hour(9...13)
    switch way {
    case "one is known": after = hour([5, 9, 10, 11, 12])
    case "one was edited":
      after = hour([5, 9, 10, 11, 12])
      after[0].text = "edited"
    case "the oldest is as old as the newest known":
      after = hour(6...10)
      after[0].published = at(5)
    case "two entries only": (before, after) = (hour(1...2), hour(9...10))
    case "half as many entries": after = hour(9...10)
    case "twice as many entries": after = hour(9...18)
    case "other guids, the same links":
      before = before.map { with($0) { $0.link = Address("https://a.example/\($0.id)") } }
      after = zip(after, before).map { new, old in
        with(new) {
          $0.link = old.link
          $0.title = "\(new.id) once more"
        }
      }
    case "other guids and links, the same titles":
      after = zip(after, before).map { new, old in with(new) { $0.title = old.title } }
    case "the first reading": before = []
    case "nothing at all": after = []
    case "all in the future": after = hour(49...53)
    default: break
    }
    try await read(fixture, before, at: 5)
    try await read(fixture, after, at: 18, isByTime: way != "no order by time")
    #expect(try await fixture.store.feeds()[feed]?.gap == nil)
  }

  /// A link that all entries share says nothing of any.
  @Test func aLinkOfAllTellsNone() async throws {
    let fixture = try Fixture()
    let home = Address("https://a.example/")
    try await read(fixture, hour(1...5).map { with($0) { $0.link = home } }, at: 5)
    try await read(fixture, hour(9...13).map { with($0) { $0.link = home } }, at: 13)
    #expect(try await fixture.store.feeds()[feed]?.gap != nil)
  }

  /// A post that says that it comes from the future is known since it was seen.
  @Test func aDateInTheFutureHidesNoGap() async throws {
    let fixture = try Fixture()
    var posts = hour(1...5)
    posts[0].published = at(5000)
    try await read(fixture, posts, at: 5, reach: 2)
    try await read(fixture, hour(9...13), at: 13)
    #expect(try await fixture.store.feeds()[feed]?.gap?.from == at(5))
  }

  /// Entries that were taken away leave a document a little shorter.
  @Test(arguments: [(10, 8, true), (10, 7, false), (25, 20, true), (25, 19, false), (3, 3, true)])
  func aLengthIsFixedButForAFew(before: Int, after: Int, isFixed: Bool) async throws {
    let fixture = try Fixture()
    try await read(fixture, hour(1...before), at: 30)
    try await read(fixture, hour(100..<(100 + after)), at: 130)
    #expect((try await fixture.store.feeds()[feed]?.gap != nil) == isFixed)
  }

  @Test(arguments: [
    (oldest: 9, until: 9 as Int?), (oldest: 7, until: 7), (oldest: 5, until: nil),
    (oldest: 2, until: nil),
  ])
  func aDocumentThatReachesIntoAGapClosesItSoFar(oldest: Int, until: Int?) async throws {
    let fixture = try Fixture()
    try await read(fixture, hour(1...5), at: 5)
    try await read(fixture, hour(9...13), at: 13)
    try await read(fixture, hour(oldest...14), at: 14)
    let gap = try await fixture.store.feeds()[feed]?.gap
    #expect(gap?.until == until.map { at($0) })
    #expect(gap?.noticed == until.map { _ in at(13) })
  }

  @Test func theLatestGapIsTold() async throws {
    let fixture = try Fixture()
    try await read(fixture, hour(1...5), at: 5)
    try await read(fixture, hour(9...13), at: 13)
    try await read(fixture, hour(20...24), at: 24)
    #expect(
      try await fixture.store.feeds()[feed]?.gap
        == FeedGap(from: at(13), until: at(20), noticed: at(24), readBefore: at(13)))
  }

  @Test(arguments: [(-1, false), (0, true), (167, true), (168, false)])
  func aGapIsToldForAWeek(hours: Int, isRecent: Bool) {
    let gap = FeedGap(from: at(5), until: at(9), noticed: at(13), readBefore: at(5))
    #expect(gap.isRecent(at: at(13 + hours)) == isRecent)
  }

  @Test func anAnswerOfNothingNewIsAReading() async throws {
    let fixture = try Fixture()
    try await read(fixture, hour(1...5), at: 5)
    var visit = Visit(feed: feed)
    visit.succeeded = at(7)
    _ = try await fixture.store.record(visit, at: at(7))
    try await read(fixture, hour(9...13), at: 13)
    #expect(try await fixture.store.feeds()[feed]?.gap?.readBefore == at(7))
  }

  /// A part of a combined answer has any length, and does not tell how far back the feed reaches.
  @Test func aPartOfACombinedAnswerLeavesTheWindow() async throws {
    let fixture = try Fixture()
    try await read(fixture, hour(1...5), at: 5)
    let window = try await fixture.store.feeds()[feed]?.window
    try await read(fixture, hour(9...13), at: 13, isByTime: false)
    #expect(try await fixture.store.feeds()[feed]?.window == window)
    #expect(try await fixture.store.feeds()[feed]?.gap == nil)
  }

  /// Alone at 5, together at 8 and 11, alone at 12 with one that was written at 7.
  @Test(arguments: [([7, 12], true), ([11, 12], false), ([4, 12], false)])
  func whatCombinedAnswersHadNotIsNoticed(hours: [Int], isMissed: Bool) async throws {
    let fixture = try Fixture()
    try await read(fixture, hour([1, 2, 3, 5]), at: 5)
    try await read(fixture, [], at: 8, isByTime: false)
    try await read(fixture, [], at: 11, isByTime: false)
    try await read(fixture, hour([2, 3, 5] + hours), at: 12, reach: 2)
    #expect(
      try await fixture.store.windows()[feed]?.missedTogether == (isMissed ? at(12) : nil))
  }

  @Test func theFirstFailureInARowIsRemembered() async throws {
    let fixture = try Fixture()
    func visit(_ hour: Int, failures: Int) async throws -> Date? {
      var visit = Visit(feed: feed)
      visit.attempted = at(hour)
      visit.failures = failures
      _ = try await fixture.store.record(visit, at: at(hour))
      return try await fixture.store.feeds()[feed]?.failingSince
    }
    #expect(try await visit(1, failures: 1) == at(1))
    #expect(try await visit(2, failures: 2) == at(1))
    #expect(try await visit(3, failures: 0) == nil)
    #expect(try await visit(4, failures: 1) == at(4))
    #expect(try await visit(5, failures: 2) == at(4))
    // A failure that a clock wrote which was ahead has yet to come.
    #expect(try await visit(-3, failures: 3) == at(-3))
    try await fixture.store.enable(feed)
    #expect(try await fixture.store.feeds()[feed]?.failingSince == nil)
  }

  @Test func whatFailedBeforeItWasRememberedFailsSinceItsLastAttempt() async throws {
    let added = [
      "failing_since", "succeeded_before", "window_length", "window_oldest", "window_read",
      "missed_together", "gap_from", "gap_until", "gap_noticed", "gap_after",
    ]
    let file = try Fixture.changed(
      by: added.map { "ALTER TABLE feeds DROP COLUMN \($0);" }.joined() + """
        INSERT INTO feeds (url, attempted, failures) VALUES ('a', 60, 2), ('b', 60, 0);
        DELETE FROM grdb_migrations WHERE identifier LIKE '8:%'
        """)
    let feeds = try await Store(at: file.path).feeds()
    #expect(feeds["a"]?.failingSince == Date(timeIntervalSince1970: 60))
    #expect(feeds["b"].map { $0.failingSince == nil && $0.window == nil && $0.gap == nil } == true)
  }

  // MARK: - What the tests are made of

  private func at(_ hour: Int) -> Date { noon.addingTimeInterval(TimeInterval(hour) * 3600) }

  /// A post of each of some hours, the newest first.
  private func hour(_ hours: some Sequence<Int>) -> [Post] {
    hours.sorted(by: >).map { hour in
      with(post("\(hour)", thread: "\(hour)", title: "Post \(hour)")) { $0.published = at(hour) }
    }
  }

  private func with(_ post: Post, _ change: (inout Post) -> Void) -> Post {
    var post = post
    change(&post)
    return post
  }

  private func read(
    _ fixture: Fixture, _ posts: [Post], at hour: Int, isByTime: Bool = true, reach: Int? = nil
  ) async throws {
    var visit = Visit(feed: feed)
    visit.succeeded = at(hour)
    let oldest = reach.map { at($0) } ?? posts.compactMap(\.published).min()
    let document = Store.Document(
      title: "A feed", notes: 0, posts: posts, reach: isByTime ? oldest : nil)
    _ = try await fixture.store.record(visit, document: document, at: at(hour))
  }
}

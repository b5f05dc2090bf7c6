import Conversations
import Foundation
import Storage
import Testing

/// What the check-in and the rooms are told from.
@Suite struct ReportTests {
  private let day = 86_400.0

  @Test func aFeedWithSomethingNewIsNotLookedAt() async throws {
    let fixture = try Fixture()
    let (quiet, lively) = ("https://quiet.example/f", "https://lively.example/f")
    try await fixture.record(
      [
        post("1", thread: "a", feed: quiet, minutesAgo: 60 * 24 * 30),
        post("2", thread: "b", feed: quiet, minutesAgo: 60 * 24 * 20),
        // Said after the moment that is asked for, or at no known time: when it came in.
        post("3", thread: "c", feed: quiet, minutesAgo: 60 * 24),
        post("4", thread: "d", feed: quiet, minutesAgo: nil),
        // A date of the future is not believed.
        post("5", thread: "a", feed: quiet, minutesAgo: -60 * 24 * 30),
      ], feed: quiet)
    try await fixture.record(
      [post("1", thread: "e", feed: lively, minutesAgo: 60 * 24 * 6)], feed: lively)

    let until = noon.addingTimeInterval(-5 * day)
    let then = try await fixture.store.quietFeeds(
      since: until.addingTimeInterval(-10 * day), until: until)
    #expect(Array(then.keys) == [quiet])
    #expect(
      then[quiet]?.posts == [-30, -20].map { noon.addingTimeInterval($0 * day) })
    #expect(then[quiet]?.conversations == 2)

    let now = try await fixture.store.quietFeeds(since: noon, until: noon)
    #expect(now[quiet]?.posts.count == 5)
    #expect(now[quiet]?.posts.last == noon)
    #expect(now[lively]?.posts.count == 1)
  }

  @Test func communitiesAreCounted() async throws {
    let fixture = try Fixture()
    try await fixture.record([
      post("1", thread: "a"), post("2", thread: "a", role: .reply(to: nil), minutesAgo: 5),
      post("3", thread: "b"),
    ])
    var other = post("4", thread: "c")
    other.community = "R/Espresso"
    try await fixture.record([other])
    let stored = try await fixture.store.storedCommunities()
    #expect(stored.map(\.name) == ["R/Espresso", "r/espresso"])
    #expect(stored.map(\.posts) == [1, 3])
    #expect(stored.map(\.conversations) == [1, 2])
    #expect(stored[1].lastActivity == noon.addingTimeInterval(-300))
  }

  @Test func aRoomsPostsComeWithItsFeeds() async throws {
    let fixture = try Fixture()
    try await fixture.record([
      post("1", thread: "a", minutesAgo: 600),
      post("2", thread: "a", role: .reply(to: "1"), minutesAgo: 5),
      post("3", thread: "b", minutesAgo: nil),
    ])
    let last = TimeWindow(since: noon.addingTimeInterval(-1800), until: noon)
    let (posts, feeds) = try await fixture.store.posts(in: ["r/espresso", "x"], active: last)
    #expect(posts.map(\.isReply).filter { $0 }.count == 1)
    #expect(posts.count == 2)
    #expect(posts.contains { $0.published == nil && $0.activity == noon })
    #expect(feeds == ["https://a.example/feed"])
    let none = try await fixture.store.posts(in: ["r/coffee"], active: last)
    #expect(none.posts.isEmpty && none.feeds.isEmpty)
    #expect(try await fixture.store.posts(in: [], active: last).posts.isEmpty)
  }

  @Test func conversationsAreFoundByName() async throws {
    let fixture = try Fixture()
    try await fixture.record([post("1", thread: "a"), post("2", thread: "b")])
    let all = try await fixture.conversations()
    let ids = all.map(\.conversation.id)
    let numbers = try await fixture.store.numbers(
      of: ids + [ConversationID(stored: "none"), ids[0]])
    #expect(numbers.keys.sorted() == all.map(\.number).sorted())
    #expect(try await fixture.store.numbers(of: []).isEmpty)
  }
}

import Conversations
import Foundation
import Storage
import Testing

@Suite struct RecordTests {
  @Test func tellsNewChangedAndKnownPosts() async throws {
    let fixture = try Fixture()
    #expect(try await fixture.record([post("1"), post("2")]) == Recorded(new: 2))
    #expect(try await fixture.record([post("1"), post("2")]) == Recorded(known: 2))
    let edited = post("2", text: "other words")
    #expect(
      try await fixture.record([post("1"), edited, post("3")])
        == Recorded(new: 1, changed: 1, known: 1))
  }

  @Test func keepsEverythingOfAPost() async throws {
    let fixture = try Fixture()
    var whole = post(
      "1", title: "Title", text: "Two\n\nparagraphs", replies: 7, link: "https://a.example/p")
    whole.edited = noon
    whole.external = Address("https://b.example/article")
    try await fixture.record([whole])
    #expect(try await fixture.conversations().first?.conversation.posts == [whole])
  }

  @Test func aChangedGuidIsTheSameEntryIfLinkAndTitleAre() async throws {
    let fixture = try Fixture()
    try await fixture.record([post("old", link: "https://a.example/p")])
    let result = try await fixture.record([post("new", link: "https://a.example/p")])
    #expect(result == Recorded(changed: 1))
    #expect(try await fixture.conversations().first?.conversation.posts.map(\.id) == ["new"])
  }

  /// A microblog gives all its untitled posts the link of its home page: a new one must not take the
  /// place of one that has left the feed.
  @Test(arguments: [("", Post.Role.opening), ("Re: Levers", .reply(to: nil))])
  func whatIsUntitledOrAReplyIsToldByItsGuidAlone(title: String, role: Post.Role) async throws {
    let fixture = try Fixture()
    for id in ["1", "2"] {
      let one = post(id, title: title, role: role, link: "https://a.example/")
      #expect(try await fixture.record([one]) == Recorded(new: 1))
    }
    #expect(try await fixture.store.feeds()["https://a.example/feed"]?.entries == 2)
  }

  @Test func aSharedLinkWithAnotherTitleIsAnotherEntry() async throws {
    let fixture = try Fixture()
    try await fixture.record([post("1", title: "One", link: "https://a.example/p")])
    let result = try await fixture.record([post("2", title: "Two", link: "https://a.example/p")])
    #expect(result == Recorded(new: 1))
  }

  @Test func commentsThatShareLinkAndTitleInOneDocumentStayApart() async throws {
    let fixture = try Fixture()
    let first = post("1", link: "https://a.example/p")
    let second = post("2", link: "https://a.example/p")
    #expect(try await fixture.record([first, second]) == Recorded(new: 2))
    #expect(try await fixture.record([first, second]) == Recorded(known: 2))
  }

  @Test func anEntryThatStandsTwiceIsOneEachTimeItIsRead() async throws {
    let fixture = try Fixture()
    let twice = [post("1", minutesAgo: 5), post("1", minutesAgo: 50)]
    #expect(try await fixture.record(twice) == Recorded(new: 1))
    #expect(try await fixture.record(twice) == Recorded(known: 1))
  }

  @Test func moreRepliesRaiseActivityButAnEditDoesNot() async throws {
    let fixture = try Fixture()
    try await fixture.record([post("1", minutesAgo: 600, replies: 2)])
    func activity() async throws -> Date? {
      try await fixture.conversations().first?.conversation.lastActivity
    }
    let later = noon.addingTimeInterval(3600)
    try await fixture.record([post("1", text: "edited", minutesAgo: 600, replies: 2)], at: later)
    #expect(try await activity() == noon.addingTimeInterval(-36_000))
    try await fixture.record([post("1", text: "edited", minutesAgo: 600, replies: 3)], at: later)
    #expect(try await activity() == later)
  }

  @Test func aDateInTheFutureCountsAsNow() async throws {
    let fixture = try Fixture()
    try await fixture.record([post("1", minutesAgo: -100_000)])
    #expect(try await fixture.conversations().first?.conversation.lastActivity == noon)
  }

  @Test func anUndatedPostHasTheTimeItCameIn() async throws {
    let fixture = try Fixture()
    try await fixture.record([post("1", minutesAgo: nil)])
    #expect(try await fixture.conversations().first?.conversation.lastActivity == noon)
  }

  /// Read by a clock that was ten years ahead it would stay out of sight until then.
  @Test func whatCameInByAWrongClockIsSetRight() async throws {
    let fixture = try Fixture()
    let undated = [post("1", minutesAgo: nil)]
    try await fixture.record(undated, at: noon.addingTimeInterval(3e8))
    #expect(try await fixture.record(undated) == Recorded(known: 1))
    #expect(try await fixture.conversations().first?.conversation.lastActivity == noon)
  }

  /// A part of an answer for several feeds has no title of the feed.
  @Test func anEmptyTitleLeavesTheLastOne() async throws {
    let fixture = try Fixture()
    try await fixture.record([post("1")])
    let visit = Visit(feed: "https://a.example/feed")
    let document = Store.Document(title: "", notes: 0, posts: [post("2")])
    _ = try await fixture.store.record(visit, document: document, at: noon)
    #expect(try await fixture.store.feeds()[visit.feed]?.title == "A feed")
  }

  @Test func aFailedVisitKeepsTheEntries() async throws {
    let fixture = try Fixture()
    try await fixture.record([post("1")])
    var visit = Visit(feed: "https://a.example/feed")
    visit.problem = "HTTP 500: the server has an error"
    _ = try await fixture.store.record(visit, at: noon)
    let record = try await fixture.store.feeds()["https://a.example/feed"]
    #expect(record?.entries == 1)
    #expect(record?.title == "A feed")
    #expect(record?.visit.problem == "HTTP 500: the server has an error")
  }
}

import Conversations
import Foundation
import Storage
import Testing

@Suite struct RepliesTests {
  private let x = ConversationID(thread: "x")

  @Test func repliesAreToldOnceWithTheTimeTheyWereSaid() async throws {
    let fixture = try Fixture()
    try await fixture.record([
      post("1", thread: "x", minutesAgo: 90), post("2", thread: "x", role: .reply(to: nil)),
      post("3", thread: "x", role: .reply(to: nil), minutesAgo: nil),
      // A feed may say anything; nobody can have said it before it came in.
      post("4", thread: "x", role: .reply(to: nil), minutesAgo: -1e6),
      post("5", thread: "y", role: .reply(to: nil)),
    ])
    try await fixture.record(
      [post("2", thread: "x", role: .reply(to: nil))], feed: "https://a.example/other")
    let replies = try await fixture.store.replies(in: [x], until: noon)
    #expect(replies.keys.map { $0 } == [x])
    #expect(replies[x]?.map(\.post.id) == ["2", "3", "4"])
    #expect(replies[x]?.map(\.at) == [noon.addingTimeInterval(-600), noon, noon])
    let before = try await fixture.store.replies(in: [x], until: noon.addingTimeInterval(-1))
    #expect(before[x]?.map(\.post.id) == ["2"])
    #expect(try await fixture.store.replies(in: [], until: noon).isEmpty)
  }

  /// Some feeds give a whole thread one link and mark no reply; the opening is none all the same.
  @Test func openingsByOthersAreReplies() async throws {
    let fixture = try Fixture()
    var answer = post("2", thread: "x", text: "an answer", minutesAgo: 5)
    answer.author = "ben"
    try await fixture.record([post("1", thread: "x"), answer])
    try await fixture.record([post("1b", thread: "x", minutesAgo: 9)], feed: "https://a.example/o")
    #expect(try await fixture.store.replies(in: [x], until: noon)[x]?.map(\.post.id) == ["2"])
  }

  /// "Edited" is not "answered": a date that is only of an edit counts once.
  @Test func anEditIsNoNewReply() async throws {
    let fixture = try Fixture()
    var reply = post("2", thread: "x", role: .reply(to: nil), minutesAgo: nil)
    reply.edited = noon.addingTimeInterval(-600)
    try await fixture.record([reply])
    reply.edited = noon.addingTimeInterval(86_400)
    reply.text = "edited"
    try await fixture.record([reply], at: noon.addingTimeInterval(2 * 86_400))
    let replies = try await fixture.store.replies(in: [x], until: .distantFuture)
    #expect(replies[x]?.map(\.at) == [noon])
  }

  @Test func onlyJoinedAndSnoozedThreadsFromTheWebHaveAFeedToFollow() async throws {
    let fixture = try Fixture()
    func told(_ thread: String, feed: String = "https://a.example/feed") async throws {
      var one = post("\(thread)\(feed.count)", thread: thread, feed: feed)
      one.repliesFeed = Address("https://a.example/\(thread).rss")
      try await fixture.record([one], feed: feed)
    }
    for thread in ["new", "joined", "snoozed", "over", "skipped", "saved"] {
      try await told(thread)
    }
    try await told("file", feed: "samples/a.xml")
    func record(_ kind: Act.Kind, _ thread: String) async throws {
      _ = try await fixture.store.record(
        kind, about: [ConversationID(thread: thread)], by: "", at: noon)
    }
    for thread in ["joined", "file"] { try await record(.joined(as: nil), thread) }
    try await record(.snoozed(until: noon.addingTimeInterval(60)), "snoozed")
    try await record(.snoozed(until: noon.addingTimeInterval(-60)), "over")
    try await record(.skipped, "skipped")
    try await record(.saved, "saved")
    let feeds = try await fixture.store.repliesFeeds(at: noon)
    #expect(
      Set(feeds.map(\.address.text)) == [
        "https://a.example/joined.rss", "https://a.example/snoozed.rss",
      ])
    #expect(Set(feeds.map(\.thread)) == ["joined", "snoozed"])
    #expect(feeds.map(\.wanted) == [noon, noon])
    #expect(feeds.map(\.lastActivity) == Array(repeating: noon.addingTimeInterval(-600), count: 2))
  }
}

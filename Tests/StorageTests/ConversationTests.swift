import Conversations
import Foundation
import Storage
import Testing

@Suite struct ConversationTests {
  @Test func aPostAndItsCommentsAreOneConversation() async throws {
    let fixture = try Fixture()
    try await fixture.record([
      post("1", thread: "x", minutesAgo: 60, replies: 1), post("2", thread: "y"),
    ])
    try await fixture.record(
      [post("3", thread: "x", role: .reply(to: nil), minutesAgo: 5)], feed: "https://a.example/c")
    let conversations = try await fixture.conversations().map(\.conversation)
    #expect(conversations.count == 2)
    let x = try #require(conversations.first { $0.posts.count == 2 })
    #expect(x.opening?.id == "1")
    #expect(x.replies == 1)
    #expect(x.lastActivity == noon.addingTimeInterval(-300))
  }

  /// The number that a place tells lags behind; a reply that was seen is there.
  @Test func seenRepliesCountWhenThePlaceTellsFewer() async throws {
    let fixture = try Fixture()
    try await fixture.record([
      post("1", replies: 0), post("2", role: .reply(to: nil)), post("3", role: .reply(to: nil)),
    ])
    #expect(try await fixture.conversations().first?.conversation.replies == 2)
  }

  @Test func unknownRepliesStayUnknown() async throws {
    let fixture = try Fixture()
    try await fixture.record([post("1"), post("2", role: .reply(to: nil))])
    let conversation = try await fixture.conversations().first?.conversation
    #expect(conversation != nil)
    #expect(conversation?.replies == nil)
  }

  @Test func aPostOfTwoFeedsWasSaidOnce() async throws {
    let fixture = try Fixture()
    try await fixture.record([post("1")], feed: "https://a.example/new")
    try await fixture.record([post("1")], feed: "https://a.example/search")
    #expect(try await fixture.conversations().first?.conversation.posts.count == 1)
  }

  @Test func theOrderOfArrivalDoesNotMatter() async throws {
    let posts = (0..<60).map { number in
      post(
        "\(number)", thread: "t\(number % 7)", role: number < 7 ? .opening : .reply(to: nil),
        minutesAgo: Double(number % 11))
    }
    var results: [[Conversation]] = []
    for _ in 0..<3 {
      let fixture = try Fixture()
      for portion in posts.shuffled().chunks(of: 9) { try await fixture.record(portion) }
      results.append(
        try await fixture.conversations().map(\.conversation).sorted { $0.id < $1.id })
    }
    #expect(results[0].count == 7)
    #expect(results[0] == results[1])
    #expect(results[0] == results[2])
  }

  @Test func aWindowShowsConversationsAsTheyStoodAtItsEnd() async throws {
    let fixture = try Fixture()
    try await fixture.record([
      post("1", thread: "old", minutesAgo: 3000), post("2", thread: "x", minutesAgo: 100),
      post("3", thread: "x", role: .reply(to: nil), minutesAgo: 10),
      post("4", thread: "late", minutesAgo: 5),
    ])
    let window = TimeWindow(
      since: noon.addingTimeInterval(-6001), until: noon.addingTimeInterval(-1200))
    let found = try await fixture.store.conversations(.active(window)).map(\.conversation)
    #expect(found.map { $0.posts.map(\.id) } == [["2"]])
  }

  @Test func statesAreKeptAndFound() async throws {
    let fixture = try Fixture()
    try await fixture.record([post("1", thread: "x"), post("2", thread: "y")])
    let id = try #require(try await fixture.conversations().first?.conversation.id)
    try await fixture.store.set(.saved, of: [id], at: noon)
    let saved = try await fixture.store.conversations(.inState(.saved))
    #expect(saved.map(\.conversation.id) == [id])
    #expect(saved.first?.changed == noon)
    // What the feed says later does not touch what the team decided.
    try await fixture.record([post("1", thread: "x", text: "edited")])
    #expect(try await fixture.store.conversations(.inState(.saved)).count == 1)
  }

  @Test func shortIDsTellConversationsApart() async throws {
    let fixture = try Fixture()
    try await fixture.record((0..<3000).map { post("\($0)", thread: "t\($0)") })
    let ids = try await fixture.conversations().map(\.conversation.id)
    let short = try await fixture.store.shortIDs(of: ids)
    #expect(Set(short.values).count == 3000)
    for id in ids.prefix(200) {
      let prefix = try #require(short[id])
      #expect(prefix.count >= 4)
      let found = try await fixture.store.conversations(.named(prefix))
      #expect(found.map(\.conversation.id) == [id])
    }
  }
}

extension Array {
  fileprivate func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}

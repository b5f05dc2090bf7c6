import Conversations
import Foundation
import Storage
import Support
import Testing

/// Posts find their conversation in whatever order and feeds they come in.
@Suite struct ThreadTests {
  private func reply(
    _ id: String, to parent: String, thread: String? = nil, minutesAgo: Double = 5
  ) -> Post {
    post(id, thread: thread ?? "own-\(id)", role: .reply(to: parent), minutesAgo: minutesAgo)
  }

  private func shape(_ fixture: Fixture) async throws -> [[String]] {
    try await fixture.conversations().map { $0.conversation.posts.map(\.id).sorted() }
      .sorted { $0[0] < $1[0] }
  }

  @Test(arguments: [
    [["urn:p"], ["urn:r"]], [["urn:r"], ["urn:p"]], [["urn:r", "urn:p"]], [["urn:p", "urn:r"]],
  ])
  func aReplyJoinsItsParentWhicheverComesFirst(documents: [[String]]) async throws {
    let fixture = try Fixture()
    for (number, ids) in documents.enumerated() {
      try await fixture.record(
        ids.map { $0 == "urn:p" ? post("urn:p", thread: "p") : reply("urn:r", to: "urn:p") },
        feed: "https://\(number).example/feed")
    }
    #expect(try await shape(fixture) == [["urn:p", "urn:r"]])
    let conversation = try #require(try await fixture.conversations().first?.conversation)
    #expect(conversation.id == ConversationID(thread: "p"))
    #expect(conversation.opening?.id == "urn:p")
    #expect(conversation.lastActivity == noon.addingTimeInterval(-300))
  }

  @Test func aChainOfRepliesInAnyOrderIsOneConversation() async throws {
    let posts =
      [post("urn:0", thread: "0")] + (1..<8).map { reply("urn:\($0)", to: "urn:\($0 - 1)") }
      + [post("urn:x", thread: "x"), reply("urn:y", to: "urn:x"), reply("urn:z", to: "urn:gone")]
    var found: [[Conversation]] = []
    for seed in 0..<12 {
      let fixture = try Fixture()
      var random = SplitMix64(seed: UInt64(seed))
      for (number, post) in posts.shuffled(using: &random).enumerated() {
        try await fixture.record([post], feed: "https://\(number % 3).example/")
      }
      found.append(try await fixture.conversations().map(\.conversation).sorted { $0.id < $1.id })
    }
    for one in found {
      #expect(one.count == 3)
      #expect(one.map(\.id) == found[0].map(\.id))
      #expect(one.map { $0.posts.map(\.id) } == found[0].map { $0.posts.map(\.id) })
    }
  }

  /// A number or a word names a post of its feed; another feed's 12 is another post.
  @Test func anIDWithoutAColonIsOneWithinItsFeedOnly() async throws {
    let fixture = try Fixture()
    try await fixture.record([post("12", thread: "a")], feed: "https://a.example/")
    try await fixture.record([reply("13", to: "12")], feed: "https://b.example/")
    #expect(try await shape(fixture) == [["12"], ["13"]])
    try await fixture.record([reply("14", to: "12")], feed: "https://a.example/")
    #expect(try await shape(fixture) == [["12", "14"], ["13"]])
  }

  @Test func aCircleOfRepliesIsOneConversation() async throws {
    for ids in [[1, 2, 3], [3, 1, 2], [2, 3, 1]] {
      let fixture = try Fixture()
      for id in ids { try await fixture.record([reply("urn:\(id)", to: "urn:\(id % 3 + 1)")]) }
      #expect(try await shape(fixture) == [["urn:1", "urn:2", "urn:3"]])
      let id = try await fixture.conversations().first?.conversation.id
      #expect(id == ConversationID(thread: "own-urn:1"))
    }
  }

  @Test func aReplyToItselfEnds() async throws {
    let fixture = try Fixture()
    try await fixture.record([reply("urn:1", to: "urn:1")])
    #expect(try await shape(fixture) == [["urn:1"]])
  }

  @Test func aLongChainThatComesBackwardsIsJoined() async throws {
    let fixture = try Fixture()
    let chain = (1...3000).map { reply("urn:\($0)", to: "urn:\($0 - 1)") }
    try await fixture.record(chain.reversed())
    try await fixture.record([post("urn:0", thread: "0")])
    #expect(try await fixture.conversations().map(\.conversation.posts.count) == [3001])
  }

  @Test func aLaterOpeningTakesItsPlace() async throws {
    let fixture = try Fixture()
    try await fixture.record([
      post("2", title: "A guess", role: .reply(to: nil), minutesAgo: 5)
    ])
    #expect(try await fixture.conversations().first?.conversation.opening == nil)
    var opening = post("1", title: "The title", minutesAgo: 60, link: "https://a.example/1")
    opening.author = "bob"
    opening.discussion = Address("https://a.example/thread")
    try await fixture.record([opening], feed: "https://b.example/feed")
    let conversation = try #require(try await fixture.conversations().first?.conversation)
    #expect(conversation.title == "The title")
    #expect(conversation.opening?.author == "bob")
    #expect(conversation.address == Address("https://a.example/thread"))
    #expect(conversation.lastActivity == noon.addingTimeInterval(-300))
  }

  /// A feed that gives a thread one link and marks no reply lost all but the first.
  @Test func anotherWriterUnderOneLinkIsHeard() async throws {
    let fixture = try Fixture()
    var second = post("2", title: "T", text: "I disagree", minutesAgo: 5)
    second.author = "bob"
    try await fixture.record([post("1", minutesAgo: 50)])
    try await fixture.record([second], feed: "https://b.example/feed")
    #expect(try await shape(fixture) == [["1", "2"]])
  }

  // MARK: What the team decided

  @Test func aDecidedConversationKeepsItsIDWhenItIsJoined() async throws {
    let fixture = try Fixture()
    try await fixture.record([reply("urn:r", to: "urn:p")])
    let old = try #require(try await fixture.conversations().first?.conversation.id)
    try await fixture.store.set(.joined, of: [old], at: noon)
    try await fixture.record([post("urn:p", thread: "p")], feed: "https://b.example/")
    let joined = try #require(try await fixture.conversations().first)
    #expect(joined.conversation.posts.count == 2)
    #expect(joined.conversation.id == old)
    #expect(joined.state == .joined)
    #expect(joined.changed == noon)
    // By the name that the parent would have had it is found too; nobody else gets it.
    for name in [old, ConversationID(thread: "p")] {
      let found = try await fixture.store.conversations(.named(name.text))
      #expect(found.map(\.conversation.id) == [old])
    }
    for thread in ["p", "own-urn:r"] {
      #expect(
        try await fixture.store.conversations(.thread(thread)).map(\.conversation.id) == [old])
    }
    try await fixture.record([reply("urn:s", to: "urn:p")])
    #expect(try await fixture.conversations().map(\.conversation.id) == [old])
  }

  @Test func anUndecidedIDStillFindsItsConversation() async throws {
    let fixture = try Fixture()
    try await fixture.record([reply("urn:r", to: "urn:p")])
    let old = try #require(try await fixture.conversations().first?.conversation.id)
    try await fixture.record([post("urn:p", thread: "p")])
    let new = ConversationID(thread: "p")
    #expect(try await fixture.conversations().map(\.conversation.id) == [new])
    let found = try await fixture.store.conversations(.named(String(old.text.prefix(5))))
    #expect(found.map(\.conversation.id) == [new])
  }

  @Test func ofTwoDecisionsTheLaterHolds() async throws {
    for (first, second) in [
      (ConversationState.joined, ConversationState.skipped), (.skipped, .joined),
    ] {
      let fixture = try Fixture()
      try await fixture.record([reply("urn:r", to: "urn:p"), post("urn:q", thread: "q")])
      try await fixture.store.set(first, of: [ConversationID(thread: "own-urn:r")], at: noon)
      try await fixture.store.set(
        second, of: [ConversationID(thread: "q")], at: noon.addingTimeInterval(60))
      // The reply is told to be of the other thread after all.
      try await fixture.record([reply("urn:r", to: "urn:q")])
      let joined = try #require(try await fixture.conversations().first)
      #expect(joined.conversation.posts.count == 2)
      #expect(joined.state == second)
      let old = try await fixture.store.conversations(
        .named(ConversationID(thread: "own-urn:r").text))
      #expect(old.map(\.conversation.id) == [ConversationID(thread: "q")])
    }
  }

  // MARK: What changes without a word

  @Test func whatThePlaceTellsIsStoredWithoutAWord() async throws {
    let fixture = try Fixture()
    let before = post("1", minutesAgo: 600, replies: 1)
    try await fixture.record([before])
    let changes: [(inout Post) -> Void] = [
      { $0.votes = 7 }, { $0.access = .closed }, { $0.isPinned = true },
      { $0.repliesFeed = Address("https://a.example/replies") }, { $0.community = "r/Coffee" },
      { $0.thread = "other" }, { $0.role = .reply(to: nil) }, { $0.role = .reply(to: "urn:x") },
      { $0.author = "bob" }, { $0.external = Address("https://b.example/") }, { $0.tags = [] },
      { $0.discussion = nil }, { $0.link = Address("https://b.example/1") },
    ]
    var now = before
    for change in changes {
      change(&now)
      let later = noon.addingTimeInterval(3600)
      #expect(try await fixture.record([now], at: later) == Recorded(known: 1))
      let stored = try #require(try await fixture.conversations().first?.conversation)
      #expect(stored.posts == [now])
      #expect(stored.lastActivity == noon.addingTimeInterval(-36_000))
      #expect(stored.id == ConversationID(thread: now.thread))
    }
  }
}

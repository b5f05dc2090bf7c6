import Conversations
import Exporting
import Fetching
import Foundation
import Profiles
import Storage
import Support
import Testing

@testable import Mingle

/// The feeds of replies to what the team joined, asked for on a real server.
@Suite struct FollowingTests {
  private let now = Date()
  private let server: LoopbackServer
  private let folder: TemporaryFolder

  init() throws {
    server = try LoopbackServer()
    folder = try TemporaryFolder.workspace(feeds: [server.address("/feed")])
    try folder.write("allow_networks: [127.0.0.0/8]\n", to: "settings.yaml")
    server.route("/feed", .reply(.feed("<rss version=\"2.0\"><channel/></rss>")))
    server.route("/t/1.atom", .validated(.feed(replies(to: "/t/1", "1", "2"))))
  }

  private func open(at moment: Date? = nil) throws -> OpenWorkspace {
    let time = moment ?? now
    var workspace = try OpenWorkspace(
      Workspace(folder: folder.url), now: time, mode: .writing, environment: [:])
    workspace.clock.now = { time }
    return workspace
  }

  /// An Atom feed of replies to threads on the server (RFC 4685).
  private func replies(to thread: String, _ ids: String...) -> String {
    let entries = ids.map { id in
      """
      <entry><id>r\(id)</id><title>Re: T</title><author><name>ben</name></author>
      <published>\(now.formatted(.iso8601))</published><content>Reply \(id)</content>
      <thr:in-reply-to ref="x" href="\(server.address(thread))"/></entry>
      """
    }
    return """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
      <title>Replies</title>\(entries.joined())</feed>
      """
  }

  /// Stores the opening of a thread as its feed told it, some days ago, and returns its conversation.
  @discardableResult
  private func opening(
    _ path: String = "/t/1", in feed: String? = nil, replies: String? = nil, daysAgo: Double = 0.01
  ) async throws -> ConversationID {
    let address = try #require(Address(server.address(path)))
    let published = now.addingTimeInterval(-86_400 * daysAgo)
    var visit = Visit(feed: feed ?? server.address("/feed"))
    visit.succeeded = published
    var post = Post(
      id: "tag:\(path)", feed: visit.feed, community: "c", thread: address.canonical,
      discussion: address,
      title: "My lever machine leaks", published: published)
    post.repliesFeed = Address(replies ?? server.address(path + ".atom"))
    let document = Store.Document(title: "F", notes: 0, posts: [post])
    _ = try await open().store.record(visit, document: document, at: published)
    return ConversationID(thread: address.canonical)
  }

  private func act(
    _ kind: Act.Kind, about id: ConversationID, daysAgo: Double = 0
  ) async throws {
    let date = now.addingTimeInterval(-86_400 * daysAgo)
    _ = try await open().decide(DecisionRequest(kind, by: "Ann", at: date), about: [id.text])
  }

  /// The paths beside that of the subscription that a refresh asks for.
  private func asked(isForced: Bool = false) async throws -> [String] {
    let before = server.requests.count
    _ = try await open().refresh(RefreshRequest(isForced: isForced))
    return server.requests.dropFirst(before).map(\.path).filter { $0 != "/feed" }
  }

  private func posts(of id: ConversationID) async throws -> [String] {
    try await open().store.conversations(.named(id.text)).first?.conversation.posts.map(\.text)
      ?? []
  }

  @Test func repliesToWhatWasJoinedComeIntoItsConversation() async throws {
    let id = try await opening()
    #expect(try await asked(isForced: true) == [])
    try await act(.joined(as: nil), about: id, daysAgo: 0.005)
    let summary = try await open().refresh(RefreshRequest())
    #expect(summary.description == "2 feeds (1 followed): 1 read, 1 not due; 2 new posts")
    #expect(try await posts(of: id) == ["", "Reply 1", "Reply 2"])
    // It is not due at once, and asked whether anything is new when it is.
    #expect(try await asked() == [])
    #expect(try await asked(isForced: true) == ["/t/1.atom"])
    let requests = server.requests("/t/1.atom")
    #expect(requests.map { $0["If-None-Match"] != nil } == [false, true])
    let answered = try await open().replies(
      RepliesRequest(window: TimeWindow(since: .distantPast, until: now)), us: .init())
    #expect(answered.map(\.answers.count) == [2])
    // The feed is told apart from the list.
    let feeds = try await open().feeds().feeds
    #expect(feeds.map(\.url) == [server.address("/feed"), server.address("/t/1.atom")])
    #expect(feeds.map(\.conversation) == [nil, id])
    #expect(feeds.map(\.entries) == [1, 2])
    #expect(try !folder.text("feeds.opml").contains("/t/1.atom"))
  }

  @Test func aFeedThatHoldsOtherThreadsIsReadForItsOwn() async throws {
    let id = try await opening()
    try await act(.joined(as: nil), about: id)
    let mixed =
      replies(to: "/t/1", "1").replacing("</feed>", with: "")
      + replies(to: "/t/2", "9").replacing(#/(?s)^.*?<title>Replies</title>/#, with: "")
    server.route("/t/1.atom", .reply(.feed(mixed)))
    #expect(try await asked() == ["/t/1.atom"])
    let all = TimeWindow(since: .distantPast, until: .distantFuture)
    let stored = try await open().store.conversations(.active(all))
    #expect(stored.map(\.conversation.id) == [id])
    #expect(try await posts(of: id) == ["", "Reply 1"])
  }

  /// RFC 4685 lets an entry name what it answers by its id alone.
  @Test func repliesThatNameOnlyAnIDAreOfTheThreadToo() async throws {
    let id = try await opening()
    try await act(.joined(as: nil), about: id)
    func entry(_ id: String, to parent: String) -> String {
      """
      <entry><id>tag:\(id)</id><title>T</title><content>Reply \(id)</content>
      <thr:in-reply-to ref="\(parent)"/></entry>
      """
    }
    let entries =
      entry("c", to: "tag:b") + entry("b", to: "tag:/t/1") + entry("d", to: "tag:elsewhere")
    server.route(
      "/t/1.atom",
      .reply(.feed(replies(to: "/t/1").replacing("</feed>", with: "\(entries)</feed>"))))
    #expect(try await asked() == ["/t/1.atom"])
    #expect(Set(try await posts(of: id)) == ["", "Reply b", "Reply c"])
    let all = TimeWindow(since: .distantPast, until: .distantFuture)
    #expect(try await open().store.conversations(.active(all)).map(\.conversation.id) == [id])
  }

  @Test(
    arguments: [
      (nil, false), (.saved, false), (.skipped, false), (.noted, false), (.claimed, false),
      (.joined(as: .helped), true), (.snoozed(until: .distantFuture), true),
      (.snoozed(until: Date(timeIntervalSinceNow: -3600)), false),
    ] as [(Act.Kind?, Bool)])
  func onlyWhatIsJoinedOrPutOffIsFollowed(kind: Act.Kind?, isFollowed: Bool) async throws {
    let id = try await opening()
    if let kind { try await act(kind, about: id, daysAgo: 0.005) }
    #expect(try await asked(isForced: true) == (isFollowed ? ["/t/1.atom"] : []))
    if isFollowed {
      try await act(.reopened, about: id)
      #expect(try await asked(isForced: true) == [])
    }
  }

  @Test(
    arguments: [
      (31, 31, false), (31, 29, true), (29, 31, true), (29, 1, true),
    ] as [(Double, Double, Bool)])
  func aThreadIsFollowedForThirtyDays(said: Double, joined: Double, isFollowed: Bool) async throws {
    try await act(.joined(as: nil), about: opening(daysAgo: said), daysAgo: joined)
    #expect(try await asked(isForced: true) == (isFollowed ? ["/t/1.atom"] : []))
  }

  /// The demo's feeds are files that tell of real places: nobody there is to hear of it.
  @Test func aThreadFromAFeedFileCausesNoRequest() async throws {
    try await act(.joined(as: nil), about: opening(in: "samples/a.xml"))
    #expect(try await asked(isForced: true) == [])
    #expect(try await open().feeds().feeds.count == 1)
  }

  @Test func aFeedThatIsSubscribedIsAskedOnce() async throws {
    let id = try await opening(replies: server.address("/feed"))
    try await act(.joined(as: nil), about: id)
    let summary = try await open().refresh(RefreshRequest(isForced: true))
    #expect(summary.followed == 0)
    #expect(server.requests.map(\.path) == ["/feed"])
  }

  @Test(arguments: ["http://ann:secret@HOST/t/1.atom", "http://HOST/t/1.atom?token=abc"])
  func nobodysKeyIsUsed(feed: String) async throws {
    let host = "127.0.0.1:\(server.port)"
    try await act(.joined(as: nil), about: opening(replies: feed.replacing("HOST", with: host)))
    #expect(try await asked(isForced: true) == [])
  }

  @Test func aHostThatWantsRestHasItFromFollowingToo() async throws {
    try await act(.joined(as: nil), about: opening())
    server.route("/t/1.atom", .reply(.status(429, ("Retry-After", "3600"))))
    #expect(try await asked() == ["/t/1.atom"])
    #expect(try await asked(isForced: true) == [])
    #expect(try await open().feeds().feeds.map(\.state) == [.waiting, .waiting])
  }

  @Test func aThreadThatIsGoneIsLeftAlone() async throws {
    try await act(.joined(as: nil), about: opening())
    server.route("/t/1.atom", .reply(.status(410)))
    #expect(try await asked() == ["/t/1.atom"])
    #expect(try await asked(isForced: true) == [])
  }

  @Test(
    arguments: [
      // Quiet for an hour, asked ten, twenty minutes ago.
      (1, 10, false), (1, 20, true),
      // Quiet for a day: every six hours. For twenty: once a day.
      (24, 350, false), (24, 370, true), (480, 1430, false), (480, 1450, true),
      // A clock was wrong.
      (1, -10, true),
    ] as [(Double, Double, Bool)])
  func aQuietThreadIsAskedForMoreSeldom(hoursQuiet: Double, minutesAgo: Double, isDue: Bool) {
    var visit = Visit(feed: "https://a.example/1")
    visit.attempted = now.addingTimeInterval(-60 * minutesAgo)
    let feed = FollowedFeed(
      feed: visit.feed, conversation: ConversationID(thread: "t"), threads: ["t"],
      lastActivity: now.addingTimeInterval(-3600 * hoursQuiet))
    #expect(feed.isDue(visit, at: now) == isDue)
    #expect(feed.isDue(Visit(feed: visit.feed), at: now))
  }
}

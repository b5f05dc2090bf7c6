import Communities
import Conversations
import Foundation
import Parsing
import Testing

/// Feeds of one place that are asked for together, and what each gets of the answer.
@Suite struct CombinedFeedTests {
  private let now = Date(timeIntervalSince1970: 1_790_000_000)

  @Test func communitiesOfRedditGoTogether() {
    let groups = combinedFeeds(
      [reddit("espresso"), feed("https://blog.example/feed"), reddit("Coffee")], at: now)
    #expect(
      groups.map(\.address) == ["https://www.reddit.com/r/coffee+espresso/new/.rss?limit=100"])
    #expect(groups[0].members.map(\.feed) == [reddit("Coffee").feed, reddit("espresso").feed])
  }

  @Test func tagsOfLobstersGoTogether() {
    let tags = ["web", "hardware"].map { feed("https://lobste.rs/t/\($0).rss") }
    #expect(
      combinedFeeds(tags, at: now).map(\.address) == ["https://lobste.rs/t/hardware,web.rss"])
  }

  @Test func placesStayApart() {
    let feeds = [
      reddit("espresso"), feed("https://lobste.rs/t/web.rss"), feed("https://lobste.rs/t/ask.rss"),
      reddit("coffee"),
    ]
    #expect(combinedFeeds(feeds, at: now).map(\.members.count) == [2, 2])
  }

  @Test(arguments: [
    ("https://www.reddit.com/r/coffee/new/.rss", true),
    ("https://reddit.com/r/coffee/new.rss", true),
    ("https://www.reddit.com/r/coffee/new/.rss?sort=new&limit=50", true),
    ("https://www.reddit.com/r/coffee+tea/new/.rss", true),
    ("https://www.reddit.com/r/u_annika/new/.rss", true),
    ("http://www.reddit.com/r/coffee/new/.rss", false),
    ("https://old.reddit.com/r/coffee/new/.rss", false),
    ("https://www.reddit.com/r/coffee/.rss", false),
    ("https://www.reddit.com/r/coffee/hot/.rss", false),
    ("https://www.reddit.com/r/coffee/top/.rss?t=week", false),
    ("https://www.reddit.com/r/coffee/new/.rss?after=t3_abc", false),
    ("https://www.reddit.com/r/coffee/new/.rss?feed=0123456789abcdef&user=annika", false),
    ("https://me:secret@www.reddit.com/r/coffee/new/.rss", false),
    ("https://www.reddit.com/r/coffee/comments/.rss", false),
    ("https://www.reddit.com/r/coffee/search.rss?q=lever&sort=new", false),
    ("https://www.reddit.com/r/all/new/.rss", false),
    ("https://www.reddit.com/r/all-coffee/new/.rss", false),
    ("https://www.reddit.com/user/annika/.rss", false),
    ("https://www.reddit.com:8443/r/coffee/new/.rss", false),
    ("https://reddit.com.example/r/coffee/new/.rss", false),
  ])
  func onlyTheNewestOfCommunitiesGoTogether(address: String, together: Bool) {
    let groups = combinedFeeds([feed(address), reddit("espresso")], at: now)
    #expect(groups.count == (together ? 1 : 0))
  }

  @Test(arguments: [
    ("https://lobste.rs/t/web.rss", true), ("https://lobste.rs/t/web,rust.rss", true),
    ("https://lobste.rs/t/c%2B%2B.rss", false), ("https://lobste.rs/newest.rss", false),
    ("https://lobste.rs/t/web.rss?token=abc", false), ("https://lobste.rs/top/1w.rss", false),
  ])
  func onlyTagsOfLobstersGoTogether(address: String, together: Bool) {
    let groups = combinedFeeds([feed(address), feed("https://lobste.rs/t/ask.rss")], at: now)
    #expect(groups.count == (together ? 1 : 0))
  }

  @Test(arguments: [
    "never read", "failing", "gone", "with validators",
    "read in the future", "without posts", "had less together lately",
  ])
  func aloneIsAskedForWhatIs(_ state: String) throws {
    var visit = Visit(feed: reddit("coffee").feed)
    visit.succeeded = now - 3600
    var window: FeedWindow? = FeedWindow(length: 25, oldest: now - 86_400, read: now - 3600)
    visit.problem = "HTTP 429: too many requests; waiting until the host opens"
    #expect(CombinableFeed(visit, window, at: now) != nil)
    switch state {
    case "never read": visit.succeeded = nil
    case "failing": visit.failures = 1
    case "gone": visit.state = .gone
    case "with validators":
      visit.validators = .init(
        address: try #require(Address(visit.feed)), etag: Array("\"1\"".utf8), lastModified: nil)
    case "read in the future": visit.succeeded = now + 60
    case "without posts": window = nil
    default: window?.missedTogether = now - 6 * 86_400
    }
    #expect(CombinableFeed(visit, window, at: now) == nil)
  }

  /// Without "www." the place sends everybody on.
  @Test(arguments: [
    (nil, true), ("https://www.reddit.com/r/Coffee/new/.rss", true),
    ("https://www.reddit.com/r/tea/new/.rss", false), ("https://coffee.example/feed", false),
  ])
  func whatMovedGoesTogetherWhereItIsTheSame(target: String?, together: Bool) throws {
    var visit = Visit(feed: "https://reddit.com/r/coffee/new/.rss")
    visit.succeeded = now - 3600
    visit.movedTo = target.flatMap { Address($0) }
    let window = FeedWindow(length: 25, oldest: now - 86_400, read: now - 3600)
    let feed = try #require(CombinableFeed(visit, window, at: now))
    #expect(combinedFeeds([feed, reddit("espresso")], at: now).count == (together ? 1 : 0))
  }

  @Test func anAddressStaysShort() {
    let feeds = (0..<120).map { reddit("a_long_name_of_some_\($0)", postsPerDay: 0.1) }
    let groups = combinedFeeds(feeds, at: now)
    #expect(groups.count == 3)
    #expect(groups.map(\.members.count).reduce(0, +) == 120)
    #expect(groups.allSatisfy { $0.address.utf8.count <= 1500 })
  }

  @Test func noMoreThanFiftyGoTogether() {
    let groups = combinedFeeds((0..<120).map { reddit("c\($0)", postsPerDay: 0.1) }, at: now)
    #expect(groups.map(\.members.count) == [50, 50, 20])
  }

  /// Read an hour ago and half an hour of lateness: 160 posts a day are 10 to be expected.
  @Test func halfOfAnAnswerHoldsWhatIsExpected() {
    let groups = combinedFeeds((0..<12).map { reddit("c\($0)", postsPerDay: 160) }, at: now)
    #expect(groups.map(\.members.count) == [5, 5, 2])
  }

  @Test func aBusyCommunityStaysAlone() {
    let groups = combinedFeeds(
      [reddit("busy", postsPerDay: 2000), reddit("tea"), reddit("coffee")], at: now)
    #expect(groups.map { $0.members.map(\.feed) } == [[reddit("coffee").feed, reddit("tea").feed]])
  }

  @Test func oneOfTwoIsNoGroup() {
    #expect(combinedFeeds([reddit("coffee")], at: now).isEmpty)
    #expect(combinedFeeds([], at: now).isEmpty)
  }

  /// A combined answer does not tell that a community was closed.
  @Test func twoThatWereLongNotAskedForAloneAreOnTheirOwn() {
    let feeds = (0..<6).map { number in
      reddit("c\(number)", aloneAgo: 90_000 - Double(number) * 2000)
    }
    let groups = combinedFeeds(feeds, at: now)
    // c0 to c1 are longest ago; c2, which is due as well, waits for the next round.
    #expect(groups.map { $0.members.map(\.feed) } == [feeds[2...].map(\.feed)])
  }

  @Test func oneCommunityUnderTwoAddressesIsAskedForOnce() {
    let groups = combinedFeeds(
      [reddit("coffee"), feed("https://reddit.com/r/Coffee/new.rss")], at: now)
    #expect(groups.map(\.address) == ["https://www.reddit.com/r/coffee/new/.rss?limit=100"])
    #expect(groups[0].members.count == 2)
  }

  // MARK: - Which answers cover a member

  private static let hours: [(entries: [Double], lastRead: Double, isCovered: Bool)] = [
    // Hours ago of the entries, first to last; when it was read; whether the answer reaches back.
    (Array(repeating: 0.5, count: 50) + [2], 1, true),
    (Array(repeating: 0.5, count: 50) + [1.25], 1, false),
    (Array(repeating: 0.5, count: 50) + [1.5], 1, true),
    // It had no post for a month, and nothing of it is here.
    (Array(repeating: 1, count: 99) + [3], 2, true),
    // Not full: these are all.
    (Array(repeating: 0.5, count: 11), 1, true),
    // As long as a place's usual answers: there may be more.
    (Array(repeating: 0.5, count: 25), 1, false),
    (Array(repeating: 0.5, count: 12), 1, false),
    // No answer of all is empty: every member was read before.
    ([], 1, false),
    // In another order than was asked for.
    (Array(repeating: 0.5, count: 50) + [9, 2], 1, false),
  ]

  @Test(arguments: hours)
  func isCovered(entries: [Double], lastRead: Double, isCovered: Bool) {
    let group = combinedFeeds(
      [reddit("coffee", readAgo: lastRead * 3600), reddit("tea")], at: now)[0]
    let document = document(entries.map { post("coffee", hoursAgo: $0) })
    let member = group.members.first { $0.feed == reddit("coffee").feed }
    #expect(member.map { group.covers($0, document) } == isCovered)
  }

  @Test func entriesWithoutADateCoverNobody() {
    let group = combinedFeeds([reddit("coffee"), reddit("tea")], at: now)[0]
    var undated = post("coffee", hoursAgo: 9)
    undated.published = nil
    undated.updated = nil
    let document = document((0..<50).map { _ in post("tea", hoursAgo: 0.1) } + [undated])
    #expect(!group.covers(group.members[0], document))
  }

  @Test func aCutAnswerCoversNobody() {
    let group = combinedFeeds([reddit("coffee"), reddit("tea")], at: now)[0]
    var document = document([post("tea", hoursAgo: 9)])
    #expect(group.covers(group.members[0], document))
    document.isCut = true
    #expect(group.shares(of: document).isEmpty)
  }

  // MARK: - What is whose

  @Test func aShareIsWhatItsOwnFeedWouldHaveBeen() throws {
    let coffee = try sample("reddit-coffee.xml")
    let espresso = try sample("reddit-espresso.xml")
    let entries = (coffee.entries + espresso.entries)
      .sorted { ($0.published ?? .distantPast) > ($1.published ?? .distantPast) }
    try expectShares(
      [
        ("https://www.reddit.com/r/Coffee/new/.rss", coffee),
        ("https://www.reddit.com/r/ESPRESSO/new/.rss", espresso),
      ], of: entries)
  }

  /// A story with both tags stands in both feeds.
  @Test func aStoryWithTwoTagsIsInBothShares() throws {
    let all = try sample("lobsters-hardware.xml")
    var ask = all
    ask.entries = all.entries.filter { $0.tags.contains("ask") }
    #expect(!ask.entries.isEmpty && ask.entries.count < all.entries.count)
    try expectShares(
      [("https://lobste.rs/t/hardware.rss", all), ("https://lobste.rs/t/ask.rss", ask)],
      of: all.entries)
  }

  @Test func postsOnAPersonsPageAreOfThatPage() {
    let group = combinedFeeds([reddit("u_Annika"), reddit("coffee")], at: now)[0]
    let document = document([
      entry("t3_1", link: "https://www.reddit.com/user/annika/comments/1/mine/", title: "Mine"),
      entry("t3_2", link: "https://www.reddit.com/r/coffee/comments/2/ours/", title: "Ours"),
      entry("t3_3", link: "https://www.reddit.com/r/tea/comments/3/theirs/", title: "Nobody's"),
    ])
    #expect(
      group.shares(of: document).mapValues { $0.entries.map(\.title) } == [
        reddit("coffee").feed: ["Ours"], reddit("u_Annika").feed: ["Mine"],
      ])
  }

  private func expectShares(
    _ own: [(feed: String, document: ParsedFeed)], of entries: [ParsedEntry]
  ) throws {
    let group = try #require(combinedFeeds(own.map { feed($0.feed) }, at: now).first)
    let combined = document(entries)
    let shares = group.shares(of: combined)
    #expect(shares.count == own.count)
    for (feed, document) in own {
      let share = try posts(of: #require(shares[feed]), feed: feed)
      #expect(share == posts(of: document, feed: feed))
      #expect(!share.isEmpty)
    }
  }

  // MARK: - What the tests are made of

  private func reddit(
    _ name: String, postsPerDay: Double = 10, readAgo: TimeInterval = 3600,
    aloneAgo: TimeInterval = 7200
  ) -> CombinableFeed {
    feed(
      "https://www.reddit.com/r/\(name)/new/.rss", postsPerDay: postsPerDay, readAgo: readAgo,
      aloneAgo: aloneAgo)
  }

  private func feed(
    _ address: String, postsPerDay: Double = 10, readAgo: TimeInterval = 3600,
    aloneAgo: TimeInterval = 7200
  ) -> CombinableFeed {
    var visit = Visit(feed: address)
    visit.succeeded = now - readAgo
    let window = FeedWindow(
      length: 25, oldest: now - aloneAgo - 25 * 86_400 / postsPerDay, read: now - aloneAgo)
    guard let feed = CombinableFeed(visit, window, at: now) else {
      preconditionFailure("what was read and is well may be combined")
    }
    return feed
  }

  private func post(_ community: String, hoursAgo: Double) -> ParsedEntry {
    var entry = entry("t3_1", link: "https://www.reddit.com/r/\(community)/comments/1/a/")
    entry.published = now - hoursAgo * 3600
    return entry
  }

  private func document(_ entries: [ParsedEntry]) -> ParsedFeed {
    var document = ParsedFeed(format: .atom10, encoding: "utf-8")
    document.title = "newest submissions : coffee+espresso"
    document.home = "https://www.reddit.com/r/coffee+espresso/new/"
    document.entries = entries
    return document
  }
}

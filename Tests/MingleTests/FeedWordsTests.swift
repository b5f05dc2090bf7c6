import Conversations
import Foundation
import Mingle
import Testing

/// What is told of each feed, seen from Thursday, 12 March 2026, 13:00.
@Suite struct FeedWordsTests {
  private static let now = date("2026-03-12T13:00:00Z")

  @Test(arguments: [
    ("2026-03-12T14:05:00Z", "fresh until 14:05"),
    ("2026-03-13T00:00:00Z", "fresh until tomorrow 00:00"),
    ("2026-03-14T09:00:00Z", "fresh until Saturday 09:00"),
    ("2026-03-18T12:59:00Z", "fresh until Wednesday 12:59"),
    ("2026-03-19T12:59:00Z", "fresh until 19 March 12:59"),
    ("2027-01-02T09:00:00Z", "fresh until 2 January 2027 09:00"),
  ])
  func aFeedThatIsWellIsFresh(until: String, words: String) {
    var feed = Self.well
    feed.nextDue = date(until)
    #expect(Self.words(feed) == [words])
  }

  @Test func ofAFeedThatIsDueNothingIsTold() {
    var feed = Self.well
    #expect(Self.words(feed).isEmpty)
    feed.nextDue = Self.now
    #expect(Self.words(feed).isEmpty)
  }

  @Test func aFeedThatWasNeverRead() {
    #expect(Self.words(ListedFeed("https://a.example/feed")) == ["never read yet"])
  }

  @Test func aFeedWaitsForItsHost() {
    var feed = Self.well
    feed.state = .waiting
    feed.nextDue = date("2026-03-12T14:05:00Z")
    feed.waitingFor = ("reddit.com", date("2026-03-12T14:05:00Z"))
    #expect(Self.words(feed) == ["waiting for reddit.com until 14:05"])
    feed.waitingFor = ("reddit.com", nil)
    #expect(
      Self.words(feed) == ["waiting for reddit.com, which asked to be left alone for a while"])
    feed.lastRead = nil
    #expect(Self.words(feed).last == "never read yet")
  }

  @Test(arguments: [
    ("2026-03-12T14:05:00Z", 6, "reddit.com asked to be left alone until 14:05; 6 feeds wait"),
    (
      "2026-03-13T09:00:00Z", 1,
      "reddit.com asked to be left alone until tomorrow 09:00; 1 feed waits"
    ),
  ])
  func aClosedHostIsTold(until: String, feeds: Int, words: String) {
    let host = RefreshSummary.ClosedHost(
      host: "reddit.com", until: date(until), feeds: feeds)
    #expect(Self.words.closed(host) == words)
  }

  @Test func aFeedMoved() {
    var feed = Self.well
    feed.movedTo = Address("https://ann:secret@b.example/feed?token=hidden")
    #expect(Self.words(feed) == ["moved to https://b.example/feed?token=…"])
  }

  @Test func aFeedIsGone() {
    var feed = Self.well
    feed.url = "https://ann:secret@a.example/feed"
    feed.state = .gone
    feed.error = "HTTP 410: gone for good; it is not asked again unless enabled"
    feed.goneSince = date("2026-03-02T08:00:00Z")
    #expect(
      Self.words(feed) == [
        "gone since 2 March; nobody asks it any more; ask again with: "
          + "mingle feeds enable https://a.example/feed"
      ])
  }

  @Test(arguments: [
    ("2026-03-12T09:10:00Z", 1, "failing since 09:10 (once): WHY; next try 16:00"),
    ("2026-03-11T23:59:00Z", 2, "failing since yesterday (2 times): WHY; next try 16:00"),
    ("2026-03-10T01:00:00Z", 5, "failing since Tuesday (5 times): WHY; next try 16:00"),
    ("2026-03-06T01:00:00Z", 5, "failing since Friday (5 times): WHY; next try 16:00"),
    ("2026-03-05T01:00:00Z", 5, "failing since 5 March (5 times): WHY; next try 16:00"),
    ("2025-03-10T01:00:00Z", 9, "failing since 10 March 2025 (9 times): WHY; next try 16:00"),
  ])
  func aFeedIsFailing(since: String, times: Int, words: String) {
    var feed = Self.well
    feed.state = .failing
    feed.error = "WHY"
    feed.failing = (date(since), times)
    feed.nextDue = date("2026-03-12T16:00:00Z")
    #expect(Self.words(feed) == [words])
    feed.nextDue = Self.now
    #expect(Self.words(feed) == [String(words.dropLast("; next try 16:00".count))])
  }

  @Test(arguments: [
    (1, "every day"), (2, "every two days"), (12, "every twelve days"), (30, "every 30 days"),
  ])
  func aFeedIsSilent(days: Int, usual: String) {
    var feed = Self.well
    feed.silence = .silent(
      since: date("2026-02-03T12:00:00Z"), usualGap: .seconds(days * 86_400))
    #expect(Self.words(feed) == ["silent since 3 February; it used to write \(usual)"])
    feed.silence = .speaking
    #expect(Self.words(feed).isEmpty)
  }

  @Test(arguments: [
    ("2026-03-12T09:10:00Z", "2026-03-12T10:40:00Z", "09:10 and 10:40"),
    ("2026-03-11T09:10:00Z", "2026-03-11T10:40:00Z", "09:10 and 10:40 yesterday"),
    ("2026-03-10T09:10:00Z", "2026-03-10T10:40:00Z", "09:10 and 10:40 on Tuesday"),
    ("2026-03-02T09:10:00Z", "2026-03-02T10:40:00Z", "09:10 and 10:40 on 2 March"),
    ("2026-03-09T22:30:00Z", "2026-03-12T07:00:00Z", "Monday 22:30 and 07:00"),
    ("2026-02-09T22:30:00Z", "2026-03-11T07:00:00Z", "9 February 22:30 and yesterday 07:00"),
  ])
  func postsMayHaveBeenMissed(from: String, until: String, between: String) {
    var feed = Self.well
    feed.missed = MissedPosts(
      gap: FeedGap(
        from: date(from), until: date(until), noticed: Self.now, readBefore: date(from)))
    #expect(Self.words(feed) == ["may have missed posts between \(between)"])
  }

  @Test(arguments: [
    (
      MissedPosts.Remedy.set(every: .seconds(1800)),
      "read it more often: every: 30m in settings.yaml"
    ),
    (.set(every: .seconds(10_800)), "read it more often: every: 3h in settings.yaml"),
    (.set(every: .seconds(86_400)), "read it more often: every: 24h in settings.yaml"),
    (
      .fetch(every: .seconds(1800)),
      "read it more often: run mingle fetch by cron at least every 30 minutes"
    ),
    (
      .fetch(every: .seconds(3600)),
      "read it more often: run mingle fetch by cron at least every hour"
    ),
    (
      .fetch(every: .seconds(10_800)),
      "read it more often: run mingle fetch by cron at least every three hours"
    ),
    (
      .fetch(every: .seconds(86_400)),
      "read it more often: run mingle fetch by cron at least every day"
    ),
  ])
  func whatWouldHaveHelpedIsSaid(remedy: MissedPosts.Remedy, words: String) {
    var feed = Self.well
    feed.missed = MissedPosts(
      gap: FeedGap(
        from: Self.now - 7200, until: Self.now - 3600, noticed: Self.now,
        readBefore: Self.now - 7200), remedy: remedy)
    #expect(
      Self.words(feed) == ["may have missed posts between 11:00 and 12:00; \(words)"])
  }

  /// How long the document reached back, how long it had not been read, what the settings and the feed
  /// say, in minutes.
  @Test(arguments: [
    // It is read as often as it may be, and would have to be read more often.
    (
      reach: 40, pause: 60, every: 60, wish: 0,
      remedy: MissedPosts.Remedy.set(every: .seconds(1800))
    ),
    (reach: 200, pause: 720, every: 720, wish: 60, remedy: .set(every: .seconds(10_800))),
    // It may be read often enough, and was not.
    (reach: 90, pause: 600, every: 60, wish: 0, remedy: .fetch(every: .seconds(3600))),
    (reach: 40, pause: 600, every: 30, wish: 0, remedy: .fetch(every: .seconds(1800))),
    (reach: 4000, pause: 20_000, every: 60, wish: 1440, remedy: .fetch(every: .seconds(86_400))),
    // Nobody may read it as often as it would take.
    (reach: 20, pause: 60, every: 60, wish: 0, remedy: nil),
    (reach: 40, pause: 60, every: 60, wish: 60, remedy: nil),
    (reach: 90, pause: 600, every: 60, wish: 120, remedy: nil),
    // It was read often enough: posts came late, or in a heap.
    (reach: 90, pause: 60, every: 60, wish: 0, remedy: nil),
  ])
  func onlyWhatHelpsIsARemedy(
    reach: Double, pause: Double, every: Int, wish: Int, remedy: MissedPosts.Remedy?
  ) {
    let gap = FeedGap(
      from: Self.now - 900_000_000, until: Self.now - reach * 60, noticed: Self.now,
      readBefore: Self.now - pause * 60)
    let missed = MissedPosts(
      gap: gap, every: .seconds(every * 60), wish: .seconds(wish * 60))
    #expect(missed.remedy == remedy)
  }

  /// Rotterdam is an hour ahead of Greenwich in winter.
  @Test func timesAreThoseOfThePerson() throws {
    var feed = Self.well
    feed.nextDue = date("2026-03-12T23:30:00Z")
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
    #expect(
      FeedWords(at: Self.now, calendar: calendar).lines(feed) == ["fresh until tomorrow 00:30"])
  }

  @Test func allThatIsKnownIsTold() {
    var feed = Self.well
    feed.state = .waiting
    feed.error = "WHY"
    feed.waitingFor = ("b.example", Self.now + 60)
    feed.failing = (Self.now - 60, 1)
    feed.movedTo = Address("https://b.example/")
    feed.silence = .silent(since: Self.now - 3_000_000, usualGap: .seconds(86_400))
    #expect(
      Self.words(feed) == [
        "waiting for b.example until 13:01", "failing since 12:59 (once): WHY",
        "moved to https://b.example/", "silent since 5 February; it used to write every day",
      ])
  }

  @Test func everyFeedOfTheListIsCountedOnce() {
    var feeds = [ListedFeed.State.ok, .ok, .failing, .gone, .waiting, .new, .ok].map { state in
      var feed = ListedFeed("https://a.example/feed")
      feed.state = state
      return feed
    }
    feeds[0].silence = .silent(since: Self.now, usualGap: .zero)
    feeds[6].conversation = ConversationID(thread: "t", attempt: 0)
    let tally = FeedTally(feeds)
    #expect(tally.listed == 6 && tally.followed == 1)
    #expect(
      tally.parts.map { "\($0.count) \($0.name)" } == [
        "1 well", "1 silent", "1 waiting", "1 failing", "1 gone", "1 never read",
      ])
    #expect(FeedTally([]).parts.map(\.name) == ["well"])
  }

  private static var well: ListedFeed {
    var feed = ListedFeed("https://a.example/feed")
    feed.state = .ok
    feed.lastRead = now
    return feed
  }

  private static func words(_ feed: ListedFeed) -> [String] { words.lines(feed) }

  private static var words: FeedWords {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return FeedWords(at: now, calendar: calendar)
  }
}

private func date(_ text: String) -> Date {
  (try? Date(text, strategy: .iso8601)) ?? .distantPast
}

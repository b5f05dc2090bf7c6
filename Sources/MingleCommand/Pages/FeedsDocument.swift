internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle

/// `feeds list --json`.
struct FeedsDocument: Encodable {
  var feeds: [Feed]
  /// Those of the replies of joined conversations, which stand in no list.
  var followed: [Feed]
  var summary: Summary

  struct Feed: Encodable {
    var url: String
    var title: String
    var community: String
    @OrNull var status: Int?
    var error: String
    @OrNull var nextDue: Date?
    var entries: Int
    var notes: Int
    var state: String
    /// The conversation that is followed; only of those.
    var conversation: String?
    @OrNull var lastRead: Date?
    /// Until when it is not asked for because it was read; null for what is not well.
    @OrNull var freshUntil: Date?
    @OrNull var waiting: Waiting?
    @OrNull var movedTo: String?
    @OrNull var goneSince: Date?
    @OrNull var failingSince: Date?
    var failures: Int
    @OrNull var silent: Silent?
    @OrNull var missed: Missed?

    /// The host that wants to be left alone, and until when; null if that is over.
    struct Waiting: Encodable {
      var host: String
      @OrNull var until: Date?
    }

    struct Silent: Encodable {
      var since: Date
      var usualGapDays: Int
    }

    /// Between which moments posts may have been missed, and what would have helped.
    struct Missed: Encodable {
      var from: Date
      var until: Date
      var noticed: Date
      /// `fetch` or `every`: to be run, or set, to this many seconds at most; null if nothing would help.
      @OrNull var remedy: String?
      @OrNull var seconds: Int64?
    }
  }

  /// How many feeds of the list are doing how; those that are followed are counted apart.
  struct Summary: Encodable {
    var feeds: Int
    var well: Int
    var silent: Int
    var waiting: Int
    var failing: Int
    var gone: Int
    var unread: Int
    var followed: Int
  }

  init(_ feeds: [ListedFeed], at now: Date) {
    self.feeds = feeds.filter { $0.conversation == nil }.map { Feed($0, at: now) }
    followed = feeds.filter { $0.conversation != nil }.map { Feed($0, at: now) }
    let tally = FeedTally(feeds)
    summary = Summary(
      feeds: tally.listed, well: tally.well, silent: tally.silent, waiting: tally.waiting,
      failing: tally.failing, gone: tally.gone, unread: tally.unread, followed: tally.followed)
  }
}

extension FeedsDocument.Feed {
  fileprivate init(_ feed: ListedFeed, at now: Date) {
    url = Address.redacted(feed.url)
    title = feed.title
    community = feed.community
    status = feed.status
    error = feed.error
    nextDue = feed.nextDue
    entries = feed.entries
    notes = feed.notes
    state = feed.state.rawValue
    conversation = feed.conversation?.text
    lastRead = feed.lastRead
    freshUntil = feed.state == .ok ? feed.nextDue.flatMap { $0 > now ? $0 : nil } : nil
    waiting = feed.waitingFor.map { Waiting(host: $0.host, until: $0.until) }
    movedTo = feed.movedTo?.redacted
    goneSince = feed.goneSince
    failingSince = feed.failing?.since
    failures = feed.failing?.times ?? 0
    silent =
      if case .silent(let since, let gap) = feed.silence {
        Silent(since: since, usualGapDays: Int(gap.components.seconds / 86_400))
      } else {
        nil
      }
    missed = feed.missed.map(Missed.init)
  }
}

extension FeedsDocument.Feed.Missed {
  fileprivate init(_ missed: MissedPosts) {
    from = missed.gap.from
    until = missed.gap.until
    noticed = missed.gap.noticed
    switch missed.remedy {
    case .fetch(let every): (remedy, seconds) = ("fetch", every.components.seconds)
    case .set(let every): (remedy, seconds) = ("every", every.components.seconds)
    case nil: (remedy, seconds) = (nil, nil)
    }
  }
}

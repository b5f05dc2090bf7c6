internal import Communities
internal import Conversations
internal import Fetching
internal import Foundation
internal import Subscriptions

/// What a refresh reads: of the feeds of the list, and of those of replies, what is due.
struct RefreshPlan: Sendable {
  /// Feed files of the workspace.
  private(set) var files: [(Subscription, Visit)] = []
  /// Feeds that are asked for, each alone or by one of `combined`.
  private(set) var web: [Visit] = []
  /// Feeds of one place that are asked for in one request, by its address.
  private(set) var combined: [String: CombinedFeed] = [:]
  /// Those of them that hold the replies of joined conversations, by their address.
  private(set) var following: [String: FollowedFeed] = [:]
  let politeness: Politeness
  private let paces: Paces
  /// The feeds that are not due, and whether that is because they failed the last time.
  private var resting: [(feed: String, isFailing: Bool)] = []

  init(
    _ subscriptions: [Subscription], _ followed: [FollowedFeed], known: [String: Visit],
    closures: [String: HostClosure], politeness: Politeness, request: RefreshRequest, now: Date
  ) {
    self.politeness = politeness
    paces = Paces(of: subscriptions.map(\.feed) + followed.map(\.feed))
    func isDue(_ visit: Visit) -> Bool {
      politeness.isDue(visit, now: now, forced: request.readsAll)
        || politeness.isHeldBack(
          visit, by: closures.values, now: now, patience: request.patience)
    }
    for subscription in subscriptions {
      let visit = known[subscription.feed] ?? Visit(feed: subscription.feed)
      if case .file = subscription.location {
        files.append((subscription, visit))
      } else {
        add(visit, isDue: isDue(visit))
      }
    }
    for one in followed {
      let visit = known[one.feed] ?? Visit(feed: one.feed)
      following[one.feed] = one
      add(visit, isDue: isDue(visit) && (request.readsAll || one.isDue(visit, at: now)))
    }
  }

  private mutating func add(_ visit: Visit, isDue: Bool) {
    if isDue { return web.append(visit) }
    resting.append((visit.feed, visit.failures > 0 && visit.state == .active))
  }

  /// The rules of visiting, with an interval that suits a feed.
  func politeness(for feed: String) -> Politeness { paces.slowed(politeness, for: feed) }

  /// Whether there are feeds that may be asked for together.
  var hasCombinable: Bool { web.lazy.filter { isCombinable($0.feed) }.dropFirst().first != nil }

  /// Asks for feeds of one place together, where that loses nothing.
  mutating func combine(_ windows: [String: FeedWindow], at now: Date) {
    let feeds = web.filter { following[$0.feed] == nil }
      .compactMap { CombinableFeed($0, windows[$0.feed], at: now) }
    let listed = Set((web.map(\.feed) + resting.map(\.feed)).compactMap { asked($0) })
    // What is listed itself is asked for when it is due, and remembered as itself.
    for feed in combinedFeeds(feeds, at: now)
    where !(asked(feed.address).map(listed.contains) ?? false) {
      combined[feed.address] = feed
    }
  }

  private func asked(_ feed: String) -> Address? { politeness.address(of: Visit(feed: feed)) }

  /// Asks for each feed alone from now on.
  mutating func separate() { combined = [:] }

  /// What is asked for: the feeds that are asked for alone, and for those that are not a visit that is
  /// never stored, in the place of the one that waits longest.
  var requests: [Visit] {
    if combined.isEmpty { return web }
    let members = Set(combined.values.flatMap(\.members).map(\.feed))
    let visits = Dictionary(web.map { ($0.feed, $0) }) { one, _ in one }
    let together = combined.values.map { feed in
      var visit = Visit(feed: feed.address)
      visit.attempted = feed.members.compactMap { visits[$0.feed]?.attempted }.min()
      return visit
    }
    return web.filter { !members.contains($0.feed) } + together
  }

  /// The visits of the members of a combined feed.
  func visits(of feed: CombinedFeed) -> [Visit] {
    let members = Set(feed.members.map(\.feed))
    return web.filter { members.contains($0.feed) }
  }

  /// What is known before anything is read.
  func summary(problems: [Diagnostic]) -> RefreshSummary {
    var summary = RefreshSummary(problems: problems)
    summary.followed = following.count
    for (feed, isFailing) in resting { summary.add(.resting(isFailing: isFailing), feed: feed) }
    return summary
  }
}

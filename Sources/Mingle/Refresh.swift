internal import Conversations
internal import Fetching
internal import Foundation
internal import Profiles
internal import Storage
internal import Subscriptions

/// Which feeds are read.
package struct RefreshRequest: Sendable {
  /// Whether feeds that are still fresh are read too.
  package var isForced: Bool
  /// The only feed to read, as listed; nil for all.
  package var feed: String?
  /// Whether servers are asked as if for the first time, without what they gave to ask with.
  package var isFresh: Bool
  /// Whether hosts that are closed are waited for, an hour at most.
  package var isWaiting: Bool
  /// Whether another run that reads feeds is not waited for.
  package var isHurried: Bool

  package init(
    isForced: Bool = false, feed: String? = nil, isFresh: Bool = false, isWaiting: Bool = false,
    isHurried: Bool = false
  ) {
    self.isForced = isForced
    self.feed = feed
    self.isFresh = isFresh
    self.isWaiting = isWaiting
    self.isHurried = isHurried
  }

  /// Whether feeds are read that are not due: whoever asks as if for the first time does not wait
  /// until they are.
  var readsAll: Bool { isForced || isFresh }

  /// How long a closed host is waited for.
  var patience: Duration { .seconds(isWaiting ? 3600 : 5) }
}

extension OpenWorkspace {
  /// Reads every feed that is due and stores what is new, those of the replies of joined conversations
  /// among them.
  ///
  /// `progress` is told at the beginning and after each feed how far it has come. Only the feed list,
  /// the settings and the database throw; a feed that fails is told in the summary. Where the task is
  /// cancelled what is done stays done, and nothing else is begun.
  package func refresh(
    _ request: RefreshRequest, progress: @escaping @Sendable (RefreshProgress) -> Void = { _ in }
  ) async throws -> RefreshSummary {
    let list = try workspace.readFeedList()
    var chosen = list.subscriptions
    var followed: [FollowedFeed] = []
    if let feed = request.feed {
      if let reason = list.refusal(of: feed) { throw UsageFailure(refused: feed, reason) }
      guard let subscription = list.subscription(to: feed) else {
        throw UsageFailure(
          "\(Address.redacted(feed)) is not in \(list.file); the feeds are listed by: mingle feeds list"
        )
      }
      chosen = [subscription]
    } else {
      followed = try await followedFeeds(beside: list)
    }
    return try await refresh(
      chosen, followed, by: request, problems: list.problems, progress: progress)
  }

  /// Reads those of `subscriptions` and of the feeds of replies that are due.
  func refresh(
    _ subscriptions: [Subscription], _ followed: [FollowedFeed] = [],
    by request: RefreshRequest, problems: [Diagnostic],
    progress: @escaping @Sendable (RefreshProgress) -> Void
  ) async throws -> RefreshSummary {
    guard
      let lock = try await WorkspaceLock(
        for: .fetch, in: workspace, patience: .seconds(request.isHurried ? 0 : 5))
    else {
      var summary = RefreshSummary(problems: problems)
      summary.isElsewhere = true
      return summary
    }
    defer { withExtendedLifetime(lock) {} }
    try await begin(lock)
    let summary = try await read(
      subscriptions, followed, by: request, problems: problems, progress: progress)
    guard !summary.isStopped else { return summary }
    // Without a profile nobody knows the language; then the words are indexed before they are ranked.
    if let language = workspace.profileLanguage { try await index(language: language) }
    return summary
  }

  private func read(
    _ subscriptions: [Subscription], _ followed: [FollowedFeed], by request: RefreshRequest,
    problems: [Diagnostic], progress: @escaping @Sendable (RefreshProgress) -> Void
  ) async throws -> RefreshSummary {
    var closures = try await store.closures()
    var plan = RefreshPlan(
      subscriptions, followed, known: try await store.visits(), closures: closures,
      politeness: Politeness(every: settings.every), request: request, now: now)
    if !request.isFresh, plan.hasCombinable {
      plan.combine(try await store.windows(), at: now)
    }
    let watch = RefreshWatch(total: plan.files.count + plan.web.count, progress)
    let recorder = FeedRecorder(
      store, at: now, summary: plan.summary(problems: problems), watch: watch)
    do {
      for (subscription, visit) in plan.files {
        try Task.checkCancellation()
        try await recorder.add([read(subscription, visit, isForced: request.readsAll)])
      }
      if !plan.web.isEmpty { try await fetch(plan, &closures, by: request, recorder, watch) }
      return try await recorder.finish(at: clock.now())
    } catch  where Task.isCancelled {
      var summary = try await recorder.finish(at: clock.now())
      summary.isStopped = true
      return summary
    }
  }

  private func fetch(
    _ plan: RefreshPlan, _ closures: inout [String: HostClosure], by request: RefreshRequest,
    _ recorder: FeedRecorder, _ watch: RefreshWatch
  ) async throws {
    var round = FetchRound(
      politeness: plan.politeness,
      transport: try transport ?? curlTransport(settings, environment: environment))
    round.clock = clock
    round.connections = settings.connections
    // The plan knows what is due.
    round.isForced = true
    round.isFresh = request.isFresh
    round.patience = request.patience
    var plan = plan
    var visits = plan.requests
    while !visits.isEmpty {
      var alone: [Visit] = []
      try await round.run(
        visits, closures: Array(closures.values),
        read: { [plan] in try await self.reading(of: $0, plan) },
        each: { reading in
          alone += reading.alone
          try await recorder.add(reading.feeds)
        },
        closed: { host, closure in
          try await store.remember(closure, of: host)
          closures[host] = closure
        }, sleeping: watch.sleeps, waiting: watch.waits)
      // What a request for several feeds told nothing of; alone they are asked for once.
      visits = alone
      plan.separate()
    }
  }
}

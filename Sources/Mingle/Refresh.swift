internal import Communities
internal import Conversations
internal import Fetching
internal import Foundation
internal import Parsing
internal import Profiles
internal import Storage
internal import Subscriptions

/// Which feeds are read.
package struct RefreshRequest: Sendable {
  /// Whether feeds that are still fresh are read too.
  package var isForced: Bool
  /// The only feed to read, as listed; nil for all.
  package var feed: String?

  package init(isForced: Bool = false, feed: String? = nil) {
    self.isForced = isForced
    self.feed = feed
  }
}

extension OpenWorkspace {
  /// Reads every feed that is due and stores what is new, those of the replies of joined conversations
  /// among them.
  ///
  /// `progress` is told at the beginning and after each feed how far it has come. Only the feed list,
  /// the settings and the database throw; a feed that fails is told in the summary. Where the task is
  /// cancelled what is done stays done, and nothing else is begun.
  package func refresh(
    _ request: RefreshRequest, progress: (RefreshProgress) -> Void = { _ in }
  ) async throws -> RefreshSummary {
    let list = try workspace.readFeedList()
    var chosen = list.subscriptions
    var followed: [FollowedFeed] = []
    if let feed = request.feed {
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
      chosen, followed, isForced: request.isForced, problems: list.problems, progress: progress)
  }

  /// Reads those of `subscriptions` and of the feeds of replies that are due.
  func refresh(
    _ subscriptions: [Subscription], _ followed: [FollowedFeed] = [], isForced: Bool,
    problems: [Diagnostic],
    progress: (RefreshProgress) -> Void
  ) async throws -> RefreshSummary {
    guard
      let lock = try await WorkspaceLock(for: .fetch, in: workspace, patience: .seconds(5))
    else {
      var summary = RefreshSummary(problems: problems)
      summary.isElsewhere = true
      return summary
    }
    defer { withExtendedLifetime(lock) {} }
    try await begin(lock)
    let summary = try await read(
      subscriptions, followed, isForced: isForced, problems: problems, progress: progress)
    guard !summary.isStopped else { return summary }
    // Without a profile nobody knows the language; then the words are indexed before they are ranked.
    if let language = workspace.profileLanguage { try await index(language: language) }
    return summary
  }

  private func read(
    _ subscriptions: [Subscription], _ followed: [FollowedFeed], isForced: Bool,
    problems: [Diagnostic],
    progress: (RefreshProgress) -> Void
  ) async throws -> RefreshSummary {
    let politeness = Politeness(every: settings.every)
    let paces = Paces(of: subscriptions.map(\.feed) + followed.map(\.feed))
    let known = try await store.visits()
    var summary = RefreshSummary(problems: problems)
    var files: [(Subscription, Visit)] = []
    var web: [Visit] = []
    for subscription in subscriptions {
      let visit = known[subscription.feed] ?? Visit(feed: subscription.feed)
      switch subscription.location {
      case .file: files.append((subscription, visit))
      case .web where politeness.isDue(visit, now: now, forced: isForced): web.append(visit)
      case .web:
        let isFailing = visit.failures > 0 && visit.state == .active
        summary.add(.resting(isFailing: isFailing), feed: subscription.feed)
      }
    }
    var following: [String: FollowedFeed] = [:]
    for one in followed {
      let visit = known[one.feed] ?? Visit(feed: one.feed)
      following[one.feed] = one
      summary.followed += 1
      if politeness.isDue(visit, now: now, forced: isForced),
        isForced || one.isDue(visit, at: now)
      {
        web.append(visit)
      } else {
        let isFailing = visit.failures > 0 && visit.state == .active
        summary.add(.resting(isFailing: isFailing), feed: one.feed)
      }
    }
    let total = files.count + web.count
    progress(RefreshProgress(done: 0, total: total))
    for (subscription, visit) in files {
      guard !Task.isCancelled else { break }
      let report = try await read(subscription, visit, isForced: isForced)
      summary.add(report, feed: subscription.feed)
      progress(RefreshProgress(done: summary.asked, total: total, feed: subscription.feed))
    }
    guard !web.isEmpty, !Task.isCancelled else {
      summary.isStopped = Task.isCancelled
      return summary
    }

    var round = FetchRound(
      politeness: politeness, transport: try curlTransport(settings, environment: environment))
    round.connections = settings.connections
    round.isForced = isForced
    var closures = try await store.closures()
    do {
      try await round.run(web, closures: Array(closures.values)) { outcome in
        if !outcome.host.isEmpty, closures[outcome.host] != outcome.closure {
          try await store.remember(outcome.closure, of: outcome.host)
          closures[outcome.host] = outcome.closure
        }
        let feed = outcome.visit.feed
        let report = try await settle(
          outcome, paces.slowed(politeness, for: feed), of: following[feed])
        summary.add(report, feed: feed)
        progress(
          RefreshProgress(done: summary.asked, total: total, feed: Address.redacted(feed)))
      }
    } catch  where Task.isCancelled {
      // Also what a transaction that was broken off says.
      summary.isStopped = true
    }
    return summary
  }

  /// Reads the body of an outcome, if it has one, and stores all that came of it; of a followed feed
  /// only what is of its threads.
  private func settle(
    _ outcome: FetchOutcome, _ politeness: Politeness, of followed: FollowedFeed?
  ) async throws -> FeedReport {
    var verdict = Verdict.unread
    var document: Store.Document?
    var found: [String] = []
    if case .answered(let answer) = outcome.result, (200...299).contains(answer.status) {
      do {
        let parsed = try parse(
          answer.body, contentType: answer.headers.text("content-type"), base: answer.address.text)
        document = Store.Document(parsed, feed: outcome.visit.feed)
        verdict = .feed(
          interval: parsed.pace.interval, skipHours: parsed.pace.skipHours,
          skipDays: parsed.pace.skipDays)
      } catch {
        verdict = .rejected(error.description)
        if case .page(_, let feeds) = error { found = feeds }
      }
    }
    if let followed, let whole = document {
      let own = followed.own(whole.posts, known: try await postIDs(of: followed))
      document = Store.Document(title: whole.title, notes: whole.notes, posts: own)
    }
    let visit = politeness.settle(outcome, verdict)
    let recorded = try await store.record(visit, document: document, at: now)
    if case .waiting = outcome.result { return .waiting }
    if !visit.problem.isEmpty { return .failed(visit.problem, feeds: found) }
    return document == nil ? .unchanged : .read(recorded)
  }

  /// Reads a feed file of the workspace, unless it has not changed since it was last read.
  private func read(
    _ subscription: Subscription, _ before: Visit, isForced: Bool
  ) async throws -> FeedReport {
    guard case .file(let path) = subscription.location else { return .unchanged }
    let url = workspace.folder.appending(path: path)
    var visit = before
    visit.attempted = now
    var document: Store.Document?
    do {
      let modified = try? url.resourceValues(forKeys: [.contentModificationDateKey])
        .contentModificationDate
      // Whole seconds are stored; a file written within the second of the last reading is read again.
      if !isForced, before.failures == 0, let modified, let read = before.succeeded,
        modified < read
      {
        return .unchanged
      }
      guard let bytes = try UserFile.read(url, as: path, limit: Self.feedFileLimit) else {
        throw UsageFailure("there is no file \(path) in the workspace")
      }
      let parsed = try parse(bytes, contentType: nil, base: subscription.home)
      document = Store.Document(parsed, feed: subscription.feed)
      visit.succeeded = now
      visit.failures = 0
      visit.problem = ""
    } catch {
      visit.failures += 1
      visit.problem = String(describing: error)
    }
    let recorded = try await store.record(visit, document: document, at: now)
    return visit.problem.isEmpty ? .read(recorded) : .failed(visit.problem)
  }

  /// As much as is read from the network.
  private static let feedFileLimit = 64 << 20
}

extension Store.Document {
  init(_ parsed: ParsedFeed, feed: String) {
    let posts = Communities.posts(of: parsed, feed: feed)
    self.init(
      title: parsed.title, notes: parsed.noteCount, posts: posts,
      reach: Communities.reach(of: parsed, posts: posts, feed: feed))
  }
}

internal import Communities
package import Conversations
internal import Fetching
package import Foundation
internal import Storage
internal import Subscriptions

extension UsageFailure {
  /// A feed of the list that is not read, whatever is asked of it.
  init(refused feed: String, _ reason: String) {
    self.init("\(Address.redacted(feed)) is refused: \(reason)")
  }
}

/// What came of adding a feed.
package struct AddedFeed: Sendable {
  package var feed: String
  package var result: Result

  package enum Result: Sendable {
    /// It is in the list now; so many posts of it are stored, and `problem` says why it was not read.
    case added(posts: Int, problem: String?)
    case listedAlready
    /// It is not in the list, for this reason; `feeds` are those that the page in its place points at.
    case refused(String, feeds: [String])
  }
}

extension OpenWorkspace {
  /// The feeds of the list and how each is doing, then those of replies that are followed, then those
  /// that are refused, and what is wrong with the list. Whether a feed is silent is told as of a moment,
  /// now unless told otherwise.
  package func feeds(
    silentUntil moment: Date? = nil
  ) async throws -> (feeds: [ListedFeed], problems: [Diagnostic]) {
    let list = try workspace.readFeedList()
    let followed = try await followedFeeds(beside: list)
    let records = try await store.feeds()
    let closures = try await store.closures().filter {
      Politeness().closedUntil($0.value, now: now) != nil
    }
    var feeds = list.subscriptions.map { subscription in
      ListedFeed(
        subscription.feed, title: subscription.title, records[subscription.feed],
        closures: closures)
    }
    feeds += followed.map { followed in
      var feed = ListedFeed(
        followed.feed, title: "", records[followed.feed], closures: closures)
      feed.conversation = followed.conversation
      return feed
    }
    let silences = try await silences(of: feeds, until: moment ?? now)
    let paces = Paces(of: feeds.map(\.url))
    for index in feeds.indices {
      let feed = feeds[index]
      // The feed of a thread's replies ends with the talk.
      if feed.conversation == nil { feeds[index].silence = silences[feed.url] ?? .unknown }
      if let record = records[feed.url] {
        feeds[index].missed = missed(record, paces.slowed(Politeness(every: .zero), for: feed.url))
      }
    }
    feeds += list.refused.map { ListedFeed($0.feed, title: $0.title, refused: $0.reason) }
    return (feeds, list.problems)
  }

  /// Adds feeds to the list, each named by its address, that of a page that points at it, a shorthand
  /// (`r/coffee`), or the path of a file in the workspace; reads each at once, so that its body is not
  /// asked for twice. Where a page points at nothing the usual places of the site are tried.
  ///
  /// What answers with something else than a feed is refused; what cannot be reached is added all the
  /// same, for the network may be away.
  package func addFeeds(
    _ names: [String], title: String?, folder: String?, isFetching: Bool
  ) async throws -> [AddedFeed] {
    var results: [AddedFeed] = []
    for name in names {
      let plan = FeedPlan(title: title ?? "", folder: folder, isFetching: isFetching)
      var added = try await add(feed(named: name) ?? name, plan)
      // The page of a place that was taken for another kind may still tell where its feed is.
      if case .refused = added.result, added.feed != name, Address(name) != nil {
        added = try await add(name, plan)
      }
      results.append(try await discover(added, plan))
    }
    return results
  }

  /// Reads the feed at an address and puts it into the list. One that was only guessed has to be read
  /// for that; one that was named is added as well while it cannot be reached.
  func add(
    _ feed: String, _ plan: FeedPlan, isGuess: Bool = false
  ) async throws -> AddedFeed {
    AddedFeed(feed: feed, result: try await read(feed, plan, isGuess: isGuess))
  }

  private func read(
    _ feed: String, _ plan: FeedPlan, isGuess: Bool
  ) async throws -> AddedFeed.Result {
    let list = try workspace.readFeedList()
    var subscription: Subscription
    do {
      subscription = try Subscription(
        feed: feed, title: plan.title, folders: plan.folder.map { [$0] } ?? [])
    } catch {
      return .refused(error.description, feeds: [])
    }
    guard list.subscription(to: feed) == nil else { return .listedAlready }
    if case .file(let path) = subscription.location,
      !FileManager.default.fileExists(atPath: workspace.folder.appending(path: path).path)
    {
      return .refused(
        "there is no file \(path) in the workspace; the address of a site starts with https://",
        feeds: [])
    }
    // Nothing is asked for that could not be put into the list then.
    _ = try list.adding([subscription])
    var result = AddedFeed.Result.added(posts: 0, problem: nil)
    if plan.isFetching {
      let summary = try await refresh(
        [subscription], by: RefreshRequest(isForced: true), problems: []
      ) { _ in }
      // What nobody has asked may be a page that only points at its feed.
      if summary.isElsewhere { return .refused(Self.isBusy, feeds: []) }
      let record = try await store.feeds(named: feed)[feed]
      if let failure = summary.failures.first, isGuess || isAnswerWithoutFeed(record?.visit) {
        if !isGuess { try await store.forgetUnread(feed) }
        return .refused(failure.problem, feeds: failure.feeds)
      }
      let isUnread = summary.waiting > 0
      if isGuess, isUnread { return .refused(Self.isClosed, feeds: []) }
      result = .added(
        posts: record?.entries ?? 0,
        problem: summary.failures.first?.problem
          ?? (isUnread ? Self.isClosed : nil))
      if subscription.title.isEmpty { subscription.title = record?.title ?? "" }
    }
    try await editFeedList { list in
      // Another run may have added it while this one read it.
      guard list.subscription(to: feed) == nil else {
        result = .listedAlready
        return list.bytes
      }
      return try list.adding([subscription])
    }
    return result
  }

  private static let isClosed = "its host wants to be left alone for now"
  private static let isBusy =
    "another run is reading feeds; add it when that is done, or unread with --no-fetch"

  /// Puts what `edit` makes of the feed list in its place, while no other run changes it.
  private func editFeedList(_ edit: (FeedList) throws -> [UInt8]) async throws {
    guard let lock = try await WorkspaceLock(for: .edit, in: workspace, patience: .seconds(5))
    else { throw UsageFailure("another run is changing the feed list; try again when it is done") }
    let list = try workspace.readFeedList()
    let bytes = try edit(list)
    if bytes != list.bytes {
      try workspace.write(
        bytes, over: list.bytes, at: workspace.feedList, as: list.file, limit: FeedList.limit)
    }
    withExtendedLifetime(lock) {}
  }

  /// Whether something answered, and it was no feed: an address typed wrong, most likely.
  private func isAnswerWithoutFeed(_ visit: Visit?) -> Bool {
    guard let visit, visit.succeeded == nil else { return false }
    switch try? FeedLocation(visit.feed) {
    case .file: return true
    case .web:
      return visit.status.map { (200...299).contains($0) || $0 == 404 || $0 == 410 } ?? false
    case nil: return true
    }
  }

  /// Takes feeds off the list; what was stored of them stays. Nothing changes if one is not in it.
  package func removeFeeds(_ names: [String]) async throws -> [String] {
    var removed: [String] = []
    try await editFeedList { list in
      var list = list
      for name in names {
        // What is refused may look like a shorthand.
        let feed = list.refusal(of: name) != nil ? name : feed(named: name) ?? name
        guard let bytes = try list.removing(feed) else {
          throw UsageFailure("\(Address.redacted(feed)) is not in \(list.file)")
        }
        removed.append(list.subscription(to: feed)?.feed ?? feed)
        // A list that was written by hand may have a feed several times.
        var rest: [UInt8]? = bytes
        while let bytes = rest {
          list = try FeedList(bytes, file: list.file)
          rest = try list.removing(feed)
        }
      }
      return list.bytes
    }
    return removed
  }

  /// Adds the feeds of another OPML document that the list does not have yet, in their folders;
  /// returns how many were added, how many were there, and what is wrong in the document.
  package func importFeeds(
    _ bytes: [UInt8], name: String
  ) async throws -> (added: Int, known: Int, problems: [Diagnostic]) {
    let other = try FeedList(bytes, file: name)
    var new: [Subscription] = []
    try await editFeedList { list in
      new = other.subscriptions.filter { list.subscription(to: $0.feed) == nil }
      return try list.adding(new)
    }
    return (new.count, other.subscriptions.count - new.count, other.problems)
  }

  /// The feed list as a fresh OPML document, without passwords and keys.
  ///
  /// What is wrong in the list is told beside it, for those lines are missing.
  package func exportedFeeds() throws -> (document: String, problems: [Diagnostic]) {
    let list = try workspace.readFeedList()
    let shown = list.subscriptions.map { subscription in
      var shown = subscription
      if case .web(let address) = subscription.location { shown.feed = address.redacted }
      shown.home = shown.home.map(Address.redacted)
      return shown
    }
    return (opml(title: "Communities", of: shown), list.problems)
  }

  /// Asks again for a feed that was gone or failing.
  package func enableFeed(_ name: String) async throws -> String {
    let list = try workspace.readFeedList()
    let feed = feed(named: name) ?? name
    if let reason = list.refusal(of: name) { throw UsageFailure(refused: name, reason) }
    let followed = try await followedFeeds(beside: list)
    guard
      let listed = list.subscription(to: feed)?.feed
        ?? followed.first(where: { $0.feed == feed })?.feed
    else {
      throw UsageFailure("\(Address.redacted(name)) is not in \(list.file), and not followed")
    }
    try await store.enable(listed)
    return listed
  }
}

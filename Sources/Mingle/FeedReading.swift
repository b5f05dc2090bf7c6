internal import Communities
internal import Conversations
internal import Fetching
internal import Foundation
internal import Parsing
internal import Storage
internal import Subscriptions

/// What came of one feed in a refresh, before it is stored.
struct FeedReading: Sendable {
  let stored: Store.Reading
  /// Whether there is anything to store.
  private(set) var isStored = true
  private var isWaiting = false
  /// The closed host that it waits for, whether it was asked or not.
  private(set) var closure: HostClosure?
  /// The feeds that a page in its place points at.
  private var found: [String] = []
  /// What was read from a large body counts as one until it is stored.
  private var slot: BulkSlot?

  var feed: String { stored.visit.feed }

  init(_ visit: Visit, _ document: Store.Document?) { stored = Store.Reading(visit, document) }

  init(
    _ outcome: FetchOutcome, _ visit: Visit, _ document: Store.Document?, found: [String] = []
  ) {
    self.init(visit, document)
    self.found = found
    if case .waiting = outcome.result { isWaiting = true }
    // What was refused for its host's sake has not failed.
    let isLimited = !visit.problem.isEmpty && visit.failures == 0
    if isWaiting || isLimited { closure = outcome.closure }
    if case .answered(let answer) = outcome.result { slot = answer.slot }
  }

  /// A feed that nobody looked at, for it cannot have changed.
  static func unchanged(_ visit: Visit) -> FeedReading {
    var reading = FeedReading(visit, nil)
    reading.isStored = false
    return reading
  }

  /// What is told of it, with what was new.
  func report(_ recorded: Recorded) -> FeedReport {
    if isWaiting { return .waiting }
    guard isStored else { return .unchanged }
    let problem = stored.visit.problem
    if !problem.isEmpty { return .failed(problem, feeds: found) }
    return stored.document == nil ? .unchanged : .read(recorded)
  }
}

extension OpenWorkspace {
  /// Reads a feed file of the workspace, unless it has not changed since it was last read.
  func read(
    _ subscription: Subscription, _ before: Visit, isForced: Bool
  ) -> FeedReading {
    guard case .file(let path) = subscription.location else { return .unchanged(before) }
    let url = workspace.folder.appending(path: path)
    var visit = before
    visit.attempted = now
    var document: Store.Document?
    do {
      // Whole seconds are stored; a file written within the second of the last reading is read again,
      // and so is one that was read while a clock was ahead.
      if !isForced, before.failures == 0, let changed = Self.changed(url),
        let read = before.succeeded, changed < read, read <= now
      {
        return .unchanged(before)
      }
      guard let bytes = try UserFile.read(url, as: path, limit: Self.feedFileLimit) else {
        throw UsageFailure("there is no file \(path) in the workspace")
      }
      var parsed = try parse(
        bytes, contentType: nil, base: subscription.home.map(Address.withoutCredentials))
      document = Store.Document(&parsed, feed: subscription.feed)
      visit.succeeded = now
      visit.failures = 0
      visit.problem = ""
    } catch {
      visit.failures += 1
      visit.problem = String(describing: (error as? ParsingFailure)?.redacted ?? error)
    }
    return FeedReading(visit, document)
  }

  /// When a file, or the link to it, last came into its place or was changed; nil if there is none.
  ///
  /// An older file may be moved or unpacked there, with the time at which it was written.
  private static func changed(_ file: URL) -> Date? {
    var (link, target) = (stat(), stat())
    guard lstat(file.path, &link) == 0, stat(file.path, &target) == 0 else { return nil }
    return [link, target].map { status in
      #if canImport(Darwin)
        let time = status.st_ctimespec
      #else
        let time = status.st_ctim
      #endif
      return Date(
        timeIntervalSince1970: TimeInterval(time.tv_sec) + TimeInterval(time.tv_nsec) / 1e9)
    }.max()
  }

  /// As much as is read from the network.
  private static let feedFileLimit = 64 << 20
}

extension Store.Document {
  /// A document of a feed, with the posts that its communities make of it.
  ///
  /// The bodies of the entries are taken out of `parsed`.
  init(_ parsed: inout ParsedFeed, feed: String) {
    let posts = takePosts(from: &parsed, feed: feed)
    self.init(
      title: parsed.title, notes: parsed.noteCount, posts: posts,
      reach: Communities.reach(of: parsed, posts: posts, feed: feed))
  }
}

extension Verdict {
  /// What is to be remembered of a document that was read.
  init(_ parsed: ParsedFeed) {
    let pace = parsed.pace
    self =
      parsed.isCut
      ? .cutFeed
      : .feed(interval: pace.interval, skipHours: pace.skipHours, skipDays: pace.skipDays)
  }
}

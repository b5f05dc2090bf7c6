package import Conversations
package import Foundation
internal import Storage

/// What came of one feed in a refresh.
enum FeedReport {
  /// A document was read, with this many new and changed posts.
  case read(Recorded)
  /// There was nothing new since the last time.
  case unchanged
  /// It was not due; `isFailing` if that is because it failed the last time.
  case resting(isFailing: Bool)
  /// Its host wants to be left alone for now.
  case waiting
  /// Why it could not be read; `feeds` are those that the page in its place points at.
  case failed(String, feeds: [String] = [])
}

/// What came of a refresh.
package struct RefreshSummary: Sendable, Encodable, CustomStringConvertible {
  /// Feeds whose document was read.
  package private(set) var read = 0
  /// Feeds that had nothing new.
  package private(set) var unchanged = 0
  /// Feeds that were not due.
  package private(set) var resting = 0
  /// Feeds whose host wants to be left alone for now.
  package private(set) var waiting = 0
  /// The hosts that are still closed at the end, those first for which most feeds wait.
  package private(set) var waitingFor: [ClosedHost] = []
  package private(set) var failed = 0
  package private(set) var newPosts = 0
  package private(set) var changedPosts = 0
  package private(set) var failures: [Failure] = []
  /// Feeds that were not due because they failed the last time.
  package private(set) var backingOff = 0
  /// How many of the feeds are of replies to joined conversations, and stand in no list.
  package var followed = 0
  /// Whether nothing was read because another run was reading the feeds.
  package var isElsewhere = false
  /// Whether it was stopped before all feeds were asked for.
  package var isStopped = false
  /// What is wrong in the feed list.
  package var problems: [Diagnostic]

  /// A feed that could not be read, and why.
  package struct Failure: Sendable, Encodable {
    package var feed: String
    package var problem: String
    /// The feeds that the page in its place points at, as they are asked for.
    package var feeds: [String]

    private enum CodingKeys: CodingKey { case feed, problem, feeds }

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(feed, forKey: .feed)
      try container.encode(problem, forKey: .problem)
      try container.encode(feeds.map(Address.redacted), forKey: .feeds)
    }
  }

  /// A host that asked to be left alone until a moment, and how many of its feeds wait for that.
  package struct ClosedHost: Sendable, Hashable, Encodable {
    package var host: String
    package var until: Date
    package var feeds: Int

    package init(host: String, until: Date, feeds: Int) {
      self.host = host
      self.until = until
      self.feeds = feeds
    }
  }

  /// Where hosts stand in `waitingFor`, by their names, until it is put in order.
  private var places: [String: Int] = [:]

  enum CodingKeys: CodingKey {
    case read, unchanged, resting, waiting, waitingFor, failed, newPosts, changedPosts, failures,
      backingOff, followed, isElsewhere, isStopped
  }

  init(problems: [Diagnostic]) { self.problems = problems }

  /// How many feeds were asked for.
  var asked: Int { read + unchanged + waiting + failed }

  /// Whether there is something that the exit code must tell: a wrong line in the feed list, or
  /// feeds of which none could be reached.
  package var isPartial: Bool {
    problems.contains { $0.severity == .error }
      || (failed > 0 && read + unchanged + resting + waiting == 0)
  }

  mutating func add(_ report: FeedReport, feed: String) {
    switch report {
    case .read(let recorded):
      read += 1
      newPosts += recorded.new
      changedPosts += recorded.changed
    case .unchanged: unchanged += 1
    case .resting(let isFailing):
      resting += 1
      if isFailing { backingOff += 1 }
    case .waiting: waiting += 1
    case .failed(let problem, let feeds):
      failed += 1
      failures.append(Failure(feed: Address.redacted(feed), problem: problem, feeds: feeds))
    }
  }

  /// Counts a feed that waits for a closed host.
  mutating func add(_ closure: HostClosure) {
    guard let place = places[closure.host] else {
      places[closure.host] = waitingFor.count
      waitingFor.append(ClosedHost(host: closure.host, until: closure.until, feeds: 1))
      return
    }
    waitingFor[place].feeds += 1
    // One of its answers may have come after another, and told a later moment.
    waitingFor[place].until = max(waitingFor[place].until, closure.until)
  }

  /// Nothing more comes; of hosts that have opened by then nothing is to be told.
  mutating func finish(at end: Date) {
    waitingFor.removeAll { $0.until <= end }
    waitingFor.sort { ($1.feeds, $0.host) < ($0.feeds, $1.host) }
    places = [:]
  }

  /// One line: `14 feeds: 12 read, 1 unchanged, 1 failed; 101 new posts, 3 changed`.
  package var description: String {
    let total = asked + resting
    let parts = [
      (read, "read"), (unchanged, "unchanged"), (resting, "not due"), (waiting, "waiting"),
      (failed, "failed"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let feeds =
      (total == 1 ? "1 feed" : "\(total) feeds") + (followed > 0 ? " (\(followed) followed)" : "")
    let posts = newPosts == 1 ? "1 new post" : "\(newPosts) new posts"
    return (parts.isEmpty ? feeds : "\(feeds): \(parts.joined(separator: ", "))")
      + "; \(posts)" + (changedPosts > 0 ? ", \(changedPosts) changed" : "")
  }
}

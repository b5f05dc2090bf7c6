package import Conversations
package import Foundation

/// One refresh of many feeds: bounded in all and per host, least recently fetched first, each URL
/// once.
package struct FetchRound: Sendable {
  package var politeness: Politeness
  package var transport: any Transport
  /// How many requests may be open at once; no more answers than this are in memory either.
  package var connections = 64
  /// How many of them at one host. Reddit gets one.
  package var perHost = 2
  /// How long a round waits for a closed host; what opens later is left for another round.
  package var patience = Duration.seconds(5)
  /// Whether feeds that are still fresh are asked for too.
  package var isForced = false
  /// Whether feeds are asked for without their validators, as if for the first time.
  package var isFresh = false
  package var clock = WallClock()

  package init(politeness: Politeness, transport: any Transport) {
    self.politeness = politeness
    self.transport = transport
  }

  /// The time of day, and a way to wait for another; tests bring their own.
  package struct WallClock: Sendable {
    package var now: @Sendable () -> Date = { Date() }
    package var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    /// Waits for a second of the world, in which what is under way can be looked at.
    package var second: @Sendable () async throws -> Void = {
      try await Task.sleep(for: .seconds(1))
    }

    package init() {}
  }

  private enum Arrival<Reading: Sendable>: Sendable {
    case answer(Int, Result<Answer, TransportFailure>)
    case read(Reading)
    case woke
    /// A second has passed.
    case tick
  }

  /// Where a round is.
  struct State {
    var schedule: Schedule
    var open: [Int: Open] = [:]
    var recent = RecentAnswers()

    func closure(of address: Address) -> HostClosure? { schedule.closures[address.limitedHost] }
  }

  /// A request that is under way.
  struct Open {
    var item: Schedule.Item
    /// What it was asked with.
    let validators: Visit.Validators?
    let since: Date
    let task: Task<Result<Answer, TransportFailure>, Never>

    /// What comes of it; whoever waits for it and is cancelled gives it up.
    var result: Result<Answer, TransportFailure> {
      get async {
        await withTaskCancellationHandler {
          await task.value
        } onCancel: {
          task.cancel()
        }
      }
    }

    /// Whether the answer will tell others something, whatever it is: a 304 only tells those who know
    /// the same.
    func tells(_ callers: [Schedule.Caller]) -> Bool {
      validators?.address != item.address
        || callers.allSatisfy { $0.visit.validators == validators }
    }
  }

  /// Fetches what is due of `visits` and hands over each outcome as it comes.
  package func run(
    _ visits: [Visit], closures: [HostClosure] = [],
    sleeping: ([String], Date) -> Void = { _, _ in },
    each: (FetchOutcome) async throws -> Void
  ) async throws {
    try await run(
      visits, closures: closures, read: { $0 }, each: each, closed: { _, _ in },
      sleeping: sleeping)
  }

  /// Fetches what is due of `visits`, has each outcome read, several at a time, and hands over each
  /// reading as it comes.
  ///
  /// While `each` works on one, no new request is started, and no more answers wait to be read than
  /// there are connections: a slow reader slows the round, and never fills the memory. Feeds that are
  /// not due have no outcome.
  /// - Parameters:
  ///   - visits: what is known of the feeds.
  ///   - closures: the hosts that are closed, as stored.
  ///   - read: makes something of an outcome, on any thread.
  ///   - each: takes one reading after the other.
  ///   - closed: is told at once what is news of a host: until when it is closed, or nil that it is
  ///     open. Readings overtake each other, this does not.
  ///   - sleeping: is told when nothing but answers can come before a moment: which hosts are waited
  ///     for, and until when.
  ///   - waiting: is told about once a second for which host the round has waited longest, and how
  ///     long; nil if it waits for none.
  /// - Throws: what `read` and `each` throw, and `CancellationError`; feeds without an outcome were
  ///   not touched.
  package func run<Reading: Sendable>(
    _ visits: [Visit], closures: [HostClosure] = [],
    read: @escaping @Sendable (FetchOutcome) async throws -> Reading,
    each: (Reading) async throws -> Void,
    closed: (String, HostClosure?) async throws -> Void,
    sleeping: ([String], Date) -> Void = { _, _ in },
    waiting: ((host: String, for: Duration)?) -> Void = { _ in }
  ) async throws {
    let (items, unusable) = plan(visits, closures)
    for visit in unusable {
      let failure = TransportFailure.notAnAddress(visit.feed)
      try await each(read(FetchOutcome(visit: visit, result: .failed(failure), at: clock.now())))
    }
    var state = State(
      schedule: Schedule(
        items, closures: closures, politeness: politeness, perHost: max(1, perHost),
        patience: patience))
    var start = clock.now()
    try await withThrowingTaskGroup(of: Arrival<Reading>.self) { group in
      var started = 0
      var reading = 0
      var isSleeping = false
      let width = max(1, min(connections, transport.width))
      group.addTask { [clock] in try await Self.tick(clock) }
      func hand(_ outcome: FetchOutcome) {
        reading += 1
        group.addTask { .read(try await read(outcome)) }
      }
      while true {
        try Task.checkCancellation()
        filling: while state.open.count + reading < width {
          switch state.schedule.next(now: clock.now()) {
          case .fetch(let item):
            let one = begin(item, since: start)
            state.open[started] = one
            group.addTask { [started] in .answer(started, await one.result) }
            started += 1
          case .postpone(let item, let until):
            for caller in item.callers {
              var visit = caller.visit
              // Who was led here was asked for: it must not come first again the next time.
              if !caller.hops.isEmpty { visit.attempted = clock.now() }
              hand(
                FetchOutcome(
                  visit: visit, result: .waiting(until: until), at: clock.now(),
                  closure: state.closure(of: item.address)))
            }
          case .sleep(let until):
            if !isSleeping {
              isSleeping = true
              sleeping(state.schedule.sleeping, until)
              let wait = Duration.seconds(max(0, until.timeIntervalSince(clock.now())))
              group.addTask { [clock] in
                try await clock.sleep(wait)
                return .woke
              }
            }
            break filling
          case .idle: break filling
          }
        }
        guard !state.open.isEmpty || reading > 0 || isSleeping else { return group.cancelAll() }
        guard let arrival = try await group.next() else { return }
        switch arrival {
        case .woke:
          isSleeping = false
          // Time that was slept through on purpose makes nobody older.
          start = clock.now()
        case .tick:
          waiting(longest(of: state.open.values))
          if state.open.count == width, state.schedule.isHolding { hurry(state.open.values) }
          group.addTask { [clock] in try await Self.tick(clock) }
        case .read(let one):
          reading -= 1
          try await each(one)
        case .answer(let number, let result):
          // What ended because the round does is no failure of its feed.
          try Task.checkCancellation()
          guard let one = state.open.removeValue(forKey: number) else { continue }
          if let (host, closure) = news(of: result, state.schedule.closures) {
            state.schedule.learn(host, closure)
            try await closed(host, closure)
          }
          for outcome in outcomes(result, of: one, &state) {
            // Without a document there is nothing to read that is worth a task.
            if outcome.hasDocument { hand(outcome) } else { try await each(read(outcome)) }
          }
        }
      }
    }
  }

  private static func tick<Reading>(_ clock: WallClock) async throws -> Arrival<Reading> {
    try await clock.second()
    return .tick
  }

  /// Starts a request in a task of its own, so that it can be given up alone.
  private func begin(_ item: Schedule.Item, since start: Date) -> Open {
    var request = Request(address: item.address, validators: isFresh ? nil : item.validators)
    request.followsRedirects = false
    let now = clock.now()
    // A clock that goes back makes a round young again.
    let age = Duration.seconds(Int(max(0, min(now.timeIntervalSince(start), 600))))
    // All hops together have what the first one had.
    request.patience = max(
      .seconds(1),
      max(Self.shortPatience, Self.longPatience - max(.zero, age - item.spent)) - item.spent)
    return Open(
      item: item, validators: request.validators, since: now,
      task: Task { [transport, request] in await transport.send(request) })
  }

  /// What is answered in time gets as long as it needs, up to this …
  private static let longPatience = Duration.seconds(60)
  /// … and only so long where others wait for its place, or where the round is old: two hundred servers
  /// that drip would hold sixty-four places for minutes.
  static let shortPatience = Duration.seconds(15)

  private func hurry(_ open: some Collection<Open>) {
    let now = clock.now()
    for one in open where now.timeIntervalSince(one.since) > Self.shortPatience.inSeconds {
      one.task.cancel()
    }
  }

  /// What has been open for longest, where that is worth a word.
  private func longest(of open: some Collection<Open>) -> (host: String, for: Duration)? {
    guard let first = open.min(by: { $0.since < $1.since }) else { return nil }
    let seconds = clock.now().timeIntervalSince(first.since)
    return seconds >= 2 ? (first.item.host, .seconds(seconds)) : nil
  }
}

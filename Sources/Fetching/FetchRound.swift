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

    package init() {}
  }

  private enum Arrival: Sendable {
    case answer(Int, Result<Answer, TransportFailure>)
    case woke
  }

  /// Fetches what is due of `visits` and hands over each outcome as it comes.
  ///
  /// While `each` works on one, no new request is started: a slow reader slows the round, and never
  /// fills the memory. Feeds that are not due have no outcome.
  /// - Parameters:
  ///   - visits: what is known of the feeds.
  ///   - closures: the hosts that are closed, as stored.
  ///   - sleeping: told when nothing but answers can come before a moment: which hosts are waited
  ///     for, and until when.
  ///   - each: reads and stores one outcome; to be settled by `Politeness.settle`.
  /// - Throws: what `each` throws, and `CancellationError`; feeds without an outcome were not
  ///   touched.
  package func run(
    _ visits: [Visit], closures: [HostClosure] = [],
    sleeping: ([String], Date) -> Void = { _, _ in },
    each: (FetchOutcome) async throws -> Void
  ) async throws {
    let (items, unusable) = plan(visits, closures)
    for visit in unusable {
      let failure = TransportFailure.notAnAddress(visit.feed)
      try await each(FetchOutcome(visit: visit, result: .failed(failure), at: clock.now()))
    }
    var schedule = Schedule(
      items, closures: closures, politeness: politeness, perHost: max(1, perHost),
      patience: patience)
    try await withThrowingTaskGroup(of: Arrival.self) { group in
      var open: [Int: Schedule.Item] = [:]
      var started = 0
      var isSleeping = false
      let width = max(1, min(connections, transport.width))
      while true {
        try Task.checkCancellation()
        filling: while open.count < width {
          switch schedule.next(now: clock.now()) {
          case .fetch(let item):
            open[started] = item
            var request = item.request
            request.closedHosts = schedule.closedHosts(now: clock.now())
            group.addTask { [transport, started, request] in
              .answer(started, await transport.send(request))
            }
            started += 1
          case .postpone(let item, let until):
            for visit in item.visits {
              try await each(
                FetchOutcome(
                  visit: visit, result: .waiting(until: until), at: clock.now(), host: item.host,
                  closure: schedule.closures[item.host]))
            }
          case .sleep(let until):
            if !isSleeping {
              isSleeping = true
              sleeping(schedule.sleeping, until)
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
        guard let arrival = try await group.next() else { return }
        switch arrival {
        case .woke: isSleeping = false
        case .answer(let number, let result):
          guard let item = open.removeValue(forKey: number) else { continue }
          for outcome in note(result, of: item, in: &schedule) { try await each(outcome) }
        }
      }
    }
  }

  /// What is due, least recently fetched first; subscriptions to one URL become one item.
  private func plan(
    _ visits: [Visit], _ closures: [HostClosure]
  ) -> (items: [Schedule.Item], unusable: [Visit]) {
    let now = clock.now()
    var items: [Schedule.Item] = []
    var unusable: [Visit] = []
    var places: [Address: Int] = [:]
    let due =
      visits
      .filter {
        politeness.isDue($0, now: now, forced: isForced)
          || politeness.isHeldBack($0, by: closures, now: now, patience: patience)
      }
      .sorted { politeness.lastAsked($0, now: now) < politeness.lastAsked($1, now: now) }
    for visit in due {
      guard var request = politeness.request(for: visit) else {
        unusable.append(visit)
        continue
      }
      if isFresh { request.validators = nil }
      if let place = places[request.address] {
        items[place].visits.append(visit)
        // A 304 would tell nothing to the one that has other validators.
        if items[place].request.validators != request.validators {
          items[place].request.validators = nil
        }
      } else {
        places[request.address] = items.count
        items.append(
          Schedule.Item(request: request, visits: [visit], host: request.address.limitedHost))
      }
    }
    return (items, unusable)
  }

  private func note(
    _ result: Result<Answer, TransportFailure>, of item: Schedule.Item,
    in schedule: inout Schedule
  ) -> [FetchOutcome] {
    let now = clock.now()
    var host = item.host
    let whole: FetchOutcome.Result
    var isUnreached = false
    switch result {
    case .success(let answer):
      host = answer.address.limitedHost
      schedule.learn(
        host, politeness.closure(host, answer, previous: schedule.closures[host], now: now))
      whole = .answered(answer)
    case .failure(.cancelled):
      schedule.finished(item, isLimited: false)
      return []
    case .failure(.hostClosed(let target)):
      host = target
      whole = .waiting(until: schedule.closures[target]?.until ?? now)
    case .failure(let failure):
      if case .connectTimedOut = failure { isUnreached = true }
      whole = .failed(failure)
    }
    schedule.finished(
      item, isLimited: schedule.closures[item.host] != nil, isUnreached: isUnreached)
    return item.visits.map {
      FetchOutcome(
        visit: $0, result: whole, at: now, host: host, closure: schedule.closures[host],
        isConditional: item.request.validators != nil)
    }
  }
}

internal import Conversations
internal import Foundation

extension FetchRound {
  /// What is due, least recently fetched first; subscriptions to one URL become one item.
  func plan(
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

  /// What became of the feeds of a request, with what the schedule learns from it.
  func note(
    _ result: Result<Answer, TransportFailure>, of open: Open, in schedule: inout Schedule
  ) -> [FetchOutcome] {
    let now = clock.now()
    let item = open.item
    var host = item.host
    let whole: FetchOutcome.Result
    var isUnreached = false
    switch result {
    case .success(let answer):
      host = answer.address.limitedHost
      schedule.learn(
        host, politeness.closure(host, answer, previous: schedule.closures[host], now: now))
      if let next = answer.next {
        schedule.finished(item, isLimited: schedule.closures[item.host] != nil)
        schedule.append(
          Schedule.Item(
            request: Request(
              address: next, validators: item.request.validators, hops: answer.hops),
            visits: item.visits, host: next.limitedHost,
            spent: item.spent + .seconds(max(0, now.timeIntervalSince(open.since)))))
        return []
      }
      whole = .answered(answer)
    case .failure(.cancelled):
      // Given up for the sake of others; if the round itself was, nobody asks for the outcome.
      whole = .failed(.wholeTimedOut(FetchRound.shortPatience))
      isUnreached = true
    case .failure(let failure):
      isUnreached = failure.isTimeout
      whole = .failed(failure)
    }
    schedule.finished(
      item, isLimited: schedule.closures[item.host] != nil, isUnreached: isUnreached)
    return item.visits.map {
      FetchOutcome(
        visit: $0, result: whole.separate, at: now, host: host, closure: schedule.closures[host],
        isConditional: item.request.validators != nil)
    }
  }
}

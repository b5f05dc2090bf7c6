internal import Conversations
internal import Foundation

extension FetchRound {
  /// What is now known of the closure of a host, if that is news.
  func news(
    of result: Result<Answer, TransportFailure>, _ closures: [String: HostClosure]
  ) -> (host: String, closure: HostClosure?)? {
    guard case .success(let answer) = result else { return nil }
    let host = answer.address.limitedHost
    let closure = politeness.closure(host, answer, previous: closures[host], now: clock.now())
    return closure == closures[host] ? nil : (host, closure)
  }

  /// What became of the feeds of a request that ended; those that are led elsewhere are put into the
  /// schedule again, or to a request that is under way there.
  func outcomes(
    _ result: Result<Answer, TransportFailure>, of one: Open, _ state: inout State
  ) -> [FetchOutcome] {
    let now = clock.now()
    let whole: FetchOutcome.Result
    var isUnreached = false
    switch result {
    case .success(let answer):
      if let target = answer.next {
        state.schedule.finished(one.item, isLimited: state.closure(of: one.item) != nil)
        return follow(answer, to: target, one, &state)
      }
      whole = .answered(answer)
      state.recent.add(answer, of: one.item.address, to: one.validators)
    case .failure(.cancelled):
      // Given up for the sake of others; if the round itself was, nobody asks for the outcome.
      whole = .failed(.wholeTimedOut(Self.shortPatience))
      isUnreached = true
    case .failure(.crowdedOut):
      whole = .waiting(until: now)
    case .failure(let failure):
      isUnreached = failure.isTimeout
      whole = .failed(failure)
    }
    state.schedule.finished(
      one.item, isLimited: state.closure(of: one.item) != nil, isUnreached: isUnreached)
    return one.item.callers.map {
      FetchOutcome(
        visit: $0.visit, result: whole.after($0.hops), at: now,
        closure: state.closure(of: one.item), isConditional: one.validators != nil)
    }
  }

  /// Sends the feeds of a request to where it leads; those that went in a circle, or too far, have failed.
  private func follow(
    _ answer: Answer, to target: Address, _ one: Open, _ state: inout State
  ) -> [FetchOutcome] {
    let now = clock.now()
    var outcomes: [FetchOutcome] = []
    var callers: [Schedule.Caller] = []
    for var caller in one.item.callers {
      caller.hops.append(Answer.Hop(from: answer.address, status: answer.status, to: target))
      let failure: TransportFailure? =
        // Nothing is remembered between two hops: it would go round for ever.
        if caller.hops.contains(where: { $0.from.asked == target }) {
          .redirectLoop
        } else if caller.hops.count > Self.mostHops {
          .tooManyRedirects(Self.mostHops)
        } else {
          nil
        }
      if let failure {
        outcomes.append(
          FetchOutcome(
            visit: caller.visit, result: .failed(failure), at: now,
            closure: state.closure(of: one.item)))
      } else {
        callers.append(caller)
      }
    }
    if callers.isEmpty { return outcomes }
    if let (told, validators) = state.recent.answer(of: target, for: callers) {
      return outcomes
        + callers.map {
          FetchOutcome(
            visit: $0.visit, result: .answered(told).after($0.hops), at: now,
            closure: state.schedule.closures[target.limitedHost],
            isConditional: validators != nil)
        }
    }
    let underway = state.open.first { $0.value.item.address == target && $0.value.tells(callers) }
    if let number = underway?.key {
      state.open[number]?.item.callers += callers
    } else {
      let spent = one.item.spent + .seconds(max(0, now.timeIntervalSince(one.since)))
      state.schedule.follow(callers, to: target, spent: spent)
    }
    return outcomes
  }

  private static let mostHops = CurlTransport.Limits().hops
}

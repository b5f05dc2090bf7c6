internal import Conversations
internal import Foundation

extension FetchRound {
  /// What is now known of the closure of a host, if that is news.
  func news(
    of result: Result<Answer, TransportFailure>, _ closures: [String: HostClosure]
  ) -> (host: String, closure: HostClosure?)? {
    guard case .success(let answer) = result else { return nil }
    let host = answer.address.limitedHost
    // Where a redirect stays with its host the request goes on: what its end says of the host counts. A
    // closure between the two would keep the feed from ever being read.
    if answer.next?.limitedHost == host { return nil }
    let closure = politeness.closure(host, answer, previous: closures[host], now: clock.now())
    return closure == closures[host] ? nil : (host, closure)
  }

  /// What became of the feeds of a request that ended; those that are led elsewhere are put into the
  /// schedule again, or to a request that is under way there.
  func outcomes(
    _ result: Result<Answer, TransportFailure>, of one: Open, _ state: inout State
  ) -> [FetchOutcome] {
    let whole: FetchOutcome.Result
    var isUnreached = false
    switch result {
    case .success(let answer): whole = .answered(answer)
    case .failure(.cancelled):
      // Given up for the sake of others.
      whole = .failed(.wholeTimedOut(Self.shortPatience))
      isUnreached = true
    case .failure(.crowdedOut): whole = .waiting(until: clock.now())
    case .failure(let failure):
      isUnreached = failure.isTimeout
      whole = .failed(failure)
    }
    state.schedule.finished(
      one.item, isLimited: state.closure(of: one.item.address) != nil, isUnreached: isUnreached)
    state.recent.add(whole, of: one.item.address, to: one.validators, at: clock.now())
    let spent = one.item.spent + .seconds(max(0, clock.now().timeIntervalSince(one.since)))
    return settle(
      one.item.callers, whole, of: one.item.address, one.validators, spent: spent, &state)
  }

  /// What an address came to for those who came to it: an outcome, unless it leads them elsewhere.
  private func settle(
    _ callers: [Schedule.Caller], _ result: FetchOutcome.Result, of address: Address,
    _ validators: Visit.Validators?, spent: Duration, _ state: inout State
  ) -> [FetchOutcome] {
    let closure = state.closure(of: address)
    func outcome(_ caller: Schedule.Caller, _ result: FetchOutcome.Result) -> FetchOutcome {
      FetchOutcome(
        visit: caller.visit, result: result.after(caller.hops), at: clock.now(), closure: closure,
        isConditional: validators != nil)
    }
    guard case .answered(let answer) = result, let target = answer.next else {
      return callers.map { outcome($0, result) }
    }
    var outcomes: [FetchOutcome] = []
    var led: [Schedule.Caller] = []
    for var caller in callers {
      caller.hops.append(Answer.Hop(from: address, status: answer.status, to: target))
      if let failure = caller.hops.end(after: Self.mostHops) {
        outcomes.append(outcome(caller, .failed(failure)))
      } else {
        led.append(caller)
      }
    }
    return outcomes + lead(led, from: address, to: target, spent: spent, &state)
  }

  /// Brings feeds to the address that a redirect names: to what is known of it, to the request that is
  /// under way there, or to one that has yet to be made.
  private func lead(
    _ callers: [Schedule.Caller], from address: Address, to target: Address, spent: Duration,
    _ state: inout State
  ) -> [FetchOutcome] {
    if callers.isEmpty { return [] }
    if let (result, validators) = state.recent.result(of: target, for: callers) {
      return settle(callers, result, of: target, validators, spent: spent, &state)
    }
    let underway = state.open.first { $0.value.item.address == target && $0.value.tells(callers) }
    if let number = underway?.key {
      state.open[number]?.item.callers += callers
    } else {
      state.schedule.follow(callers, from: address.limitedHost, to: target, spent: spent)
    }
    return []
  }

  private static let mostHops = CurlTransport.Limits().hops
}

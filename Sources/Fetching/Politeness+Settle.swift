package import Conversations
internal import Foundation

extension Politeness {
  /// What is to be remembered of a feed after an outcome and, for a 2xx answer, the verdict on its
  /// body. It is to be stored together with the entries, or not at all.
  package func settle(_ outcome: FetchOutcome, _ verdict: Verdict = .unread) -> Visit {
    var visit = outcome.visit
    let now = outcome.at
    switch outcome.result {
    case .waiting(let until):
      // Not an attempt: the feed keeps its place among those that wait longest.
      // What is still fresh, or failing, is no sooner due for having been asked for by force.
      visit.nextDue = isDue(visit, now: now) ? until : max(visit.nextDue ?? until, until)
      return visit
    case .failed(let failure):
      visit.attempted = now
      visit.status = nil
      fail(&visit, .transport(failure), now)
    case .answered(let answer):
      visit.attempted = now
      visit.status = answer.status
      settle(&visit, answer, verdict, outcome, now)
    }
    return visit
  }

  private func settle(
    _ visit: inout Visit, _ answer: Answer, _ verdict: Verdict, _ outcome: FetchOutcome, _ now: Date
  ) {
    switch (answer.status, verdict) {
    case (304, _):
      // Without a question there is no such answer: nothing is known that could be unmodified.
      guard outcome.isConditional, visit.validators?.address == answer.address else {
        return fail(&visit, .status(304), now)
      }
      renew(&visit, answer)
      succeed(&visit, answer, now)
    case (206, _):
      // Nobody asked for a part.
      fail(&visit, .status(206), now)
    case (200...299, .feed(let interval, let skipHours, let skipDays)):
      visit.validators = validators(of: answer)
      visit.hints = Visit.Hints()
      visit.hints.interval = interval
      visit.hints.skipHours = skipHours
      visit.hints.skipDays = skipDays
      succeed(&visit, answer, now)
    case (200...299, .cutFeed):
      // What is missing would stay missing behind a 304 or a long freshness: as if only the old
      // answer had come, but the feed is alive.
      visit.hints.lifetime = nil
      succeed(&visit, answer, now, isWhole: false)
    case (200...299, .rejected(let reason)): fail(&visit, .rejected(reason), now)
    case (410, _) where answer.hops.allSatisfy(\.isPermanent):
      visit.failures = min(max(visit.failures, 0), Self.mostFailures) + 1
      visit.state = .gone
      visit.nextDue = nil
      visit.problem = FetchFailure.gone.description
    default:
      guard let until = closedUntil(outcome.closure, now: now), HostLimit.isLimit(answer, now: now)
      else { return fail(&visit, .status(answer.status), now) }
      // The host's limit is not the feed's failure: no backoff is added to it.
      visit.nextDue = until
      visit.problem = FetchFailure.limited(status: answer.status).description
    }
  }

  private func succeed(
    _ visit: inout Visit, _ answer: Answer, _ now: Date, isWhole: Bool = true
  ) {
    if isWhole, Freshness.isTold(answer.headers) || answer.status != 304 {
      visit.hints.lifetime = Freshness.lifetime(answer.headers, now: now)
    }
    if let target = answer.permanentTarget {
      visit.movedTo = target.asked == Address(visit.feed)?.asked ? nil : target
    }
    visit.succeeded = now
    visit.failures = 0
    visit.problem = ""
    let left = visit.hints.lifetime.map { $0 - Freshness.age(answer.headers) } ?? .zero
    let wish = max(interval, left, visit.hints.interval ?? .zero)
    let due = now + min(max(wish, Self.shortest), Self.longest)
    // Within the horizon, or it would count as a clock's fault.
    let latest = now + (Self.horizon - Duration.minute)
    visit.nextDue = min(skipping(visit.hints, from: due), latest).wholeSecond
  }

  /// Half an hour, twice as long after each failure in a row. Nothing else is forgotten: the feed
  /// may be well again with what was known of it.
  private func fail(_ visit: inout Visit, _ failure: FetchFailure, _ now: Date) {
    let doublings = min(max(visit.failures, 0), 16)
    visit.failures = min(max(visit.failures, 0), Self.mostFailures) + 1
    visit.problem = failure.description
    visit.nextDue = (now + min(.seconds(1800 << Int64(doublings)), Self.longest)).wholeSecond
    if visit.failures >= Self.failuresBeforeReturn { visit.movedTo = nil }
  }

  /// Counted no further: nothing changes by then.
  private static let mostFailures = 1_000_000

  /// A 2xx answer replaces both validators; one that it does not give is forgotten.
  private func validators(of answer: Answer) -> Visit.Validators? {
    let etag = Self.sendable(answer.headers.bytes("etag"))
    let lastModified = Self.sendable(answer.headers.bytes("last-modified"))
    guard etag != nil || lastModified != nil else { return nil }
    return Visit.Validators(address: answer.address, etag: etag, lastModified: lastModified)
  }

  /// A 304 replaces only what it carries (RFC 9111, 4.3.4).
  private func renew(_ visit: inout Visit, _ answer: Answer) {
    guard visit.validators?.address == answer.address else { return }
    if let etag = Self.sendable(answer.headers.bytes("etag")) { visit.validators?.etag = etag }
    if let date = Self.sendable(answer.headers.bytes("last-modified")) {
      visit.validators?.lastModified = date
    }
  }

  /// Servers refuse requests with headers of more than about 8 KB.
  private static func sendable(_ bytes: [UInt8]?) -> [UInt8]? {
    bytes.flatMap { $0.count <= 4096 ? $0 : nil }
  }

  /// The first hour from `due` on that the feed does not want skipped, at most a day later: a feed
  /// that skips everything would never be asked again.
  private func skipping(_ hints: Visit.Hints, from due: Date) -> Date {
    guard !hints.skipHours.isEmpty || !hints.skipDays.isEmpty else { return due }
    var moment = due
    guard abs(due.timeIntervalSince1970) < 1e15 else { return due }
    for _ in 0..<24 {
      let seconds = moment.timeIntervalSince1970
      let hours = Int((seconds / 3600).rounded(.down))
      let hour = ((hours % 24) + 24) % 24
      // 1970-01-01 was a Thursday, the fifth day.
      let days = Int((seconds / 86_400).rounded(.down))
      let weekday = (((days + 4) % 7) + 7) % 7 + 1
      guard hints.skipHours.contains(hour) || hints.skipDays.contains(weekday) else {
        return moment
      }
      moment = Date(timeIntervalSince1970: Double(hours + 1) * 3600)
    }
    return due + .day
  }
}

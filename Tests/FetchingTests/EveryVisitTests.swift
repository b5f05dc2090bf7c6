import Conversations
import Fetching
import Foundation
import Testing

/// All that can come together in a visit: what is remembered, what is answered, and what time it is.
/// What holds for each of them is checked, not what comes of it.
@Suite struct EveryVisitTests {
  static let validators = Visit.Validators(
    address: address(feedURL), etag: Array("\"old\"".utf8), lastModified: nil)

  /// What was remembered before: nothing, much, and what no program should have written.
  static let pasts: [Visit] = {
    var known = Visit(feed: feedURL)
    known.validators = validators
    known.succeeded = noon - day
    known.attempted = noon - day
    known.nextDue = noon
    var failing = known
    failing.failures = 2
    failing.problem = "HTTP 500"
    failing.movedTo = address("https://new.example/feed")
    var absurd = known
    absurd.failures = .max
    absurd.hints.lifetime = .seconds(Int64.max)
    absurd.hints.interval = .seconds(Int64.min)
    absurd.hints.skipHours = Set(-1...30)
    absurd.nextDue = .distantFuture
    absurd.attempted = .distantFuture
    var negative = known
    negative.failures = .min
    negative.hints.lifetime = .seconds(-5)
    negative.hints.interval = .seconds(Int64.max)
    negative.hints.skipDays = Set(1...7)
    negative.validators?.address = address("https://elsewhere.example/feed")
    return [Visit(feed: feedURL), known, failing, absurd, negative]
  }()

  /// The clock: right, ten years off, and where dates end.
  static let clocks: [Date] = [
    noon, noon + 0.7, noon - 10 * 365 * day, noon + 10 * 365 * day,
    Date(timeIntervalSince1970: 0), .distantPast, .distantFuture,
  ]

  static let headers: [[(String, String)]] = {
    let numbers = [
      "", "0", "1", "120", "30.5", "-1", "-120", "1e9", "1.2.3", ".", "nan", "inf", "0x10", "soon",
      "9223372036854775807", "9223372036854775808", String(repeating: "9", count: 400),
      "120, 60", "120;w=60", "\u{661}\u{662}",
    ]
    let dates = [
      "Mon, 20 Nov 2023 12:10:00 GMT", "Mon, 20 Nov 2023 11:00:00 GMT",
      "Fri, 31 Dec 9999 23:59:59 GMT", "Thu, 01 Jan 1970 00:00:00 GMT",
      "Monday, 20-Nov-23 12:10:00 GMT", "Mon Nov 20 12:10:00 2023", "Mon, 99 Nov 2023 12:10:00 GMT",
      "Mon, 20 Nov 99999999999999999999 12:10:00 GMT", "2023-11-20T12:10:00Z",
    ]
    var all: [[(String, String)]] = [[]]
    for value in numbers + dates { all.append([("Retry-After", value)]) }
    for value in dates {
      all.append([("Retry-After", dates[0]), ("Date", value)])
      all.append([("Expires", value), ("Date", dates[1])])
    }
    for value in numbers {
      all.append([("Cache-Control", "max-age=\(value)"), ("Age", value)])
      all.append([("X-Ratelimit-Remaining", "0"), ("X-Ratelimit-Reset", value)])
      all.append([("X-Ratelimit-Remaining", value), ("X-Ratelimit-Reset", "1700481658000")])
      all.append([("RateLimit", "\"a\";r=\(value);t=\(value), \"b\";r=9;t=9")])
    }
    all += [
      [("Cache-Control", ""), ("Expires", "")], [("Cache-Control", ",,=,max-age,=5")],
      [("Cache-Control", "no-store"), ("Cache-Control", "max-age=99999")],
      [("ETag", "\"1\""), ("ETag", "\"2\""), ("Last-Modified", "yesterday")],
      [("ETag", String(repeating: "x", count: 5000))], [("ETag", "")],
      [("RateLimit", ";;;,,,==")], [("RateLimit", "")],
    ]
    return all
  }()

  static let statuses = [
    -1, 0, 100, 200, 203, 204, 206, 299, 300, 301, 304, 400, 401, 403, 404, 410, 429, 500, 503, 999,
  ]

  static let verdicts: [Verdict] = [
    .unread, .rejected("a page"), .cutFeed, .feed(), .feed(interval: .seconds(Int64.max)),
    .feed(interval: .seconds(Int64.min), skipHours: Set(0...23), skipDays: Set(1...7)),
    .feed(skipHours: [12, 13, -9, 99]),
  ]

  static func answer(_ status: Int, _ pairs: [(String, String)]) -> Answer {
    var fields = Headers()
    for (name, value) in pairs { fields.append(name: name, value: Array(value.utf8)) }
    return Answer(address: address(feedURL), status: status, headers: fields)
  }

  /// What is wrong with what is remembered after a visit; empty if nothing is.
  private func faults(
    _ before: Visit, _ answer: Answer, _ verdict: Verdict, _ closure: HostClosure?, _ now: Date
  ) -> [String] {
    let politeness = Politeness()
    let after = politeness.settle(
      FetchOutcome(
        visit: before, result: .answered(answer), at: now, closure: closure),
      verdict)
    var faults: [String] = []
    func check(_ holds: Bool, _ rule: String) { if !holds { faults.append(rule) } }
    let isFeed: Bool =
      switch verdict {
      case .feed: (200...299).contains(answer.status) && answer.status != 206
      default: false
      }
    let isCut = verdict == .cutFeed && (200...299).contains(answer.status) && answer.status != 206
    let isUnmodified = answer.status == 304 && before.validators?.address == answer.address
    let isWell = isFeed || isCut || isUnmodified
    let isLimited = after.problem.contains("waiting until the host opens")

    check(after.feed == before.feed && after.attempted == now, "the visit is noted")
    check(after.status == answer.status, "its status is noted")
    check(after.problem.isEmpty == isWell, "a problem is told, and only then")
    check(after.succeeded == (isWell ? now : before.succeeded), "only a feed is a success")
    check(isLimited || answer.status != 429, "429 is a limit")
    check(!isLimited || [403, 429, 503].contains(answer.status), "nothing else is one")
    check((after.state == .gone) == (answer.status == 410), "gone is for 410 alone")
    if isFeed {
      let etag = answer.headers.bytes("etag").flatMap { $0.count <= 4096 ? $0 : nil }
      check(after.validators?.etag == etag, "validators are those of the feed, byte for byte")
      check(
        after.validators?.lastModified == answer.headers.bytes("last-modified"),
        "validators are those of the feed, byte for byte")
    } else if !isUnmodified {
      check(after.validators == before.validators, "validators come with a whole feed only")
    }
    if !isWell { check(after.hints == before.hints, "freshness comes with a feed only") }
    check(after.movedTo == before.movedTo || after.failures >= 3 || isWell, "places are kept")
    if isWell {
      check(after.failures == 0, "one success ends all failures")
    } else if isLimited {
      check(after.failures == before.failures, "a limit is no failure")
    } else {
      check(
        after.failures > 0 && after.failures >= min(before.failures, 1_000_000),
        "failures are counted")
    }
    guard let due = after.nextDue else {
      check(after.state == .gone, "only what is gone is never due")
      check(!politeness.isDue(after, now: now, forced: true), "what is gone is not asked by force")
      return faults
    }
    let wait = due.timeIntervalSince(now)
    check(after.state == .active, "what is gone is never due")
    check(wait <= 7 * day - 59, "nothing is put off for a week")
    check(wait >= (isLimited ? 1 : 30 * minute), "nothing is asked again at once")
    if !isWell { check(wait <= 6 * day + 1, "failures are put off for six days at most") }
    check(!politeness.isDue(after, now: now), "it is not due yet")
    check(politeness.isDue(after, now: now, forced: true), "force overrides that")
    check(politeness.isDue(after, now: due), "it is due then")
    check(politeness.isDue(after, now: now - 10 * 365 * day), "a clock put back holds nobody up")
    check(politeness.isDue(after, now: now + 10 * 365 * day), "a clock put forward neither")
    return faults
  }

  @Test(arguments: clocks) func whatIsRememberedIsAlwaysSound(_ now: Date) {
    var found: [String: Int] = [:]
    var count = 0
    for past in Self.pasts {
      for status in Self.statuses {
        for pairs in Self.headers {
          let answer = Self.answer(status, pairs)
          let closure = Politeness().closure("beans.example", answer, previous: nil, now: now)
          let verdicts = (200...299).contains(status) ? Self.verdicts : [.unread]
          for verdict in verdicts {
            count += 1
            for fault in faults(past, answer, verdict, closure, now) {
              found["\(fault): \(status) \(pairs.first ?? ("", "")) \(verdict)", default: 0] += 1
            }
          }
        }
      }
    }
    #expect(found.isEmpty, "\(found.keys.sorted().prefix(9))")
    #expect(count > 20_000)
  }

  static let closures: [HostClosure?] = [
    nil, HostClosure(host: "h", until: noon - 5, strikes: 3),
    HostClosure(host: "h", until: noon + 300, strikes: 0),
    HostClosure(host: "h", until: noon + 6 * day, strikes: 20),
    HostClosure(host: "h", until: .distantFuture, strikes: .max),
    HostClosure(host: "h", until: .distantPast, strikes: .min),
  ]

  @Test(arguments: clocks, ["h", "reddit.com"])
  func aClosureIsOfASecondToSixDays(_ now: Date, _ host: String) {
    let politeness = Politeness()
    var faults: Set<String> = []
    for previous in Self.closures {
      let closed = politeness.closedUntil(previous, now: now)
      for status in Self.statuses {
        for pairs in Self.headers {
          let answer = Self.answer(status, pairs)
          let closure = politeness.closure(host, answer, previous: previous, now: now)
          func check(_ holds: Bool, _ rule: String) {
            if !holds { faults.insert("\(rule): \(status) \(pairs)") }
          }
          let isTold = pairs.contains { $0.0.lowercased().contains("r") && $0.0 != "Date" }
          guard let closure else {
            check(
              status != 429 && status != 503 && closed == nil,
              "429 and 503 close, and a closed host stays closed")
            continue
          }
          if closure == previous { continue }
          let wait = closure.until.timeIntervalSince(now)
          check(wait >= 1 && wait <= 6 * day + 1, "1 s to 6 days")
          check(closed.map { closure.until > $0 } ?? true, "never shorter than before")
          check((0...20).contains(closure.strikes), "strikes are bounded")
          check(status == 429 || status == 503 || isTold, "nothing else closes")
          check(
            politeness.closedUntil(closure, now: now) == closure.until, "a new closure is in force")
        }
      }
    }
    #expect(faults.isEmpty, "\(faults.sorted().prefix(9))")
  }

  /// A visit that nothing came of: no answer, or nobody asked.
  @Test(arguments: clocks) func whatWasNotAnsweredLosesNothing(_ now: Date) {
    for past in Self.pasts {
      let failed = Politeness().settle(
        FetchOutcome(visit: past, result: .failed(.answerTimedOut(.seconds(20))), at: now))
      #expect(failed.validators == past.validators && failed.hints == past.hints)
      #expect(failed.succeeded == past.succeeded && failed.failures > 0)
      let wait = failed.nextDue?.timeIntervalSince(now) ?? 0
      #expect((30 * minute...6 * day + 1).contains(wait))
      var waiting = Politeness().settle(
        FetchOutcome(visit: past, result: .waiting(until: now + 60), at: now))
      #expect(waiting.nextDue.map { $0 >= now + 60 } == true)
      waiting.nextDue = past.nextDue
      #expect(waiting == past)
    }
  }
}

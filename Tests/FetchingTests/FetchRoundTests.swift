import Conversations
import Fetching
import Foundation
import Support
import Synchronization
import Testing

@Suite struct FetchRoundTests {
  @Test func everyDueFeedIsAskedOnce() async throws {
    let transport = ScriptedTransport()
    var fresh = Visit(feed: "https://fresh.example/")
    fresh.nextDue = noon + 60
    var gone = Visit(feed: "https://gone.example/")
    gone.state = .gone
    let all = visits(["https://a.example/", "https://b.example/"]) + [fresh, gone]
    #expect(
      try await lines(round(transport), all) == [
        "https://a.example/ 200", "https://b.example/ 200",
      ])
    var forced = round(transport)
    forced.isForced = true
    #expect(
      try await lines(forced, all).sorted().map { $0.prefix(10) } == [
        "https://a.", "https://b.", "https://fr",
      ])
  }

  @Test func whatIsNoAddressFailsByItself() async throws {
    #expect(
      try await lines(round(ScriptedTransport()), visits(["nonsense", "https://a.example/"])) == [
        "nonsense \"nonsense\" is not an http or https address", "https://a.example/ 200",
      ])
  }

  @Test func theLeastRecentlyFetchedComeFirst() async throws {
    let transport = ScriptedTransport()
    var feeds = visits((0..<5).map { "https://h\($0).example/" })
    for (index, age) in [3.0, 1, 5, 2].enumerated() { feeds[index].attempted = noon - age * day }
    var round = round(transport)
    round.connections = 1
    _ = try await lines(round, feeds)
    #expect(transport.asked == [4, 2, 0, 3, 1].map { "https://h\($0).example/" })
  }

  /// What was asked "tomorrow" by a wrong clock would come last until then.
  @Test func aVisitOfTheFutureGoesFirst() async throws {
    let transport = ScriptedTransport()
    var feeds = visits(["https://a.example/1", "https://a.example/2", "https://a.example/3"])
    feeds[0].attempted = noon - 100
    feeds[1].attempted = noon - 50
    feeds[2].attempted = noon + 50 * day
    _ = try await lines(round(transport), feeds)
    #expect(transport.asked.first == "https://a.example/3")
  }

  @Test func onlyTheFragmentDiffersIsOneURL() async throws {
    let transport = ScriptedTransport()
    let feeds = visits(["https://a.example/1", "https://a.example/1#x"])
    #expect(try await lines(round(transport), feeds).count == 2)
    #expect(transport.asked == ["https://a.example/1"])
  }

  @Test func aFreshRoundOffersNoValidators() async throws {
    let transport = ScriptedTransport()
    var feeds = visits(["https://a.example/1"])
    feeds[0].validators = Visit.Validators(
      address: address("https://a.example/1"), etag: [65], lastModified: nil)
    var round = round(transport)
    round.isFresh = true
    _ = try await lines(round, feeds)
    #expect(transport.log.withLock { $0.validators } == [nil])
  }

  /// A closure of ten minutes is waited for if the round is patient; who waits is told.
  @Test func aPatientRoundWaitsForItsHosts() async throws {
    let transport = ScriptedTransport()
    var feeds = visits(["https://a.example/1", "https://b.example/1"])
    feeds[0].nextDue = noon + 600
    var round = round(transport)
    let closures = [HostClosure(host: "a.example", until: noon + 600, strikes: 0)]
    #expect(try await lines(round, feeds, closures: closures) == ["https://b.example/1 200"])
    round.patience = .seconds(3600)
    var told: [String] = []
    var asked: [String] = []
    try await round.run(feeds, closures: closures) { hosts, until in
      told.append("\(hosts) \(Int(until.timeIntervalSince(noon)))")
    } each: {
      asked.append($0.visit.feed)
    }
    #expect(told == ["[\"a.example\"] 600"])
    #expect(asked == ["https://b.example/1", "https://a.example/1"])
  }

  @Test func aURLThatIsSubscribedTwiceIsAskedOnce() async throws {
    let transport = ScriptedTransport()
    var moved = Visit(feed: "https://old.example/")
    moved.movedTo = address("https://a.example/")
    moved.validators = .init(
      address: address("https://a.example/"), etag: Array("x".utf8), lastModified: nil)
    #expect(
      try await lines(round(transport), [moved] + visits(["https://a.example/"])) == [
        "https://old.example/ 200", "https://a.example/ 200",
      ])
    #expect(transport.asked == ["https://a.example/"])
    #expect(transport.log.withLock { $0.validators } == [nil])
  }

  @Test func widthIsBoundedInAllAndPerHost() async throws {
    let transport = ScriptedTransport()
    let feeds = (0..<30).flatMap { host in (0..<10).map { "https://h\(host).example/\($0)" } }
    var round = round(transport)
    round.connections = 16
    let outcomes = try await lines(round, visits(feeds))
    #expect(Set(outcomes) == Set(feeds.map { "\($0) 200" }))
    #expect(outcomes.count == 300)
    let log = transport.log.withLock { $0 }
    #expect(log.mostOpenInAll == 16)
    #expect(log.mostOpen.values.allSatisfy { $0 <= 2 })
    #expect(log.mostOpen.values.contains(2))
  }

  @Test func redditIsAskedOneAtATime() async throws {
    let transport = ScriptedTransport()
    let feeds = (0..<10).map { "https://\($0 % 2 == 0 ? "www" : "old").reddit.com/r/\($0)/.rss" }
    #expect(try await lines(round(transport), visits(feeds)).count == 10)
    #expect(transport.log.withLock { $0.mostOpen } == ["reddit.com": 1])
  }

  @Test func aHostIsAskedAloneUntilItHasAnswered() async throws {
    let transport = ScriptedTransport { request in
      .success(
        Answer(address: request.address, status: 429, headers: Headers(["Retry-After": "60"])))
    }
    let feeds = (0..<5).map { "https://a.example/\($0)" }
    #expect(
      try await lines(round(transport), visits(feeds))
        == ["https://a.example/0 429"] + feeds.dropFirst().map { "\($0) waiting 60" })
    #expect(transport.asked.count == 1)
  }

  @Test func aClosedHostIsNotAskedEvenByForce() async throws {
    let transport = ScriptedTransport()
    var round = round(transport)
    round.isForced = true
    let closures = [HostClosure(host: "a.example", until: noon + 300, strikes: 0)]
    #expect(
      try await lines(
        round, visits(["https://a.example/", "https://b.example/"]), closures: closures)
        == ["https://a.example/ waiting 300", "https://b.example/ 200"])
    #expect(transport.asked == ["https://b.example/"])
  }

  @Test func anOpenedHostIsAskedAgain() async throws {
    let closures = [HostClosure(host: "a.example", until: noon - 1, strikes: 3)]
    var stored: [HostClosure?] = []
    try await round(ScriptedTransport()).run(
      visits(["https://a.example/"]), closures: closures
    ) { stored.append($0.closure) }
    #expect(stored == [nil])
  }

  @Test func aShortClosureIsWaitedForInTheRound() async throws {
    let clock = ScriptedClock()
    let transport = ScriptedTransport { request in
      let headers: KeyValuePairs = ["X-Ratelimit-Remaining": "0", "X-Ratelimit-Reset": "4"]
      return .success(Answer(address: request.address, status: 200, headers: Headers(headers)))
    }
    let feeds = (0..<4).map { "https://a.example/\($0)" }
    #expect(
      try await lines(round(transport, clock: clock), visits(feeds)) == feeds.map { "\($0) 200" })
    #expect(clock.slept.withLock { $0 } == Array(repeating: .seconds(4), count: 3))
    #expect(transport.log.withLock { $0.mostOpenInAll } == 1)
  }

  @Test func noHostHoldsUpARoundForEver() async throws {
    let clock = ScriptedClock()
    let transport = ScriptedTransport { request in
      let headers: KeyValuePairs = ["X-Ratelimit-Remaining": "0", "X-Ratelimit-Reset": "5"]
      return .success(Answer(address: request.address, status: 200, headers: Headers(headers)))
    }
    let outcomes = try await lines(
      round(transport, clock: clock), visits((0..<100).map { "https://a.example/\($0)" }))
    #expect(outcomes.count == 100)
    #expect(outcomes.filter { $0.hasSuffix(" 200") }.count == 7)
    #expect(outcomes.filter { $0.hasSuffix(" waiting 35") }.count == 93)
  }

  @Test func aDeadHostIsLeftAloneAfterTwoAttempts() async throws {
    let transport = ScriptedTransport { request in
      guard request.address.limitedHost == "a.example" else {
        return .success(Answer(address: request.address, status: 200))
      }
      return .failure(.connectTimedOut(.seconds(10)))
    }
    let feeds = (0..<50).map { "https://a.example/\($0)" }
    let outcomes = try await lines(round(transport), visits(feeds + ["https://b.example/"]))
    #expect(outcomes.filter { $0.hasSuffix("without a connection") }.count == 2)
    #expect(outcomes.filter { $0.hasSuffix("waiting 1800") }.count == 48)
    #expect(outcomes.contains("https://b.example/ 200"))
    #expect(outcomes.count == 51)
  }

  @Test func otherHostsGoOnWhileOneSleeps() async throws {
    let clock = ScriptedClock()
    let transport = ScriptedTransport()
    let closures = [HostClosure(host: "a.example", until: noon + 3, strikes: 0)]
    let outcomes = try await lines(
      round(transport, clock: clock), visits(["https://a.example/", "https://b.example/"]),
      closures: closures)
    #expect(Set(outcomes) == ["https://b.example/ 200", "https://a.example/ 200"])
    #expect(transport.asked == ["https://b.example/", "https://a.example/"])
  }

  @Test func aRedirectedAnswerClosesTheHostThatGaveIt() async throws {
    let transport = ScriptedTransport { request in
      guard request.address.limitedHost == "a.example" else {
        return .success(Answer(address: request.address, status: 200))
      }
      return .success(
        Answer(
          address: address("https://b.example/x"), status: 429,
          headers: Headers(["Retry-After": "60"])))
    }
    var round = round(transport)
    round.connections = 1
    #expect(
      try await lines(round, visits(["https://a.example/", "https://b.example/"]))
        == ["https://a.example/ 429", "https://b.example/ waiting 60"])
  }

  /// What is read of an earlier answer must not undo what a later one told.
  @Test func aClosureIsToldBeforeEarlierAnswersAreRead() async throws {
    let transport = ScriptedTransport { request in
      let isLimited = request.address.text.hasSuffix("2")
      return .success(
        Answer(
          address: request.address, status: isLimited ? 429 : 200,
          headers: Headers(isLimited ? ["Retry-After": "3600"] : [:])))
    }
    let (told, tell) = AsyncStream.makeStream(of: Void.self)
    let events = Mutex<[String]>([])
    try await round(transport).run(
      visits(["https://a.example/1", "https://a.example/2"]),
      read: { outcome in
        if outcome.visit.feed.hasSuffix("1") { for await _ in told { break } }
        return outcome
      },
      each: { outcome in events.withLock { $0.append("read \(outcome.visit.feed)") } },
      closed: { host, closure in
        events.withLock { $0.append("\(host) \(closure == nil ? "open" : "closed")") }
        tell.yield()
      })
    #expect(
      events.withLock { $0.prefix(1) } == ["a.example closed"] && events.withLock { $0.count } == 3)
  }

  /// A budget that a redirect tells of is its host's, whatever stands at the target.
  @Test func theLimitOfARedirectIsTold() async throws {
    let transport = ScriptedTransport { request in
      guard request.address.limitedHost == "a.example" else {
        return .success(Answer(address: request.address, status: 200))
      }
      var answer = Answer(
        address: request.address, status: 302,
        headers: Headers(["X-Ratelimit-Remaining": "0", "X-Ratelimit-Reset": "600"]))
      answer.next = address("https://b.example/")
      return .success(answer)
    }
    var told: [String] = []
    try await round(transport).run(
      visits(["https://a.example/"]), read: { $0 }, each: { _ in },
      closed: { host, closure in
        told.append("\(host) \(closure?.until.timeIntervalSince(noon) ?? 0)")
      })
    #expect(told == ["a.example 600.0"])
  }

  /// Within one host a redirect's budget is that of what it leads to: closed in between, its feeds
  /// would never be read, and the first of them would keep all others out.
  @Test func aBudgetOfOneDoesNotEndAtARedirect() async throws {
    let transport = ScriptedTransport { request in
      var answer = Answer(
        address: request.address, status: 200,
        headers: Headers(["X-Ratelimit-Remaining": "0", "X-Ratelimit-Reset": "600"]))
      if request.address.text.hasSuffix("/old") {
        answer = Answer(address: request.address, status: 301, headers: answer.headers)
        answer.next = address("https://a.example/new")
      }
      return .success(answer)
    }
    var round = round(transport)
    round.perHost = 1
    #expect(
      try await lines(round, visits(["https://a.example/old", "https://a.example/b"]))
        == ["https://a.example/old 200", "https://a.example/b waiting 600"])
  }

  /// A clock that is put back while a host is waited for would hold up the round until the old time has
  /// come again.
  @Test func aClockThatGoesBackEndsTheWait() async throws {
    let clock = ScriptedClock()
    let closures = [HostClosure(host: "a.example", until: noon + 3, strikes: 0)]
    var round = round(ScriptedTransport(), clock: clock)
    round.clock.sleep = { _ in clock.turn(to: noon - 3600) }
    let outcomes = try await lines(round, visits(["https://a.example/"]), closures: closures)
    #expect(outcomes == ["https://a.example/ waiting 3"])
  }

  @Test func aSlowReaderHoldsBackTheRound() async throws {
    let transport = ScriptedTransport()
    var round = round(transport)
    round.connections = 4
    var read = 0
    var mostAhead = 0
    try await round.run(visits((0..<40).map { "https://h\($0).example/" })) { _ in
      mostAhead = max(mostAhead, transport.asked.count - read)
      read += 1
      for _ in 0..<50 { await Task.yield() }
    }
    #expect(read == 40)
    #expect(mostAhead <= 4)
  }

  @Test func anErrorOfTheReaderEndsTheRound() async throws {
    struct DiskFull: Error {}
    let transport = ScriptedTransport()
    var round = round(transport)
    round.connections = 2
    await #expect(throws: DiskFull.self) {
      try await round.run(visits((0..<40).map { "https://h\($0).example/" })) { _ in
        throw DiskFull()
      }
    }
    #expect(transport.asked.count <= 2)
  }

  @Test func cancellationEndsTheRoundWithoutFailures() async throws {
    let server = try LoopbackServer(routes: ["/a": .reply(.feed("<rss/>")), "/b": .silence])
    let round = FetchRound(politeness: Politeness(), transport: try transport())
    let feeds = visits([server.address("/a"), server.address("/b")])
    let outcomes = Mutex<[String]>([])
    let task = Task {
      try await round.run(feeds) { outcome in
        outcomes.withLock { $0.append(outcome.visit.feed) }
      }
    }
    while server.requests("/b").isEmpty || outcomes.withLock({ $0.isEmpty }) {
      try await Task.sleep(for: .milliseconds(5))
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(outcomes.withLock { $0 } == [server.address("/a")])
  }

  @Test func tenThousandFeedsOfOneHostAreScheduledInOrder() async throws {
    let transport = ScriptedTransport()
    let feeds = (0..<10_000).map { "https://a.example/\($0)" }
    var round = round(transport)
    round.perHost = 1
    #expect(try await lines(round, visits(feeds)).count == 10_000)
    let isInOrder = transport.asked == feeds
    #expect(isInOrder)
  }
}

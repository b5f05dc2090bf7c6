import Conversations
import Fetching
import Foundation
import Support
import Synchronization
import Testing

@Suite struct RedirectTests {
  @Test func everyHopIsRecordedWithItsStatus() async throws {
    let server = try LoopbackServer(routes: [
      "/a": .reply(.redirect(301, to: "/b")), "/b": .reply(.redirect(308, to: "c?x=1")),
      "/c": .reply(.redirect(302, to: "/d")), "/d": .reply(.feed("<rss/>")),
    ])
    let answer = try await fetch(server.address("/a")).get()
    #expect(answer.hops.map(\.status) == [301, 308, 302])
    #expect(answer.hops.map(\.to.text) == ["/b", "/c?x=1", "/d"].map(server.address))
    #expect(answer.address.text == server.address("/d"))
    #expect(answer.permanentTarget?.text == server.address("/c?x=1"))
    #expect(server.requests.map(\.path) == ["/a", "/b", "/c?x=1", "/d"])
  }

  @Test(arguments: [301, 302, 303, 307, 308]) func eachKindIsFollowed(_ status: Int) async throws {
    let server = try LoopbackServer(routes: [
      "/a": .reply(.redirect(status, to: "/b")), "/b": .reply(.feed("<rss/>")),
    ])
    let answer = try await fetch(server.address("/a")).get()
    #expect(text(answer) == "<rss/>")
    #expect(answer.hops.first?.isPermanent == (status == 301 || status == 308))
  }

  @Test func tenHopsAreFollowedAndNoMore() async throws {
    let server = try LoopbackServer(routes: ["/11": .reply(.feed("<rss/>"))])
    for number in 0...10 {
      server.route("/\(number)", .reply(.redirect(302, to: "/\(number + 1)")))
    }
    #expect(try await fetch(server.address("/1")).get().hops.count == 10)
    #expect(words(try await fetch(server.address("/0"))) == "redirected more than 10 times")
  }

  /// Nothing is remembered between two hops, so nothing else can come of it.
  @Test func aCircleIsLeftAtOnce() async throws {
    let server = try LoopbackServer(routes: [
      "/a": .reply(.redirect(302, to: "/b#x")), "/b": .reply(.redirect(301, to: "/a")),
      "/self": .reply(.redirect(301, to: "/self#again")),
    ])
    #expect(words(try await fetch(server.address("/a"))) == "redirected in a circle")
    #expect(words(try await fetch(server.address("/self"))) == "redirected in a circle")
    #expect(server.requests.map(\.path) == ["/a", "/b", "/self"])
  }

  /// A target as servers write it, and the path that is asked for.
  @Test(arguments: [
    ("b", "/x/b"), ("../b", "/b"), ("?c=1", "/x/a?c=1"), ("/b#part", "/b"), ("/a b", "/a%20b"),
    ("/caf\u{e9}", "/caf%C3%A9"), ("  /b  ", "/b"), ("/b%20c", "/b%20c"), ("//HOST/b", "/b"),
    ("HTTP://HOST/b", "/b"),
  ])
  func aTargetIsReadAsABrowserDoes(_ target: String, _ path: String) async throws {
    let server = try LoopbackServer()
    let site = "127.0.0.1:\(server.port)"
    server.route("/x/a", .reply(.redirect(302, to: target.replacing("HOST", with: site))))
    server.route("/x/a?c=1", .reply(.feed("<rss/>")))
    for path in ["/b", "/x/b", "/a%20b", "/caf%C3%A9", "/b%20c"] {
      server.route(path, .reply(.feed("<rss/>")))
    }
    #expect(try await fetch(server.address("/x/a")).get().status == 200)
    #expect(server.requests.map(\.path) == ["/x/a", path])
  }

  @Test func ofSeveralTargetsTheFirstIsTaken() async throws {
    let several = Reply(
      status: 302, headers: [("Location", ""), ("Location", "/b"), ("Location", "/c")])
    let server = try LoopbackServer(routes: [
      "/a": .reply(several), "/b": .reply(.feed("<rss/>")), "/e": .reply(.redirect(302, to: "")),
    ])
    #expect(try await fetch(server.address("/a")).get().address.text == server.address("/b"))
    #expect(try await fetch(server.address("/e")).get().status == 302)
  }

  @Test func aTargetThatIsRefusedKeepsItsSecrets() async throws {
    let server = try LoopbackServer(routes: [
      "/a": .reply(.redirect(302, to: "ftp://ann:secret@beans.example/?token=secret"))
    ])
    #expect(
      words(try await fetch(server.address("/a")))
        == "redirected to \"ftp://beans.example/?token=…\", which is not an http or https address")
  }

  @Test func aRedirectWithoutATargetIsItsOwnAnswer() async throws {
    let server = try LoopbackServer(routes: ["/a": .reply(.status(302))])
    let answer = try await fetch(server.address("/a")).get()
    #expect(answer.status == 302)
    #expect(answer.hops == [])
  }

  @Test(arguments: [
    "file:///etc/passwd", "javascript:1", "gopher://127.0.0.1/", "ftp://127.0.0.1/",
  ])
  func otherSchemesAreNotFollowed(_ target: String) async throws {
    let server = try LoopbackServer(routes: ["/a": .reply(.redirect(301, to: target))])
    #expect(
      words(try await fetch(server.address("/a")))
        == "redirected to \"\(target)\", which is not an http or https address")
  }

  @Test func credentialsStayWithTheirHost() async throws {
    let other = try LoopbackServer(routes: ["/feed": .reply(.feed("<rss/>"))])
    let server = try LoopbackServer(routes: [
      "/here": .reply(.redirect(302, to: "/away")),
      "/away": .reply(.redirect(302, to: other.address("/feed"))),
    ])
    let answer = try await fetch("http://ann:secret@127.0.0.1:\(server.port)/here").get()
    #expect(answer.address.text == other.address("/feed"))
    #expect(server.requests.allSatisfy { $0["Authorization"] != nil })
    #expect(other.requests.map { $0["Authorization"] } == [nil])
  }

  @Test func aRedirectCannotBringCredentials() async throws {
    let other = try LoopbackServer(routes: ["/feed": .reply(.feed("<rss/>"))])
    let server = try LoopbackServer(routes: [
      "/a": .reply(.redirect(302, to: "http://eve:x@127.0.0.1:\(other.port)/feed"))
    ])
    let answer = try await fetch(server.address("/a")).get()
    #expect(answer.address.text == other.address("/feed"))
    #expect(other.requests.map { $0["Authorization"] } == [nil])
  }

  @Test func aClosedHostIsNotReachedByARedirect() async throws {
    let other = try LoopbackServer(routes: ["/feed": .reply(.feed("<rss/>"))])
    let server = try LoopbackServer(routes: [
      "/a": .reply(.redirect(302, to: other.address("/feed")))
    ])
    let closures = [
      HostClosure(host: address(other.address("/")).limitedHost, until: noon + 300, strikes: 0)
    ]
    var round = FetchRound(politeness: Politeness(), transport: try transport())
    round.clock = ScriptedClock().wallClock
    #expect(
      try await lines(round, visits([server.address("/a")]), closures: closures)
        == [server.address("/a") + " waiting 300"])
    #expect(other.requests.isEmpty)
  }

  /// Feeds of many hosts that lead to one: its limits are those of a host, however it is come by.
  @Test func aHostBehindRedirectsIsAskedByTwoAtMost() async throws {
    let slow = Reply(body: Array("<rss/>".utf8), delivery: .drip(bytes: 1, pause: .milliseconds(9)))
    let target = try LoopbackServer()
    let servers = try (0..<12).map { number in
      target.route("/\(number)", .reply(slow))
      return try LoopbackServer(routes: [
        "/": .reply(.redirect(301, to: target.address("/\(number)")))
      ])
    }
    var round = FetchRound(politeness: Politeness(), transport: try transport())
    round.clock = ScriptedClock().wallClock
    let feeds = servers.map { $0.address("/") }
    #expect(try await lines(round, visits(feeds)).sorted() == feeds.map { "\($0) 200" }.sorted())
    #expect(target.mostAtOnce == 2)
    #expect(target.requests.count == 12)
  }

  /// What the target's host says in the round is heard by those that come to it later.
  @Test func aHostBehindRedirectsThatClosesIsLeftAlone() async throws {
    let target = try LoopbackServer()
    let servers = try (0..<6).map { number in
      target.route("/\(number)", .reply(.status(429, ("Retry-After", "900"))))
      return try LoopbackServer(routes: [
        "/": .reply(.redirect(302, to: target.address("/\(number)")))
      ])
    }
    var round = FetchRound(politeness: Politeness(), transport: try transport())
    round.clock = ScriptedClock().wallClock
    let ends = try await lines(round, visits(servers.map { $0.address("/") }))
      .map { $0.split(separator: " ", maxSplits: 1).last.map(String.init) }
    #expect(
      ends.sorted { $0 ?? "" < $1 ?? "" } == ["429"] + Array(repeating: "waiting 900", count: 5))
    #expect(target.requests.count == 1)
  }

  /// Ten hops in all, and all that they took, whichever hosts they are of.
  @Test func hopsOfManyHostsAreCountedTogether() async throws {
    let one = try LoopbackServer()
    let other = try LoopbackServer()
    for number in 0..<30 {
      let next = number % 2 == 0 ? other : one
      (number % 2 == 0 ? one : other)
        .route("/\(number)", .reply(.redirect(302, to: next.address("/\(number + 1)"))))
    }
    one.route("/circle", .reply(.redirect(302, to: other.address("/circle"))))
    other.route("/circle", .reply(.redirect(302, to: one.address("/circle"))))
    var round = FetchRound(politeness: Politeness(), transport: try transport())
    round.clock = ScriptedClock().wallClock
    #expect(
      try await lines(round, visits([one.address("/0")]))
        == ["\(one.address("/0")) redirected more than 10 times"])
    #expect(one.requests.count + other.requests.count == 11)
    #expect(
      try await lines(round, visits([one.address("/circle")]))
        == ["\(one.address("/circle")) redirected in a circle"])
  }

  @Test func validatorsAreSentToTheHopThatGaveThem() async throws {
    let server = try LoopbackServer(routes: [
      "/a": .reply(.redirect(302, to: "/b")), "/b": .validated(.feed("<rss/>", ("ETag", "\"1\""))),
    ])
    let first = try await fetch(server.address("/a")).get()
    let validators = Visit.Validators(
      address: first.address, etag: first.headers.bytes("etag"), lastModified: nil)
    #expect(try await fetch(server.address("/a"), validators).get().status == 304)
    #expect(server.requests.map { $0["If-None-Match"] } == [nil, nil, nil, "\"1\""])
  }
}

@Suite struct PrivateNetworkTests {
  private func ask(_ text: String, allowing networks: [String] = []) async throws -> String {
    let transport = try CurlTransport(
      version: "1.0", contact: "https://mingle.example", networks: Networks(networks))
    let address = try #require(Address(text))
    return words(await transport.send(Request(address: address)))
  }

  static let advice = "is a private address; allow it in settings.yaml with allow_networks"

  @Test func theLoopbackIsRefusedBeforeAnyByteIsSent() async throws {
    let server = try LoopbackServer(routes: ["/feed": .reply(.feed("<rss/>"))])
    #expect(try await ask(server.address("/feed")) == "refused: 127.0.0.1 \(Self.advice)")
    #expect(server.connections == 0)
  }

  @Test(arguments: [
    ("http://localhost:1/", "localhost (127.0.0.1)"), ("http://2130706433:1/", "127.0.0.1"),
    ("http://0x7f.1:1/", "127.0.0.1"), ("http://[::1]:1/", "::1"),
    ("http://[::ffff:127.0.0.1]:1/", "::ffff:127.0.0.1"), ("http://0.0.0.0:1/", "0.0.0.0"),
    ("http://169.254.169.254/latest/meta-data", "169.254.169.254"),
    ("http://10.1.2.3/", "10.1.2.3"), ("http://0177.0.0.1:1/", "127.0.0.1"),
    ("http://127.1:1/", "127.0.0.1"), ("http://0x7f000001:1/", "127.0.0.1"),
    ("http://[fe80::1]:1/", "fe80::1"), ("http://[64:ff9b::7f00:1]:1/", "64:ff9b::7f00:1"),
    ("http://[2002:7f00:1::]:1/", "2002:7f00:1::"),
    ("http://[2001:0:7f00:1::]:1/", "2001:0:7f00:1::"),
    ("http://[::127.0.0.1]:1/", "::127.0.0.1"), ("http://[fd00::1]:1/", "fd00::1"),
    ("http://[ff02::1]:1/", "ff02::1"), ("http://100.64.0.1/", "100.64.0.1"),
    ("http://192.168.1.1/", "192.168.1.1"), ("http://172.16.0.1/", "172.16.0.1"),
  ])
  func everySpellingOfAPrivateAddressIsRefused(_ url: String, _ named: String) async throws {
    let said = try await ask(url)
    // "localhost" may be ::1 first; and the system may spell an address in its own way.
    #expect(said.hasPrefix("refused: ") && said.hasSuffix(Self.advice), "\(said)")
    if !url.contains("localhost") { #expect(said.contains(named), "\(said)") }
  }

  /// Spellings that the system may not know; whatever it makes of them, nobody is reached.
  @Test(arguments: [
    "http://127.0.0.1.:PORT/", "http://localhost.:PORT/", "http://[fe80::1%25lo]:PORT/",
    "http://[::ffff:7f00:1]:PORT/", "http://127.0.0.1%2e:PORT/", "http://\u{2460}27.0.0.1:PORT/",
    "http://0:PORT/", "http://017700000001:PORT/", "http://127.0.1:PORT/",
  ])
  func noSpellingReachesTheLoopback(_ url: String) async throws {
    let server = try LoopbackServer(routes: ["/": .reply(.feed("<rss/>"))])
    guard let address = Address(url.replacing("PORT", with: "\(server.port)")) else { return }
    #expect(try await !ask(address.text).isEmpty)
    #expect(server.connections == 0)
  }

  @Test(.enabled(if: Self.hasMoreLoopbacks, "macOS has only one loopback address unasked"))
  func aRedirectIntoAPrivateNetworkIsRefused() async throws {
    let inner = try LoopbackServer(routes: ["/feed": .reply(.feed("secret"))])
    let server = try LoopbackServer(
      host: "127.0.0.2",
      routes: [
        "/a": .reply(.redirect(301, to: inner.address("/feed")))
      ])
    let said = try await ask(server.address("/a"), allowing: ["127.0.0.2/32"])
    #expect(said == "refused: 127.0.0.1 \(Self.advice)")
    #expect(inner.connections == 0)
  }

  @Test func anAllowedNetworkIsReached() async throws {
    let server = try LoopbackServer(routes: ["/feed": .reply(.feed("<rss/>"))])
    #expect(try await ask(server.address("/feed"), allowing: ["127.0.0.1"]) == "")
  }

  /// A transport for which names mean what a test says; the loopback may be reached.
  private func transport(
    names: [String: [String]], _ asked: @escaping @Sendable (String) -> Void = { _ in }
  ) throws -> CurlTransport {
    try CurlTransport(
      version: "1.0", contact: "https://mingle.example", networks: Networks(["127.0.0.1"]),
      lookup: { name in
        asked(name)
        return names[name] ?? []
      })
  }

  /// Which of them would have answered is a matter of chance: one is enough to refuse the host.
  @Test(arguments: [
    ["127.0.0.1", "10.0.0.1"], ["10.0.0.1", "127.0.0.1"], ["127.0.0.1", "::1"],
    ["127.0.0.1", "127.0.0.1", "169.254.169.254"], ["::ffff:10.0.0.1"], ["fd00::1", "127.0.0.1"],
  ])
  func onePrivateAddressOfANameRefusesIt(_ addresses: [String]) async throws {
    let server = try LoopbackServer(routes: ["/": .reply(.feed("<rss/>"))])
    let transport = try transport(names: ["two.example": addresses])
    let said = words(
      await transport.send(Request(address: address("http://two.example:\(server.port)/"))))
    #expect(said.hasPrefix("refused: two.example (") && said.hasSuffix(Self.advice), "\(said)")
    #expect(server.connections == 0)
  }

  /// The name is looked up once in a round, and what was checked is what is connected to.
  @Test func aNameIsLookedUpOnceAndConnectedToAsChecked() async throws {
    let server = try LoopbackServer(routes: ["/": .reply(.feed("<rss/>"))])
    let asked = Mutex<[String]>([])
    let transport = try transport(names: ["one.example": ["127.0.0.1"]]) { name in
      asked.withLock { $0.append(name) }
    }
    for _ in 0..<3 {
      let request = Request(address: address("http://One.Example:\(server.port)/"))
      #expect(try await transport.send(request).get().status == 200)
    }
    #expect(asked.withLock { $0 } == ["one.example"])
    #expect(server.requests.allSatisfy { $0["Host"] == "one.example:\(server.port)" })
    let literal = Request(address: address(server.address("/")))
    #expect(try await transport.send(literal).get().status == 200)
    #expect(asked.withLock { $0 }.count == 1)
    #expect(
      words(await transport.send(Request(address: address("http://none.example/"))))
        == "cannot find the host none.example")
  }

  /// A lookup that never ends holds up nobody: it has the time of a connection, and can be left.
  @Test func aSlowLookupIsLeft() async throws {
    let hold = DispatchSemaphore(value: 0)
    defer { hold.signal() }
    var limits = CurlTransport.Limits()
    limits.connect = .milliseconds(200)
    let transport = try CurlTransport(
      version: "1.0", contact: "https://mingle.example", limits: limits,
      lookup: { _ in
        hold.wait()
        return []
      })
    let request = Request(address: address("http://slow.example/"))
    #expect(words(await transport.send(request)) == "timed out after 200 ms without a connection")
    let task = Task { await transport.send(request) }
    task.cancel()
    #expect(words(await task.value) == "cancelled")
  }

  @Test func aRedirectToAPrivateNameIsRefused() async throws {
    let inner = try LoopbackServer(routes: ["/": .reply(.feed("secret"))])
    let server = try LoopbackServer(routes: [
      "/": .reply(.redirect(302, to: "http://inner.example:\(inner.port)/"))
    ])
    let transport = try transport(names: ["inner.example": ["127.0.0.1", "192.168.0.1"]])
    let said = words(await transport.send(Request(address: address(server.address("/")))))
    #expect(said == "refused: inner.example (192.168.0.1) \(Self.advice)")
    #expect(inner.connections == 0)
  }

  private static var hasMoreLoopbacks: Bool {
    #if os(Linux)
      true
    #else
      false
    #endif
  }
}

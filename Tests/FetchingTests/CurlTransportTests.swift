import Conversations
import Fetching
import Foundation
import Support
import Testing

/// A transport that may reach the loopback, and is patient where time is not what is tested: while
/// hundreds of tests run at once on two cores, an answer may wait for longer than real ones may.
func transport(_ change: (inout CurlTransport.Limits) -> Void = { _ in }) throws -> CurlTransport {
  var limits = CurlTransport.Limits()
  limits.firstByte = .seconds(600)
  limits.whole = .seconds(600)
  change(&limits)
  return try CurlTransport(
    version: "1.0", contact: "https://mingle.example/about", networks: Networks(["127.0.0.0/8"]),
    limits: limits)
}

/// What becomes of one question, with limits of one's own.
func fetch(
  _ text: String, _ validators: Visit.Validators? = nil,
  limits: (inout CurlTransport.Limits) -> Void = { _ in }
) async throws -> Result<Answer, TransportFailure> {
  let address = try #require(Address(text))
  return try await transport(limits).send(Request(address: address, validators: validators))
}

/// The words of a failure; empty when there is an answer.
func words(_ result: Result<Answer, TransportFailure>) -> String {
  switch result {
  case .success: ""
  case .failure(let failure): failure.description
  }
}

func text(_ answer: Answer) -> String { String(decoding: answer.body, as: UTF8.self) }

@Suite struct CurlTransportTests {
  @Test func aFeedComesWithStatusHeadersAndBody() async throws {
    let server = try LoopbackServer(routes: ["/feed": .reply(.feed("<rss/>", ("ETag", "W/\"1\"")))])
    let answer = try await fetch(server.address("/feed")).get()
    #expect(answer.status == 200)
    #expect(text(answer) == "<rss/>")
    #expect(answer.headers.bytes("etag") == Array("W/\"1\"".utf8))
    #expect(answer.hops == [])
    #expect(answer.address.text == server.address("/feed"))
  }

  @Test func theWholeHeadOfARequestIsKnown() async throws {
    let server = try LoopbackServer(routes: ["/feed": .reply(.feed("<rss/>"))])
    _ = try await fetch(server.address("/feed?a=1#part")).get()
    let head = String(decoding: try #require(server.requests.first).head, as: UTF8.self)
    #expect(
      head.replacing("\r\n", with: "\n") == """
        GET /feed?a=1 HTTP/1.1
        Host: 127.0.0.1:\(server.port)
        User-Agent: Mingle/1.0 (+https://mingle.example/about)
        Accept: application/atom+xml, application/rss+xml, application/feed+json, \
        application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, \
        application/json;q=0.7, */*;q=0.1
        Accept-Encoding: gzip, deflate
        Accept-Language: en


        """)
  }

  @Test func validatorsGoBackByteForByte() async throws {
    let server = try LoopbackServer(routes: [
      "/feed": .validated(.feed("<rss/>", ("ETag", "W/\"a b;\u{e9}\""), ("Last-Modified", "soon")))
    ])
    let first = try await fetch(server.address("/feed")).get()
    let validators = Visit.Validators(
      address: first.address, etag: first.headers.bytes("etag"),
      lastModified: first.headers.bytes("last-modified"))
    let second = try await fetch(server.address("/feed"), validators).get()
    #expect(second.status == 304)
    #expect(second.body == [])
    let request = try #require(server.requests.last)
    #expect(request["If-None-Match"] == "W/\"a b;\u{e9}\"")
    #expect(request["If-Modified-Since"] == "soon")
  }

  @Test func validatorsOfAnotherAddressAreNotSent() async throws {
    let server = try LoopbackServer(routes: ["/feed": .reply(.feed("<rss/>"))])
    let other = try #require(Address(server.address("/other")))
    let validators = Visit.Validators(address: other, etag: Array("\"x\"".utf8), lastModified: nil)
    _ = try await fetch(server.address("/feed"), validators).get()
    #expect(server.requests.first?["If-None-Match"] == nil)
  }

  @Test func aValidatorCannotAddAHeader() async throws {
    let server = try LoopbackServer(routes: ["/feed": .reply(.feed("<rss/>"))])
    let address = try #require(Address(server.address("/feed")))
    let validators = Visit.Validators(
      address: address, etag: Array("\"x\"\r\nCookie: a=b".utf8), lastModified: nil)
    _ = try await fetch(address.text, validators).get()
    #expect(server.requests.first?["If-None-Match"] == "\"x\"Cookie: a=b")
    #expect(server.requests.first?["Cookie"] == nil)
  }

  @Test func cookiesAreNeverKept() async throws {
    let server = try LoopbackServer(routes: [
      "/feed": .reply(.feed("<rss/>", ("Set-Cookie", "a=b; Path=/")))
    ])
    let transport = try transport()
    let request = Request(address: try #require(Address(server.address("/feed"))))
    _ = try await transport.send(request).get()
    _ = try await transport.send(request).get()
    #expect(server.requests.map { $0["Cookie"] } == [nil, nil])
    #expect(server.requests.map { $0["Referer"] } == [nil, nil])
  }

  @Test func aProxyOfTheEnvironmentIsNotUsed() async throws {
    let proxy = try LoopbackServer()
    let server = try LoopbackServer(routes: ["/feed": .reply(.feed("<rss/>"))])
    // Other tests may run meanwhile: they must not care, which is what is tested.
    setenv("http_proxy", proxy.address(""), 1)
    setenv("ALL_PROXY", proxy.address(""), 1)
    let answer = try await fetch(server.address("/feed")).get()
    #expect(text(answer) == "<rss/>")
    #expect(proxy.connections == 0)
  }

  @Test func aConnectionIsUsedAgain() async throws {
    let server = try LoopbackServer(routes: ["/feed": .reply(.feed("<rss/>"))])
    let transport = try transport()
    let request = Request(address: try #require(Address(server.address("/feed"))))
    for _ in 0..<5 { _ = try await transport.send(request).get() }
    #expect(server.connections == 1)
  }

  @Test func aReusedConnectionThatWasResetIsTriedOnceMore() async throws {
    let server = try LoopbackServer(routes: [
      "/feed": .sequence([.reply(.feed("one")), .reset, .reply(.feed("two"))])
    ])
    let transport = try transport()
    let request = Request(address: try #require(Address(server.address("/feed"))))
    #expect(text(try await transport.send(request).get()) == "one")
    #expect(text(try await transport.send(request).get()) == "two")
    #expect(server.requests.count == 3)
  }

  @Test func aFreshConnectionThatIsResetIsNotTriedAgain() async throws {
    let server = try LoopbackServer(routes: ["/feed": .reset])
    let result = try await fetch(server.address("/feed"))
    #expect(
      words(result)
        == "the connection to 127.0.0.1 was lost: Recv failure: Connection reset by peer")
    #expect(server.requests.count == 1)
  }

  @Test func aNameAndPasswordInTheURLAreSent() async throws {
    let server = try LoopbackServer(routes: ["/feed": .reply(.feed("<rss/>"))])
    _ = try await fetch("http://ann:s%20cret@127.0.0.1:\(server.port)/feed").get()
    let expected = "Basic " + Data("ann:s cret".utf8).base64EncodedString()
    #expect(server.requests.first?["Authorization"] == expected)
  }

  @Test func theBodyOfAnErrorIsNotKept() async throws {
    let page = Reply(status: 404, body: Array("<html>no".utf8))
    let endless = Reply(
      status: 503, headers: [("Retry-After", "7")], body: Array("busy ".utf8), delivery: .endless)
    let server = try LoopbackServer(routes: ["/page": .reply(page), "/endless": .reply(endless)])
    let first = try await fetch(server.address("/page")).get()
    #expect(first.status == 404)
    #expect(first.body == [])
    let second = try await fetch(server.address("/endless")).get()
    #expect(second.status == 503)
    #expect(second.headers.text("Retry-After".lowercased()) == "7")
    #expect(second.body == [])
  }

  @Test func anErrorPageThatNeverEndsIsStillAnAnswer() async throws {
    let page = Reply(
      status: 429, headers: [("Retry-After", "7")], body: Array(repeating: 0x20, count: 50),
      delivery: .drip(bytes: 1, pause: .milliseconds(200)))
    let server = try LoopbackServer(routes: ["/feed": .reply(page)])
    let answer = try await fetch(server.address("/feed")) { $0.whole = .seconds(1) }.get()
    #expect(answer.status == 429)
    #expect(answer.headers.text("retry-after") == "7")
  }

  @Test func interimAnswersAreSkipped() async throws {
    let wire =
      "HTTP/1.1 103 Early\r\nETag: \"early\"\r\n\r\n"
      + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>"
    let server = try LoopbackServer(routes: ["/feed": .raw(Array(wire.utf8))])
    let answer = try await fetch(server.address("/feed")).get()
    #expect(answer.status == 200)
    #expect(answer.headers.bytes("etag") == nil)
    #expect(text(answer) == "<rss/>")
  }

  @Test func manyRequestsAtOnceAllGetTheirOwnAnswer() async throws {
    let server = try LoopbackServer(routes: ["/feed": .choose { .reply(.feed($0.path)) }])
    let transport = try transport()
    let bodies = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 0..<200 {
        let address = try #require(Address(server.address("/feed?\(number)")))
        group.addTask { text(try await transport.send(Request(address: address)).get()) }
      }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(bodies == Set((0..<200).map { "/feed?\($0)" }))
  }

  @Test func cancellationEndsARequest() async throws {
    let server = try LoopbackServer(routes: ["/feed": .silence])
    let transport = try transport()
    let address = try #require(Address(server.address("/feed")))
    let task = Task { await transport.send(Request(address: address)) }
    while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    #expect(words(await task.value) == "cancelled")
  }

  @Test func aRequestCancelledBeforeItsStartEndsToo() async throws {
    let server = try LoopbackServer(routes: ["/feed": .silence])
    let transport = try transport()
    let address = try #require(Address(server.address("/feed")))
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await transport.send(Request(address: address))
    }
    #expect(words(await task.value) == "cancelled")
  }
}

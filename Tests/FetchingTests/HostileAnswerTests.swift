import Conversations
import Fetching
import Foundation
import Support
import Testing

/// Answers with damaged bytes: each must end somehow, and none may harm the next.
@Suite struct HostileAnswerTests {
  private static let answers: [[UInt8]] = [
    Array(
      """
      HTTP/1.1 200 OK\r\nContent-Length: 6\r\nCache-Control: max-age=60\r\nETag: "x"\r\n\
      Expires: Mon, 20 Nov 2023 15:00:00 GMT\r\n\r\n<rss/>
      """.utf8),
    Array("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".utf8) + Gzip.member("<rss/>"),
    Array("HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n".utf8) + Gzip.zlib("<rss/>"),
    Array(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n<rs\r\n3\r\ns/>\r\n0\r\n\r\n".utf8),
    Array("HTTP/1.1 302 Found\r\nLocation: /fine\r\nContent-Length: 0\r\n\r\n".utf8),
    Array("HTTP/1.1 429 No\r\nRetry-After: 120\r\nRateLimit: \"d\";r=0;t=30\r\n\r\n".utf8),
    Array("HTTP/1.1 304 Same\r\nX-Ratelimit-Remaining: 0\r\nX-Ratelimit-Reset: 9\r\n\r\n".utf8),
  ]

  @Test(arguments: answers.indices) func damagedBytesHarmNobody(_ index: Int) async throws {
    // So that a failure can be seen again.
    var dice = SplitMix64(seed: UInt64(index))
    let server = try LoopbackServer(routes: ["/fine": .reply(.feed("<rss/>"))])
    let transport = try transport { $0.whole = .seconds(5) }
    let politeness = Politeness()
    var visit = Visit(feed: server.address("/feed"))
    for _ in 0..<150 {
      var bytes = Self.answers[index]
      for _ in 0...Int.random(in: 0..<3, using: &dice) {
        let place = Int.random(in: bytes.indices, using: &dice)
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &dice)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: Array("99999999999999999999".utf8), at: place)
        default: bytes = Array(bytes[...place])
        }
      }
      server.route("/feed", .raw(bytes))
      let address = try #require(politeness.address(of: visit))
      switch await transport.send(Request(address: address, validators: visit.validators)) {
      case .failure(let failure):
        #expect(!failure.description.isEmpty)
        visit = politeness.settle(FetchOutcome(visit: visit, result: .failed(failure), at: noon))
      case .success(let answer):
        let closure = politeness.closure("127.0.0.1", answer, previous: nil, now: noon)
        visit = politeness.settle(
          FetchOutcome(visit: visit, result: .answered(answer), at: noon, closure: closure), .feed()
        )
      }
      if let due = visit.nextDue { #expect(due > noon && due <= noon + 7 * day) }
      if visit.state == .gone { visit.state = .active }
      visit.movedTo = nil
    }
    let fine = Request(address: try #require(Address(server.address("/fine"))))
    #expect(text(try await transport.send(fine).get()) == "<rss/>")
  }
}

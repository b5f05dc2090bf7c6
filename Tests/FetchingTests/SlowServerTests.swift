import Fetching
import Foundation
import Support
import Testing

/// Rules of time, with limits that are shorter than real ones: silence until the first byte is one
/// thing, and the whole answer, all hops and all drips of it, another.
@Suite struct SlowServerTests {
  static let feed = Array("<rss><channel><title>Beans</title></channel></rss>".utf8)

  /// How a server is slow; in each the first byte comes in time.
  static let slow: [(name: String, Behaviour)] = [
    ("drips of the head", .reply(Reply(body: feed, delivery: .dripHead(bytes: 1, pause: pause)))),
    ("drips of the body", .reply(Reply(body: feed, delivery: .drip(bytes: 1, pause: pause)))),
    ("a body that stops", .reply(Reply(body: feed, delivery: .stall(after: 10)))),
    ("no body at all", .reply(Reply(body: feed, delivery: .stall(after: 0)))),
    (
      "chunks that stop",
      .choose { _ in
        var reply = Reply(body: [], delivery: .stall(after: 0))
        reply.headers = [("Transfer-Encoding", "chunked")]
        return .reply(reply)
      }
    ),
  ]
  static let pause = Duration.milliseconds(60)

  @Test(arguments: slow.indices) func anAnswerHasItsTimeAsAWhole(_ index: Int) async throws {
    let (name, behaviour) = Self.slow[index]
    let server = try LoopbackServer(routes: ["/feed": behaviour])
    let said = words(try await fetch(server.address("/feed")) { $0.whole = .milliseconds(700) })
    #expect(said == "timed out: the answer was not whole after 700 ms", "\(name)")
    #expect(server.requests.count == 1)
  }

  /// A redirect gives no new time: ten hops of a minute would be ten minutes.
  @Test func allHopsShareTheTime() async throws {
    let server = try LoopbackServer()
    for hop in 0..<9 {
      var reply = Reply.redirect(302, to: "/\(hop + 1)")
      reply.delivery = .dripHead(bytes: 20, pause: Self.pause)
      server.route("/\(hop)", .reply(reply))
    }
    let said = words(try await fetch(server.address("/0")) { $0.whole = .milliseconds(600) })
    #expect(said == "timed out: the answer was not whole after 600 ms")
    #expect(server.requests.count < 9)
  }

  /// An error is known by its status; the page that comes with it may take its time.
  @Test func aSlowErrorPageIsAnAnswer() async throws {
    let server = try LoopbackServer(routes: [
      "/feed": .reply(Reply(status: 404, body: Self.feed, delivery: .stall(after: 5)))
    ])
    let answer = try await fetch(server.address("/feed")) { $0.whole = .milliseconds(500) }.get()
    #expect(answer.status == 404)
  }
}

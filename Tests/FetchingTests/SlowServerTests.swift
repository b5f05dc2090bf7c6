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

  /// Only one very large body may be in memory: whoever drips one must not keep out the others.
  @Test func aBodyThatDripsGivesUpItsRoom() async throws {
    let large = [UInt8](repeating: 0x20, count: 6 << 20)
    let holder = try LoopbackServer(routes: [
      "/feed": .reply(Reply(body: large, delivery: .stall(after: 5 << 20)))
    ])
    let healthy = try LoopbackServer(routes: ["/feed": .reply(Reply(body: large))])
    let transport = try transport {
      $0.room = .milliseconds(300)
      $0.whole = .seconds(30)
    }
    async let held = transport.send(Request(address: address(holder.address("/feed"))))
    while holder.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    try await Task.sleep(for: .milliseconds(100))
    let other = await transport.send(Request(address: address(healthy.address("/feed"))))
    #expect(try other.get().body.count == large.count)
    #expect(words(await held) == "timed out: the answer was not whole after 300 ms")
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

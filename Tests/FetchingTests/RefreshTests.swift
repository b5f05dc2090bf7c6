import Conversations
import Fetching
import Foundation
import Support
import Testing

/// Rounds over real sockets: a folder of feeds, asked again and again.
@Suite struct RefreshTests {
  @Test func aSecondRoundAsksWithValidatorsAndGetsNothing() async throws {
    let folder = try TemporaryFolder()
    for number in 0..<20 { try folder.write("<rss>\(number)</rss>", to: "feeds/\(number).xml") }
    let server = try LoopbackServer()
    server.serve(folder: folder.url)
    var round = FetchRound(politeness: Politeness(), transport: try transport())
    round.isForced = true
    var known = visits((0..<20).map { server.address("/feeds/\($0).xml") })
    for expected in [200, 304, 304] {
      var settled: [Visit] = []
      try await round.run(known) { outcome in
        settled.append(round.politeness.settle(outcome, .feed()))
      }
      #expect(settled.map(\.status) == Array(repeating: expected, count: 20))
      #expect(settled.allSatisfy { $0.problem.isEmpty })
      known = settled
    }
    #expect(server.requests.count == 60)
    #expect(server.requests.filter { $0["If-None-Match"] == nil }.count == 20)
    #expect(server.requests.filter { $0["If-Modified-Since"] == nil }.count == 20)
    #expect(server.mostAtOnce <= 2)
  }

  @Test func aMovedFeedIsAskedAtItsNewPlaceAndConditionally() async throws {
    let server = try LoopbackServer(routes: [
      "/old": .reply(.redirect(301, to: "/new")), "/new": .validated(.feed("<rss/>")),
    ])
    var round = FetchRound(politeness: Politeness(), transport: try transport())
    round.isForced = true
    var visit = Visit(feed: server.address("/old"))
    for _ in 0..<2 {
      try await round.run([visit]) { visit = round.politeness.settle($0, .feed()) }
    }
    #expect(server.requests.map(\.path) == ["/old", "/new", "/new"])
    #expect(visit.status == 304)
    #expect(visit.feed == server.address("/old"))
  }
}

import Foundation
import Support
import Testing

/// Rules of failures: twice as long each time, six days at most, never for ever but for 410.
@Suite struct ErrorRuleTests {
  @Test(
    arguments: [
      (Behaviour.reply(.status(500)), 500, "HTTP 500: the server has an error"),
      (.reply(.status(404)), 404, "HTTP 404: not found"),
      (.reply(.status(401)), 401, "HTTP 401: a name and password are needed"),
      (.reply(.status(403)), 403, "HTTP 403: forbidden"),
      (.reply(.status(418)), 418, "HTTP 418: the request was refused"),
      (.reply(.status(300)), 300, "HTTP 300: redirected to nowhere"),
      (.reply(.feed("")), 200, "the document is empty"),
      (.reply(.status(204)), 204, "the document is empty"),
      (.hangUp, nil, "127.0.0.1 closed the connection without an answer"),
    ] as [(Behaviour, Int?, String)])
  func eachFailureDoublesTheWait(_ behaviour: Behaviour, _ status: Int?, _ problem: String)
    async throws
  {
    let scene = try RuleScene(behaviour)
    for hours in [0.5, 1, 2] {
      let run = try scene.fetch()
      #expect(try run.feed.error == problem)
      #expect(try run.feed.status == status)
      #expect(run.isDue(in: hours * 3600), "\(run.feeds)")
      try scene.fetch()
      try await scene.pass(hours * 3600 + 1)
    }
    #expect(scene.asked.count == 3)
    scene.server.route("/feed", .reply(.feed(rss("One"))))
    let healed = try scene.fetch()
    #expect(try healed.feed.error == "")
    #expect(healed.isDue(in: 3600))
  }

  @Test func sixDaysAreTheLongest() async throws {
    let scene = try RuleScene(.reply(.status(500)))
    for _ in 0..<12 { _ = try scene.tool("fetch", "--force") }
    let run = try scene.fetch("--force")
    #expect(run.isDue(in: 6 * 86_400))
    #expect(try run.feed.state == "failing")
  }

  @Test func goneIsHeardAlsoIfItsTextIsCut() throws {
    let scene = try RuleScene(
      .reply(Reply(status: 410, body: Array("gone".utf8), delivery: .cut(after: 2))))
    #expect(try scene.fetch().feed.state == "gone")
  }

  /// Gone is for ever, also by force, until somebody says otherwise; what was read is kept.
  @Test func goneIsNotAskedAgainUnlessEnabled() async throws {
    let scene = try RuleScene(
      .sequence([.reply(.feed(rss("One"))), .reply(.status(410)), .reply(.feed(rss("Two")))]))
    try scene.fetch()
    let gone = try scene.fetch("--force")
    #expect(try gone.feed.state == "gone")
    #expect(try gone.feed.next_due == nil)
    #expect(try gone.feed.entries == 1)
    #expect(
      try gone.feed.error == "HTTP 410: gone for good; it is not asked again unless enabled")
    for _ in 0..<2 { try scene.fetch("--force") }
    try await scene.pass(400 * 86_400)
    try scene.fetch()
    try scene.fetch("--force", "--feed", scene.feeds[0])
    try scene.fetch("--wait")
    #expect(scene.asked.count == 2)
    #expect(try scene.tool("feeds", "enable", scene.feeds[0]).code == 0)
    let back = try scene.fetch()
    #expect(scene.asked.count == 3)
    #expect(try back.feed.error == "")
    #expect(try scene.titles() == ["One", "Two"])
  }

  /// What moved and is gone there is asked for at its old place when it is enabled.
  @Test func whatIsEnabledIsAskedForAtItsOldPlace() throws {
    let scene = try RuleScene([
      "/feed": .reply(.redirect(301, to: "/new")),
      "/new": .sequence([.reply(.feed(rss("One"))), .reply(.status(410))]),
    ])
    try scene.fetch()
    #expect(try scene.fetch("--force").feed.state == "gone")
    scene.server.route("/feed", .reply(.feed(rss("Two"))))
    _ = try scene.tool("feeds", "enable", scene.feeds[0])
    #expect(try scene.fetch().feed.error == "")
    #expect(scene.asked == ["/feed", "/new", "/new", "/feed"])
  }

  /// A retry within a run is only for a kept connection that was reset.
  @Test func nothingIsTriedTwiceInARun() throws {
    for behaviour in [Behaviour.hangUp, .reset, .raw([]), .reply(.status(500))] {
      let scene = try RuleScene(behaviour)
      try scene.fetch()
      #expect(scene.asked.count == 1)
    }
  }

  @Test(.enabled(if: SecureServer.isPossible, "there is no /usr/bin/openssl"))
  func aCertificateThatNobodySignedIsAReadableError() throws {
    let server = try SecureServer()
    let scene = try RuleScene([:], feeds: ["https://127.0.0.1:\(server.port)/feed"])
    let run = try scene.fetch()
    #expect(try run.feed.error.hasPrefix("the certificate of 127.0.0.1 is not valid: "))
    #expect(try run.feed.status == nil)
    #expect(run.isDue(in: 1800))
  }
}

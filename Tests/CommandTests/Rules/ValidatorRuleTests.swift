import Foundation
import Support
import Testing

/// Rules of `ETag` and `Last-Modified`: opaque, byte for byte, and only of what was read whole.
@Suite struct ValidatorRuleTests {
  /// What a server gives, to be got back the next time.
  static let given: [([String: String], String)] = [
    (["ETag": "\"abc\"", "Last-Modified": "Sat, 14 Mar 2026 09:00:00 GMT"], "plain"),
    (["ETag": "\"abc\""], "etag-only"),
    (["Last-Modified": "Sat, 14 Mar 2026 09:00:00 GMT"], "lm-only"),
    (["Last-Modified": "yesterday, about noon"], "lm-odd"),
    (["Last-Modified": "Sat, 14 Mar 2026 09:00:00 +0000"], "lm-odd zone"),
    (["Last-Modified": "1710406800"], "lm-odd number"),
    (["ETag": "W/\"abc\""], "etag-weak"), (["ETag": "abc"], "etag without quotes"),
    (["ETag": "\"a, b\"; c=\"d\""], "etag with commas"),
    (["ETag": "\"caf\u{e9}\u{2615}\""], "etag-utf8"),
    (["ETag": "'abc'"], "etag in other quotes"), (["ETag": "\"abc-gzip\""], "etag-gzip"),
    (["ETag": "\"a\tb\""], "etag with a tab"), (["ETag": "\"\""], "etag of nothing"),
    (["ETag": "\"\(String(repeating: "x", count: 3000))\""], "etag-long"),
  ]

  @Test func validatorsGoBackByteForByte() throws {
    let paths = Self.given.indices.map { "/\($0)" }
    let scene = try RuleScene([:], feeds: paths)
    for (path, (given, _)) in zip(paths, Self.given) {
      let headers = given.map { ($0.key, $0.value) }
      scene.server.route(
        path, .validated(Reply(headers: headers, body: Array(rss("One").utf8))))
    }
    try scene.fetch()
    let second = try scene.fetch("--force")
    for (place, (given, name)) in Self.given.enumerated() {
      let asked = scene.server.requests(paths[place])
        .map { [$0["If-None-Match"], $0["If-Modified-Since"]] }
      #expect(asked == [[nil, nil], [given["ETag"], given["Last-Modified"]]], "\(name)")
      #expect(second.feeds[place].status == 304, "\(name)")
      #expect(second.feeds[place].error == "" && second.feeds[place].entries == 1, "\(name)")
    }
  }

  @Test func aDroppedValidatorIsForgotten() throws {
    let scene = try RuleScene(
      .sequence([
        .reply(.feed(rss("One"), ("ETag", "\"1\""), ("Last-Modified", "Monday"))),
        .reply(.feed(rss("One"), ("Last-Modified", "Tuesday"))),
        .reply(.feed(rss("One"))), .reply(.feed(rss("One"))),
      ]))
    for _ in 0..<4 { try scene.fetch("--force") }
    #expect(
      scene.validators == [[nil, nil], ["\"1\"", "Monday"], [nil, "Tuesday"], [nil, nil]])
  }

  @Test func notModifiedRenewsOnlyWhatItCarries() throws {
    let scene = try RuleScene(
      .sequence([
        .reply(.feed(rss("One"), ("ETag", "\"1\""), ("Last-Modified", "Monday"))),
        .reply(.status(304, ("ETag", "\"2\""))), .reply(.status(304)),
        .reply(.status(304, ("Last-Modified", "Tuesday"))), .reply(.status(304)),
      ]))
    for _ in 0..<5 { try scene.fetch("--force") }
    #expect(
      scene.validators == [
        [nil, nil], ["\"1\"", "Monday"], ["\"2\"", "Monday"], ["\"2\"", "Monday"],
        ["\"2\"", "Tuesday"],
      ])
  }

  static let good = Behaviour.reply(.feed(rss("One"), ("ETag", "\"good\"")))
  static let poison: [(name: String, Behaviour)] = {
    let long = rss("One", "Two", "Three")
    let zipped = Gzip.member(long)
    func bad(_ text: String, status: Int = 200) -> Behaviour {
      .reply(
        Reply(
          status: status, headers: [("ETag", "\"bad\""), ("Cache-Control", "max-age=86400")],
          body: Array(text.utf8)))
    }
    func cut(_ delivery: Reply.Delivery, _ headers: [(String, String)] = [], _ body: [UInt8])
      -> Behaviour
    {
      .reply(Reply(headers: [("ETag", "\"bad\"")] + headers, body: body, delivery: delivery))
    }
    let bytes = Array(long.utf8)
    let gzip = [("Content-Encoding", "gzip")]
    return [
      ("poison-empty", bad("")), ("poison-space", bad("  \n")),
      ("poison-html", bad("<!DOCTYPE html><html><body>Log in</body></html>")),
      ("poison-json", bad("{\"error\": \"busy\"}")), ("poison-text", bad("Service busy")),
      ("poison-xml", bad("<error>busy</error>")), ("poison-204", bad("", status: 204)),
      ("poison-206", bad(rss("Two"), status: 206)),
      ("poison-half", bad(String(long.prefix(long.count / 2)))),
      ("poison-end", bad(String(long.dropLast(20)))),
      ("500-keeps", bad(long, status: 500)), ("404-keeps", bad(long, status: 404)),
      ("length-cut", cut(.cut(after: 200), [], bytes)),
      ("chunk-cut", cut(.chunked(size: 100, isCut: true), [], bytes)),
      ("gzip-cut", cut(.whole, gzip, zipped.dropLast(30))),
      ("gzip-trailer", cut(.whole, gzip, zipped.dropLast(8))),
      ("e-reset", .reset), ("e-hang-up", .hangUp),
      ("e-reset-body", cut(.reset(after: 200), [], bytes)),
    ]
  }()

  /// A server for each, and what it answers in turn.
  private func scene(
    _ turns: (Behaviour) -> [Behaviour]
  ) throws -> (scene: RuleScene, servers: [LoopbackServer]) {
    let servers = try Self.poison.map { (_, bad) in
      try LoopbackServer(routes: ["/feed": .sequence(turns(bad))])
    }
    return (try RuleScene([:], feeds: servers.map { $0.address("/feed") }), servers)
  }

  /// Whatever comes instead of a whole feed, the next question is still that of the last good one.
  @Test func whatIsNoWholeFeedPoisonsNothing() throws {
    let whole = Behaviour.validated(.feed(rss("One", "Two", "Three"), ("ETag", "\"new\"")))
    let (scene, servers) = try scene { [Self.good, $0, whole] }
    try scene.fetch()
    let poisoned = try scene.fetch("--force")
    let posts = try Dictionary(grouping: scene.posts(), by: \.feed)
    let healed = try scene.fetch("--force")
    for (place, (name, _)) in Self.poison.enumerated() {
      let feed = poisoned.feeds[place]
      // Half a feed is one that can be used; all else is a failure, and nothing of it is stored.
      let isHalf = name == "poison-half" || name == "poison-end"
      #expect(feed.error.isEmpty == isHalf, "\(name): \(feed.error)")
      if !isHalf { #expect(posts[feed.url]?.map(\.title) == ["One"], "\(name)") }
      #expect(poisoned.isDue(feed, in: isHalf ? 3600 : 1800), "\(name): \(feed)")
      let asked = servers[place].requests.map { $0["If-None-Match"] }
      #expect(asked == [nil, "\"good\"", "\"good\""], "\(name)")
      #expect(healed.feeds[place].error == "" && healed.feeds[place].entries == 3, "\(name)")
    }
  }

  /// The same before there was anything good: nothing is asked "since" what was never had.
  @Test func whatWasNeverReadHasNoValidators() throws {
    let (scene, servers) = try scene { [$0, $0, Self.good] }
    for _ in 0..<3 { _ = try scene.tool("fetch", "--force") }
    for (server, feed) in zip(servers, try scene.listed()) {
      #expect(feed.error == "" && feed.entries >= 1)
      #expect(server.requests.map { $0["If-None-Match"] } == [nil, nil, nil])
    }
  }

  @Test func notModifiedWithoutAQuestionIsAFailure() throws {
    let scene = try RuleScene(.reply(.status(304)))
    let run = try scene.fetch()
    #expect(
      try run.feed.error == "HTTP 304: not modified, although nothing was known of it")
    #expect(run.isDue(in: 1800))
  }

  /// One unconditional request for life, adding included: the body that was read then is kept.
  @Test func addingAFeedReadsItOnceForAll() async throws {
    let scene = try RuleScene(
      ["/feed": .validated(.feed(rss("One")))], feeds: [])
    #expect(try scene.tool("feeds", "add", scene.server.address("/feed")).code == 0)
    try scene.fetch()
    #expect(scene.asked.count == 1)
    try await scene.pass(3601)
    try scene.fetch()
    try scene.fetch("--force")
    #expect(scene.validators.map { $0[0] != nil } == [false, true, true])
    #expect(try scene.titles() == ["One"])
  }

  /// By hand, where a server says "not modified" for ever.
  @Test func freshAsksWithoutValidatorsAndKeepsThem() throws {
    let scene = try RuleScene(
      .choose { request in
        request["If-None-Match"] == nil
          ? .reply(.feed(rss("One", "Two"), ("ETag", "\"1\""))) : .reply(.status(304))
      })
    try scene.fetch()
    #expect(try scene.fetch("--force").outcome.output == "1 feed: 1 unchanged; 0 new posts\n")
    // It need not be due.
    #expect(
      try scene.fetch("--fresh", "--feed", scene.feeds[0]).outcome.output
        == "1 feed: 1 read; 0 new posts\n")
    scene.server.route("/feed", .reply(.status(500)))
    try scene.fetch("--fresh", "--feed", scene.feeds[0])
    try scene.fetch("--force")
    #expect(
      scene.validators.map { $0[0] } == [nil, "\"1\"", nil, nil, "\"1\""])
  }

  @Test func freshNeedsTheNameOfAFeed() throws {
    let scene = try RuleScene(.reply(.feed(rss("One"))))
    let run = try scene.fetch("--fresh")
    #expect(run.outcome.code == 2)
    #expect(
      run.outcome.messages.hasPrefix(
        "Error: --fresh reads one feed anew, and none was named. Name it: mingle fetch --fresh "
          + "--feed URL\n"))
    #expect(scene.asked.isEmpty)
  }
}

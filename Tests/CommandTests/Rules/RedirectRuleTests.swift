import Foundation
import Support
import Testing

/// Rules of moving: at once along 301 and 308, if a feed is there; back again if it fails.
@Suite struct RedirectRuleTests {
  /// The statuses of a chain from `/feed`, and where the feed is asked for the next time.
  @Test(arguments: [
    ([301], "/1"), ([308], "/1"), ([302], "/feed"), ([303], "/feed"), ([307], "/feed"),
    ([301, 308], "/2"), ([301, 302], "/1"), ([302, 301], "/feed"), ([308, 307, 301], "/1"),
  ])
  func onlyTheLeadingPermanentRunMoves(_ statuses: [Int], _ next: String) throws {
    var routes = ["/\(statuses.count)": Behaviour.validated(.feed(rss("One")))]
    for (place, status) in statuses.enumerated() {
      routes[place == 0 ? "/feed" : "/\(place)"] = .reply(.redirect(status, to: "/\(place + 1)"))
    }
    let scene = try RuleScene(routes)
    let run = try scene.fetch()
    #expect(try run.feed.error == "" && run.feed.entries == 1)
    #expect(try run.feed.url == scene.feeds[0])
    let first = scene.asked.count
    #expect(first == statuses.count + 1)
    try scene.fetch("--force")
    #expect(scene.asked[first] == next)
    // Wherever it stands, it is asked whether anything is new there.
    #expect(scene.server.requests.last?["If-None-Match"] != nil)
    #expect(scene.server.requests.last?.path == "/\(statuses.count)")
  }

  @Test(arguments: [
    Behaviour.reply(.feed("<!DOCTYPE html><html><body>Log in</body></html>")),
    .reply(.status(404)), .reply(.status(500)), .reply(.feed("")), .raw(Array("?\r\n".utf8)),
  ])
  func whereNoFeedIsNothingMoves(_ target: Behaviour) throws {
    let scene = try RuleScene(["/feed": .reply(.redirect(301, to: "/new")), "/new": target])
    try scene.fetch()
    try scene.fetch("--force")
    #expect(scene.asked == ["/feed", "/new", "/feed", "/new"])
  }

  @Test func threeFailuresLeadBackToTheOldPlace() throws {
    let scene = try RuleScene([
      "/feed": .reply(.redirect(301, to: "/new")),
      "/new": .sequence([.reply(.feed(rss("One"))), .reply(.status(500))]),
    ])
    for _ in 0..<4 { try scene.fetch("--force") }
    #expect(scene.asked == ["/feed", "/new", "/new", "/new", "/new"])
    scene.server.route("/feed", .reply(.feed(rss("One", "Two"))))
    let run = try scene.fetch("--force")
    #expect(scene.asked.last == "/feed")
    #expect(try run.feed.error == "" && run.feed.entries == 2)
  }

  @Test func tenHopsAreFollowedAndNoMore() throws {
    var routes: [String: Behaviour] = ["/11": .reply(.feed(rss("One")))]
    for hop in 0...10 { routes["/\(hop)"] = .reply(.redirect(302, to: "/\(hop + 1)")) }
    let scene = try RuleScene(routes, feeds: ["/1", "/0"])
    let run = try scene.fetch()
    #expect(run.feeds.map(\.error) == ["", "redirected more than 10 times"])
  }

  @Test(
    arguments: [
      ("file:///etc/passwd", nil), ("ftp://127.0.0.1/x", nil), ("javascript:alert(1)", nil),
      ("gopher://127.0.0.1/", nil), ("data:text/xml,<rss/>", nil), ("http://", nil),
      ("http:///x", nil), ("", "HTTP 302: redirected to nowhere"),
      ("/feed", "redirected in a circle"), ("#part", "redirected in a circle"),
      ("\u{1B}[31mx:\u{202E}y", nil),
    ] as [(String, String?)])
  func aTargetThatCannotBeFollowedIsAnError(_ target: String, _ problem: String?) throws {
    let scene = try RuleScene(.reply(.redirect(302, to: target)))
    let run = try scene.fetch()
    let told = try run.feed.error
    if let problem { #expect(told == problem) }
    #expect(problem != nil || told.hasPrefix("redirected to ") || told.contains("404"), "\(told)")
    #expect(!told.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    #expect(run.isDue(in: 1800))
    #expect(try run.feed.entries == 0)
  }

  /// What others lead to is asked for once, be it on the list itself or not.
  @Test(arguments: [301, 302], [["/a", "/new", "/b"], ["/new", "/a", "/b"], ["/a", "/b"]])
  func whereOthersLeadIsAskedOnce(_ status: Int, _ feeds: [String]) throws {
    let scene = try RuleScene(
      [
        "/a": .reply(.redirect(status, to: "/new")), "/b": .reply(.redirect(status, to: "/new")),
        "/new": .validated(.feed(rss("One"))),
      ], feeds: feeds)
    for _ in 0..<3 {
      let before = scene.asked.count
      let run = try scene.fetch("--force")
      #expect(scene.asked.dropFirst(before).filter { $0 == "/new" }.count == 1)
      #expect(run.feeds.allSatisfy { $0.error == "" && $0.entries == 1 })
    }
  }

  /// Also if there is no answer there, if it is large, or if it leads on.
  @Test(arguments: [
    Behaviour.hangUp, .reply(.status(404)), .reply(.redirect(302, to: "/end")),
    .reply(.redirect(302, to: "/a")),
    .reply(.feed(rss("One", head: "<x>" + String(repeating: "long ", count: 70_000) + "</x>"))),
  ])
  func whateverComesOfItNobodyAsksAgain(_ behaviour: Behaviour) throws {
    let scene = try RuleScene(
      [
        "/a": .reply(.redirect(302, to: "/new")), "/b": .reply(.redirect(302, to: "/new")),
        "/new": behaviour, "/end": .reply(.feed(rss("One"))),
      ], feeds: ["/new", "/a", "/b"])
    try scene.fetch()
    #expect(Set(scene.asked).count == scene.asked.count, "\(scene.asked)")
  }

  /// Several old addresses of one feed: from the second run on nothing else is asked for.
  @Test func subscriptionsThatComeToBeOneAreAskedOnce() throws {
    let scene = try RuleScene(
      [
        "/a": .reply(.redirect(301, to: "/new")), "/b": .reply(.redirect(308, to: "/new")),
        "/new": .validated(.feed(rss("One"))),
      ], feeds: ["/a", "/b", "/new"])
    try scene.fetch()
    #expect(scene.asked.sorted() == ["/a", "/b", "/new"])
    let run = try scene.fetch("--force")
    #expect(scene.asked.dropFirst(3) == ["/new"])
    #expect(run.feeds.allSatisfy { $0.error == "" && $0.entries == 1 && $0.status == 304 })
  }

  /// A name and password go to their own host and to no other; nor is told where we came from.
  @Test func credentialsCrossNoHost() throws {
    let other = try LoopbackServer(routes: ["/feed": .reply(.feed(rss("One")))])
    let server = try LoopbackServer(routes: [
      "/feed": .reply(.redirect(301, to: "/here?token=TOPSECRET")),
      "/here": .reply(.redirect(301, to: other.address("/feed"))),
    ])
    let scene = try RuleScene([:], feeds: ["http://ann:TOPSECRET@127.0.0.1:\(server.port)/feed"])
    #expect(try scene.fetch().feeds.map(\.entries) == [1])
    #expect(server.requests.allSatisfy { $0["Authorization"] != nil })
    try scene.fetch("--force")
    #expect(other.requests.count == 2)
    for request in other.requests {
      #expect(request["Authorization"] == nil && request["Referer"] == nil)
      #expect(!String(decoding: request.head, as: UTF8.self).contains("TOPSECRET"))
    }
  }

  static let answers = [
    Behaviour.reply(.feed(rss("A lever machine"))), .reply(.status(404)), .raw([]),
    .reply(.redirect(302, to: "ftp://ann:TOPSECRET@x.example/?token=TOPSECRET")),
    .reply(.redirect(301, to: "/else?token=TOPSECRET")),
    .reply(.status(429, ("Retry-After", "900"))), .reply(.status(410)),
    .reply(.feed("<html><body>?token=TOPSECRET</body></html>")),
  ]

  /// Keys and passwords stand in the list that people wrote, and are told nowhere.
  @Test func secretsAreToldNowhere() throws {
    let servers = try Self.answers.map { try LoopbackServer(routes: ["/feed": $0]) }
    let feeds = servers.map(\.port).flatMap { port in
      [
        "http://ann:TOPSECRET@127.0.0.1:\(port)/feed",
        "http://127.0.0.1:\(port)/feed?user=ann&feed=TOPSECRET",
        "http://127.0.0.1:\(port)/feed?a=1&api_key=TOPSECRET#x",
      ]
    }
    let scene = try RuleScene([:], feeds: feeds)
    for command in [
      ["fetch"], ["fetch", "--json", "--force"], ["feeds", "list"], ["feeds", "list", "--json"],
      ["feeds", "export"], ["posts"], ["posts", "--json"], ["today", "--no-fetch", "--json"],
      ["today", "--no-fetch"], ["report"], ["report", "--json"], ["rooms"], ["export", "--today"],
      ["feeds", "enable", feeds[0]], ["feeds", "remove", feeds[1]],
    ] {
      let outcome = try scene.tool.run(command)
      #expect(!(outcome.output + outcome.messages).contains("TOPSECRET"), "\(command)")
    }
    #expect(servers.allSatisfy { !$0.requests.isEmpty })
  }
}

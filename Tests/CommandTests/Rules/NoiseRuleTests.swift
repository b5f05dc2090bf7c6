import Foundation
import Support
import Testing

/// Rules of asking: GET only, honestly named, nothing beside the feed, nothing twice.
@Suite struct NoiseRuleTests {
  /// A server that gives cookies and names pages, icons, styles and enclosures in its feed.
  private func scene() throws -> RuleScene {
    let head = """
      <link>SERVER/</link><image><url>SERVER/icon.png</url></image><docs>SERVER/docs</docs>
      <cloud domain="127.0.0.1" port="PORT" path="/cloud" registerProcedure="x" protocol="http-post"/>
      <atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="SERVER/hub"/>
      <atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="SERVER/self"/>
      <atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="SERVER/next"/>
      """
    let item = """
      <item><guid>SERVER/1</guid><title>One</title><link>SERVER/1</link>
      <comments>SERVER/1/comments</comments><enclosure url="SERVER/a.mp3" type="audio/mpeg" length="9"/>
      <description><![CDATA[<img src="SERVER/pixel.gif"><script src="SERVER/x.js"></script>]]></description>
      <source url="SERVER/source">S</source></item>
      """
    let scene = try RuleScene([:])
    let body = """
      <?xml version="1.0"?><?xml-stylesheet href="SERVER/style.xsl" type="text/xsl"?>
      <!DOCTYPE rss SYSTEM "SERVER/rss.dtd">\(rss(items: [item], head: head).dropFirst(21))
      """.replacing("SERVER", with: scene.server.address(""))
      .replacing("PORT", with: "\(scene.server.port)")
    scene.server.route(
      "/feed",
      .sequence([
        .validated(
          .feed(
            body, ("Set-Cookie", "id=1; Path=/"), ("Link", "</hint>; rel=preload"),
            ("Refresh", "0; url=/refresh"), ("Alt-Svc", "h2=\":9\""))),
        .reply(
          Reply(
            status: 302, headers: [("Location", "/moved"), ("Set-Cookie", "id=2; Path=/")])),
      ]))
    scene.server.route("/moved", .validated(.feed(body, ("Set-Cookie", "id=3"))))
    return scene
  }

  @Test func nothingIsAskedBesideTheFeed() throws {
    let scene = try scene()
    for _ in 0..<3 { try scene.fetch("--force") }
    #expect(try scene.titles() == ["One"])
    _ = try scene.tool("today", "--no-fetch")
    _ = try scene.tool("export", "--today")
    #expect(scene.asked == ["/feed", "/feed", "/moved", "/feed", "/moved"])
  }

  @Test func everyRequestIsAnHonestGET() throws {
    let scene = try scene()
    for _ in 0..<3 { try scene.fetch("--force") }
    for request in scene.server.requests {
      #expect(request.method == "GET")
      let agent = try #require(request["User-Agent"])
      #expect(agent.wholeMatch(of: /Mingle\/[0-9][^ ]* \(\+https:\/\/[^)]+\)/) != nil, "\(agent)")
      #expect(try #require(request["Accept-Encoding"]).contains("gzip"))
      let accepted = try #require(request["Accept"])
      for type in ["application/rss+xml", "application/atom+xml", "application/feed+json"] {
        #expect(accepted.contains(type))
      }
      let known: Set = [
        "host", "user-agent", "accept", "accept-encoding", "accept-language", "if-none-match",
        "if-modified-since",
      ]
      // No cookie, referrer, range, cache control or anything else.
      #expect(Set(request.headers.map { $0.name.lowercased() }).isSubset(of: known))
    }
  }

  /// A feed that stands in the list twice, once with a fragment, is asked for once.
  @Test func eachURLIsAskedOnceARun() throws {
    let scene = try RuleScene(
      ["/feed": .validated(.feed(rss("One"))), "/feed?a=1": .validated(.feed(rss("Two")))],
      feeds: ["/feed", "/feed#top", "/feed?a=1", "/feed?a=1#x"])
    try scene.fetch()
    #expect(scene.asked.sorted() == ["/feed", "/feed?a=1"])
    let run = try scene.fetch("--force")
    #expect(scene.asked.sorted() == ["/feed", "/feed", "/feed?a=1", "/feed?a=1"])
    #expect(run.feeds.allSatisfy { $0.status == 304 && $0.entries == 1 })
  }

  /// The query is the subscriber's, to the byte.
  @Test func theAddressIsAskedAsItWasSubscribed() throws {
    let path = "/a%20b/%E2%98%95?x=%2F&y=a+b&&z"
    let scene = try RuleScene([path: .reply(.feed(rss("One")))], feeds: [path])
    try scene.fetch()
    #expect(scene.asked == [path])
  }
}

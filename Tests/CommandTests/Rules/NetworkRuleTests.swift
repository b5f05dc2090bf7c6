import Foundation
import Support
import Testing

/// Rules of private networks: refused by default, by the address that is really used, at every hop.
@Suite struct NetworkRuleTests {
  private static let advice = "is a private address; allow it in settings.yaml with allow_networks"

  static let hosts = [
    "127.0.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "127.0.1", "0x7f.1",
    "017700000001", "127.000.000.001", "localhost", "LOCALHOST", "localhost.", "127.0.0.1.",
    "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[0:0:0:0:0:0:0:1]",
    "[64:ff9b::127.0.0.1]", "[2002:7f00:1::1]", "[2001:0:7f00:1::1]", "[fe80::1]",
    "[fe80::1%25lo]", "[fd00::1]", "[ff02::1]", "0.0.0.0", "0", "10.0.0.1", "172.16.0.1",
    "192.168.0.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1",
    "127.0.0.1%2e", "%31%32%37.0.0.1", "\u{2460}27.0.0.1", "127\u{3002}0.0.1",
  ]

  /// Each spelling of an address that is none of the open internet, subscribed and as the target of a
  /// redirect. The server listens on all of the loopback, and hears nothing.
  @Test func noSpellingReachesAPrivateAddress() throws {
    let server = try LoopbackServer(host: "0.0.0.0", routes: ["/": .reply(.feed(rss("Inner")))])
    let targets = Self.hosts.map { "http://\($0):\(server.port)/" }
    let hop = try LoopbackServer(host: "127.0.0.2")
    let hops = targets.indices.map { "/\($0)" }
    for (path, target) in zip(hops, targets) { hop.route(path, .reply(.redirect(302, to: target))) }
    let scene = try RuleScene([:], feeds: targets + hops.map(hop.address), allowing: "127.0.0.2/32")
    let run = try scene.fetch()
    #expect(server.connections == 0)
    #expect(hop.requests.count == hops.count)
    #expect(run.feeds.count > Self.hosts.count * 3 / 2)
    for feed in run.feeds {
      #expect(!feed.error.isEmpty && feed.entries == 0 && feed.status == nil, "\(feed)")
    }
  }

  @Test func aPrivateAddressIsNamedWithTheRemedy() throws {
    let scene = try RuleScene(
      ["/feed": .reply(.feed(rss("One")))], allowing: "10.0.0.0/8")
    let run = try scene.fetch()
    #expect(try run.feed.error == "refused: 127.0.0.1 \(Self.advice)")
    #expect(run.isDue(in: 1800))
    #expect(scene.server.connections == 0)
  }

  /// A redirect for good into the inside moves nothing there either.
  @Test func aRedirectInsideIsRefused() throws {
    let inner = try LoopbackServer(routes: ["/feed": .reply(.feed(rss("Secret")))])
    let scene = try RuleScene(
      ["/feed": .reply(.redirect(301, to: inner.address("/feed")))], host: "127.0.0.2",
      allowing: "127.0.0.2/32")
    for _ in 0..<2 {
      #expect(try scene.fetch("--force").feed.error == "refused: 127.0.0.1 \(Self.advice)")
    }
    #expect(scene.asked == ["/feed", "/feed"])
    #expect(inner.connections == 0)
    #expect(try scene.posts().isEmpty)
  }

  @Test(arguments: ["127.0.0.1", "127.0.0.1/32", "127.0.0.0/8", "10.0.0.0/8, 127.0.0.1"])
  func anAllowedNetworkIsReached(_ networks: String) throws {
    let scene = try RuleScene(["/feed": .reply(.feed(rss("One")))], allowing: networks)
    #expect(try scene.fetch().feed.error == "")
  }

  @Test func aProxyOfTheEnvironmentIsNotUsed() throws {
    let proxy = try LoopbackServer()
    let scene = try RuleScene(.reply(.feed(rss("One"))))
    var tool = scene.tool
    for name in ["http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy", "https_proxy"] {
      tool.environment[name] = proxy.address("")
    }
    #expect(try tool("fetch").output == "1 feed: 1 read; 1 new post\n")
    #expect(proxy.connections == 0)
  }
}

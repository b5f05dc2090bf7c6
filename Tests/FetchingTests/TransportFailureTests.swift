import Conversations
import Fetching
import Foundation
import Support
import Testing

/// Every way in which a server fails, and the words people read about it.
@Suite struct TransportFailureTests {
  struct Scene: Sendable, CustomTestStringConvertible {
    var name: String
    var behaviour: Behaviour
    var words: String
    var testDescription: String { name }

    init(_ name: String, _ behaviour: Behaviour, _ words: String) {
      self.name = name
      self.behaviour = behaviour
      self.words = words
    }
  }

  static let feed = Array("<rss><channel><title>Beans</title></channel></rss>".utf8)
  static let zipped = Gzip.member("<rss/>")

  static func zipped(_ bytes: some Collection<UInt8>) -> Behaviour {
    .reply(Reply(headers: [("Content-Encoding", "gzip")], body: Array(bytes)))
  }

  static let scenes = [
    Scene("silence", .silence, "timed out after 300 ms without an answer"),
    Scene("hang up", .hangUp, "127.0.0.1 closed the connection without an answer"),
    Scene("not HTTP", .raw(Array("SSH-2.0-x\r\n".utf8)), "127.0.0.1 did not answer in HTTP"),
    Scene(
      "drip", .reply(Reply(body: feed, delivery: .drip(bytes: 1, pause: .milliseconds(100)))),
      "timed out: the answer was not whole after 1 s"),
    Scene(
      "cut", .reply(Reply(body: feed, delivery: .cut(after: 10))),
      "the answer was cut off: transfer closed with 40 bytes remaining to read"),
    Scene(
      "length too long", .reply(Reply(body: feed, delivery: .length(60))),
      "the answer was cut off: transfer closed with 10 bytes remaining to read"),
    Scene(
      "chunks without the last",
      .reply(Reply(body: feed, delivery: .chunked(size: 9, isCut: true))),
      "the answer was cut off: transfer closed with outstanding read data remaining"),
    Scene(
      "gzip without its trailer", zipped(zipped.dropLast(8)),
      "the answer was cut off: the compressed data has no end"),
    Scene(
      "gzip without half its trailer", zipped(zipped.dropLast(4)),
      "the answer was cut off: the compressed data has no end"),
    Scene(
      "gzip without its data", zipped(zipped.prefix(12)),
      "the answer was cut off: the compressed data has no end"),
    Scene(
      "gzip with a false checksum", zipped(zipped.dropLast(8) + Array(repeating: 9, count: 8)),
      "the answer cannot be decompressed: incorrect data check"),
    Scene(
      "second member cut", zipped(zipped + zipped.dropLast(3)),
      "the answer was cut off: the compressed data has no end"),
    Scene(
      "an encoding nobody asked for",
      .reply(Reply(headers: [("Content-Encoding", "br")], body: feed)),
      "the answer cannot be decompressed: \"br\" was not asked for"),
    Scene("bomb", zipped(Gzip.bomb(count: 4 << 20)), "too large: more than 2 MB decompressed"),
    Scene(
      "endless", .reply(Reply(body: feed, delivery: .endless)), "too large: more than 1 MB"),
    Scene(
      "a length that is too large", .reply(Reply(body: feed, delivery: .length(1 << 30))),
      "too large: more than 1 MB"),
    Scene(
      "headers", .reply(.feed("<rss/>", ("X-Long", String(repeating: "x", count: 70_000)))),
      "too large: more than 64 KB of headers"),
    Scene(
      "many headers",
      .reply(
        Reply(headers: (0..<5000).map { ("X-\($0)", "abcdefghij") }, body: feed)),
      "too large: more than 64 KB of headers"),
    Scene(
      "redirect to a file", .reply(.redirect(301, to: "file:///etc/passwd")),
      "redirected to \"file:///etc/passwd\", which is not an http or https address"),
    Scene(
      "redirect in a circle", .reply(.redirect(302, to: "/feed")), "redirected in a circle"),
  ]

  @Test(arguments: scenes) func aFailureIsSaidInPlainWords(_ scene: Scene) async throws {
    let server = try LoopbackServer(routes: ["/feed": scene.behaviour])
    let result = try await fetch(server.address("/feed")) {
      // Short only where time is what is tested: a busy machine may be slow.
      if scene.name == "silence" { $0.firstByte = .milliseconds(300) }
      if scene.name == "drip" { $0.whole = .seconds(1) }
      $0.wireBytes = 1 << 20
      $0.bodyBytes = 2 << 20
    }
    #expect(words(result) == scene.words)
  }

  @Test func aRefusedConnectionIsSaidAtOnce() async throws {
    let port = try LoopbackServer().port
    #expect(
      words(try await fetch("http://127.0.0.1:\(port)/feed"))
        == "connection refused by 127.0.0.1")
  }

  @Test func aHostThatDoesNotExistIsNamed() async throws {
    // RFC 6761: nothing under "invalid" ever resolves.
    #expect(
      words(try await fetch("http://nobody.invalid/feed"))
        == "cannot find the host nobody.invalid")
  }

  @Test func whatAServerSaysCannotReachTheTerminal() {
    let failure = TransportFailure.badRedirect("x:\u{1B}[31m\n\u{202E}y")
    #expect(
      failure.description
        == "redirected to \"x: [31m y\", which is not an http or https address")
  }
}

/// What comes through although it is odd.
@Suite struct CompressionTests {
  @Test(arguments: [
    ("gzip", Gzip.member("<rss/>"), "<rss/>"),
    ("x-gzip", Gzip.member("<rss/>"), "<rss/>"),
    ("identity, GZIP", Gzip.member("<rss/>"), "<rss/>"),
    ("gzip", Gzip.member("<rss>") + Gzip.member("</rss>"), "<rss></rss>"),
    ("gzip", Gzip.member("<rss/>") + [0, 0, 0], "<rss/>"),
    ("gzip", Gzip.member("<rss/>") + Array("rubbish".utf8), "<rss/>"),
    ("gzip", Array("<rss/>".utf8), "<rss/>"),
    ("gzip", Array("<".utf8), "<"),
    ("gzip", [], ""),
    ("deflate", Gzip.zlib("<rss/>"), "<rss/>"),
    ("deflate", Gzip.stored(Array("<rss/>".utf8)), "<rss/>"),
    ("identity", Array("<rss/>".utf8), "<rss/>"),
  ])
  func aCompressedBodyIsWhole(_ encoding: String, _ wire: [UInt8], _ expected: String) async throws
  {
    let headers = [("Content-Encoding", encoding)]
    let server = try LoopbackServer(routes: [
      "/whole": .reply(Reply(headers: headers, body: wire)),
      "/bytes": .reply(
        Reply(headers: headers, body: wire, delivery: .drip(bytes: 1, pause: .milliseconds(1)))),
      "/chunks": .reply(Reply(headers: headers, body: wire, delivery: .chunked(size: 3))),
      "/close": .reply(Reply(headers: headers, body: wire, delivery: .untilClose)),
    ])
    for path in ["/whole", "/bytes", "/chunks", "/close"] {
      #expect(text(try await fetch(server.address(path)).get()) == expected, "\(path)")
    }
  }

  @Test func largeBodiesComeThroughWhileOnlyOneIsInMemory() async throws {
    let large = [UInt8](repeating: 0x20, count: 5 << 20)
    let server = try LoopbackServer(routes: [
      "/plain": .reply(Reply(body: large)),
      "/zipped": .reply(
        Reply(
          headers: [("Content-Encoding", "gzip")],
          body: Gzip.member(String(decoding: large, as: UTF8.self)))),
    ])
    let transport = try transport { $0.whole = .seconds(600) }
    let sizes = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<12 {
        let path = number % 2 == 0 ? "/plain?\(number)" : "/zipped?\(number)"
        let address = try #require(Address(server.address(path)))
        group.addTask { try await transport.send(Request(address: address)).get().body.count }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(sizes == Array(repeating: 5 << 20, count: 12))
  }

  @Test(arguments: [(5 << 20, 1), (1 << 20, 4)])
  func oneMoreLargeAnswerWaitsUntilOneIsLetGo(size: Int, places: Int) async throws {
    let large = [UInt8](repeating: 0x20, count: size)
    let server = try LoopbackServer(routes: ["/plain": .reply(Reply(body: large))])
    let transport = try transport { $0.whole = .seconds(3) }
    let request = Request(address: try #require(Address(server.address("/plain"))))
    var kept: [Answer] = []
    for _ in 0..<places { kept.append(try await transport.send(request).get()) }
    // No fault of the server's.
    #expect(words(await transport.send(request)) == "other large feeds were in the way")
    kept.removeLast()
    #expect(try await transport.send(request).get().body.count == size)
    #expect(kept.count == places - 1)
  }
}

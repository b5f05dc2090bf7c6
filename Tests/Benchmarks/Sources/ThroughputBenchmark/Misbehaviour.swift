import CFeedServer
import Foundation
import Measuring
import Support

/// What a bad server does with every request.
struct Misbehaviour {
  var name: String
  var behaviour: Behaviour

  static let names = [
    "says nothing",
    "a byte of its head a second",
    "a byte of its body a second",
    "stops in the middle",
    "a head without end",
    "a body without end",
    "1 GB of spaces in 1 MB",
    "57 MB of entries in 0.2 MB",
    "a title of 31 MB",
    "4 MB dripped in pieces of 64 KB",
    "resets",
    "hangs up",
    "HTTP 500",
    "redirects to itself",
  ]

  /// One of each kind, in the order of the names.
  static func all() throws -> [Misbehaviour] {
    let item = "<item><title>\(String(repeating: "x", count: 200))</title></item>"
    let feed = Array("<rss version=\"2.0\"><channel>\(item)</channel></rss>".utf8)
    let zeros = try compressed(Array(repeating: 0x20, count: 100 << 20))
    let items = try compressed(
      Array("<rss version=\"2.0\"><channel>".utf8)
        + Array(String(repeating: item, count: 250_000).utf8))
    let title = Array("<rss version=\"2.0\"><channel><title>".utf8)
    func reply(_ delivery: Reply.Delivery, _ body: [UInt8], gzip: Bool = false) -> Behaviour {
      .reply(
        Reply(
          headers: [("Content-Type", "application/rss+xml")]
            + (gzip ? [("Content-Encoding", "gzip")] : []), body: body, delivery: delivery))
    }
    return [
      Misbehaviour(name: "says nothing", behaviour: .silence),
      Misbehaviour(
        name: "a byte of its head a second",
        behaviour: reply(.dripHead(bytes: 1, pause: .seconds(1)), feed)),
      Misbehaviour(
        name: "a byte of its body a second",
        behaviour: reply(.drip(bytes: 1, pause: .seconds(1)), feed)),
      Misbehaviour(name: "stops in the middle", behaviour: reply(.stall(after: 100), feed)),
      Misbehaviour(name: "a head without end", behaviour: reply(.endlessHead, [])),
      Misbehaviour(
        name: "a body without end",
        behaviour: reply(.endless, title + Array(repeating: 0x78, count: 1 << 20))),
      Misbehaviour(
        name: "1 GB of spaces in 1 MB",
        behaviour: reply(.whole, Array(repeatElement(zeros, count: 10).joined()), gzip: true)),
      Misbehaviour(
        name: "57 MB of entries in 0.2 MB", behaviour: reply(.untilClose, items, gzip: true)),
      Misbehaviour(
        name: "a title of 31 MB",
        behaviour: reply(.whole, title + Array(repeating: 0x78, count: 31 << 20))),
      Misbehaviour(
        name: "4 MB dripped in pieces of 64 KB",
        behaviour: reply(
          .drip(bytes: 64 << 10, pause: .milliseconds(500)), Array(repeating: 0x20, count: 4 << 20))
      ),
      Misbehaviour(name: "resets", behaviour: .reset),
      Misbehaviour(name: "hangs up", behaviour: .hangUp),
      Misbehaviour(name: "HTTP 500", behaviour: .reply(.status(500))),
      Misbehaviour(
        name: "redirects to itself",
        behaviour: .choose { .reply(.redirect(301, to: $0.path + "?x")) }),
    ]
  }

  private static func compressed(_ bytes: [UInt8]) throws -> [UInt8] {
    var count = 0
    guard let start = feed_compress(bytes, bytes.count, &count) else {
      throw RunFailure("zlib has no memory")
    }
    defer { free(start) }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }
}

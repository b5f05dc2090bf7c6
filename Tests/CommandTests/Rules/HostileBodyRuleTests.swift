import Foundation
import Support
import Testing

/// Rules of size: counted while it streams in, on the wire and decompressed; nothing is stored.
@Suite struct HostileBodyRuleTests {
  static let filler = Array("<item><title>More and more</title></item>\n".utf8)

  static let bodies: [(name: String, Behaviour, String)] = {
    let gzip = [("Content-Encoding", "gzip")]
    func endless(_ headers: [(String, String)] = []) -> Behaviour {
      .reply(
        Reply(
          headers: headers, body: (0..<2000).flatMap { _ in filler }, delivery: .endless))
    }
    return [
      ("endless", endless(), "too large: more than 32 MB"),
      (
        "a length of 50 MB", .reply(Reply(body: filler, delivery: .length(50 << 20))),
        "too large: more than 32 MB"
      ),
      (
        "bomb", .reply(Reply(headers: gzip, body: Gzip.bomb(count: 80 << 20))),
        "too large: more than 64 MB decompressed"
      ),
      (
        "endless headers", .reply(Reply(delivery: .endlessHead)),
        "too large: more than 64 KB of headers"
      ),
      (
        "a long header", .reply(.feed("", ("X-Long", String(repeating: "x", count: 70_000)))),
        "too large: more than 64 KB of headers"
      ),
      (
        "interim answers without end",
        .raw(
          Array((0..<9000).map { _ in "HTTP/1.1 103 Wait\r\n\r\n" }.joined().utf8)),
        "too large: more than 64 KB of headers"
      ),
    ]
  }()

  @Test(arguments: bodies.indices) func tooMuchIsAnErrorAndNothingIsStored(_ index: Int) throws {
    let (name, behaviour, problem) = Self.bodies[index]
    let scene = try RuleScene(
      [
        "/feed": .sequence([.reply(.feed(rss("Good"))), behaviour]),
        "/other": .reply(.feed(rss("One"))),
      ],
      feeds: ["/feed", "/other"])
    try scene.fetch()
    let run = try scene.fetch("--force")
    #expect(run.feeds.map(\.error) == [problem, ""], "\(name)")
    #expect(run.isDue(run.feeds[0], in: 1800))
    #expect(try scene.titles() == ["Good", "One"])
  }

  /// A title of megabytes is a title of 500 characters.
  @Test func aTitleIsOneShortLine() throws {
    let long = String(repeating: "lever ", count: 400_000)
    let scene = try RuleScene(
      .reply(.feed(rss(items: ["<item><guid>1</guid><title>\(long)</title></item>"]))))
    try scene.fetch()
    let title = try #require(scene.titles().first)
    #expect(title.count <= 500 && title.hasPrefix("lever lever"))
  }

  /// Entities that are declared are none: nothing is read, fetched or multiplied.
  @Test(arguments: [
    "<!ENTITY x SYSTEM \"file:///etc/passwd\">", "<!ENTITY x SYSTEM \"SERVER/entity\">",
    "<!ENTITY % x SYSTEM \"SERVER/entity\"> %x;",
    "<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;&b;\">",
  ])
  func entitiesAreNotRead(_ declaration: String) throws {
    let scene = try RuleScene(["/entity": .reply(.feed("ENTITY"))])
    let body = """
      <?xml version="1.0"?><!DOCTYPE rss [\(declaration)]>
      <rss version="2.0"><channel><title>F</title><item><guid>1</guid><title>A &x; b</title></item></channel></rss>
      """.replacing("SERVER", with: scene.server.address(""))
    scene.server.route("/feed", .reply(.feed(body)))
    try scene.fetch()
    #expect(scene.asked == ["/feed"])
    for title in try scene.titles() {
      #expect(!title.contains("root:") && !title.contains("ENTITY") && !title.contains("lollol"))
    }
  }

  /// An answer that is cut off anywhere is as if it had not come.
  @Test func afterAResetAllIsReadTheNextTime() throws {
    let whole = Array(rss("One", "Two").utf8)
    let scene = try RuleScene(
      .sequence([
        .reply(Reply(body: whole, delivery: .reset(after: 150))), .reply(Reply(body: whole)),
      ]))
    #expect(try scene.fetch().feed.entries == 0)
    #expect(try scene.fetch("--force").feed.entries == 2)
  }
}

import Foundation
import Support
import Testing

/// Lines of the feed list that name files outside the workspace, or no address that feeds are read
/// from: listed with what is wrong, and never asked for, opened or read.
@Suite struct RefusedFeedTests {
  private let folder: TemporaryFolder
  private let tool: Tool
  private let server: LoopbackServer
  /// What is listed beside the good feed.
  private let refused: [String]

  private static let reason = "refused: feeds are read from http and https only"
  private static let outside = "refused: feed files are read from inside the workspace only"

  init() throws {
    server = try LoopbackServer(routes: ["/feed": .reply(.feed(rss("One")))])
    let elsewhere = try TemporaryFolder()
    try elsewhere.write(rss("Secret"), to: "saved.xml")
    refused = [
      "file://\(elsewhere.path)saved.xml", "file:///etc/passwd",
      "ftp://ann:SECRET@127.0.0.1:\(server.port)/y?token=SECRET", "\(elsewhere.path)saved.xml",
    ]
    folder = try TemporaryFolder.workspace(feeds: refused + [server.address("/feed")])
    tool = Tool(in: folder)
  }

  @Test func whatIsRefusedIsListedAndNeverRead() throws {
    for arguments in [["fetch"], ["fetch", "--force"]] {
      let outcome = try tool.run(arguments)
      #expect(outcome.output.hasPrefix("1 feed: 1 "))
      for line in 3...6 { #expect(outcome.messages.contains("feeds.opml:\(line): \"")) }
      #expect(!outcome.messages.contains("SECRET"))
      #expect(outcome.code == 1)
    }
    #expect(Set(server.requests.map(\.path)) == ["/feed"])
    let listed = try tool("feeds", "list", "--json")
    let feeds = try Feeds(listed.output).feeds
    #expect(
      feeds.map(\.url) == [
        server.address("/feed"), refused[0], refused[1],
        "ftp://127.0.0.1:\(server.port)/y?token=…", refused[3],
      ])
    #expect(feeds.map(\.state) == ["ok", "failing", "failing", "failing", "failing"])
    #expect(feeds.map(\.error) == ["", Self.reason, Self.reason, Self.reason, Self.outside])
    #expect(feeds.map(\.entries) == [1, 0, 0, 0, 0])
    #expect(listed.code == 1)
    #expect(try ListedPosts(tool("posts", "--json").output).posts.map(\.title) == ["One"])
  }

  @Test func whatIsRefusedIsToldInTheList() throws {
    let output = try tool("feeds", "list").output
    #expect(
      output.contains(
        """
        failing      0 posts · F
                 file:///etc/passwd
                 \(Self.reason)
                 never read yet

        """))
    #expect(output.hasSuffix("\n5 feeds: 0 well, 4 failing, 1 never read\n"))
    #expect(!output.contains("SECRET"))
  }

  @Test func askingForItByNameTellsWhyNot() throws {
    for arguments in [["fetch", "--feed"], ["feeds", "enable"]] {
      let outcome = try tool.run(arguments + ["file:///etc/passwd"])
      #expect(
        outcome.messages
          == "mingle: file:///etc/passwd is refused: feeds are read from http and https only\n")
      #expect(outcome.code == 2)
    }
  }

  @Test func itIsRemovedLikeAnyFeedAndGivenToNobody() throws {
    #expect(!(try tool("feeds", "export").output.contains("passwd")))
    for (feed, shown) in zip(refused, try Feeds(listing()).feeds.dropFirst().map(\.url)) {
      #expect(try tool("feeds", "remove", feed).output == "removed \(shown)\n")
    }
    #expect(try Feeds(listing()).feeds.map(\.url) == [server.address("/feed")])
    #expect(try tool("fetch").code == 0)
  }

  /// A list is anybody's text: nothing of it acts on a terminal.
  @Test func itsTextDoesNotActOnATerminal() throws {
    let folder = try TemporaryFolder.workspace(feeds: ["x:\u{9B}31m\u{202E}\u{2066}y\u{FEFF}"])
    let tool = Tool(in: folder)
    for arguments in [["feeds", "list"], ["feeds", "list", "--json"], ["fetch"], ["doctor"]] {
      let outcome = try tool.run(arguments)
      let scalars = (outcome.output + outcome.messages).unicodeScalars.map(\.value)
      let active = scalars.filter {
        (0x7F...0x9F).contains($0) || (0x202A...0x202E).contains($0)
          || (0x2066...0x2069).contains($0) || $0 == 0xFEFF
      }
      #expect(active.isEmpty, "\(arguments)")
    }
  }

  private func listing() throws -> String { try tool("feeds", "list", "--json").output }
}

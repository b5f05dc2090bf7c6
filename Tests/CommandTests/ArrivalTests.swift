import Foundation
import Support
import Testing

/// Whatever order posts come in, and through whatever feeds, they make the same conversations.
@Suite struct ArrivalTests {
  private static let threads = GeneratedThreads(posts: 2000, feeds: 6, seed: 7)
  private static let profile = """
    business: Test
    keywords:
      lever machine: 5
      grinder: 3
      espresso AND NOT holiday: 2
    """

  /// What is listed, byte for byte, but for the moment at which it was.
  private func listing(_ count: Int, shuffledBy seed: UInt64?, _ arguments: String...) throws
    -> String
  {
    let folder = try TemporaryFolder.workspace(feeds: Self.threads.feeds, profile: Self.profile)
    let tool = Tool(in: folder)
    for fetch in Self.threads.fetches(count, shuffledBy: seed) {
      for feed in Self.threads.feeds {
        try folder.write(fetch[feed] ?? Self.empty, to: feed)
      }
      let outcome = try tool("fetch", "--force")
      #expect(outcome.code == 0, "\(outcome.messages)")
    }
    let outcome = try tool.run(
      ["today", "--no-fetch", "--since", "all", "--on", "2026-03-05", "--json"] + arguments)
    #expect(outcome.messages == "")
    return outcome.output.replacing(/"generated_at" : "[^"]*"/, with: "\"generated_at\" : \"\"")
  }

  private static let empty = """
    <feed xmlns="http://www.w3.org/2005/Atom"><title>Room</title><id>urn:room</id></feed>
    """

  @Test func postsInAnyOrderMakeTheSameConversations() throws {
    let inOrder = try listing(3, shuffledBy: nil, "--all", "--limit", "100000")
    let conversations = try Listing(inOrder).conversations
    #expect(conversations.count > 200)
    #expect(conversations.contains { $0.posts > 20 })
    #expect(conversations.count { !$0.also_at.isEmpty } > 5)
    for seed in 1...2 as ClosedRange<UInt64> {
      let shuffled = try listing(
        3 + Int(seed), shuffledBy: seed, "--all", "--limit", "100000")
      let lines = zip(inOrder.split(separator: "\n"), shuffled.split(separator: "\n"))
      let difference = lines.first { $0 != $1 }.map { "\($1) instead of \($0)" }
      #expect(difference == nil)
      #expect(shuffled.utf8.count == inOrder.utf8.count)
    }
  }
}

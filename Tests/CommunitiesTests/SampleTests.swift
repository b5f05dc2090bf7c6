import Communities
import Conversations
import Foundation
import Parsing
import Support
import Testing

/// Every sample of `feeds/demo`, as the posts that its community makes of it.
@Suite struct SampleTests {
  @Test(arguments: Samples.feeds)
  func becomesPosts(name: String) throws {
    let file = Samples.demo.appending(path: "samples/\(name)")
    let document = try parse([UInt8](Data(contentsOf: file)), contentType: nil, base: nil)
    let posts = posts(of: document, feed: "samples/\(name)")
    #expect(posts.count == document.entries.count)
    try expectGolden(posts.map(description).joined(separator: "\n"), name)
  }

  @Test func thereAreSamples() {
    #expect(Samples.feeds.count >= 19)
  }

  private func description(_ post: Post) -> String {
    let role =
      switch post.role {
      case .opening: "opening"
      case .reply(let to): "reply" + (to.map { " to \($0)" } ?? "")
      }
    let text = post.text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "    \($0)\n" }.joined()
    return """
      \(post.id)
        \(role) in \(post.community), thread \(post.thread.replacing("\n", with: "\\n"))
        title: \(post.title)
        by \(post.author ?? "?") at \(post.published?.formatted(.iso8601) ?? "?"), \
      edited \(post.edited?.formatted(.iso8601) ?? "never"), replies \(post.replies.map(String.init) ?? "?")
        discussion: \(post.discussion?.text ?? "?")
        link: \(post.link?.text ?? "?")
        external: \(post.external?.text ?? "none")
        tags: \(post.tags.joined(separator: ", "))
      \(standing(post))\(text)
      """
  }

  /// What a place tells of a thread, where it tells something.
  private func standing(_ post: Post) -> String {
    var lines: [String] = []
    if let votes = post.votes { lines.append("votes: \(votes)") }
    if post.access != .open { lines.append("access: \(post.access.rawValue)") }
    if post.isPinned { lines.append("pinned") }
    if let feed = post.repliesFeed { lines.append("replies in: \(feed.text)") }
    return lines.map { "  \($0)\n" }.joined()
  }
}

internal import ArgumentParser
internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle

struct PostsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "posts",
    abstract: "List every stored post.",
    discussion: """
      Examples:
        mingle posts            one line a post: date, feed, title, link
        mingle posts --json     with guid and content, for a program
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var output: JSONOption

  func run() async throws {
    let workspace = try OpenWorkspace(place.locate(), now: Date(), mode: .reading)
    if output.json {
      // Post by post, so that a store of any size can be listed.
      try Output.line("{\"posts\":[")
      try await workspace.forEachPost { number, post in
        try Output.line((number == 0 ? "" : ",") + (try PostDocument(post).line()))
      }
      try Output.line("]}")
    } else {
      try await workspace.forEachPost { _, post in
        let date = post.published.map { $0.formatted(.iso8601) } ?? "-"
        let fields = [date, Address.redacted(post.feed), post.title, post.link?.redacted ?? "-"]
        try Output.line(fields.map { printable($0, keepsLines: false) }.joined(separator: "\t"))
      }
    }
  }
}

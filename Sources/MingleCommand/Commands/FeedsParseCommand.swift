internal import ArgumentParser
internal import Foundation
internal import Mingle

struct FeedsParseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Read one feed and print it as JSON Feed 1.1.",
    discussion: """
      Examples:
        mingle feeds parse feed.xml
        mingle feeds parse https://blog.example/feed
        curl https://blog.example/feed | mingle feeds parse - --base-url https://blog.example/

      No workspace is needed and nothing is stored.
      """)

  @Option(
    name: .long,
    help: ArgumentHelp("The Content-Type that the file was served with.", valueName: "type"))
  var contentType: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The address that relative links refer to.", valueName: "url"))
  var baseUrl: String?

  // There is nothing but JSON to print; the flag is accepted so that scripts can add it everywhere.
  @Flag(name: .long, help: .hidden)
  var json = false

  @Argument(
    help: ArgumentHelp("A file, an address, or - for standard input.", valueName: "source"))
  var source: String

  func run() async throws {
    let environment = ProcessInfo.processInfo.environment
    let feed: [[UInt8]]
    if source.hasPrefix("http://") || source.hasPrefix("https://") {
      feed = try await parsedFeed(at: source, environment: environment)
    } else {
      let bytes = try Input.bytes(of: source, limit: 64 << 20)
      feed = try parsedFeed(bytes, contentType: contentType, base: baseUrl, name: source)
    }
    for block in feed { try Output.bytes(block) }
  }
}

import Foundation
import Support
import Testing

/// The passing line of a refresh, on a terminal that `script` of util-linux plays.
@Suite struct ProgressTests {
  private static let hasTerminal = ["/usr/bin/script", "/bin/script"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private static func needsScript() -> ConditionTrait {
    .enabled("needs the script command of util-linux") { hasTerminal }
  }

  private let server: LoopbackServer
  private let tool: Tool

  init() throws {
    server = try LoopbackServer(routes: [
      "/a": .reply(
        .feed(
          "<rss version=\"2.0\"><channel><title>A</title><item><guid>1</guid></item></channel></rss>"
        ))
    ])
    let folder = try TemporaryFolder.workspace(
      feeds: [server.address("/a"), server.address("/\(String(repeating: "missing", count: 40))")])
    tool = Tool(in: folder, environment: ["TERM": "xterm"])
  }

  /// What stands on a terminal of so many columns.
  private func screen(_ command: String, columns: Int = 80) throws -> String {
    let line = "script -qec 'stty cols \(columns); \(command)' /dev/null"
    return try tool.shell(line).output
  }

  private func passingLines(_ screen: String) -> [Substring] {
    screen.split(separator: "\r\u{1B}[2K", omittingEmptySubsequences: false).dropFirst()
      .map { $0.prefix { $0 != "\r\n" } }
  }

  @Test(needsScript()) func itIsDrawnAndWiped() throws {
    let screen = try screen("mingle fetch")
    let lines = passingLines(screen)
    #expect(lines.first == "0 of 2 feeds")
    // What is said stands where the line was.
    #expect(lines.last?.hasPrefix("mingle: http://127.0.0.1:") == true)
    #expect(screen.hasSuffix("\r\n2 feeds: 1 read, 1 failed; 1 new post\r\n"))
  }

  @Test(needsScript(), arguments: [5, 20, 40]) func itFitsTheTerminal(columns: Int) throws {
    for line in try passingLines(screen("mingle fetch", columns: columns)).dropLast() {
      #expect(line.count < columns)
    }
  }

  @Test(
    needsScript(),
    arguments: ["TERM=dumb mingle fetch", "mingle fetch --json", "mingle fetch 2>&1 | cat"])
  func itIsSilent(command: String) throws {
    let screen = try screen(command)
    #expect(screen.contains("failed"))
    #expect(!screen.contains("\u{1B}"))
    #expect(!screen.contains("0 of 2"))
  }
}

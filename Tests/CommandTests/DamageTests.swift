import Foundation
import GRDB
import Support
import Testing

/// A database that was damaged: nobody is told anything wrong, and what can be read of it is saved.
@Suite struct DamageTests {
  private static let today = ["today", "--no-fetch", "--on", "2026-03-14"]

  private let folder: TemporaryFolder
  private let tool: Tool
  private let sound: [UInt8]
  private var file: URL { folder.url.appending(path: ".mingle/mingle.db") }

  init() throws {
    folder = try TemporaryFolder.demo()
    tool = Tool(in: folder)
    #expect(try tool("fetch").code == 0)
    #expect(try tool("join", "aa6w", "--as", "helped").code == 0)
    sound = Array(try Data(contentsOf: folder.url.appending(path: ".mingle/mingle.db")))
  }

  private func expectRefused(_ arguments: [String], _ name: String) throws {
    let before = try Data(contentsOf: file)
    let outcome = try tool.run(arguments)
    #expect(
      outcome.messages.contains("mingle.db: this is not a sound Mingle database ("), "\(name)")
    #expect(outcome.messages.hasSuffix("by: mingle doctor --recover\n"), "\(name)")
    #expect(outcome.output == "", "\(name)")
    #expect(outcome.code == 3, "\(name)")
    #expect(try Data(contentsOf: file) == before, "\(name)")
  }

  /// Saves what can be, puts it into the place of the damaged file as it is told, and returns what that
  /// said.
  private func recovered() throws -> Tool.Outcome {
    let before = try Data(contentsOf: file)
    let outcome = try tool("doctor", "--recover")
    #expect(try Data(contentsOf: file) == before)
    guard outcome.code == 0 else { return outcome }
    let commands = outcome.output.split(separator: "\n").filter {
      $0.hasPrefix("  mv ") || $0.hasPrefix("  rm ")
    }
    #expect(try tool.shell(commands.joined(separator: "\n")).code == 0)
    return outcome
  }

  @Test(arguments: 0..<20) func flippedBytesAreNoticed(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var bytes = sound
    for _ in 0..<64 {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    try Data(bytes).write(to: file)
    try expectRefused(Self.today, "today")
    #expect(try tool("doctor").code == 3)
    let saved = try recovered()
    #expect(saved.code == 0)
    #expect(saved.output.contains("\nSaved 27 feeds, "))
    let after = try tool("doctor")
    #expect(after.output.contains("mingle.db: sound; 27 feeds, "), "\(after)")
    #expect(try tool.run(Self.today).code == 0)
    // What was lost comes again.
    #expect(try tool("fetch", "--force").code == 0)
    #expect(try ListedPosts(tool("posts", "--json").output).posts.count >= 147)
  }

  @Test(arguments: [
    ("half", 27), ("header", 27), ("first page", 27), ("text", 0), ("zeros", 0), ("short", 0),
  ])
  func whateverStandsInItsPlaceIsNoticed(name: String, feeds: Int) throws {
    let bytes: [UInt8] =
      switch name {
      case "half": Array(sound.prefix(sound.count / 2))
      case "header": Array(repeating: 0xEE, count: 100) + sound.dropFirst(100)
      case "first page": Array(repeating: 0xEE, count: 4096) + sound.dropFirst(4096)
      case "text": Array(String(repeating: "Dear diary\n", count: 500).utf8)
      case "zeros": Array(repeating: 0, count: sound.count)
      default: Array("abc".utf8)
      }
    try Data(bytes).write(to: file)
    for command in [Self.today, ["fetch"], ["feeds", "list"], ["posts"], ["report"]] {
      try expectRefused(command, "\(command)")
    }
    let saved = try recovered()
    guard feeds > 0 else {
      #expect(
        saved.messages == "mingle: nothing could be read of .mingle/mingle.db: no file was made\n")
      #expect(saved.code == 3)
      #expect(
        try FileManager.default.contentsOfDirectory(
          atPath: folder.url.appending(path: ".mingle").path
        )
        .allSatisfy { !$0.contains("recovered") })
      return
    }
    #expect(saved.output.contains("\nSaved \(feeds) feeds, "))
    #expect(try tool("doctor").code == 0)
    // What the team did can be fetched from nowhere.
    #expect(try tool("history").output.contains("helped"))
  }

  /// A second rescue does not overwrite the first.
  @Test func everyRescueIsAFileOfItsOwn() throws {
    try Data(sound.prefix(sound.count / 2)).write(to: file)
    #expect(try tool("doctor", "--recover").output.contains("mingle.db.recovered\n"))
    #expect(try tool("doctor", "--recover").output.contains("mingle.db.recovered-2\n"))
  }

  @Test func aNewerDatabaseIsNotRecovered() throws {
    let queue = try DatabaseQueue(path: file.path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: later')") }
    try queue.close()
    let before = try Data(contentsOf: file)
    let outcome = try tool("doctor", "--recover")
    #expect(outcome.output.contains("made by a newer Mingle"))
    #expect(outcome.code == 3)
    #expect(try Data(contentsOf: file) == before)
  }
}

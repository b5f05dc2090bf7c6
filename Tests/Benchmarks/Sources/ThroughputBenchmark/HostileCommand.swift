import ArgumentParser
import Foundation
import Measuring
import Support

/// Measures how long bad servers hold up a refresh, and how much memory they take.
struct HostileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hostile",
    abstract: "Measure refreshes of feeds that all misbehave, a table of times and memory.",
    discussion: """
      Examples:
        throughput hostile
        throughput hostile --feeds 64 --only "says nothing"
      """)

  @Option(help: "How many feeds.")
  var feeds = 200

  @Option(help: "How many of them share a host.")
  var perHost = 2

  @Option(help: ArgumentHelp("Only what is called so.", valueName: "name"))
  var only: String?

  @Option(help: ArgumentHelp("The built mingle.", valueName: "path"))
  var mingle = Checkout.release

  func run() throws {
    print(
      """
      | \(feeds) feeds, \(perHost) on a host | wall | CPU | peak memory | told |
      |---|---|---|---|---|
      """)
    for name in Misbehaviour.names where only.map({ $0 == name }) ?? true { try measure(name) }
    if only == nil { try measure("all") }
  }

  private func measure(_ name: String) throws {
    let folder = try Scratch()
    let server = MisbehavingProcess(name, feeds: feeds, perHost: perHost)
    let workspace = Workspace(folder.url, tool: mingle)
    try workspace.write(feeds: server.urls())
    try workspace.write(profile: Profile(business: "Harbor", keywords: [("lever machine", 5)]))
    try workspace.write("allow_networks: [127.0.0.0/8]\n", to: "settings.yaml")
    let run = try Run.program(mingle, ["fetch", "--workspace", folder.url.path])
    let told = String(decoding: run.output, as: UTF8.self).trimmingCharacters(in: .newlines)
    let why = run.messages.split(separator: "\n").first?.split(separator: ": ").dropFirst(2) ?? []
    print(
      "| \(name) | \(String(format: "%.1f s", run.wall / .seconds(1)))",
      "| \(String(format: "%.1f s", run.cpu / .seconds(1))) | \(run.peak >> 20) MB",
      "| \(told): \(why.joined(separator: ": ")) |")
  }
}

/// The servers, in a process of their own so that their memory is nobody else's.
struct MisbehaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "misbehave", abstract: "Serve what misbehaves until standard input ends.")

  @Argument(help: "How.")
  var name: String

  @Argument(help: "How many feeds.")
  var feeds: Int

  @Argument(help: "How many of them share a host.")
  var perHost: Int

  func run() throws {
    let kinds = try Misbehaviour.all().filter { name == "all" || $0.name == name }
    let hosts = (feeds + perHost - 1) / perHost
    let servers = try (0..<hosts).map {
      try LoopbackServer(host: "127.0.\($0 / 200 + 1).\($0 % 200 + 1)")
    }
    var urls: [String] = []
    for number in 0..<feeds {
      let server = servers[number % hosts]
      server.route("/\(number)", kinds[number % kinds.count].behaviour)
      urls.append(server.address("/\(number)"))
    }
    try FileHandle.standardOutput.write(
      contentsOf: Data((urls.joined(separator: "\n") + "\n\n").utf8))
    _ = try FileHandle.standardInput.readToEnd()
    withExtendedLifetime(servers) {}
  }
}

/// Servers that run.
private final class MisbehavingProcess {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()

  init(_ name: String, feeds: Int, perHost: Int) {
    process.executableURL = URL(filePath: Bundle.main.executablePath ?? CommandLine.arguments[0])
    process.arguments = ["misbehave", name, "\(feeds)", "\(perHost)"]
    process.standardInput = input
    process.standardOutput = output
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.terminate()
    process.waitUntilExit()
  }

  /// Starts them, and returns the feeds.
  func urls() throws -> [String] {
    try process.run()
    var text = ""
    while !text.hasSuffix("\n\n") {
      let piece = output.fileHandleForReading.availableData
      guard !piece.isEmpty else { throw RunFailure("the servers did not start") }
      text += String(decoding: piece, as: UTF8.self)
    }
    return text.split(separator: "\n").map(String.init)
  }
}

import Foundation
import Measuring

/// Mingle and curl in turns, on one server.
struct Trial {
  let server: Server
  let feeds: Int
  let perHost: Int
  let connections: Int
  let mingle: String
  let scratch: URL
  let latency: Int

  /// A line of the table.
  struct Row {
    var latency: Int
    var what: String
    var who: String
    var feeds: Int
    var run: Run
    var figures: Server.Figures

    var line: String {
      let wall = run.wall / .seconds(1)
      let cells = [
        "\(latency) ms", what, who, "\(Int(Double(feeds) / wall))",
        String(format: "%.2f s", wall), String(format: "%.2f s", run.cpu / .seconds(1)),
        "\(run.peak >> 20) MB", "\(figures.connections)", "\(figures.mostOpen)",
      ]
      return "| \(cells.joined(separator: " | ")) |"
    }
  }

  private func url(_ number: Int) -> String {
    let host = number / perHost
    return "http://127.0.\(host / 200 + 1).\(host % 200 + 1):\(server.port)/\(number)"
  }

  /// The best of so many runs of each.
  func measure(runs: Int) throws -> [Row] {
    let urls = (0..<feeds).map(url)
    let folder = try Scratch(in: scratch)
    let list = folder.url.appending(path: "curl.txt")
    try urls.map { "url = \"\($0)\"\noutput = /dev/null\n" }.joined()
      .write(to: list, atomically: true, encoding: .utf8)
    var best: [String: Row] = [:]
    for number in 0..<runs {
      let workspace = try self.workspace(folder.url.appending(path: "\(number)"), urls)
      let plain = try self.workspace(folder.url.appending(path: "\(number)-plain"), urls)
      // Nobody knows the language of a profile with a mistake, so no words are indexed.
      try plain.write("keywords: [", to: "profile.yaml")
      for row in [
        try curl("cold", list, []), try fetch("cold, parsed and stored", plain),
        try fetch("cold, and the words indexed", workspace),
        try curl("all 304", list, ["-H", "If-None-Match: \"1\""]),
        try fetch("all 304", workspace),
      ] {
        let name = row.what + row.who
        if best[name].map({ row.run.wall < $0.run.wall }) ?? true { best[name] = row }
      }
    }
    return best.values.sorted { ($0.what, $0.who) < ($1.what, $1.who) }
  }

  private func workspace(_ folder: URL, _ urls: [String]) throws -> Workspace {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let workspace = Workspace(folder, tool: mingle)
    try workspace.write(feeds: urls)
    try workspace.write(
      profile: Profile(business: "Harbor", keywords: [("lever machine", 5), ("grinder", 3)]))
    try workspace.write(
      "allow_networks: [127.0.0.0/8]\nconnections: \(connections)\n", to: "settings.yaml")
    return workspace
  }

  private func curl(_ what: String, _ list: URL, _ arguments: [String]) throws -> Row {
    let run = try Run.program(
      "curl",
      [
        "--parallel", "--parallel-max", "\(connections)", "--parallel-immediate", "-s",
        "--compressed", "--noproxy", "*", "-K", list.path,
      ] + arguments
    ).succeeded("curl")
    return try row(what, "curl", run)
  }

  private func fetch(_ what: String, _ workspace: Workspace) throws -> Row {
    let run = try workspace.run("fetch", ["--force"])
    say(String(decoding: run.output, as: UTF8.self) + run.messages)
    return try row(what, "Mingle", run)
  }

  private func row(_ what: String, _ who: String, _ run: Run) throws -> Row {
    let figures = try server.figures()
    guard figures.requests == feeds else {
      throw RunFailure("\(who) asked \(figures.requests) times for \(feeds) feeds")
    }
    return Row(latency: latency, what: what, who: who, feeds: feeds, run: run, figures: figures)
  }

  private func say(_ message: String) {
    FileHandle.standardError.write(Data(message.utf8))
  }
}

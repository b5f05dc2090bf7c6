package import Foundation

/// The built `mingle`, run as people run it.
package struct Tool: Sendable {
  /// What a run printed, and how it ended.
  package struct Outcome: Sendable {
    package var output: String
    package var messages: String
    package var code: Int32
  }

  /// The folder it works in, which is its home too, so that nobody's real workspace is touched; it
  /// stays as long as the tool.
  private let home: TemporaryFolder
  /// The current folder of its runs.
  private let folder: URL
  package var environment: [String: String]

  /// A tool that may reach loopback servers, in UTC and without colours.
  package init(
    in home: TemporaryFolder, at path: String = "", environment: [String: String] = [:]
  ) {
    self.home = home
    folder = path.isEmpty ? home.url : home.url.appending(path: path)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    self.environment = [
      "PATH": path, "HOME": home.path, "TZ": "UTC", "LANG": "C.UTF-8",
      "MINGLE_ALLOW_NETWORKS": "127.0.0.0/8",
    ].merging(environment) { $1 }
  }

  /// Runs a command to its end; `input` is what stands on its standard input.
  package func callAsFunction(_ arguments: String..., input: String = "") throws -> Outcome {
    try run(arguments, input: input)
  }

  /// Runs a command to its end.
  package func run(_ arguments: [String], input: String = "") throws -> Outcome {
    try run(Self.executable(), arguments, input)
  }

  /// Runs a line of the shell in which the tool is called `mingle`.
  ///
  /// SIGCHLD is blocked in what a test starts: `wait` in the line would wait for ever.
  package func shell(_ line: String) throws -> Outcome {
    let folder = try Self.executable().deletingLastPathComponent().path(percentEncoded: false)
    var tool = self
    tool.environment["PATH"] = "\(folder):\(environment["PATH"] ?? "")"
    return try tool.run(URL(filePath: "/bin/sh"), ["-c", line], "")
  }

  /// Starts a command that the test will signal, or that runs beside another.
  package func start(_ arguments: [String]) throws -> RunningTool {
    try RunningTool(
      Self.executable(), arguments, in: folder, environment: environment, input: "")
  }

  private func run(_ program: URL, _ arguments: [String], _ input: String) throws -> Outcome {
    try RunningTool(program, arguments, in: folder, environment: environment, input: input)
      .finish()
  }

  /// Where the package manager put the built tool: beside the tests.
  package static func executable() throws -> URL {
    let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
    let places = bundles + [Bundle.main.executableURL, Bundle.main.bundleURL].compactMap { $0 }
    for place in places {
      for folder in [place.deletingLastPathComponent(), place] {
        let tool = folder.appending(path: "mingle")
        if FileManager.default.isExecutableFile(atPath: tool.path) { return tool }
      }
    }
    throw CocoaError(.fileNoSuchFile)
  }
}

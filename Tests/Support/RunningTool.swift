internal import Foundation

/// A run of the tool that has begun, and may be signalled before it ends.
package struct RunningTool: Sendable {
  private let process: Process
  /// Holds what it prints.
  private let files: TemporaryFolder

  /// Starts a program with `input` on its standard input.
  init(
    _ program: URL, _ arguments: [String], in folder: URL, environment: [String: String],
    input: String
  ) throws {
    process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    files = try TemporaryFolder()
    process.standardInput = try FileHandle(forReadingFrom: files.write(input, to: "input"))
    process.standardOutput = try FileHandle(forWritingTo: files.write("", to: "output"))
    process.standardError = try FileHandle(forWritingTo: files.write("", to: "messages"))
    try process.run()
  }

  /// Sends it a signal, if it still runs.
  package func signal(_ number: Int32) {
    if process.isRunning { kill(process.processIdentifier, number) }
  }

  package var isRunning: Bool { process.isRunning }

  /// Waits for its end.
  package func finish() throws -> Tool.Outcome {
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      try String(contentsOf: files.url.appending(path: name), encoding: .utf8)
    }
    return Tool.Outcome(
      output: try text("output"), messages: try text("messages"),
      code: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus)
  }
}

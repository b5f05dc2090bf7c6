import Foundation
import Measuring

/// The server while it runs.
final class Server {
  private let process = Process()
  let port: Int

  /// What it counted since it was asked the last time.
  struct Figures {
    var requests: Int
    var connections: Int
    var mostOpen: Int
  }

  init(_ folder: URL, own: String, latency: Int) throws {
    let output = Pipe()
    process.executableURL = URL(filePath: own)
    process.arguments = ["serve", folder.path, "--latency", "\(latency)"]
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw RunFailure("the server did not start")
    }
    self.port = port
  }

  deinit {
    _ = try? ask("end")
    process.waitUntilExit()
  }

  func figures() throws -> Figures {
    let numbers = try ask("figures").split(separator: " ").compactMap {
      Int($0.trimmingCharacters(in: .newlines))
    }
    guard numbers.count == 3 else { throw RunFailure("the server does not tell its figures") }
    return Figures(requests: numbers[0], connections: numbers[1], mostOpen: numbers[2])
  }

  private func ask(_ what: String) throws -> String {
    let run = try Run.program("curl", ["-s", "http://127.0.0.1:\(port)/\(what)"]).succeeded("curl")
    return String(decoding: run.output, as: UTF8.self)
  }
}

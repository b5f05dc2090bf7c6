internal import Foundation

/// An HTTPS server with a certificate of its own making.
package final class SecureServer {
  private static let tool = "/usr/bin/openssl"
  /// Whether there is an `openssl` to serve with.
  package static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: tool) }

  package let port: Int
  private let process = Process()
  private let folder: TemporaryFolder

  /// Makes the certificate and listens on a free port of 127.0.0.1.
  package init() throws {
    folder = try TemporaryFolder()
    let key = folder.path + "key.pem"
    let certificate = folder.path + "certificate.pem"
    let maker = Process()
    maker.executableURL = URL(filePath: Self.tool)
    maker.arguments = [
      "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=127.0.0.1",
      "-keyout", key, "-out", certificate,
    ]
    maker.standardError = FileHandle.nullDevice
    try maker.run()
    maker.waitUntilExit()

    let output = Pipe()
    process.executableURL = URL(filePath: Self.tool)
    process.arguments = [
      "s_server", "-accept", "127.0.0.1:0", "-www", "-key", key, "-cert", certificate,
    ]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = Pipe()
    try process.run()
    // It says "ACCEPT 127.0.0.1:41283" when it is ready.
    var said = ""
    while !said.contains("ACCEPT") || !said.hasSuffix("\n") {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { throw Sockets.Failure(call: "openssl \(said)", code: EPIPE) }
      said += String(decoding: more, as: UTF8.self)
    }
    let digits = said.suffix(while: { $0 != ":" })
    port = Int(digits.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }

  deinit {
    // A process that a test starts inherits blocked signals, SIGTERM among them, and would stay.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}

extension String {
  /// The longest end of the text whose characters all fit.
  fileprivate func suffix(while fits: (Character) -> Bool) -> Substring {
    guard let last = lastIndex(where: { !fits($0) }) else { return self[...] }
    return self[index(after: last)...]
  }
}

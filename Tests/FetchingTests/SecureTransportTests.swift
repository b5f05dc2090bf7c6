import Conversations
import Fetching
import Foundation
import Support
import Testing

/// Certificates are tested against the `openssl` tool, for the loopback server knows no TLS.
@Suite struct SecureTransportTests {
  @Test(.enabled(if: SecureServer.isPossible, "there is no /usr/bin/openssl"))
  func aCertificateThatNobodySignedIsRefused() async throws {
    let server = try SecureServer()
    let said = words(try await fetch("https://127.0.0.1:\(server.port)/"))
    #expect(said.hasPrefix("the certificate of 127.0.0.1 is not valid: "), "\(said)")
  }

  @Test func aServerWithoutTLSIsSaid() async throws {
    let server = try LoopbackServer(routes: ["/": .reply(.feed("<rss/>"))])
    let said = words(
      try await fetch("https://127.0.0.1:\(server.port)/") { $0.firstByte = .seconds(2) })
    #expect(!said.isEmpty)
    #expect(server.requests.isEmpty)
  }
}

/// An HTTPS server with a certificate of its own making.
private final class SecureServer {
  static let tool = "/usr/bin/openssl"
  static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: tool) }

  let port: Int
  private let process = Process()
  private let folder: TemporaryFolder

  init() throws {
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
      try #require(!more.isEmpty, "openssl ended: \(said)")
      said += String(decoding: more, as: UTF8.self)
    }
    let digits = said.suffix(while: { $0 != ":" })
    port = try #require(Int(digits.trimmingCharacters(in: .whitespacesAndNewlines)))
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

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

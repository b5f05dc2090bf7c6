import Foundation
import Support
import Testing

@testable import Fetching

@Suite struct HeaderTests {
  @Test func aFieldMayGoOnInTheNextLine() {
    var headers = Headers()
    for line in [
      "Cache-Control: public,\r\n", "\tmax-age=7200\r\n", "Retry-After:\r\n", " 60 \r\n",
    ] {
      headers.append(line: Array(line.utf8))
    }
    #expect(headers.text("cache-control") == "public, max-age=7200")
    #expect(headers.text("retry-after") == "60")
  }

  @Test func whatGoesOnWithNothingIsDropped() {
    var headers = Headers()
    for line in [" alone\r\n", "\r\n", "  \r\n", "A: b\r\n", "no colon\r\n"] {
      headers.append(line: Array(line.utf8))
    }
    #expect(headers == Headers(["A": "b"]))
  }

  @Test(arguments: [
    "Tue, 24 Nov 2026 05:18:39 GMT", "Tue, 24 Nov 2026 05:18:39 -0000",
    "Tue, 24 Nov 2026 05:18:39 +0000", "Tuesday, 24-Nov-26 05:18:39 GMT",
    "Tue Nov 24 05:18:39 2026",
  ])
  func datesAreReadInEachForm(_ text: String) {
    #expect(HTTPDate.parse(text)?.formatted(.iso8601) == "2026-11-24T05:18:39Z")
  }

  @Test(arguments: ["Tue, 24 Nov 2026 05:18:39 +0100", "2026-11-24", "", "Nov"])
  func anythingElseIsNoDate(_ text: String) { #expect(HTTPDate.parse(text) == nil) }

  /// What stands behind the body says nothing of the answer.
  @Test(arguments: ["HTTP/1.1 410 Gone: x", "X-Odd: y", "Retry-After: 5"])
  func trailersAreNotHeard(_ trailer: String) async throws {
    func chunked(_ head: String, _ body: String) -> Behaviour {
      .raw(
        Array(
          "HTTP/1.1 \(head)\r\nTransfer-Encoding: chunked\r\n\r\n\(String(body.utf8.count, radix: 16))\r\n\(body)\r\n0\r\n\(trailer)\r\n\r\n"
            .utf8))
    }
    let server = try LoopbackServer(routes: [
      "/feed": chunked("200 OK", "<rss/>"),
      "/limit": chunked("429 Slow\r\nRetry-After: 700", "slow down"),
    ])
    let feed = try await fetch(server.address("/feed")).get()
    #expect(feed.status == 200 && text(feed) == "<rss/>")
    let limit = try await fetch(server.address("/limit")).get()
    #expect(limit.status == 429 && limit.headers.text("retry-after") == "700")
  }
}

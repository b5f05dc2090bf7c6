import Foundation
import Testing

@testable import Conversations

/// What is read by the layout of an address is what Foundation reads.
@Suite struct AddressLayoutTests {
  private static let hosts = [
    "a.example", "www.a.example", "a_b.example", "127.0.0.1", "localhost", "A.Example",
    "b\u{fc}cher.example", "u:p@a.example", "[::1]", "a.example.",
  ]
  private static let ports = ["", ":80", ":8080", ":", ":080", ":123456"]
  private static let paths = [
    "", "/", "/a", "/a/", "/a//b", "/./a", "/a/../b", "/%41/%2f", "/a%", "/a b", "/a;b=c,d/~e",
    "/caf\u{e9}", "/[a]", "/a|b", "//",
  ]
  private static let queries = [
    "", "?", "?a", "?a=", "?a=1&b=2", "?b=2&a=1", "?a=1&&b", "?utm_source=x&a=1", "?a=b=c",
    "?a=%20", "?a=1?b=2", "?a[]=1", "?a=/x#", "?a+b=c+d",
  ]
  private static let fragments = ["", "#", "#!a/b", "#a#b", "#%41", "#a?b/c"]

  @Test func allCombinationsAreReadAsFoundationReadsThem() throws {
    for host in Self.hosts {
      for port in Self.ports {
        for path in Self.paths {
          for query in Self.queries {
            for fragment in Self.fragments {
              try check("https://\(host)\(port)\(path)\(query)\(fragment)")
            }
          }
        }
      }
    }
  }

  private func check(_ text: String) throws {
    guard let address = Address(text) else {
      // What Foundation cannot read is no address; a trailing space is none of its own.
      #expect(URL(string: Address.encoded(text))?.host(percentEncoded: true) == nil, "\(text)")
      return
    }
    let url = try #require(URL(string: address.text), "\(text)")
    let parts = try #require(URLComponents(url: url, resolvingAgainstBaseURL: false))
    var host = url.host(percentEncoded: false)?.lowercased() ?? ""
    if host.hasPrefix("www.") { host.removeFirst(4) }
    let read = address.parts
    let same =
      address.host == host && read.port == parts.port && read.path == parts.percentEncodedPath
      && (read.query ?? []).map { [$0.name, $0.value] }
        == (parts.percentEncodedQueryItems ?? []).map { [$0.name, $0.value] }
      && read.fragment == parts.percentEncodedFragment
      && address.fragment == url.fragment(percentEncoded: false)
      && address.pathParts
        == url.path(percentEncoded: false).split(separator: "/").map(String.init)
      && address.parameter("a") == parts.queryItems?.first { $0.name == "a" }?.value
    #expect(same, "\(text) -> \(address.text)")
  }
}

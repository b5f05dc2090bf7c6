import Conversations
import Testing

@Suite struct AddressTests {
  @Test(arguments: [
    ("https://www.Example.org/a b", "https://www.example.org/a%20b"),
    ("  http://example.org/a  ", "http://example.org/a"),
    ("http://User:Pass@example.org/", "http://User:Pass@example.org/"),
    ("HTTPS://EXAMPLE.org/A?B#C", "https://example.org/A?B#C"),
    ("https://EXAMPLE.org?A", "https://example.org?A"),
    ("\u{A0}https://example.org/a\u{2028}", "https://example.org/a"),
    ("https://example.org/a://B", "https://example.org/a://B"),
    ("https://BÜCHER.example/Ä", "https://xn--bcher-kva.example/%C3%84"),
  ])
  func readsWhatABrowserOpens(text: String, expected: String) {
    #expect(Address(text)?.text == expected)
  }

  @Test(arguments: [
    "", "javascript:alert(1)", "mailto:a@b.example", "/relative", "http://", "ftp://example.org/",
    "data:text/html,x", "https:///path",
  ])
  func refusesEverythingElse(text: String) {
    #expect(Address(text) == nil)
  }

  @Test func refusesWhatIsTooLong() {
    #expect(Address("https://example.org/" + String(repeating: "a", count: 9000)) == nil)
  }

  @Test func resolvesRelativeOnes() {
    let base = Address("https://example.org/feed/index.xml")
    #expect(Address("../post/1", relativeTo: base)?.text == "https://example.org/post/1")
  }

  @Test(arguments: [
    "http://example.org/a/", "https://example.org/a", "https://www.example.org/a",
    "https://m.example.org/a#comment-3", "https://example.org/a?utm_source=x&fbclid=1",
    "https://EXAMPLE.org:443/a",
  ])
  func onePageHasOneCanonicalText(text: String) {
    #expect(Address(text)?.canonical == "example.org/a")
  }

  @Test(arguments: [
    ("https://example.org/a?b=2&a=1", "example.org/a?a=1&b=2"),
    ("https://m.example/a", "m.example/a"),
    ("https://example.org/A", "example.org/A"),
    ("https://example.org:8080/", "example.org:8080"),
  ])
  func otherPagesKeepTheirs(text: String, expected: String) {
    #expect(Address(text)?.canonical == expected)
  }

  @Test func readsParameters() {
    let address = Address("https://news.ycombinator.com/item?id=12&p=a%20b")
    #expect(address?.parameter("id") == "12")
    #expect(address?.parameter("p") == "a b")
    #expect(address?.parameter("q") == nil)
  }
}

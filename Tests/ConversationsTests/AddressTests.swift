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
    // What is encoded already stays as it is, whatever stands beside it.
    ("http://l.example/a%20b\"c", "http://l.example/a%20b%22c"),
    ("http://l.example/a b\"c", "http://l.example/a%20b%22c"),
    ("http://l.example/%C3%A4ä?q=%22|x", "http://l.example/%C3%A4%C3%A4?q=%22%7Cx"),
    ("http://bücher.example/a%20ä", "http://xn--bcher-kva.example/a%20%C3%A4"),
    ("http://[::1]:80/a%20b\"", "http://[::1]:80/a%20b%22"),
    ("http://l.example/100% ä", "http://l.example/100%25%20%C3%A4"),
    ("http://l.example/a[1]{b}", "http://l.example/a%5B1%5D%7Bb%7D"),
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

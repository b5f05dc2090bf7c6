import Conversations
import Testing

@Suite struct AddressRedactedTests {
  @Test(arguments: [
    ("https://beans.example/feed?a=1#x", "https://beans.example/feed?a=1#x"),
    ("https://ann:secret@beans.example/feed", "https://beans.example/feed"),
    ("https://ann@beans.example:8443?x", "https://beans.example:8443?x"),
    ("https://a:b@c@beans.example/x@y", "https://beans.example/x@y"),
    ("https://beans.example/@ann.rss?q=a@b", "https://beans.example/@ann.rss?q=a@b"),
    (
      "https://www.reddit.com/.rss?feed=0123456789abcdef0123&user=ann",
      "https://www.reddit.com/.rss?feed=…&user=ann"
    ),
    ("https://beans.example/?feed=rss2", "https://beans.example/?feed=rss2"),
    ("https://beans.example/f?token=a&KEY=b&x", "https://beans.example/f?token=…&KEY=…&x"),
    ("https://beans.example/f?api_key=a=b&&y=", "https://beans.example/f?api_key=…&&y="),
  ])
  func secretsAreNotShown(_ text: String, _ shown: String) throws {
    #expect(try #require(Address(text)).redacted == shown)
  }
}

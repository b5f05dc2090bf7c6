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
    ("https://beans.example/f?%74oken=a;b?c&d=1", "https://beans.example/f?%74oken=…&d=1"),
    ("https://beans.example/f?a=1;token=b#c=2", "https://beans.example/f?a=1;token=…#c=2"),
    ("https://beans.example/f#access_token=b", "https://beans.example/f#access_token=…"),
    (
      "https://beans.example/f?X-Amz-Signature=a&rss-token=b&client_secret=c",
      "https://beans.example/f?X-Amz-Signature=…&rss-token=…&client_secret=…"
    ),
    ("https://beans.example/f?monkey=1&tokens=2", "https://beans.example/f?monkey=1&tokens=2"),
  ])
  func secretsAreNotShown(_ text: String, _ shown: String) throws {
    #expect(try #require(Address(text)).redacted == shown)
  }

  @Test(arguments: [
    ("ftp://ann:secret@beans.example/?key=1", "ftp://beans.example/?key=…"),
    ("//ann:secret@beans.example/", "//beans.example/"),
    ("samples/at@home.xml", "samples/at@home.xml"), ("", ""), ("?", "?"), ("#&;", "#&;"),
  ])
  func namesThatAreNoWebAddressAreRedactedToo(_ text: String, _ shown: String) {
    #expect(Address.redacted(text) == shown)
  }

  @Test(arguments: [
    ("https://beans.example/@ann?key=a@b", "https://beans.example/@ann?key=a@b"),
    ("https://ann:a@b@beans.example:8443/f?key=1#x", "https://beans.example:8443/f?key=1#x"),
    ("HTTP://Ann@Beans.example/A", "http://beans.example/A"),
    ("https://beans.example/?u=https://ann:a@b.example", nil),
  ])
  func credentialsAreTakenOff(_ text: String, _ plain: String?) throws {
    #expect(try #require(Address(text)).withoutCredentials.text == plain ?? text)
  }
}

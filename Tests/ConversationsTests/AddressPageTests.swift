import Conversations
import Testing

@Suite struct AddressPageTests {
  @Test(arguments: [
    // What only tells who shared it.
    ("https://Example.org/a/?utm_source=x&fbclid=1&b=2&a=1#top", "example.org/a?a=1&b=2"),
    ("http://www.example.org:80/a/index.html", "example.org/a"),
    ("https://example.org:443//a//b/", "example.org/a/b"),
    ("https://example.org:8080/a", "example.org:8080/a"),
    ("https://example.org/a;jsessionid=1F", "example.org/a"),
    ("https://example.org/%7eann/caf%c3%a9?q=%2f", "example.org/~ann/caf%C3%A9?q=%2F"),
    ("https://example.org/a?ref=producthunt", "example.org/a"),
    ("https://github.com/o/r/blob/x/f?ref=main", "github.com/o/r/blob/x/f?ref=main"),
    // Mobile and AMP.
    ("https://m.example.org/a", "example.org/a"),
    ("https://en.m.wikipedia.org/wiki/Lever", "en.wikipedia.org/wiki/Lever"),
    ("https://amp.example.org/a", "example.org/a"),
    ("https://example.org/amp/2024/levers", "example.org/2024/levers"),
    ("https://example.org/2024/levers/amp/", "example.org/2024/levers"),
    ("https://example.org/2024/levers.amp", "example.org/2024/levers"),
    ("https://example.org/levers.amp.html", "example.org/levers.html"),
    ("https://example.org/levers?amp=1", "example.org/levers"),
    ("https://example.org/levers?outputType=amp", "example.org/levers"),
    ("https://www.google.com/amp/s/example.org/levers/amp", "example.org/levers"),
    ("https://www.google.co.uk/amp/example.org/levers", "example.org/levers"),
    ("https://example-org.cdn.ampproject.org/c/s/example.org/levers", "example.org/levers"),
    // Links that only pass on.
    (
      "https://www.google.com/url?rct=j&sa=t&url=https://example.org/a%3Fid%3D7&ct=ga",
      "example.org/a?id=7"
    ),
    ("https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fa&h=AT0", "example.org/a"),
    ("https://out.reddit.com/t3_x?url=https%3A%2F%2Fexample.org%2Fa&token=q", "example.org/a"),
    ("https://t.umblr.com/redirect?z=https%3A%2F%2Fexample.org%2Fa&t=x", "example.org/a"),
    ("https://href.li/?https://example.org/a", "example.org/a"),
    ("https://www.youtube.com/redirect?q=https%3A%2F%2Fexample.org%2Fa", "example.org/a"),
    ("https://web.archive.org/web/20240301000000/https://example.org/a", "example.org/a"),
    (
      "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Fexample.org%2Fa",
      "example.org/a"
    ),
    (
      "https://l.facebook.com/l.php?u=javascript:alert(1)",
      "l.facebook.com/l.php?u=javascript:alert(1)"
    ),
    // Large places with several links to one thing.
    ("https://youtu.be/dQw4w9WgXcQ?si=abc&t=10", "youtube.com/watch?v=dQw4w9WgXcQ"),
    ("https://m.youtube.com/watch?list=PL1&v=dQw4w9WgXcQ&t=4s", "youtube.com/watch?v=dQw4w9WgXcQ"),
    ("https://www.youtube.com/shorts/dQw4w9WgXcQ", "youtube.com/watch?v=dQw4w9WgXcQ"),
    ("https://www.youtube.com/playlist?list=PL1", "youtube.com/playlist?list=PL1"),
    ("https://x.com/ann/status/12?s=20&t=q", "twitter.com/ann/status/12"),
    ("https://old.reddit.com/r/a/comments/AB1/levers/", "reddit.com/comments/ab1"),
    ("https://redd.it/ab1", "reddit.com/comments/ab1"),
    ("https://www.amazon.de/Lever/dp/B01/ref=sr_1_1?tag=ann-21", "amazon.de/dp/B01"),
    // Programs that show another page by the fragment.
    (
      "https://groups.example.org/forum/#!topic/coffee/12",
      "groups.example.org/forum#!topic/coffee/12"
    ),
    ("https://app.example.org/#/beans/7", "app.example.org#/beans/7"),
    // Pages of their own.
    ("https://m.example/a", "m.example/a"),
    ("https://example.org/A?Id=B", "example.org/A?Id=B"),
    ("https://example.org/amp", "example.org"),
    ("https://example.org/amplifiers/valve", "example.org/amplifiers/valve"),
    ("https://example.org/?p=12", "example.org?p=12"),
    ("https://example.org/a%zz", "example.org/a%25zz"),
  ])
  func everyLinkToAPageIsOne(link: String, page: String) throws {
    #expect(try #require(Address(link)).page == page)
  }

  /// Threads are called by this text: it must not change, but for what was one thread by mistake.
  @Test func aRouteIsAThreadOfItsOwn() {
    #expect(Address("https://a.example/f/#!topic/1")?.canonical == "a.example/f#!topic/1")
    #expect(Address("https://a.example/f/#reply-1")?.canonical == "a.example/f")
  }
}

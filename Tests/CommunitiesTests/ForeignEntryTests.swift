import Communities
import Conversations
import Testing

/// Whoever links to a place does not stand in it; whoever saved or proxied its feed does.
@Suite struct ForeignEntryTests {
  static let links = [
    "https://www.reddit.com/r/espresso/comments/ab12/title/",
    "https://news.ycombinator.com/item?id=12", "https://lobste.rs/s/ab12cd/a_title",
    "https://stackoverflow.com/questions/7/how-to", "https://github.com/o/r/discussions/12",
    "https://www.producthunt.com/products/lever",
  ]

  @Test(arguments: links)
  func aBlogThatLinksToAPlaceIsNotThePlace(link: String) {
    let linked = [
      entry("https://blog.example/2026/a-link", link: link), entry("blog-7", link: link),
      entry(link: link),
    ]
    for entry in linked {
      let post = posts([entry], home: "https://blog.example/")[0]
      #expect(post.community == "blog.example")
      #expect(post.repliesFeed == nil)
    }
  }

  @Test(arguments: links)
  func aSavedOrProxiedFeedIsThePlace(link: String) {
    let expected = posts([entry(link: link)], feed: "samples/saved.xml")[0]
    #expect(expected.community != "a.example")
    let proxied = [
      // RSS-Bridge names its entries anew, and keeps the page that they come from.
      posts([entry("urn:sha1:1c2d", link: link)], home: link),
      // FeedBurner keeps the guid.
      posts([entry(link, link: link)], home: "https://feeds.example/mix"),
    ]
    for post in proxied.map({ $0[0] }) {
      #expect(post.community == expected.community)
      #expect(post.thread == expected.thread)
    }
  }

  /// Its page of comments is the discussion, whoever says so.
  @Test func aBlogThatTalksOnHackerNewsTalksThere() {
    let post = posts(
      [
        entry(
          "https://blog.example/1", link: "https://blog.example/1",
          comments: "https://news.ycombinator.com/item?id=12")
      ], home: "https://blog.example/")[0]
    #expect(post.thread == "hn:12")
    #expect(post.external?.text == "https://blog.example/1")
  }
}

import Communities
import Conversations
import Foundation
import Parsing
import Testing

/// Since when a document holds all that its feed had.
@Suite struct ReachTests {
  private static let noon = Date(timeIntervalSince1970: 1_800_000_000)

  @Test(arguments: [
    ([1.0, 2, 3], 3.0 as Double?), ([1, 2, 2], 2), ([1], 1), ([], nil),
    // Out of order, oldest first, and with an entry without a date.
    ([1, 3, 2], nil), ([3, 2, 1], nil), ([1, nil, 3], nil),
  ])
  func isTheOldestOfWhatIsInOrder(hoursAgo: [Double?], expected: Double?) {
    #expect(reach("https://a.example/feed", hoursAgo) == expected.map(Self.ago))
  }

  @Test(arguments: [
    ("https://www.reddit.com/r/coffee/new/.rss", true),
    ("https://www.reddit.com/r/coffee/new.rss", true),
    ("https://www.reddit.com/r/coffee/comments/.rss", true),
    ("https://www.reddit.com/user/annika/.rss", true),
    ("https://www.reddit.com/user/annika/m/rooms/new/.rss", true),
    ("https://www.reddit.com/r/coffee/search.rss?q=lever&restrict_sr=on&sort=new", true),
    ("https://www.reddit.com/r/coffee/.rss", false),
    ("https://www.reddit.com/r/coffee.rss", false),
    ("https://www.reddit.com/r/coffee/hot/.rss", false),
    ("https://www.reddit.com/r/coffee/rising/.rss", false),
    ("https://www.reddit.com/r/coffee/top/.rss?t=week", false),
    ("https://www.reddit.com/r/coffee/search.rss?q=lever", false),
    ("https://www.reddit.com/r/coffee/comments/ab12/a_title/.rss", false),
    ("https://hnrss.org/newest?q=espresso", true), ("https://hnrss.org/newcomments", true),
    ("https://hnrss.org/frontpage", false), ("https://hnrss.org/best.atom", false),
    ("https://hnrss.org/active", false), ("https://hnrss.org/item?id=12", false),
    ("https://news.ycombinator.com/rss", false),
    ("https://lobste.rs/newest.rss", true), ("https://lobste.rs/t/web.rss", true),
    ("https://lobste.rs/rss", false), ("https://lobste.rs/top/1w.rss", false),
    ("https://stackoverflow.com/feeds/tag?tagnames=swift&sort=newest", true),
    ("https://stackoverflow.com/feeds/tag/swift", false),
    ("https://coffee.stackexchange.com/feeds", false),
    ("https://stackoverflow.com/feeds/question/12", false),
    ("https://lemmy.world/feeds/c/coffee.xml?sort=New&limit=50", true),
    ("https://lemmy.world/feeds/c/coffee.xml?sort=Active", false),
    ("https://lemmy.world/feeds/local.xml", false),
    ("https://forum.example/posts.rss", true),
    ("https://forum.example/latest.rss", false), ("https://forum.example/c/gear/12.rss", false),
    ("https://forum.example/t/a-title/12.rss", false),
    ("https://forum.example/app.php/feed", true),
    ("https://forum.example/app.php/feed/topics_active", false),
    ("https://forum.example/feed.php?mode=topics_active", false),
  ])
  func isNotOfWhatAPlaceListsByAnotherOrder(feed: String, isByTime: Bool) {
    #expect((reach(feed, [1, 2, 3]) != nil) == isByTime)
  }

  /// Who reads the replies of one thread misses no thread.
  @Test func isNotOfOneThread() {
    let document = document([1, 2])
    let posts = posts(of: document, feed: "https://a.example/feed")
    let thread = posts.map { post in
      var post = post
      post.thread = "one"
      return post
    }
    #expect(Communities.reach(of: document, posts: posts, feed: "f") == Self.ago(2))
    #expect(Communities.reach(of: document, posts: thread, feed: "f") == nil)
  }

  /// Of what was lost on the way nobody knows where it belonged.
  @Test func isNotOfACutDocument() {
    var document = document([1, 2])
    document.isCut = true
    let posts = posts(of: document, feed: "https://a.example/feed")
    #expect(Communities.reach(of: document, posts: posts, feed: "f") == nil)
  }

  private static func ago(_ hours: Double) -> Date { noon - hours * 3600 }

  private func document(_ hoursAgo: [Double?]) -> ParsedFeed {
    var document = ParsedFeed(format: .rss20, encoding: "utf-8")
    document.entries = hoursAgo.enumerated().map { index, hours in
      var entry = entry("\(index)", link: "https://a.example/posts/\(index)", title: "\(index)")
      entry.published = hours.map(Self.ago)
      return entry
    }
    return document
  }

  private func reach(_ feed: String, _ hoursAgo: [Double?]) -> Date? {
    let document = document(hoursAgo)
    return Communities.reach(
      of: document, posts: posts(of: document, feed: feed), feed: feed)
  }
}

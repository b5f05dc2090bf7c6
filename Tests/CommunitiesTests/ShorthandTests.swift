import Communities
import Testing

@Suite struct ShorthandTests {
  @Test(arguments: [
    ("r/espresso", "https://www.reddit.com/r/espresso/new/.rss"),
    ("r/coffee+tea", "https://www.reddit.com/r/coffee+tea/new/.rss"),
    ("u/annika", "https://www.reddit.com/user/annika/.rss"),
    ("https://www.reddit.com/r/espresso/", "https://www.reddit.com/r/espresso/new/.rss"),
    ("https://old.reddit.com/r/espresso", "https://www.reddit.com/r/espresso/new/.rss"),
    ("hn:espresso", "https://hnrss.org/newest?q=espresso"),
    ("hn:lever machine OR boiler", "https://hnrss.org/newest?q=lever%20machine%20OR%20boiler"),
    ("so:swift", "https://stackoverflow.com/feeds/tag/swift"),
    ("se:coffee", "https://coffee.stackexchange.com/feeds"),
    ("se:diy/boiler", "https://diy.stackexchange.com/feeds/tag/boiler"),
    ("se:superuser.com", "https://superuser.com/feeds"),
    ("discourse:forum.example", "https://forum.example/latest.rss"),
    ("discourse:https://forum.example/sub/", "https://forum.example/sub/latest.rss"),
    ("discourse:https://forum.example/c/repairs/5", "https://forum.example/c/repairs/5.rss"),
    (
      "discourse:forum.example/c/repairs/levers/7/l/top",
      "https://forum.example/c/repairs/levers/7.rss"
    ),
    ("discourse:forum.example/tag/lever", "https://forum.example/tag/lever.rss"),
    (
      "discourse:https://forum.example/sub/t/a-topic/12/3",
      "https://forum.example/sub/t/a-topic/12.rss"
    ),
    ("discourse:forum.example/latest?order=created", "https://forum.example/latest.rss"),
    ("discourse:forum.example/c/repairs/5.rss", "https://forum.example/c/repairs/5.rss"),
    ("so:c++", "https://stackoverflow.com/feeds/tag/c%2B%2B"),
    ("lobsters:rust", "https://lobste.rs/t/rust.rss"),
    ("lobsters:rust,go", "https://lobste.rs/t/rust,go.rss"),
    ("lemmy:coffee@lemmy.world", "https://lemmy.world/feeds/c/coffee.xml?sort=New&limit=50"),
    ("lemmy:!coffee@lemmy.world", "https://lemmy.world/feeds/c/coffee.xml?sort=New&limit=50"),
    ("lemmy:lemmy.world", "https://lemmy.world/feeds/local.xml?sort=New&limit=50"),
    ("gh:apple/swift", "https://github.com/apple/swift/discussions.atom"),
    ("gh:apple/swift/releases", "https://github.com/apple/swift/releases.atom"),
    ("ph:coffee", "https://www.producthunt.com/feed?topic=coffee"),
  ])
  func namesAFeed(text: String, expected: String) {
    #expect(feed(named: text) == expected)
  }

  @Test(arguments: [
    (
      "https://www.reddit.com/r/espresso/top/?t=week",
      "https://www.reddit.com/r/espresso/top/.rss?t=week"
    ),
    (
      "https://www.reddit.com/r/espresso/comments/ab12/a_title/",
      "https://www.reddit.com/r/espresso/comments/ab12/a_title/.rss"
    ),
    (
      "https://www.reddit.com/r/espresso/search/?q=lever machine",
      "https://www.reddit.com/r/espresso/search.rss?q=lever%20machine&sort=new&restrict_sr=on"
    ),
    ("https://www.reddit.com/user/annika/", "https://www.reddit.com/user/annika/.rss"),
    (
      "https://www.reddit.com/user/annika/m/coffee",
      "https://www.reddit.com/user/annika/m/coffee/new/.rss"
    ),
    ("https://www.reddit.com/domain/a.example/", "https://www.reddit.com/domain/a.example/.rss"),
    ("https://news.ycombinator.com/", "https://hnrss.org/frontpage"),
    ("https://news.ycombinator.com/newest", "https://hnrss.org/newest"),
    ("https://news.ycombinator.com/item?id=1", "https://hnrss.org/item?id=1"),
    ("https://news.ycombinator.com/user?id=pg", "https://hnrss.org/user?id=pg"),
    ("https://hn.algolia.com/?q=espresso", "https://hnrss.org/newest?q=espresso"),
    ("https://lobste.rs/", "https://lobste.rs/rss"),
    ("https://lobste.rs/t/rust", "https://lobste.rs/t/rust.rss"),
    ("https://lobste.rs/t/rust,go", "https://lobste.rs/t/rust,go.rss"),
    ("https://lobste.rs/domains/a.example", "https://lobste.rs/domains/a.example.rss"),
    ("https://lobste.rs/top/1w", "https://lobste.rs/top/1w.rss"),
    ("https://lobste.rs/comments", "https://lobste.rs/comments.rss"),
    ("https://lobste.rs/~annika", "https://lobste.rs/~annika/stories.rss"),
    ("https://forum.example/c/cat/5", "https://forum.example/c/cat/5.rss"),
    ("https://forum.example/t/a-topic/12", "https://forum.example/t/a-topic/12.rss"),
    (
      "https://stackoverflow.com/questions/tagged/swift",
      "https://stackoverflow.com/feeds/tag/swift"
    ),
    ("https://stackoverflow.com/questions/7/how-to", "https://stackoverflow.com/feeds/question/7"),
    ("https://coffee.stackexchange.com/", "https://coffee.stackexchange.com/feeds"),
    ("https://lemmy.world/c/coffee", "https://lemmy.world/feeds/c/coffee.xml?sort=New&limit=50"),
    (
      "https://sopuli.xyz/c/coffee@lemmy.world",
      "https://sopuli.xyz/feeds/c/coffee@lemmy.world.xml?sort=New&limit=50"
    ),
    ("https://github.com/o/r", "https://github.com/o/r/discussions.atom"),
    ("https://github.com/o/r/discussions", "https://github.com/o/r/discussions.atom"),
    (
      "https://github.com/o/r/discussions/categories/q-a",
      "https://github.com/o/r/discussions/categories/q-a.atom"
    ),
    ("https://github.com/o/r/releases", "https://github.com/o/r/releases.atom"),
    ("https://github.com/o/r/commits/main", "https://github.com/o/r/commits/main.atom"),
    ("https://www.producthunt.com/topics/coffee", "https://www.producthunt.com/feed?topic=coffee"),
  ])
  func aPageOfAPlaceStandsForItsFeed(page: String, expected: String) {
    #expect(feed(named: page) == expected)
  }

  @Test(arguments: [
    "https://www.reddit.com/r/a+b/new/.rss", "https://www.reddit.com/r/a/.rss?feed=TOKEN&user=ann",
    "https://hnrss.org/newest?q=espresso", "https://news.ycombinator.com/rss",
    "https://lobste.rs/rss", "https://lobste.rs/t/rust.rss",
    "https://forum.example/c/cat/5.rss", "https://forum.example/t/a-topic/12.rss",
    "https://stackoverflow.com/feeds/tag/swift",
    "https://stackoverflow.com/feeds/tag?tagnames=swift&sort=newest",
    "https://lemmy.world/feeds/c/coffee.xml?sort=New", "https://lemmy.world/feeds/all.xml",
    "https://github.com/o/r/discussions.atom", "https://github.com/o/r/releases.atom",
    "https://www.producthunt.com/feed?topic=coffee", "https://lists.example/espresso/new.atom",
  ])
  func theAddressOfAFeedStaysAsItIs(address: String) {
    #expect((feed(named: address) ?? address) == address)
  }

  @Test(arguments: [
    "", "r/", "r/a/b", "r/a b", "r/<x>", "hn:", "https://blog.example/feed", "samples/r.xml",
    "https://www.reddit.com/r/espresso/new/.rss", "discourse:", "lobsters:", "lobsters:,", "lemmy:",
    "lemmy:coffee", "lemmy:@host.example", "gh:", "gh:apple", "ph:", "so:", "se:",
    "https://github.com/topics/swift", "https://github.com/o/r/issues", "https://github.com/o",
    "https://lobste.rs/s/abc123/a_title", "https://lemmy.world/post/12",
    "https://news.ycombinator.com/item?id=x", "https://blog.example/c/coffee",
    "https://blog.example/t/tea", "https://www.producthunt.com/products/lever",
  ])
  func leavesOtherTextsAlone(text: String) {
    #expect(feed(named: text) == nil)
  }
}

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
  ])
  func namesAFeed(text: String, expected: String) {
    #expect(feed(named: text) == expected)
  }

  @Test(arguments: [
    "", "r/", "r/a/b", "r/a b", "r/<x>", "hn:", "https://blog.example/feed", "samples/r.xml",
    "https://www.reddit.com/r/espresso/new/.rss", "discourse:",
  ])
  func leavesOtherTextsAlone(text: String) {
    #expect(feed(named: text) == nil)
  }
}

import Communities
import Testing

/// Shorthands and pages of blogs, microblogs, forums and videos.
@Suite struct FeedAddressTests {
  @Test(arguments: [
    ("mastodon:#espresso@mastodon.example", "https://mastodon.example/tags/espresso.rss"),
    ("mastodon:#kaffeemühle@sozial.example", "https://sozial.example/tags/kaffeem%C3%BChle.rss"),
    ("mastodon:@heike@mastodon.example", "https://mastodon.example/@heike.rss"),
    ("mastodon:heike@mastodon.example", "https://mastodon.example/@heike.rss"),
    ("https://mastodon.social/@heike", "https://mastodon.social/@heike.rss"),
    ("https://mastodon.social/@heike@sozial.example", "https://sozial.example/@heike.rss"),
    ("https://mastodon.social/tags/espresso", "https://mastodon.social/tags/espresso.rss"),
    ("bsky:roaster.example", "https://bsky.app/profile/roaster.example/rss"),
    ("bsky:@roaster", "https://bsky.app/profile/roaster.bsky.social/rss"),
    ("bsky:did:plc:abc123", "https://bsky.app/profile/did:plc:abc123/rss"),
    (
      "https://bsky.app/profile/roaster.example",
      "https://bsky.app/profile/roaster.example/rss"
    ),
    (
      "yt:UCdemoLeverBench00000000",
      "https://www.youtube.com/feeds/videos.xml?channel_id=UCdemoLeverBench00000000"
    ),
    (
      "yt:PLdemo_0123456789",
      "https://www.youtube.com/feeds/videos.xml?playlist_id=PLdemo_0123456789"
    ),
    (
      "https://www.youtube.com/channel/UCdemoLeverBench00000000/videos",
      "https://www.youtube.com/feeds/videos.xml?channel_id=UCdemoLeverBench00000000"
    ),
    (
      "https://youtube.com/playlist?list=PLdemo_0123456789&si=x",
      "https://www.youtube.com/feeds/videos.xml?playlist_id=PLdemo_0123456789"
    ),
    ("devto:coffee", "https://dev.to/feed/tag/coffee"),
    ("devto:@ines", "https://dev.to/feed/ines"),
    ("https://dev.to/t/coffee/latest", "https://dev.to/feed/tag/coffee"),
    ("https://dev.to/ines", "https://dev.to/feed/ines"),
    ("medium:@lotte", "https://medium.com/feed/@lotte"),
    ("medium:espresso", "https://medium.com/feed/tag/espresso"),
    ("https://medium.com/@lotte", "https://medium.com/feed/@lotte"),
    ("https://medium.com/tag/espresso/latest", "https://medium.com/feed/tag/espresso"),
    ("https://lotte.medium.com/", "https://lotte.medium.com/feed"),
    ("phpbb:forum.example/board", "https://forum.example/board/app.php/feed"),
    ("phpbb:https://forum.example/board/index.php", "https://forum.example/board/app.php/feed"),
    ("https://forum.example/viewforum.php?f=7", "https://forum.example/app.php/feed/forum/7"),
    (
      "https://forum.example/b/viewtopic.php?f=7&t=12&sid=a#p3",
      "https://forum.example/b/app.php/feed/topic/12"
    ),
    ("wp:blog.example", "https://blog.example/feed/"),
    ("wp:https://blog.example/2026/levers/", "https://blog.example/2026/levers/feed/"),
    ("wp-comments:blog.example", "https://blog.example/comments/feed/"),
  ])
  func isNamed(text: String, expected: String) {
    #expect(feed(named: text) == expected)
  }

  @Test(arguments: [
    "mastodon:", "mastodon:#@mastodon.example", "mastodon:#espresso", "mastodon:@a@b@c.example",
    "mastodon:@heike@no host", "https://mastodon.example/@heike.rss",
    "https://mastodon.example/tags/espresso.rss", "https://mastodon.example/about",
    // A dozen programs have such pages.
    "https://sozial.example/@heike", "https://blog.example/tags/espresso",
    "bsky:", "bsky:a b", "https://bsky.app/profile/roaster.example/rss", "https://bsky.app/search",
    "yt:", "yt:@leverbench", "yt:dQw4w9WgXcQ0", "https://www.youtube.com/@leverbench",
    "https://www.youtube.com/watch?v=demoVid0004&list=PLdemo_0123456789",
    "https://www.youtube.com/feeds/videos.xml?channel_id=UCdemoLeverBench00000000",
    "devto:", "devto:a b", "https://dev.to/feed/tag/coffee", "https://dev.to/settings",
    "https://dev.to/ines/levers-1a2b", "medium:", "https://medium.com/feed/@lotte",
    "https://medium.com/about", "https://lotte.medium.com/feed",
    "phpbb:", "https://forum.example/app.php/feed/topics", "https://forum.example/viewforum.php",
    // FluxBB calls its forums so.
    "https://forum.example/viewforum.php?id=7", "wp:", "https://blog.example/",
  ])
  func isLeftAlone(text: String) {
    #expect(feed(named: text) == nil)
  }
}

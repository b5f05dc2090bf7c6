import Conversations
import Parsing
import Testing

@Suite struct YouTubeTests {
  private let video = ["yt:videoId": "demoVid0004", "media:starRating@count": "611"]

  @Test(arguments: [
    "https://www.youtube.com/watch?v=demoVid0004", "https://www.youtube.com/shorts/demoVid0004",
    "https://youtu.be/demoVid0004?si=x",
  ])
  func aVideoIsOneThread(link: String) {
    let post = post(entry("yt:video:demoVid0004", link: link, extras: video))
    #expect(post.thread == "youtube.com/watch?v=demoVid0004")
    #expect(post.discussion?.text == "https://www.youtube.com/watch?v=demoVid0004")
    #expect(post.community == "YouTube")
    #expect(post.votes == 611)
    #expect(post.replies == nil)
  }

  /// Proxies drop what only the site tells.
  @Test func theSitesOwnLinkIsEnough() {
    let post = post(
      entry("x", link: "https://www.youtube.com/shorts/demoVid0004"),
      home: "https://www.youtube.com/channel/UCx")
    #expect(post.thread == "youtube.com/watch?v=demoVid0004")
    #expect(post.votes == nil)
  }

  @Test func aBloggerWhoLinksToAVideoIsNone() {
    let post = post(
      entry("1", link: "https://www.youtube.com/watch?v=demoVid0004"), home: "https://blog.example/"
    )
    #expect(post.community == "blog.example")
  }
}

@Suite struct DevToTests {
  @Test func anArticleIsAThread() {
    let link = "https://dev.to/ines/levers-1a2b"
    let post = post(entry(link, link: link + "?utm_source=x", title: "Levers"))
    #expect(post.community == "dev.to")
    #expect(post.thread == "dev.to/ines/levers-1a2b")
    #expect(post.discussion?.text == link)
  }

  @Test func aBloggerWhoLinksToAnArticleIsNone() {
    let post = post(
      entry("1", link: "https://dev.to/ines/levers-1a2b", title: "Levers"),
      home: "https://blog.example/")
    #expect(post.community == "blog.example")
  }
}

@Suite struct MediumTests {
  private let link = "https://lotte.medium.com/a-lever-0de00a11be01?source=rss------espresso-5"

  /// A tag's feed, a person's, and a magazine's on a host of its own.
  @Test(arguments: [
    "https://lotte.medium.com/a-lever-0de00a11be01?source=rss------espresso-5",
    "https://medium.com/@lotte/a-lever-0de00a11be01?source=rss-b1-2",
    "https://magazine.example/a-lever-0de00a11be01",
  ])
  func aStoryIsOneThread(link: String) {
    let post = post(entry("https://medium.com/p/0de00a11be01", link: link))
    #expect(post.thread == "medium:0de00a11be01")
    #expect(post.community == "Medium")
    #expect(post.link?.text.contains("source=") == false)
    #expect(post.discussion == post.link)
  }

  @Test func aFeedWithoutGuidsIsKnownByItsProgram() {
    #expect(post(entry(link: link), generator: "Medium").thread == "medium:0de00a11be01")
    #expect(post(entry(link: link)).community == "lotte.medium.com")
  }

  @Test(arguments: [
    (
      """
      <div class="medium-feed-item"><p class="medium-feed-image"><a href="/"><img src="x"></a></p>\
      <p class="medium-feed-snippet">A pump does what it is told.</p>\
      <p class="medium-feed-link"><a href="/">Continue reading on Medium »</a></p></div>
      """, "A pump does what it is told."
    ),
    (
      """
      <div class="medium-feed-item"><p class="medium-feed-link"><a href="/">Continue reading on  »</a></p></div>
      """, ""
    ),
    (
      """
      <p>A pump.</p><img src="https://medium.com/_/stat?event=post.clientViewed"><hr><p>\
      <a href="/">A lever</a> was originally published in <a href="/m">Slow</a> on Medium, where \
      people are continuing the conversation by highlighting and responding to this story.</p>
      """, "A pump."
    ),
    (
      "<p>It was originally published in 1961 on Medium paper.</p>",
      "It was originally published in 1961 on Medium paper."
    ),
  ])
  func onlyWhatSomebodyWroteIsKept(text: String, expected: String) {
    #expect(
      post(entry("https://medium.com/p/0de00a11be01", link: link, text: text)).text == expected)
  }
}

@Suite struct GoogleAlertsTests {
  private func alert(_ page: String, title: String = "") -> Post {
    post(
      entry(
        "tag:google.com,2013:googlealerts/feed:1",
        link: "https://www.google.com/url?rct=j&sa=t&url=\(page)&ct=ga&cd=x&usg=y", title: title,
        text: "Who restores a <b>lever</b>&nbsp;..."),
      title: "Google Alert - lever", home: "https://www.google.com/alerts")
  }

  @Test func thePageIsTheThread() {
    let post = alert(
      "https://www.news.example/a%3Fid%3D1%26utm_source%3Dalerts", title: "A <b>lever</b>")
    #expect(post.link?.text == "https://www.news.example/a?id=1&utm_source=alerts")
    #expect(post.thread == "news.example/a?id=1")
    #expect(post.community == "news.example")
    #expect(post.external == post.link)
    #expect(post.title == "A lever")
    #expect(post.text == "Who restores a lever ...")
    #expect(post.author == nil)
    #expect(post.id == "tag:google.com,2013:googlealerts/feed:1")
  }

  /// An alert for `site:reddit.com` finds threads that a feed of Reddit brings, too.
  @Test func aPageOfAKnownPlaceIsItsThread() {
    let post = alert("https://www.reddit.com/r/espresso/comments/ab12/levers/")
    #expect(post.thread == "reddit:ab12")
    #expect(post.community == "r/espresso")
    #expect(post.external == nil)
    #expect(post.text == "Who restores a lever ...")
  }

  @Test(arguments: ["javascript:alert(1)", "ftp://files.example/x", "mailto:a@b.example", ""])
  func nothingButPagesIsUnwrapped(page: String) {
    let post = alert(page)
    #expect(post.link?.host == "google.com")
    #expect(post.community == "google.com")
    #expect(post.external == nil)
  }

  @Test func anAlertWithoutAnIdIsKnownByItsLink() {
    let wrapped = "https://www.google.de/url?rct=j&url=https://news.example/a&ct=ga"
    #expect(post(entry("1", link: wrapped)).thread == "news.example/a")
    // A blogger's link by way of a search is his own business.
    let searched = "https://www.google.com/url?q=https://news.example/a&sa=D"
    #expect(post(entry("1", link: searched)).thread != "news.example/a")
  }
}

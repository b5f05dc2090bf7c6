import Conversations
import Testing

@Suite struct MastodonTests {
  @Test(arguments: [
    ("https://sozial.example/@heike/1120001", "@heike@sozial.example"),
    ("https://sozial.example/users/heike/statuses/1120001", "@heike@sozial.example"),
    ("https://mastodon.example/@heike@sozial.example/1130002", "@heike@sozial.example"),
  ])
  func theAuthorStandsInTheLink(link: String, author: String) {
    let post = post(entry(link, link: link, text: "<p>Levers.</p>"))
    #expect(post.author == author)
    #expect(post.community == "Mastodon")
    #expect(post.title == "")
    #expect(post.thread == Address(link)?.canonical)
    #expect(post.discussion?.text == link)
  }

  /// A server before 4.0, and a reader that fills titles in.
  @Test(arguments: ["New status by heike", "Which lever would", "Which lever would…"])
  func aTitleThatNobodyWroteIsLeftOut(title: String) {
    let post = post(
      entry(
        link: "https://sozial.example/@heike/1120001", title: title,
        text: "<p>Which lever would you buy?</p>"))
    #expect(post.title == "")
    #expect(post.author == "@heike@sozial.example")
  }

  /// Servers mix posts of other programs into the feed of a tag.
  @Test func whatStandsInItsFeedsIsItsOwn() {
    let post = post(
      entry(link: "https://pix.example/p/heike/77", text: "A cup"),
      home: "https://mastodon.example",
      generator: "Mastodon v4.5.6")
    #expect(post.community == "Mastodon")
    #expect(post.author == nil)
  }

  @Test(arguments: [
    // A blogger who links to a post.
    ("https://sozial.example/@heike/1120001", "Heike on levers"),
    ("https://medium.com/@heike/levers-0123456789ab", ""),
    ("https://video.example/@heike/videos", ""),
  ])
  func othersAreLeftAlone(link: String, title: String) {
    let post = post(entry("1", link: link, title: title, text: "Read this."))
    #expect(post.community != "Mastodon")
    #expect(post.author == nil)
  }

  @Test(arguments: [
    (#"<a href="https://a.example/x">a</a>"#, "https://a.example/x"),
    (
      #"<a href="https://b.example/@ann" class="u-url mention">@ann</a> <a href="https://a.example/x">a</a>"#,
      "https://a.example/x"
    ),
    (#"<a href="https://b.example/tags/x" class="mention hashtag" rel="tag">#x</a>"#, nil),
    (#"<a href="https://a.example/x">a</a> <a href="https://b.example/y">b</a>"#, nil),
    (#"<a href="https://sozial.example/@ann/1">a</a>"#, nil),
  ])
  func isAboutTheOnePageItLinksTo(text: String, external: String?) {
    let post = post(entry(link: "https://sozial.example/@heike/1120001", text: text))
    #expect(post.external?.text == external)
  }
}

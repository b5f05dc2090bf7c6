import Conversations
import Testing

@Suite struct BlueskyTests {
  private let record = "at://did:plc:abc/app.bsky.feed.post/3k1"

  @Test func theRecordIsTheThread() {
    let link = "https://bsky.app/profile/roaster.example/post/3k1"
    let post = post(
      entry(record, link: link, text: "Levers"), title: "@roaster.example - The Roaster")
    #expect(post.thread == "bsky:did:plc:abc/3k1")
    #expect(post.author == "@roaster.example")
    #expect(post.community == "Bluesky")
    #expect(post.discussion?.text == link)
    #expect(post.title == "")
    #expect(post.role == .opening)
  }

  /// Before 2024 the title was "@HANDLE post"; handles change, records do not.
  @Test func anOldFormIsTheSameThread() {
    let post = post(
      entry(
        record, link: "https://bsky.app/profile/old.bsky.social/post/3k1",
        title: "@old.bsky.social post", text: "Levers"))
    #expect(post.thread == "bsky:did:plc:abc/3k1")
    #expect(post.title == "")
  }

  @Test func aNumberIsNoName() {
    let link = "https://bsky.app/profile/did:plc:abc/post/3k1"
    #expect(
      post(entry(record, link: link), title: "@roaster.example - The Roaster").author
        == "@roaster.example")
    #expect(post(entry(record, link: link), title: "The Roaster").author == "The Roaster")
  }

  /// A proxy may leave out the guid or the link.
  @Test func eitherAddressIsEnough() {
    let shown = post(entry(link: "https://bsky.app/profile/roaster.example/post/3k1"))
    #expect(shown.thread == "bsky:roaster.example/3k1")
    let named = post(entry(record))
    #expect(named.discussion?.text == "https://bsky.app/profile/did:plc:abc/post/3k1")
  }

  @Test func aBloggerWhoLinksToAPostIsNone() {
    let post = post(
      entry(
        "1", link: "https://bsky.app/profile/roaster.example/post/3k1", title: "Seen on Bluesky",
        text: "Read this."), home: "https://blog.example/")
    #expect(post.community == "blog.example")
  }

  /// The text is no HTML, though it stands where others write HTML.
  @Test(arguments: [
    ("One\nTwo <3 and 1 < 2 & more", "One\nTwo <3 and 1 < 2 & more"),
    ("Look.\n\n[contains quote post or other embedded content]", "Look."),
    ("<p>One<br>Two</p>", "One\nTwo"),
  ])
  func textIsPlain(text: String, expected: String) {
    #expect(post(entry(record, text: text)).text == expected)
  }

  @Test(arguments: [
    ("See https://a.example/x.", "https://a.example/x"),
    ("See https://a.example/x and https://a.example/y", nil), ("See a.example", nil),
  ])
  func isAboutTheOnePageItNames(text: String, external: String?) {
    #expect(post(entry(record, text: text)).external?.text == external)
  }
}

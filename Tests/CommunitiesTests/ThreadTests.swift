import Communities
import Conversations
import Parsing
import Testing

/// What makes posts of one thread one conversation, and keeps others apart.
@Suite struct ThreadTests {
  @Test(arguments: [
    ("https://www.reddit.com/r/espresso/comments/AB12/title/", "reddit:ab12"),
    ("https://old.reddit.com/r/espresso/comments/ab12/title/c0ffee/", "reddit:ab12"),
    ("https://news.ycombinator.com/item?id=12", "hn:12"),
    ("https://stackoverflow.com/questions/7/how-to", "stackexchange:stackoverflow.com:7"),
    ("https://coffee.stackexchange.com/q/7", "stackexchange:coffee.stackexchange.com:7"),
    ("https://lobste.rs/s/ab12cd/a_title", "lobsters:ab12cd"),
    ("https://lobste.rs/s/ab12cd/a_title#c_x1y2z3", "lobsters:ab12cd"),
    ("https://github.com/O/R/discussions/12", "github:o:r:12"),
    ("https://github.com/o/r/issues/12#issuecomment-3", "github:o:r:12"),
    ("https://blog.example/2026/post/#comment-3", "blog.example/2026/post"),
    ("https://blog.example/2026/post/?utm_source=rss", "blog.example/2026/post"),
  ])
  func isToldByTheLink(link: String, thread: String) {
    #expect(posts([entry("1", link: link)]).map(\.thread) == [thread])
  }

  /// A microblog's page of a day holds many: they had become one thread, each a reply to the first.
  @Test func untitledNotesOnOnePageAreThreadsOfTheirOwn() {
    let page = "https://days.example/2026/05/04.html"
    let posts = posts(["a1", "a2"].map { entry("\(page)#\($0)", link: "\(page)#\($0)") })
    #expect(
      posts.map(\.thread) == [
        "days.example/2026/05/04.html#a1", "days.example/2026/05/04.html#a2",
      ])
    #expect(posts.map(\.role) == [.opening, .opening])
  }

  @Test func repliesByIDJoinTheThreadTheyAnswer() {
    let posts = posts([
      entry("c", link: "https://a.example/3", replyTo: "b"),
      entry("a", link: "https://a.example/1"),
      entry("b", link: "https://a.example/2", replyTo: "a"),
    ])
    #expect(posts.map(\.thread) == Array(repeating: "a.example/1", count: 3))
    #expect(posts.map(\.role) == [.reply(to: "b"), .opening, .reply(to: "a")])
  }

  /// A hostile feed may let entries answer each other in a circle.
  @Test func aCircleOfRepliesEnds() {
    let posts = posts([
      entry("a", link: "https://a.example/1", replyTo: "b"),
      entry("b", link: "https://a.example/2", replyTo: "a"),
    ])
    #expect(posts.count == 2)
  }

  /// Also if each comes in a document of its own, and none has a title.
  @Test func entriesThatShareTheHomePageStayApart() {
    let both = ["1", "2"].flatMap { posts([entry($0, link: "https://a.example/")]) }
    #expect(Set(both.map(\.thread)).count == 2)
  }

  @Test func entriesThatShareAPageAreToldApartByTheirTitles() {
    let posts = posts([
      entry("1", link: "https://a.example/news.html", title: "One"),
      entry("2", link: "https://a.example/news.html", title: "Two"),
    ])
    #expect(Set(posts.map(\.thread)).count == 2)
  }

  @Test func entriesThatShareLinkAndSubjectAreOneThread() {
    let posts = posts([
      entry("1", link: "https://a.example/t", title: "Levers"),
      entry("2", link: "https://a.example/t", title: "Re: Levers"),
    ])
    #expect(Set(posts.map(\.thread)).count == 1)
    #expect(posts.map(\.role) == [.opening, .reply(to: nil)])
  }

  @Test(arguments: [
    ("https://forum.example/t/levers/12#post_1", Post.Role.opening),
    ("https://forum.example/t/levers/12?page=2#post_31", .reply(to: nil)),
    ("https://forum.example/t/levers/12/31", .reply(to: nil)),
  ])
  func postsOfADiscourseTopicAreOneThread(link: String, role: Post.Role) {
    let post = posts([entry("forum.example-post-77", link: link)])[0]
    #expect(post.thread == "discourse:forum.example:12")
    #expect(post.role == role)
  }

  /// A link blog talks at home about pages elsewhere.
  @Test func aLinkBlogIsOneRoom() {
    var document = ParsedFeed(format: .rss20, encoding: "utf-8")
    document.home = "https://blog.example/"
    document.entries = [
      entry("1", link: "https://news.example/a"), entry("2", link: "https://shop.example/b"),
    ]
    let posts = Communities.posts(of: document, feed: "https://blog.example/feed")
    #expect(posts.map(\.community) == ["blog.example", "blog.example"])
  }

  @Test func aSharedGuidIsToldApartByTheWords() {
    let posts = posts([
      entry("1", link: "https://a.example/", title: "One"),
      entry("1", link: "https://a.example/", title: "Two"),
      entry("1", link: "https://a.example/", title: "Two"),
    ])
    #expect(posts[0].id != posts[1].id)
    #expect(posts[1].id == posts[2].id)
    #expect(posts[0].thread != posts[1].thread)
  }

  @Test func theDiscussionIsOpenedAndTheArticleIsExternal() {
    let post = posts([
      entry("1", link: "https://blog.example/a", comments: "https://lobste.rs/s/x/a")
    ])[0]
    #expect(post.discussion?.text == "https://lobste.rs/s/x/a")
    #expect(post.external?.text == "https://blog.example/a")
    #expect(post.community == "lobste.rs")
  }

  @Test(arguments: [
    ("Comment on Levers by Ann", "", "Levers"),
    ("Comment on Made by hand by Ann", "", "Made by hand"),
    ("By: Ann", "Comments on: Levers", "Levers"),
    ("Kommentar zu Hebel von Ann", "", "Hebel"),
    ("Something else", "", "Something else"),
  ])
  func aCommentHasTheTitleOfItsPost(title: String, feed: String, expected: String) {
    let post = posts(
      [entry("1", link: "https://blog.example/p/#comment-3", title: title)], title: feed)[0]
    #expect(post.title == expected)
    #expect(post.role == .reply(to: nil))
  }

  @Test func aCommentOnRedditHasTheTitleOfItsThread() {
    let post = posts([
      entry(
        "t1_x", link: "https://www.reddit.com/r/a/comments/ab/t/x/",
        title: "/u/ann on Made on earth")
    ])[0]
    #expect(post.title == "Made on earth")
    #expect(post.role == .reply(to: nil))
    #expect(post.discussion?.text == "https://www.reddit.com/r/a/comments/ab/t/")
  }

  @Test func whatHasNoLinkIsAThreadOfItsOwn() {
    let posts = posts([entry("1"), entry("2")])
    #expect(Set(posts.map(\.thread)).count == 2)
    #expect(posts.map(\.community) == ["a.example", "a.example"])
  }
}

import Communities
import Conversations
import Parsing
import Testing

/// What single places tell of a thread, and what their software adds to a text.
@Suite struct PlaceTests {
  @Test(arguments: [
    ("journal.example via tamper", "tamper"), ("journal.example by tamper", "tamper"),
    ("via tamper", "tamper"), ("tamper", "tamper"), ("tamper@lobste.rs", "tamper"),
  ])
  func theAuthorOfAStoryOnLobstersIsWhoHandedItIn(name: String, author: String) {
    let post = posts([
      entry(
        "https://lobste.rs/s/ab12cd", link: "https://journal.example/a",
        comments: "https://lobste.rs/s/ab12cd/a_title", title: "A title",
        text: #"<p>Said.</p><p><a href="https://lobste.rs/s/ab12cd/a_title">Comments</a></p>"#,
        author: name)
    ])[0]
    #expect(post.author == author)
    #expect(post.text == "Said.")
    #expect(post.external?.text == "https://journal.example/a")
    #expect(post.thread == "lobsters:ab12cd")
  }

  /// The feed of comments names the title of the story and not the story.
  @Test func commentsOnLobstersAreKeptTogetherByTheTitle() {
    func comment(_ id: String, _ title: String) -> Post {
      let page = "https://lobste.rs/c/\(id)"
      return posts([entry(page, link: page, comments: page, title: title)])[0]
    }
    #expect(comment("a", "How levers work").thread == comment("b", "How levers work").thread)
    #expect(comment("a", "Levers").thread != comment("b", "Levers").thread)
    #expect(comment("a", "Levers").role == .reply(to: nil))
  }

  @Test(arguments: [
    ("Which gasket? [closed]", "Which gasket?", Post.Access.closed),
    ("Which gasket? [duplicate]", "Which gasket?", .closed),
    ("¿Qué junta? [cerrada]", "¿Qué junta?", .closed),
    ("Which gasket [57 mm]", "Which gasket [57 mm]", .open),
    ("Answer by ann for Which gasket? [closed]", "Which gasket?", .closed),
  ])
  func theMarkOfAClosedQuestionIsNoTitle(title: String, expected: String, access: Post.Access) {
    let post = posts([
      entry(link: "https://coffee.stackexchange.com/questions/7/which-gasket", title: title)
    ])[0]
    #expect(post.title == expected)
    #expect(post.access == access)
    #expect(post.repliesFeed?.text == "https://coffee.stackexchange.com/feeds/question/7")
  }

  @Test func whatLemmyPutsBeforeATextIsReadAndCut() {
    let post = posts([
      entry(
        "https://lemmy.example/post/7", link: "https://journal.example/a",
        comments: "https://lemmy.example/post/7", title: "A lever",
        text: """
          eingereicht von <a href="https://fedi.example/u/ann">ann</a> in \
          <a href="https://lemmy.example/c/coffee">coffee</a><br>-3 Punkte | \
          <a href="https://lemmy.example/post/7">17 Kommentare</a><br>\
          <a href="https://journal.example/a">https://journal.example/a</a><p>Said.</p>
          """, author: "https://fedi.example/u/ann")
    ])[0]
    #expect(post.text == "Said.")
    #expect(post.votes == -3)
    #expect(post.replies == 17)
    #expect(post.author == "ann")
    #expect(post.community == "c/coffee@lemmy.example")
    #expect(post.external?.text == "https://journal.example/a")
  }

  /// Anybody may have a page `/post/7`.
  @Test func aBlogWithNumberedPostsIsNotLemmy() {
    let post = posts([
      entry("https://blog.example/post/7", link: "https://blog.example/post/7", text: "<p>Said.")
    ])[0]
    #expect(post.community == "blog.example")
    #expect(post.text == "Said.")
  }

  @Test(arguments: [
    ("discourse:topicClosed", Post.Access.closed), ("discourse:topicArchived", .archived),
    ("discourse:topicPinned", .open),
  ])
  func discourseTellsWhetherATopicCanBeAnswered(name: String, access: Post.Access) {
    var topic = entry("forum.example-topic-12", link: "https://forum.example/t/levers/12")
    topic.extras = [
      "discourse:topicPinned": "No", "discourse:topicClosed": "No",
      "discourse:topicArchived": "No",
    ]
    topic.extras[name] = "Yes"
    let post = posts([topic])[0]
    #expect(post.access == access)
    #expect(post.isPinned == (name == "discourse:topicPinned"))
    #expect(post.repliesFeed?.text == "https://forum.example/t/levers/12.rss")
  }

  @Test func anAuthorOnDiscourseHasOneName() {
    for name in ["ann", "@ann", "@ann Ann Example"] {
      let post = posts([
        entry("forum.example-topic-12", link: "https://forum.example/t/levers/12", author: name)
      ])[0]
      #expect(post.author == "ann")
    }
  }

  @Test func aLaunchOnProductHuntIsAThread() {
    let text = """
      <p>Levers by post</p><p><a href="https://www.producthunt.com/products/lever?a=1">Discussion</a>
      | <a href="https://www.producthunt.com/r/p/12?app_id=339">Link</a></p>
      """
    let both = ["12", "13"].flatMap {
      posts([
        entry(
          "tag:www.producthunt.com,2005:Post/\($0)",
          link: "https://www.producthunt.com/products/lever", title: "Lever", text: text)
      ])
    }
    #expect(both.map(\.thread) == ["producthunt:12", "producthunt:13"])
    #expect(both.map(\.text) == ["Levers by post", "Levers by post"])
  }

  @Test func oldFeedsOfRedditTellAuthorAndCount() {
    let page = "https://www.reddit.com/r/a/comments/ab/t/"
    let post = posts([
      entry(
        page, link: page, title: "T",
        text: """
          submitted by <a href="https://www.reddit.com/user/ann"> ann </a> to \
          <a href="https://www.reddit.com/r/a/"> a</a> <a href="https://i.example/x.jpg">[link]</a> \
          <a href="\(page)">[275 comments]</a>
          """)
    ])[0]
    #expect(post.author == "u/ann")
    #expect(post.replies == 275)
    #expect(post.text == "")
    #expect(post.external?.text == "https://i.example/x.jpg")
    #expect(post.repliesFeed?.text == "\(page).rss")
  }

  /// `wfw:commentRss` and `link rel=replies`.
  @Test func anyFeedMayNameTheFeedOfItsReplies() {
    var blog = entry("1", link: "https://blog.example/1")
    blog.commentsFeed = "https://blog.example/1/feed"
    #expect(posts([blog])[0].repliesFeed?.text == "https://blog.example/1/feed")
  }

  @Test(arguments: [
    ("https://www.reddit.com/r/a/new/.rss", Duration.seconds(65)),
    ("https://lobste.rs/rss", .seconds(6)),
  ])
  func placesWithLimitsAreAskedSlowly(feed: String, apart: Duration) throws {
    let address = try #require(Address(feed))
    let told = try #require(pace(of: address))
    #expect(told.apart == apart)
    #expect(told.every >= .seconds(3600))
  }

  @Test func otherPlacesHaveNoPace() throws {
    let address = try #require(Address("https://blog.example/feed"))
    #expect(pace(of: address) == nil)
  }
}

import Communities
import Conversations
import Markup
import Parsing
import Testing

@Suite struct WordPressTests {
  /// The post and its comments, in whatever feed and order.
  @Test(arguments: [
    ("https://blog.example/2026/levers/", "https://blog.example/2026/levers/#comment-3"),
    (
      "https://blog.example/2026/levers/",
      "https://blog.example/2026/levers/comment-page-2/#comment-31"
    ),
    (
      "https://blog.example/2026/levers/?utm_source=rss",
      "http://www.blog.example/2026/levers?replytocom=2#comment-3"
    ),
    ("https://blog.example/?p=12", "https://blog.example/?p=12#comment-3"),
    ("https://blog.example/?p=12", "https://blog.example/?p=12&cpage=2#comment-31"),
  ])
  func aPostAndItsCommentsAreOneThread(opening: String, comment: String) {
    let thread = post(entry("https://blog.example/?p=12", link: opening, title: "Levers")).thread
    let reply = post(entry("https://blog.example/?p=12#comment-3", link: comment))
    #expect(reply.thread == thread)
    #expect(reply.discussion?.canonical == thread)
    #expect(reply.role == .reply(to: nil))
  }

  @Test(arguments: [
    ("https://blog.example/l/#comment-3", "https://blog.example/l/feed/"),
    ("https://blog.example/?p=12#comment-3", "https://blog.example/?feed=rss2&p=12"),
    // Below the home page stands the feed of the blog.
    ("https://blog.example/comment-page-1/#comment-3", nil),
  ])
  func aCommentTellsTheFeedOfItsPost(link: String, feed: String?) {
    let comment = post(entry("https://blog.example/?p=12#comment-3", link: link))
    #expect(comment.repliesFeed?.text == feed)
    // Other programs call their comments so, too.
    #expect(post(entry("3", link: link)).repliesFeed == nil)
  }

  @Test(arguments: [
    ("Comment on Levers by Ann", "", "Levers"),
    ("Comment on Stand by me by Ann by Bob", "", "Stand by me by Ann by Bob"),
    ("Kommentar zu Hebel von Ann", "", "Hebel"),
    ("Reactie op Hefbomen door Ann", "", "Hefbomen"),
    ("Commentaires sur Leviers par Ann", "", "Leviers"),
    ("Comentario en Palancas por Ann", "", "Palancas"),
    ("By: Ann", "Comments on: Levers", "Levers"), ("Von: Ann", "Kommentare zu: Hebel", "Hebel"),
    ("Par : Ann", "Commentaires sur : Leviers", "Leviers"),
    // In a feed of all comments nothing tells the post.
    ("By: Ann", "Comments for a blog", ""),
  ])
  func aCommentHasTheTitleOfItsPost(title: String, feed: String, expected: String) {
    let author = title.hasSuffix("Bob") ? "Ann by Bob" : "Ann"
    let comment = post(
      entry(link: "https://blog.example/p/#comment-3", title: title, author: author), title: feed)
    #expect(comment.title == (author == "Ann" ? expected : "Stand by me"))
  }

  @Test(arguments: ["In reply to", "Als Antwort auf", "En réponse à", "In antwoord op"])
  func anAnswerNamesTheCommentItAnswers(words: String) {
    let text = """
      <p>\(words) <a href="https://blog.example/l/comment-page-1/#comment-3">Bob</a>.</p>
      <p>The soft one.</p>
      """
    let comment = post(
      entry(
        "https://blog.example/?p=12#comment-4",
        link: "https://blog.example/l/comment-page-1/#comment-4", text: text))
    #expect(comment.text == "The soft one.")
    #expect(comment.role == .reply(to: "https://blog.example/?p=12#comment-3"))
  }

  @Test func aPostTellsItsRepliesAndTheirFeed() {
    var entry = entry("https://blog.example/?p=12", link: "https://blog.example/l/")
    entry.commentCount = 3
    entry.commentsFeed = "https://blog.example/l/feed/"
    let post = post(entry)
    #expect(post.replies == 3)
    #expect(post.repliesFeed?.text == "https://blog.example/l/feed/")
    #expect(post.role == .opening)
  }

  private static let toPost = #"<a rel="nofollow" href="https://blog.example/l/">Levers</a>"#
  private static let toBlog = #"<a href="https://blog.example">The Blog</a>"#

  @Test(arguments: [
    ("<p>Words.</p><p>The post \(toPost) appeared first on \(toBlog).</p>", "Words."),
    ("<p>Words.</p><p>Der Beitrag \(toPost) erschien zuerst auf \(toBlog).</p>", "Words."),
    ("<p>Words.</p><p>L’article \(toPost) est apparu en premier sur \(toBlog).</p>", "Words."),
    ("<p>Het bericht \(toPost) verscheen eerst op \(toBlog).</p>", ""),
    (
      #"Words &#8230; <a href="https://blog.example/l/">Läs vidare <span>&#8594;</span></a>"#,
      "Words …"
    ),
    (
      ##"<p>Words [&#8230;]</p><a href="https://blog.example/l/#more-12">Continue reading</a>"##,
      "Words …"
    ),
    ("Words [&#8230;]", "Words …"),
    // What people write with links of their own.
    (#"<p>I read <a href="https://a.example/x">this</a>.</p>"#, "I read this."),
    (
      "<p>See \(toPost) at \(toBlog)! \(String(repeating: "More words. ", count: 10))</p>",
      "See Levers at The Blog! \(String(repeating: "More words. ", count: 9))More words."
    ),
  ])
  func whatTheProgramAddedIsCut(text: String, expected: String) {
    let entry = entry(
      "https://blog.example/?p=12", link: "https://blog.example/l/", title: "Levers", text: text)
    #expect(post(entry).text == expected)
  }

  /// Nothing is cut from a blog that another program wrote.
  @Test func othersAreLeftAlone() {
    let entry = entry("tag:x", link: "https://blog.example/l/", text: "Words [...]")
    #expect(post(entry).text == "Words [...]")
    #expect(post(entry, generator: "https://wordpress.org/?v=6.9.1").text == "Words …")
  }
}

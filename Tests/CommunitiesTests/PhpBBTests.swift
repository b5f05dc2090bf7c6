import Conversations
import Parsing
import Testing

@Suite struct PhpBBTests {
  private let board = "https://forum.example/board/"

  private func topicPost(
    _ title: String, number: Int = 34, text: String = "", tags: [String] = ["Levers"],
    sid: String = "", feed: String = "app.php/feed"
  ) -> Post {
    let link = "\(board)viewtopic.php?t=12&p=\(number)\(sid)#p\(number)"
    return post(
      entry(link, link: link, title: title, text: text, author: "Ann", tags: tags),
      address: board + feed)
  }

  @Test(arguments: [
    ("Levers • Which spring?", ["Levers"], Post.Role.opening),
    ("Levers • Re: Which spring?", ["Levers"], .reply(to: nil)),
    ("Levers • Re: Which spring?", [], .reply(to: nil)),
    ("Re: Which spring?", ["Levers"], .reply(to: nil)),
    ("Which spring?", ["Levers"], .opening),
  ])
  func aTopicIsOneThread(title: String, tags: [String], role: Post.Role) {
    let post = topicPost(title, tags: tags)
    #expect(post.thread == "phpbb:forum.example/board/viewtopic.php:12")
    #expect(post.discussion?.text == "\(board)viewtopic.php?t=12")
    #expect(post.title == "Which spring?")
    #expect(post.role == role)
    #expect(post.community == "forum.example")
  }

  @Test(
    arguments: [
      ("Statistics: Posted by <a href='u'>Ann</a> — Today, 1:36 pm", nil),
      ("Statistics: Posted by <a href='u'>Ann</a> — Today — Replies 2 — Views 61", 2),
      (
        "Statistik: Verfasst von <a href='u'>Ann</a> — Sa 14. Mär 2026 — Antworten 12 — Zugriffe 61",
        12
      ),
      ("Statistiques : Posté par Ann — 14 mars 2026 — Réponses 0 — Vues 6", 0),
      ("Statistieken: Geplaatst door Ann — 14 mrt 2026 — Reacties 3 — Weergaves 6", 3),
      ("Estadísticas: Publicado por Ann — 14 Mar 2026 — Respuestas 4 — Vistas 6", 4),
      ("统计信息：发表于 由 Ann — 2026-3-14 — 回复总数 5 — 阅读次数 6", 5),
    ] as [(String, Int?)])
  func theStatisticsAreCountedAndCut(line: String, replies: Int?) {
    let post = topicPost("Levers • Which spring?", text: "The soft one.<p>\(line)</p><hr />")
    #expect(post.text == "The soft one.")
    #expect(post.replies == replies)
  }

  @Test(arguments: ["Buy: the soft one — it lasts — 2 years — 3 at most", "Ann — as always", ""])
  func whatSomebodyWroteStays(text: String) {
    #expect(topicPost("Levers • Which spring?", text: text).text == text)
  }

  /// The list of active topics shows the last post of each, under the title of the topic.
  @Test func theLastPostOfATopicIsAReply() {
    func role(_ replies: Int, feed: String) -> Post.Role {
      let line = "<p>Statistics: Posted by Ann — Today — Replies \(replies) — Views 61</p>"
      return topicPost("Levers • Which spring?", text: line, feed: feed).role
    }
    #expect(role(2, feed: "app.php/feed/topics_active") == .reply(to: nil))
    #expect(role(0, feed: "app.php/feed/topics_active") == .opening)
    #expect(role(2, feed: "app.php/feed/topics") == .opening)
  }

  @Test(arguments: [
    ("app.php/feed", "app.php/feed/topic/12"), ("feed/topics", "feed/topic/12"),
    ("feed.php?mode=topics", "feed.php?t=12"),
  ])
  func theFeedOfATopicIsWrittenAsTheOthers(feed: String, expected: String) {
    #expect(topicPost("T", feed: feed).repliesFeed?.text == board + expected)
  }

  /// A feed read from a file, or by way of another host.
  @Test func theFeedOfATopicIsKnownWithoutAnAddress() {
    let link = "\(board)viewtopic.php?t=12&p=3#p3"
    let post = post(entry(link, link: link), feed: "samples/forum.xml")
    #expect(post.repliesFeed?.text == "\(board)app.php/feed/topic/12")
  }

  @Test func aSessionIsNoPartOfAPost() {
    let one = topicPost("T", sid: "&sid=0123456789abcdef0123456789abcdef")
    let other = topicPost("T")
    #expect(one.id == other.id)
    #expect(one.link == other.link)
    #expect(one.thread == other.thread)
  }

  @Test(arguments: [
    // FluxBB
    ("https://bbs.example/viewtopic.php?id=12&action=new", nil as String?),
    // A blogger who links to a topic.
    ("https://forum.example/viewtopic.php?t=12", "https://blog.example/1"),
  ])
  func othersAreLeftAlone(link: String, id: String?) {
    #expect(!post(entry(id, link: link)).thread.hasPrefix("phpbb:"))
  }
}

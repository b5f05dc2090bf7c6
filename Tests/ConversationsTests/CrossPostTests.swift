import Conversations
import Foundation
import Testing

@Suite struct CrossPostTests {
  /// An opening with what decides.
  struct Said: Sendable, CustomTestStringConvertible {
    var room = "r/espresso"
    var title = "Why lever machines are back"
    var text = ""
    var link: String?
    var author: String? = "ann"
    var day = 0.0
    var isPinned = false
    var thread: String?

    var testDescription: String { "\(room): \(title) \(link ?? "")" }

    var post: Post {
      Post(
        id: "\(room)/\(title)/\(day)", feed: "f", community: room,
        thread: thread ?? "\(room)\n\(title)/\(link ?? "")/\(text.hashValue)/\(day)",
        author: author,
        title: title, text: text,
        published: Date(timeIntervalSince1970: 1_800_000_000 + 86_400 * day), isPinned: isPinned,
        external: link.flatMap { Address($0) })
    }
  }

  private static let question = """
    I bought a used lever machine from 1974 and the group gasket leaks as soon as the pressure \
    rises above six bar. I have changed the seal twice and cleaned the seat, but it still drips \
    on the left side. What else could I try before I take the whole group apart?
    """
  private static let advert = """
    We are looking for a barista for our café in Berlin, full time, from the first of May. You \
    know your way around a lever machine, you like people, and you do not mind to get up early. \
    We pay fairly and share tips. Write to us with a few words about yourself.
    """
  private static let article = "https://news.example/2024/03/why-lever-machines-are-back"

  @Test(arguments: [
    // The same article, wherever and under whatever title.
    (Said(link: article), Said(room: "r/Coffee", title: "Old is new", link: article + "/amp")),
    (
      Said(link: "https://youtu.be/dQw4w9WgXcQ"),
      Said(room: "lobste.rs", link: "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3s")
    ),
    // Submitted twice in one room, under one title.
    (Said(room: "Hacker News", link: article), Said(room: "Hacker News", link: article, day: 3)),
    // A front page under one title.
    (
      Said(
        room: "Hacker News", title: "Show HN: Leverlog, a brew diary", link: "https://l.example/"),
      Said(room: "lobste.rs", title: "Leverlog, a brew diary", link: "https://l.example")
    ),
    // The same words in two rooms.
    (Said(text: question), Said(room: "r/Coffee", text: question)),
    (
      Said(text: question),
      Said(room: "r/Coffee", text: "Hi r/Coffee!\n\n" + question + "\n\nEDIT: it was the seat.")
    ),
    (
      Said(title: "Leaking gasket on a lever machine", text: question),
      Said(
        room: "r/Coffee", title: "Lever machine: leaking gasket, please help (x-post)",
        text: question.replacing("changed", with: "replaced"))
    ),
    (Said(text: question), Said(room: "r/Coffee", title: "Lever machines", text: question)),
    // An article, and the thread about it; a thread that was handed on.
    (
      Said(room: "blog.example", thread: "blog.example/2026/levers-are-back"),
      Said(link: "https://blog.example/2026/levers-are-back?utm_source=r")
    ),
    (
      Said(thread: "reddit:zz1"),
      Said(room: "r/Coffee", link: "https://old.reddit.com/r/espresso/comments/zz1/why/")
    ),
    // An episode in two directories.
    (
      Said(room: "a.example", text: "Ann talks with Bob about springs, seals and patience."),
      Said(room: "b.example", text: "Ann talks with Bob about springs, seals and patience.")
    ),
    // Without titles, as microblogs are.
    (Said(title: "", text: question), Said(room: "a.social", title: "", text: question)),
  ])
  func isOneThing(left: Said, right: Said) {
    let verdict = crossPost(left.post, right.post)
    #expect(verdict.isSame, "\(verdict.because)")
    #expect(crossPost(right.post, left.post) == verdict)
    #expect(!Set(likenesses(of: left.post)).isDisjoint(with: likenesses(of: right.post)))
  }

  @Test(arguments: [
    // What many point at for many reasons.
    (
      Said(title: "A recall", link: "https://maker.example/"),
      Said(room: "r/Coffee", title: "A sale", link: "https://maker.example/")
    ),
    (
      Said(title: "Is it any good?", link: "https://maker.example/shop"),
      Said(room: "r/Coffee", title: "A sale", link: "https://maker.example/shop")
    ),
    (
      Said(title: "Her best one yet", link: "https://www.youtube.com/@levers"),
      Said(room: "r/Coffee", title: "Where did she go?", link: "https://www.youtube.com/@levers")
    ),
    (
      Said(title: "Version 2 is out", link: "https://github.com/ann/brew"),
      Said(room: "r/Coffee", title: "Looking for maintainers", link: "https://github.com/ann/brew")
    ),
    (
      Said(
        title: "TIL of spring levers",
        link: "https://en.wikipedia.org/wiki/Lever_espresso_machine_design"),
      Said(
        room: "r/Coffee", title: "Who invented them?",
        link: "https://en.wikipedia.org/wiki/Lever_espresso_machine_design")
    ),
    // Two threads in one room are two.
    (Said(title: "Old is new", link: article), Said(title: "I disagree with this", link: article)),
    // What is shared again later is talked about anew.
    (Said(link: article), Said(room: "r/Coffee", link: article, day: 400)),
    // Other articles.
    (Said(link: article), Said(room: "r/Coffee", link: article + "-again")),
    (
      Said(link: "https://a.example/#!topic/10001"),
      Said(room: "r/Coffee", title: "Something else", link: "https://a.example/#!topic/10002")
    ),
    // One text with other words in some places.
    (
      Said(title: "Barista in Berlin", text: advert),
      Said(
        room: "r/Coffee", title: "Barista in Munich",
        text: advert.replacing("Berlin", with: "Munich"))
    ),
    (
      Said(title: "Barista wanted", text: advert),
      Said(
        room: "r/Coffee", title: "Barista wanted", text: advert.replacing("Berlin", with: "Munich"))
    ),
    (
      Said(title: "Barista in Berlin", text: advert.replacing(" in Berlin", with: "")),
      Said(
        room: "r/Coffee", title: "Barista in Munich", text: advert.replacing(" in Berlin", with: "")
      )
    ),
    (
      Said(title: "Brewlog 1.2", text: question + " Version 1.2 mends the timer."),
      Said(room: "r/Coffee", title: "Brewlog 1.3", text: question + " Version 1.3 mends the timer.")
    ),
    // What comes again and again.
    (
      Said(title: "Weekly question thread", text: question),
      Said(room: "r/Coffee", title: "Weekly question thread", text: question)
    ),
    (
      Said(title: "[Daily Discussion] What are you brewing?", text: question),
      Said(room: "r/Coffee", title: "Daily Discussion", text: question)
    ),
    (Said(text: question, author: "AutoModerator"), Said(room: "r/Coffee", text: question)),
    (Said(text: question, author: "deals_bot"), Said(room: "r/Coffee", text: question)),
    (Said(text: question, isPinned: true), Said(room: "r/Coffee", text: question)),
    // One points at the other, and tells something else of it; or at its front page.
    (
      Said(room: "blog.example", thread: "blog.example/2026/levers-are-back"),
      Said(title: "Who writes this?", link: "https://blog.example/2026/levers-are-back")
    ),
    (
      Said(room: "blog.example", thread: "blog.example/shop"),
      Said(link: "https://blog.example/shop")
    ),
    (
      Said(room: "a.example", text: "Ann talks with Bob about springs, seals and patience."),
      Said(room: "b.example", text: "Ann talks with Bob about springs, seals and patience.", day: 7)
    ),
    // Said twice in one room; too few words; other titles; other words.
    (Said(text: question), Said(text: question + " Anybody?")),
    (Said(text: "What grinder?"), Said(room: "r/Coffee", text: "What grinder?")),
    (
      Said(title: "Leaking gasket", text: question),
      Said(room: "r/Coffee", title: "My first machine", text: question, author: "bob")
    ),
    (Said(text: question), Said(room: "r/Coffee", text: advert)),
    (Said(), Said(room: "r/Coffee")),
  ])
  func isTwoThings(left: Said, right: Said) {
    let verdict = crossPost(left.post, right.post)
    #expect(!verdict.isSame, "\(verdict.because)")
    #expect(crossPost(right.post, left.post) == verdict)
  }

  @Test func aReplyIsNoCrossPost() {
    var reply = Said(link: Self.article).post
    reply.role = .reply(to: nil)
    #expect(!crossPost(reply, Said(room: "r/Coffee", link: Self.article).post).isSame)
    #expect(likenesses(of: reply).isEmpty)
  }
}

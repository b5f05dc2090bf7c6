import Communities
import Conversations
import Testing

@Suite struct MailingListTests {
  private static let archive = "https://lists.example/archives/list/levers@lists.example/message"

  private func message(
    _ id: String, _ subject: String, replyTo: String? = nil, text: String = ""
  ) -> Post {
    let entry = entry(
      id, link: "\(Self.archive)/\(id)/", title: subject, text: text, replyTo: replyTo)
    return posts([entry])[0]
  }

  @Test(arguments: [
    "Re: Spring for a lever group", "RE: [levers] Spring for a lever group",
    "[levers] Re: spring  for a Lever group", "AW: Spring for a lever group",
    "SV: Re: AW: Spring for a lever group", "Re[2]: Spring for a lever group",
  ])
  func repliesHaveTheThreadOfTheirSubject(subject: String) {
    let opening = message("A", "[levers] Spring for a lever group")
    let reply = message("B", subject)
    #expect(opening.role == .opening)
    #expect(reply.role == .reply(to: nil))
    #expect(reply.thread == opening.thread)
    #expect(reply.community == "levers@lists.example")
  }

  @Test(arguments: ["", "Question", "Re: question", "Help please", "(no subject)", "Meeting"])
  func subjectsThatSayLittleMakeNoThread(subject: String) {
    #expect(message("A", subject).thread != message("B", subject).thread)
  }

  @Test func whatAMessageAnswersDecidesWhereTheSubjectDoesNot() {
    let opening = message("A", "Question")
    #expect(message("B", "Re: Question", replyTo: "A").thread == opening.thread)
    #expect(message("C", "Re: Question", replyTo: "X").thread != opening.thread)
    // A patch answers the letter that covers the series.
    let cover = message("P0", "Question")
    #expect(message("P1", "[PATCH 1/2] group: cut the seal", replyTo: "P0").thread == cover.thread)
  }

  @Test func theOrderOfArrivalDoesNotMatter() {
    let entries = [
      entry("A", link: "\(Self.archive)/A/", title: "Spring for a lever group"),
      entry("B", link: "\(Self.archive)/B/", title: "Re: Spring for a lever group", replyTo: "A"),
      entry("C", link: "\(Self.archive)/C/", title: "Re: Spring for a lever group", replyTo: "B"),
    ]
    let alone = entries.map { posts([$0])[0].thread }
    #expect(Set(alone).count == 1)
    #expect(posts(entries).map(\.thread) == alone)
    #expect(posts(entries.reversed()).map(\.thread) == alone)
  }

  @Test func listsAreKeptApart() {
    let other = posts([
      entry(
        "A", link: "https://lists.example/archives/list/tea@lists.example/message/A/",
        title: "Spring for a lever group")
    ])[0]
    #expect(other.thread != message("A", "Spring for a lever group").thread)
  }

  @Test(arguments: [
    ("https://lists.example/pipermail/levers/2026-March/012345.html", "levers@lists.example"),
    ("https://groups.io/g/levers/message/12", "levers@groups.io"),
    ("https://www.mail-archive.com/levers@lists.example/msg00012.html", "levers@lists.example"),
    ("http://permalink.gmane.org/gmane.food.levers/12", "gmane.food.levers"),
    ("https://lists.example/archives/levers/msg00101.html", "levers@lists.example"),
    ("https://lists.example/levers/2026/03/msg00042.html", "levers@lists.example"),
  ])
  func archivesAreKnownByTheirAddresses(link: String, list: String) {
    #expect(posts([entry(link, link: link, title: "Lever springs")])[0].community == list)
  }

  @Test func aMessageOfPublicInboxHasAFeedOfItsThread() {
    let post = posts([
      entry(
        "urn:uuid:0c0ffee0-0000-4000-8000-000000000001",
        link: "https://inbox.example/levers/20260314.1@mail.example/", title: "Lever springs")
    ])[0]
    #expect(post.community == "inbox.example/levers")
    #expect(
      post.repliesFeed?.text == "https://inbox.example/levers/20260314.1@mail.example/t.atom")
  }

  /// A blog about "Re: …" is no list.
  @Test func subjectsAloneMakeNoList() {
    let both = posts([
      entry("1", link: "https://blog.example/1", title: "Spring for a lever group"),
      entry("2", link: "https://blog.example/2", title: "Re: Spring for a lever group"),
    ])
    #expect(Set(both.map(\.thread)).count == 2)
  }

  @Test func theFooterOfTheListIsCut() {
    let footer = """
      <p>Use the soft one.</p><pre>_______________________________________________
      levers mailing list -- levers@lists.example
      To unsubscribe send an email to levers-leave@lists.example</pre>
      """
    #expect(message("A", "Lever springs", text: footer).text == "Use the soft one.")
    let rule = "<p>Parts:</p><pre>--------------------------\n57 mm gasket</pre>"
    #expect(message("A", "Lever springs", text: rule).text.hasSuffix("57 mm gasket"))
  }
}

import Markup
import Parsing
import Testing

/// Fields that were read as Latin 1 and written as UTF-8 once more.
@Suite struct EncodedTwiceTests {
  @Test func isUndoneFieldByFieldAndNotedOnce() throws {
    let feed = try parse(
      Array(
        """
        <rss version="2.0"><channel><title>CafÃ©</title>
        <item><title>Itâ€™s hereâ€¦</title><description>&#226;&#128;&#166;</description>
        <author>RenÃ©</author><category>crÃ¨me</category></item>
        <item><title>Ã© and – what is it?</title></item></channel></rss>
        """.utf8))
    #expect(feed.title == "Café")
    #expect(feed.entries[0].title == "It’s here…")
    #expect(feed.entries[0].content?.plainText() == "…")
    #expect(feed.entries[0].tags == ["crème"])
    #expect(feed.entries[1].title == "Ã© and – what is it?")
    #expect(
      feed.notes.map(\.message) == [#"a text was encoded twice ("Ã©" for "é")"#])
    #expect(feed.notes[0].line == 1)
  }

  @Test func hidesNothing() throws {
    // U+202E, read as Latin 1: what comes out of the repair is cleaned like everything else.
    let feed = try parse(
      Array("<rss><channel><item><title>a\u{E2}\u{80}\u{AE}b</title></item></channel></rss>".utf8))
    #expect(feed.entries[0].title == "ab")
  }
}

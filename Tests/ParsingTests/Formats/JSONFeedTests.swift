import Markup
import Parsing
import Testing

@Suite struct JSONFeedTests {
  @Test func readsAWholeFeed() throws {
    let feed = try parsed(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "T", "description": "D",
       "home_page_url": "/", "feed_url": "https://e.example/feed.json", "language": "en",
       "authors": [{"name": "Ann", "url": "/ann"}],
       "items": [{"id": 7, "url": "1", "external_url": "https://o.example/", "title": "One\\nline",
         "content_html": "<p>a</p><p>b</p>", "summary": "s", "date_published": "2004-01-01T19:48:21Z",
         "date_modified": "2004-01-02T19:48:21Z", "tags": ["x", 3, {}],
         "attachments": [{"url": "a.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 12}, {}, 1]},
         {"id": "8", "content_text": "plain\\n\\ntext", "author": {"name": "Bob"}}]}
      """, base: "https://e.example/x/feed.json")
    #expect(feed.format == .json11)
    #expect(feed.title == "T")
    #expect(feed.home == "https://e.example/")
    #expect(feed.authors == [ParsedAuthor(name: "Ann", address: "https://e.example/ann")])
    #expect(feed.entries.map(\.id) == ["7", "8"])
    let entry = try #require(feed.entries.first)
    #expect(entry.link == "https://e.example/x/1")
    #expect(entry.related == "https://o.example/")
    #expect(entry.title == "One line")
    #expect(entry.content?.plainText() == "a\n\nb")
    #expect(entry.summary?.plainText() == "s")
    #expect(entry.tags == ["x", "3"])
    #expect(
      entry.attachments == [
        ParsedAttachment(address: "https://e.example/x/a.mp3", type: "audio/mpeg", size: 12)
      ])
    #expect(
      feed.entries.last?.content
        == MarkedText("plain\n\ntext", kind: .plain, base: "https://e.example/x/feed.json"))
    #expect(feed.entries.last?.authors == [ParsedAuthor(name: "Bob")])
  }

  @Test func losesAValueNotTheFeed() throws {
    let feed = try parsed(
      """
      {"version": "https://jsonfeed.org/version/1", "title": 5, "authors": "Ann",
       "items": [null, {"title": ["x"], "date_published": "soon"}, 4, {"title": "Two"}]}
      """)
    #expect(feed.format == .json10)
    #expect(feed.entries.map(\.title) == ["", "Two"])
    #expect(
      feed.notes.map(\.message) == [
        "item 1 is no object", "\"soon\" is not a date", "item 3 is no object",
      ])
  }

  @Test(arguments: [
    ("{\"a\": 1}", ParsingFailure.unknown("a JSON document")),
    ("[1, 2]", .unknown("a JSON document")),
    ("{\"items\": [", .unreadable("the JSON is broken")),
  ])
  func refusesOtherJSON(source: String, failure: ParsingFailure) {
    #expect(throws: failure) { try parsed(source) }
  }

  @Test func refusesDeepNesting() {
    let source = "{\"items\": " + String(repeating: "[", count: 100_000)
    #expect(throws: ParsingFailure.self) { try parsed(source) }
  }
}

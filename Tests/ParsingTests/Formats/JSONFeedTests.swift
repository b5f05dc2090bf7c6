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
    ("{\"message\": \"Too many requests\"}", .unknown("a JSON document: \"Too many requests\"")),
    ("{\"error\": {\"code\": 7, \"message\": \"No\"}}", .unknown("a JSON document: \"No\"")),
    ("{\"errors\": [{\"detail\": \"Gone\"}]}", .unknown("a JSON document: \"Gone\"")),
    ("{\"id\": 1}\n{\"id\": 2}\n", .unknown("a JSON document")),
  ])
  func refusesOtherJSON(source: String, failure: ParsingFailure) {
    #expect(throws: failure) { try parsed(source) }
  }

  @Test func survivesDeepNesting() throws {
    let deep = String(repeating: "[", count: 100_000)
    let feed = try parsed("{\"items\": [{\"title\": \"t\", \"x\": \(deep)")
    #expect(feed.entries.map(\.title) == ["t"])
    #expect(
      feed.notes.prefix(2).map(\.message) == [
        "values nested more than 128 deep", "the document ends too early",
      ])
    let closed = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
    let whole = try parsed(
      "{\"items\": [{\"x\": \(closed), \"title\": \"t\"}, {\"title\": \"u\"}]}")
    #expect(whole.entries.map(\.title) == ["t", "u"])
  }

  @Test func keepsAFeedWithoutItems() throws {
    let feed = try parsed("{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"T\"}")
    #expect(feed.title == "T")
    #expect(feed.entries.isEmpty)
    #expect(feed.notes == [ParsingNote(message: "it has no items")])
  }

  /// Each row: what an item says, and who wrote it.
  @Test(arguments: [
    (
      "\"authors\": [{\"name\": \"A\"}, {\"name\": \"B\"}], \"author\": {\"name\": \"C\"}",
      ["A", "B"]
    ),
    ("\"authors\": [], \"author\": {\"name\": \"C\"}", ["C"]),
    ("\"authors\": {\"name\": \"D\"}", ["D"]), ("\"author\": \"E\"", ["E"]),
    ("\"author\": {\"url\": \"http://e.example/\"}", ["http://e.example/"]),
    ("\"author\": {\"avatar\": \"x\"}, \"authors\": 7", ["7"]), ("\"author\": null", []),
  ])
  func readsAuthors(item: String, names: [String]) throws {
    let feed = try parsed("{\"items\": [{\(item)}]}")
    #expect(feed.entries.first?.authors.map(\.name) == names)
  }

  @Test func readsWhatIsOddlyTyped() throws {
    let feed = try parsed(
      """
      {"items": [{"id": 12345678901234, "tags": "a, b", "title": 5, "date_published": 1072865695,
        "attachments": [{"url": "http://e.example/a", "size_in_bytes": 1e300}], "_mingle": {"x": 1},
        "content_html": "<p>h</p>", "content_text": "t", "content_html": "<p>i</p>"}],
       "next_url": "http://127.0.0.1:1/", "_x": {}}
      """)
    let entry = try #require(feed.entries.first)
    #expect(entry.id == "12345678901234")
    #expect(entry.tags == ["a", "b"])
    #expect(entry.title == "5")
    #expect(entry.published == parseDate("2003-12-31T10:14:55Z"))
    #expect(entry.attachments == [ParsedAttachment(address: "http://e.example/a")])
    #expect(["h", "i"].contains(entry.content?.plainText()))
  }

  @Test func countsNotesWithoutKeepingThem() throws {
    let items = Array(repeating: "7", count: 150_000).joined(separator: ",")
    let feed = try parsed(
      "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [\(items)]}")
    #expect(feed.noteCount == 150_000)
    #expect(feed.notes.count == 21)
    #expect(feed.notes.last?.message == "and 149980 more")
  }

  /// The library makes 3 KB of an object: 600 KB of them were 288 MB, and 10 MB were 4.4 GB.
  @Test(arguments: [
    ("\"x\": [", "{\"\":1},", 43_000), ("\"x\": [", "[1],", 300_000),
    ("\"x\": [", "1,", 900_000), ("\"x\": [", "\"\",", 900_000),
    ("\"x\": {", "\"\":1,", 500_000), ("\"items\": [{\"x\": [", "{\"\":1},", 43_000),
  ])
  func refusesWhatWouldFillTheMemory(before: String, value: String, count: Int) {
    let version = "\"version\": \"https://jsonfeed.org/version/1.1\""
    let open = before.filter { "[{".contains($0) }
    let ends = String(open.reversed().map { $0 == "[" ? "]" : "}" })
    let values = String(repeating: value, count: count).dropLast()
    #expect(throws: ParsingFailure.tooLarge("a part of it holds more values than are read at once"))
    {
      try parsed("{\(version), \(before)\(values)\(ends)}")
    }
  }

  @Test func readsALargeHonestFeed() throws {
    let members = (0..<12).map { "\"m\($0)\": {\"a\": [\($0)]}" }.joined(separator: ",")
    let items = (0..<20_000).map { "{\"id\": \($0), \"title\": \"t\", \(members)}" }
    let feed = try parsed("{\"items\": [\(items.joined(separator: ", "))], \"title\": \"T\"}")
    #expect(feed.title == "T")
    #expect(feed.entries.count == 20_000)
    #expect(feed.entries.last?.id == "19999")
    #expect(!feed.isRecovered)
  }

  @Test func refusesTooManyItems() {
    let items = String(repeating: "1,", count: 200_000)
    #expect(throws: ParsingFailure.tooLarge("more than 200,000 entries")) {
      try parsed("{\"items\": [\(items)1]}")
    }
  }

  /// Items are read one by one, and what is wrong between them or in one of them must still be seen.
  /// Each row: the document, and the titles that are read.
  @Test(arguments: [
    ("{\"items\": [{\"title\": \"a\"}, {\"title\": \"b\"},]}", ["a", "b"]),
    ("{\"items\": [{\"title\": \"a\"} {\"title\": \"b\"}]}", ["a", "b"]),
    ("{\"items\": [{\"title\": \"a\"}, {\"title\": 'b'}]}", ["a", "b"]),
    ("{\"items\": [{\"title\": \"a\"}, {\"title\": \"b\"]}", ["a", "b"]),
    ("{\"items\": [{\"title\": \"a\"}], \"x\": {1}}", ["a"]),
    ("{\"items\": [{\"title\": \"a\"}]} x", ["a"]),
    ("{\"items\": [{\"title\": \"a\"}], \"x\": tru}", ["a"]),
    ("{\"items\": [{\"title\": \"a\\\"]}\"}, {\"title\": \"b", ["a\"]}", "b"]),
  ])
  func mendsItemsThatAreReadOneByOne(source: String, titles: [String]) throws {
    let feed = try parsed(source)
    #expect(feed.entries.map(\.title) == titles)
    #expect(feed.isRecovered)
  }

  @Test func readsItemsWhereverTheyStand() throws {
    let source =
      "\n{ \"x\" : {\"items\": [{}]} , \"items\" :\t[ {\"title\":\"a\"} ,\r\n{\"title\":\"b\"} ] , \"title\":\"T\"}\n"
    let feed = try parsed(source)
    #expect(feed.title == "T")
    #expect(feed.entries.map(\.title) == ["a", "b"])
    #expect(!feed.isRecovered)
    #expect(try parsed("{\"items\": [ ]}").entries.isEmpty)
  }

  @Test func cutsATextOverTheLimit() throws {
    let text = "x" + String(repeating: "é", count: 600_000)
    let feed = try parsed("{\"items\": [{\"content_text\": \"\(text)\"}]}")
    #expect(feed.entries.first?.content?.source.utf8.count == 1_048_575)
    #expect(feed.notes.map(\.message).contains("a text of more than 1 MB was cut"))
  }
}

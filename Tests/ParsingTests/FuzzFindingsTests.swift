import Foundation
import Parsing
import Testing

/// What fuzzing and hostile documents brought to light, by name.
@Suite struct FuzzFindingsTests {
  /// The root's name was known by two numbers, and which of them a second element of the name had was
  /// a matter of where the parser kept it in memory: one document was two feeds. Many names between
  /// the two make the reader ask again for the root's.
  @Test(arguments: [0, 1500]) func knowsTheNameOfTheRootWheneverItComes(names: Int) throws {
    let between = (0..<names).map { "<e\($0)/>" }.joined()
    let feed = try parsed("<feed>\(between)<feed><title>T</title></feed></feed>")
    #expect(feed.title == "T")
  }

  /// An author without a name has his address for one, and nobody had cleaned it.
  @Test(arguments: [
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><author><uri>http://e.example/\u{8F}\u{202E}</uri></author></feed>",
    """
    {"version": "https://jsonfeed.org/version/1.1", "items": [],
     "authors": [{"url": "http://e.example/\u{8F}\u{202E}"}]}
    """,
  ])
  func cleansAnAddressThatStandsForAName(source: String) throws {
    #expect(try parsed(source).authors.map(\.name) == ["http://e.example/"])
  }

  /// Nineteen nines are beyond 64 bits: the program stopped.
  @Test(arguments: ["9999999999999999999", "9223372036854775808", "99999999999999999999"])
  func takesNoDateFromANumberBeyondSixtyFourBits(text: String) {
    #expect(parseDate(text) == nil)
  }

  /// A long id in the place of a date was a moment in the year 3730.
  @Test(arguments: ["55555555555", "40222525520222202", "32503680000"])
  func takesNoDateAfterTheYear2999(text: String) {
    #expect(parseDate(text) == nil)
  }

  @Test(arguments: ["1773475200", "1773475200000", "1773475200000000", "1773475200000000000"])
  func takesSecondsAndTheirPartsSince1970(text: String) {
    #expect(parseDate(text) == Date(timeIntervalSince1970: 1_773_475_200))
  }

  /// Tags of RSS and Atom had a limit, those of JSON Feed had that of a title.
  @Test func keepsTagsShortInEveryFormat() throws {
    let long = String(repeating: "x", count: 300)
    let json = try parsed(
      """
      {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "tags": ["\(long)"]}]}
      """)
    let rss = try rssItem("<category>\(long)</category>")
    #expect(json.entries.first?.tags.first?.count == 100)
    #expect(json.entries.first?.tags == rss?.tags)
  }
}

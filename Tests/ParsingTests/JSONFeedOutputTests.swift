import Foundation
@testable import Parsing
import Testing

@Suite struct JSONFeedOutputTests {
  @Test func writesAWholeFeed() throws {
    let source =
      """
      <rss version="2.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" \
      xmlns:thr="http://purl.org/syndication/thread/1.0"><channel>
      <title>T</title><link>http://e.example/</link><description>D</description><language>en</language>
      <item><title>One</title><link>javascript:alert(1)</link><guid isPermaLink="false">g</guid>
      <description>&lt;p&gt;a&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;&lt;p&gt;b&lt;/p&gt;</description>
      <pubDate>Thu, 01 Jan 2004 20:48:21 +0100</pubDate><author>a@e.example (Ann)</author>
      <comments>http://e.example/c</comments><slash:comments>3</slash:comments>
      <thr:in-reply-to ref="r" href="http://e.example/r"/><source url="http://s.example/">S</source>
      <enclosure url="http://e.example/a" type="audio/mpeg" length="5"/><category>x</category></item>
      <item><description>&lt;img src="x"&gt;</description></item>
      </channel></rss>
      """
    let text = try written(source)
    #expect(
      text == """
        {
          "_mingle" : {
            "encoding" : "utf-8",
            "format" : "rss20",
            "recovered" : false
          },
          "description" : "D",
          "home_page_url" : "http://e.example/",
          "items" : [
            {
              "_mingle" : {
                "comment_count" : 3,
                "comments_url" : "http://e.example/c",
                "in_reply_to" : {
                  "href" : "http://e.example/r",
                  "ref" : "r"
                },
                "source_title" : "S",
                "source_url" : "http://s.example/"
              },
              "attachments" : [
                {
                  "mime_type" : "audio/mpeg",
                  "size_in_bytes" : 5,
                  "url" : "http://e.example/a"
                }
              ],
              "authors" : [
                {
                  "name" : "Ann"
                }
              ],
              "content_text" : "a\\n\\nb",
              "date_published" : "2004-01-01T19:48:21Z",
              "id" : "g",
              "tags" : [
                "x"
              ],
              "title" : "One"
            },
            {
              "content_text" : "\\n",
              "id" : "2"
            }
          ],
          "language" : "en",
          "title" : "T",
          "version" : "https://jsonfeed.org/version/1.1"
        }
        """)
  }

  @Test func canBeReadAgain() throws {
    let text = try written(
      "<rss><channel><title>T</title><item><title>é \"q\"</title></item></channel></rss>")
    let again = try parse(Array(text.utf8))
    #expect(again.format == .json11)
    #expect(again.title == "T")
    #expect(again.entries.map(\.title) == ["é \"q\""])
  }

  @Test func escapesWhatJSONForbids() {
    var writer = JSONWriter()
    writer.string("\u{0}\u{1F}\t\r\n\"\\/é😀")
    #expect(
      String(decoding: writer.takeBlocks().joined(), as: UTF8.self)
        == ##""\u0000\u001f\t\r\n\"\\/é😀""##)
  }

  @Test func writesNothingTwiceOfADocumentThatIsReadAgain() throws {
    let text = try written(
      "<rss><channel><item><title>A</title></item><item><title>B & C</title></item></channel></rss>"
    )
    let again = try parse(Array(text.utf8))
    #expect(again.entries.map(\.title) == ["A", "B & C"])
  }

  @Test func writesAFeedWithoutEntries() throws {
    let text = try written("<rss><channel><title>T</title></channel></rss>")
    #expect(text.contains(##""items" : []"##))
  }

  private func written(_ source: String) throws -> String {
    let blocks = try jsonFeed(of: Array(source.utf8))
    return String(decoding: blocks.joined(), as: UTF8.self)
  }
}

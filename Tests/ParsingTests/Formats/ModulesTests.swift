import Markup
import Parsing
import Testing

@Suite struct ModulesTests {
  @Test func readsDiscussions() throws {
    let entry = try #require(
      try rssItem(
        """
        <comments>/c</comments><slash:comments>\n 26 </slash:comments>\
        <wfw:commentRss>/c/feed/</wfw:commentRss><discourse:topicClosed>No</discourse:topicClosed>
        """, base: "http://e.example/"))
    #expect(entry.comments == "http://e.example/c")
    #expect(entry.commentsFeed == "http://e.example/c/feed/")
    #expect(entry.commentCount == 26)
    #expect(entry.extras == ["discourse:topicClosed": "No"])
  }

  @Test func takesAnEmptyCountForUnknown() throws {
    #expect(try rssItem("<slash:comments/>")?.commentCount == nil)
    #expect(try rssItem("<slash:comments>many</slash:comments>")?.commentCount == nil)
    #expect(try rssItem("<slash:comments>-1</slash:comments>")?.commentCount == nil)
    #expect(
      try rssItem("<slash:comments>99999999999999999999</slash:comments>")?.commentCount == nil)
    #expect(try rssItem("<slash:comments>0</slash:comments>")?.commentCount == 0)
  }

  @Test func readsWhatYouTubeTells() throws {
    let entry = try #require(
      try atomEntry(
        """
        <yt:videoId>v1</yt:videoId><media:group><media:content url='http://v.example/v' type='x/y'/>\
        <media:community><media:starRating count='5' average='4.5'/><media:statistics views='99'/>\
        </media:community></media:group><re:rank scheme='s'>3</re:rank>
        """))
    #expect(
      entry.extras == [
        "yt:videoId": "v1", "media:starRating@count": "5", "media:starRating@average": "4.5",
        "media:statistics@views": "99", "re:rank": "3", "re:rank@scheme": "s",
      ])
    #expect(entry.attachments == [ParsedAttachment(address: "http://v.example/v", type: "x/y")])
  }

  @Test func readsPodcasts() throws {
    let entry = try #require(
      try rssItem(
        "<itunes:author>A</itunes:author><itunes:summary>S</itunes:summary><itunes:keywords>x, y</itunes:keywords>"
      ))
    #expect(entry.authors == [ParsedAuthor(name: "A")])
    #expect(entry.content?.plainText() == "S")
    #expect(entry.tags == ["x", "y"])
  }

  @Test func takesPrefixesThatNobodyDeclaredAsUsual() throws {
    let feed = try parsed("<rss><channel><item><dc:creator>Ann</dc:creator></item></channel></rss>")
    #expect(feed.entries.first?.authors == [ParsedAuthor(name: "Ann")])
    #expect(!feed.isRecovered)
  }

  @Test func knowsAVocabularyByItsNamespaceNotItsPrefix() throws {
    let feed = try parsed(
      """
      <rss xmlns:x="HTTPS://purl.org/dc/elements/1.1" xmlns:dc="http://other.example/"><channel><item>\
      <x:creator>Ann</x:creator><dc:creator>Not she</dc:creator></item></channel></rss>
      """)
    #expect(feed.entries.first?.authors == [ParsedAuthor(name: "Ann")])
  }
}

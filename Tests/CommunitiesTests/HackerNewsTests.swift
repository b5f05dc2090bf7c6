import Communities
import Conversations
import Foundation
import Parsing
import Testing

@Suite struct HackerNewsTests {
  private func comment(_ item: Int, on title: String) -> Post {
    posts([
      entry(
        "https://news.ycombinator.com/item?id=\(item)",
        link: "https://news.ycombinator.com/item?id=\(item)",
        title: "New comment by ann in \"\(title)\"")
    ])[0]
  }

  @Test func commentsOfOneTitleAreKeptTogetherApartFromTheStory() {
    let comments = [comment(21, on: "Show HN: A lever"), comment(22, on: "Show HN: A lever")]
    #expect(comments[0].thread == comments[1].thread)
    #expect(comments[0].thread != "hn:21")
    #expect(comments.map(\.role) == [.reply(to: nil), .reply(to: nil)])
  }

  @Test(arguments: ["Espresso", "Ask HN: help?", "", "Why?"])
  func commentsOfATitleThatSaysLittleStayApart(title: String) {
    #expect(comment(21, on: title).thread == "hn:21")
    #expect(comment(22, on: title).thread == "hn:22")
  }

  /// Under the same title a story comes back, and is another one.
  @Test func commentsOfDifferentMonthsStayApart() {
    var later = entry(
      "https://news.ycombinator.com/item?id=31", title: "New comment by ann in \"A lever machine\"")
    later.published = later.published?.addingTimeInterval(30 * 86_400)
    #expect(posts([later])[0].thread != comment(21, on: "A lever machine").thread)
  }

  /// `/item?id=` and `/replies?id=` say on the feed whose comments they hold.
  @Test func theFeedOfAStoryNamesIt() {
    let post = posts(
      [
        entry(
          "https://news.ycombinator.com/item?id=21",
          link: "https://news.ycombinator.com/item?id=21", title: "New comment by ann in \"Why?\"")
      ], home: "https://news.ycombinator.com/item?id=7", feed: "https://hnrss.org/item?id=7")[0]
    #expect(post.thread == "hn:7")
    #expect(post.discussion?.text == "https://news.ycombinator.com/item?id=7")
    #expect(post.link?.text == "https://news.ycombinator.com/item?id=21")
    #expect(post.repliesFeed?.text == "https://hnrss.org/item?id=7")
  }

  @Test func pointsAreVotesAndNoText() {
    let post = posts([
      entry(
        "https://news.ycombinator.com/item?id=7", link: "https://a.example/b",
        comments: "https://news.ycombinator.com/item?id=7", title: "A lever",
        text: """
          <p>Said.</p><hr><p>Article URL: <a href="https://a.example/b">https://a.example/b</a></p>
          <p>Points: 41</p><p># Comments: 17</p>
          """)
    ])[0]
    #expect(post.text == "Said.")
    #expect(post.votes == 41)
    #expect(post.replies == 17)
    #expect(post.external?.text == "https://a.example/b")
  }

  /// The same article is handed in twice, and the place's own feed has no guids.
  @Test func twoStoriesOfOneArticleAreTwo() {
    let both = posts(
      ["7", "8"].map {
        entry(
          link: "https://a.example/b", comments: "https://news.ycombinator.com/item?id=\($0)",
          title: "A lever")
      })
    #expect(both.map(\.thread) == ["hn:7", "hn:8"])
    #expect(Set(both.map(\.id)).count == 2)
  }
}

import Exporting
import Foundation
import Testing

@Suite struct HTMLTests {
  @Test func writesAPage() throws {
    let page = try format("html").text(of: listing([listed(external: "https://blog.example/l")]))
    let body = try #require(page.components(separatedBy: "<body>\n").last)
    #expect(
      body == """
        <h1>Conversations for Harbor &amp; Bean</h1>
        <p class="facts">1 conversation, 2027-01-15</p>
        <article>
        <h2><a href="https://www.reddit.com/r/espresso/comments/zz1/x/" rel="noopener noreferrer">Which lever machine?</a></h2>
        <p class="facts">r/espresso · 2 hours ago · 3 replies · by u/ann · score 59.5</p>
        <p class="facts">about <a href="https://blog.example/l" rel="noopener noreferrer">https://blog.example/l</a></p>
        <blockquote>We have little room.</blockquote>
        <ul>
        <li><b>+52.5</b> “lever machine” in the title</li>
        <li><b>+7</b> last activity 2 hours ago</li>
        </ul>
        </article>
        </body>
        </html>

        """)
  }

  /// Strangers write titles, names and addresses: none of them may become markup.
  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</title><script>", "&lt;b>",
  ])
  func whatStrangersWroteStaysText(text: String) throws {
    let page = try format("html").text(
      of: listing([listed(title: text, author: text, community: text, excerpt: text)]))
    let plain = try format("html").text(of: listing([listed()]))
    let tags = { (page: String) in page.matches(of: /<[a-z\/!][^>]*>/).map { String($0.output) } }
    #expect(tags(page) == tags(plain))
    #expect(page.contains("Content-Security-Policy"))
  }
}

import Markup
import Testing

@Suite struct ElementsTests {
  @Test func listsLinksInTheirOrder() {
    let body = MarkedText(
      "<a href=' /one?a=1&amp;b=2 '>One <b>bold</b></a><a name=x>no</a> <A HREF=two>[link]</a><a href=3>open",
      kind: .html)
    #expect(
      body.links().map { "\($0.address) \($0.text)" }
        == ["/one?a=1&b=2 One bold", "two [link]", "3 open"])
    #expect(MarkedText("<a href=x>y</a>", kind: .plain).links() == [])
  }

  @Test func findsWhatStandsInsideAClass() {
    let body = MarkedText(
      "<!-- SC_OFF --><div class='x md y'><p>a</p><div>b</div></div><!-- SC_ON --> submitted by",
      kind: .html, base: "http://e.example/")
    let inner = body.inner(ofFirst: "div", class: "md")
    #expect(inner == MarkedText("<p>a</p><div>b</div>", kind: .html, base: "http://e.example/"))
    #expect(body.inner(ofFirst: "div", class: "m") == nil)
    #expect(
      MarkedText("<div class=md>never closed", kind: .html).inner(ofFirst: "div", class: "md")?
        .source == "never closed")
  }

  @Test func readsTheAttributesOfTags() {
    let page = MarkedText(
      "<LINK REL=alternate Type='a/b' href=\"x?a&amp;b\" disabled><link = / x/><link>", kind: .html)
    #expect(
      page.elements(named: "link") == [
        ["rel": "alternate", "type": "a/b", "href": "x?a&b", "disabled": ""], ["=": "", "x": ""],
        [:],
      ])
  }
}

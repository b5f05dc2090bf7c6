import Markup
import Testing

@Suite struct PlainTextTests {
  /// Each row: HTML, and the text that a person would see.
  @Test(arguments: [
    ("", ""),
    ("plain words", "plain words"),
    ("  a \n\t b  ", "a b"),
    ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    ("<p>One<p>Two", "One\n\nTwo"),
    ("a<br>b<br/>c<br><br>d", "a\nb\nc\n\nd"),
    ("<div>a</div><div>b</div>", "a\nb"),
    ("<ul><li>a<li>b</ul>c", "- a\n- b\n\nc"),
    ("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>", "1) a\n  - b\n2) c"),
    ("<ul><li><p>a</p></li><li><p>b</p></li></ul>", "- a\n\n- b"),
    ("<blockquote><p>a</p><p>b</p></blockquote>c", "> a\n\n> b\n\nc"),
    ("<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n\n> > b"),
    ("x<pre>\nif a {\n  b()\n}\n</pre>y", "x\n\nif a {\n  b()\n}\n\ny"),
    ("run <code>swift  build</code> now", "run swift build now"),
    ("<table><tr><th>a</th><th>b</th></tr><tr><td>1<td>2</table>", "a\tb\n1\t2"),
    ("<h1>T</h1>text<hr>more", "T\n\ntext\n\nmore"),
    ("a<b>b</b><i>c</i> <u>d</u>", "abc d"),
    ("<a href='x'>link</a><img src=y alt=z>", "link"),
    ("a<script>b<c></script>d<style>e</style>f", "adf"),
    ("a<script>b", "a"),
    // Names in every case and length, and with everything that may end one, to the end of the text.
    ("<P>a</P>b<DiV>c</dIv>d", "a\n\nb\nc\nd"),
    ("a<SCRIPT\n>b</ScRiPt\t>c<sCript/>d", "acd"),
    ("a<BlockQuote\n>b</BLOCKQUOTE>c", "a\n\n> b\n\nc"),
    ("<p@>a<p[>b<pé>c<\u{E1}>d", "abc<\u{E1}>d"),
    ("a<br", "a"), ("a<br/", "a"), ("a<b", "a"), ("a<brrrrrrr>b", "ab"), ("a<p", "a"),
    ("<head><title>t</title></head><body>b</body>", "b"),
    ("<head><meta x><body>b", "b"),
    ("a<p hidden>b</p>c", "ac"),
    ("a<div style='color:red; DISPLAY : none'>b<div>c</div>d</div>e", "ae"),
    ("a<template>b</template><noscript>c</noscript>d", "ad"),
    ("<video>no video<p>here</video>x", "x"),
    ("<textarea>a &amp; <b></textarea>", "a & <b>"),
    ("a<!-- b -->c<!-->d<!--->e", "acde"),
    ("sa<!-- -- never ends >fe", "safe"),
    ("<!DOCTYPE html>a", "a"),
    ("<![CDATA[<b>bold</b>]]> after", "bold after"),
    ("1 < 2 && 3 > 2", "1 < 2 && 3 > 2"),
    ("<3 </3 <>", "<3 </3 <>"),
    ("a <b", "a"),
    ("&lt;b&gt; &amp;amp; &copy &copycat &notit; &#8212;&#x2014;", "<b> &amp; © ©cat ¬it; ——"),
    ("&#146;&#0;&#xD800;&#x110000;", "’\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("&nbsp;a&nbsp;b&NotEqualTilde;", "a b≂̸"),
    ("it\u{92}s", "it’s"),
    ("a\u{202E}b\u{2066}c\u{200B}d\u{FEFF}e\u{7}f\u{1B}[31mg\u{AD}h", "abcdef[31mgh"),
    ("&#x202E;&#8203;&#7;x", "x"),
    ("👩‍💻 👩&zwj;💻 می‌خواهم", "👩‍💻 👩‍💻 می‌خواهم"),
    ("a\u{200D}b \u{200C} c", "ab \u{200C} c"),
    ("a\u{2028}b", "a b"),
    ("<P>One</P><DIV>Two</DIV>", "One\n\nTwo"),
    ("<p>a</p>\n\n\n<p>b</p>", "a\n\nb"),
    ("</div></p></blockquote>a", "a"),
    ("<my-element>a</my-element> <T>b", "a b"),
    ("<p title='a > b'>c</p>", "c"),
    ("日本語<br>テキスト", "日本語\nテキスト"),
    // What never ends is text.
    ("<![CDATA[<script></script>]]&gt;", "<![CDATA[]]>"),
    ("<![CDATA[a]]> <![CDATA[b", "a <![CDATA[b"),
    ("<![if !IE]>a<![endif]> b<!--[if mso]>c<![endif]-->", "a b"),
    ("a <![if", "a <![if"),
    ("<o:p>a</o:p>", "a"),
    // Pictures.
    ("<svg><title>foo</title><circle r='5'/></svg>bar", "foo bar"),
    ("<svg aria-hidden='true'><title>foo</title></svg>bar", "bar"),
    ("<svg><style>x</style><desc>a cup</desc></svg>", "a cup"),
    ("<title>x</title>a <svg/><title>y</title>", "a"),
    ("so <img class='emoji' alt=':smile:'><img alt='photo'>", "so :smile:"),
    // Lists.
    ("<ol start=9><li>a<li>b</ol><ol><li>c</ol>", "9) a\n10) b\n\n1) c"),
    ("<ol start=x><li>a</ol><ol start=-1><li>b</ol>", "1) a\n\n-1) b"),
    ("<ul><li>a<ol><li>b<li>c</ol><li>d</ul>", "- a\n  1) b\n  2) c\n- d"),
    ("<ul><li><input type=checkbox checked> a<li><input type=checkbox> b</ul>", "- [x] a\n- [ ] b"),
    ("<input type=checkbox> a", "a"),
    // Code keeps its empty lines, but not those at its ends.
    ("<pre>\n\n\na\n\n\nb\n\n\n\n\nc\n\n</pre>d", "a\n\n\nb\n\n\nc\n\nd"),
    ("<blockquote><div><cite>bo wrote:</cite>hi</div></blockquote>", "> bo wrote:\n> hi"),
    ("<blockquote>hi <cite>bo</cite> ho</blockquote><cite>x</cite> y", "> hi bo ho\n\nx y"),
    // What is not shown.
    ("<p style='font-size: 0'>a</p><p style='font-size:0.9em'>b</p>", "b"),
    ("<p style='opacity:0'>a</p><p style='opacity:0.5'>b</p><p style='mso-hide:all'>c</p>", "b"),
    // Joiners and marks of direction.
    ("testing &lrm; entity", "testing \u{200E} entity"),
    ("testing &rlm; entity", "testing \u{200F} entity"),
    ("testing &zwj; entity", "testing \u{200D} entity"),
    ("testing &zwnj; entity", "testing \u{200C} entity"),
    ("one &lrm; &rlm; &zwj;&zwj; of many", "one \u{200E} of many"),
    ("no\u{200E}where, no\u{200C}<b>where</b>, now \u{200F}here", "nowhere, nowhere, now here"),
    ("&lrm;שלום&lrm; (C++)&lrm;", "שלום\u{200E} (C++)"),
    ("ка\u{200E}фе می\u{200C}خواهم", "кафе می\u{200C}خواهم"),
    ("a&#xFFFE;b&#xFDD0;c&#xFFFF;d\u{E000}", "abcd\u{E000}"),
    ("a\u{E0041}\u{FFF9}b\u{2068}c\u{200B}d\u{2060}e", "abcde"),
  ])
  func readsHTML(source: String, text: String) {
    #expect(MarkedText(source, kind: .html).plainText() == text)
  }

  @Test(arguments: [
    ("a\nb\n\n\n\nc", "a\nb\n\nc"),
    ("a\r\nb\rc", "a\nb\nc"),
    ("<b>not a tag</b> &amp;", "<b>not a tag</b> &amp;"),
    ("  code {\n    x\n  }  \n", "  code {\n    x\n  }"),
    ("a\u{0}b\u{1B}[1mc\u{202E}", "ab[1mc"),
  ])
  func keepsPlainText(source: String, text: String) {
    #expect(MarkedText(source, kind: .plain).plainText() == text)
  }

  @Test(arguments: [
    ("<b>A</b>\n title &amp; more ", "A title & more"),
    ("Array<T> or Array&lt;Element&gt;", "Array<T> or Array<Element>"),
    ("1 < 2", "1 < 2"),
    ("One<br>Two<p>Three", "One Two Three"),
    ("<script>x</script>", ""),
  ])
  func foldsTitlesIntoOneLine(source: String, text: String) {
    #expect(MarkedText(source, kind: .html).oneLine() == text)
  }

  @Test(arguments: [
    ("One\n\nTwo &amp; three\nfour", "One\n\nTwo & three\nfour"),
    ("One\r\n \r\nTwo", "One\n\nTwo"), ("One\nTwo", "One Two"), ("<p>One</p>\n\nTwo", "One\n\nTwo"),
    ("<b>One</b>\n\nTwo", "One Two"),
  ])
  func keepsTheParagraphsOfTextWithoutTags(source: String, text: String) {
    #expect(MarkedText(source, kind: .html).untagged().plainText() == text)
  }

  @Test func cutsLongTitlesAtACharacter() {
    let long = MarkedText(String(repeating: "👨‍👩‍👧", count: 600), kind: .plain).oneLine()
    #expect(long.count == 500)
    #expect(long == String(repeating: "👨‍👩‍👧", count: 499) + "…")
    #expect(oneLine("abcdef", limit: 4) == "abc…")
    #expect(oneLine("abcd", limit: 4) == "abcd")
  }

  /// Hostile bodies: what matters is that each comes to an end, with little text.
  @Test(arguments: [
    String(repeating: "<b>", count: 100_000), String(repeating: "<div>", count: 100_000),
    String(repeating: "<blockquote>", count: 100_000) + "x",
    String(repeating: "<ul><li>", count: 100_000) + "x", String(repeating: "<!--", count: 200_000),
    String(repeating: "<![CDATA[", count: 100_000), String(repeating: "<script>", count: 100_000),
    String(repeating: "<a href='", count: 100_000), String(repeating: "<!doctype", count: 100_000),
    String(repeating: "&", count: 500_000), String(repeating: "<p hidden>", count: 100_000),
    String(repeating: "</p>", count: 200_000), String(repeating: "<a ", count: 200_000),
    String(repeating: "<textarea>", count: 100_000),
    String(repeating: "<table><tr><td>", count: 50_000),
    String(repeating: "<ol><li>", count: 50_000) + "x", String(repeating: "<q>", count: 200_000),
    String(repeating: "<![if", count: 200_000), String(repeating: "<![CDATA[]]>", count: 100_000),
    String(repeating: "<svg><title>", count: 50_000),
    String(repeating: "\u{200E} ", count: 200_000),
    String(repeating: "<cite>", count: 100_000),
    String(repeating: "<p style='opacity:0", count: 50_000),
    "<img class='" + String(repeating: "emo", count: 100_000) + "' alt='x'>",
    String(repeating: "<li><input type=checkbox>", count: 50_000),
    String(repeating: "&#", count: 200_000), "&#" + String(repeating: "9", count: 500_000) + ";",
    "<b " + String(repeating: "= ", count: 200_000) + ">",
    "<b style='" + String(repeating: "x", count: 500_000) + "' hidden>",
  ])
  func endsOnHostileBodies(source: String) {
    let text = MarkedText(source, kind: .html)
    #expect(text.plainText().utf8.count <= source.utf8.count)
    _ = text.oneLine()
    _ = text.links()
    _ = text.inner(ofFirst: "div", class: "md")
  }

  @Test func survivesEveryCut() {
    let source = "<p class='a'>é&eacute;<![CDATA[x]]><!-- y --><script>z</script></p>&#65;<br/>😀"
    for index in source.indices {
      let text = MarkedText(String(source[..<index]), kind: .html)
      #expect(!text.plainText().contains("z"))
    }
  }
}

import Markup
import Testing

@Suite struct XMLRepairTests {
  /// Each row: a broken document, what is read of it, and what is said of it.
  @Test(
    arguments: [
      // Elements that nobody closed, or closed in the wrong order.
      (
        "<a><b><i>x</b></i>y</a>", "<a><b><i>x</i></b>y</a>",
        ["<i> is not closed before </b>", "</i> ends nothing"]
      ),
      (
        "<a><b>x<br>y</b><c/></a>", "<a><b>x<br>y</br></b><c></c></a>",
        ["<br> is not closed before </b>"]
      ),
      ("<a>x</p>y<b/></a>", "<a>xy<b></b></a>", ["</p> ends nothing"]),
      ("<A><b>x</B></a>", "<A><b>x</b></A>", ["<b> is closed by </B>", "<A> is closed by </a>"]),
      (
        "<a><item><b>1</b><item><b>2</b></item></a>",
        "<a><item><b>1</b></item><item><b>2</b></item></a>",
        ["<item> begins before the last one ends"]
      ),
      (
        "<a><x:entry>1<x:entry>2</x:entry></a>", "<a><x:entry>1</x:entry><x:entry>2</x:entry></a>",
        ["<x:entry> begins before the last one ends"]
      ),
      ("<a><b>one", "<a><b>one</b></a>", ["the document ends before </b>"]),
      (
        "<a><b>one</b><c d='e", "<a><b>one</b></a>",
        [
          "the document ends in the middle of a tag", "the quotes of d are not closed",
          "the document ends before </a>",
        ]
      ),
      // More than one document.
      ("<a>1</a><b>2</b>", "<a>1<b>2</b></a>", ["there is more after the end of the document"]),
      (
        "<a>1</a>\n junk & <", "<a>1\n junk & <</a>",
        [
          "there is more after the end of the document", "\"&\" is not \"&amp;\"",
          "\"<\" begins no tag",
        ]
      ),
      ("<a/><b/>", "<a><b></b></a>", ["there is more after the end of the document"]),
      // Attributes.
      ("<a b=c d='e'f=\"g\"/>", "<a b=c d=e f=g></a>", ["the value of b is not in quotes"]),
      ("<a b='1' b='2'/>", "<a b=1></a>", ["the attribute b stands twice in a tag"]),
      ("<a b/>", "<a b=></a>", ["the attribute b has no value"]),
      ("<a b='c<d'/>", "<a b=c<d></a>", ["\"<\" in the value of b is not \"&lt;\""]),
      (
        "<a b=http://e/x?y=1&z=2/>", "<a b=http://e/x?y=1&z=2></a>",
        ["the value of b is not in quotes", "\"&\" is not \"&amp;\""]
      ),
      (
        "<a><b c=\"d>x</b><e f=\"g\"/></a>", "<a><b c=d>x</b><e f=g></e></a>",
        ["the quotes of c are not closed"]
      ),
      ("<a b='\"'>'<c/></a", "<a b=\">'<c></c></a>", ["expected '>'"]),
      ("<a><b <c/></b></a>", "<a><b><c></c></b></a>", ["the tag <b> is not closed by \">\""]),
      (
        "<a \u{1}!b='c'/>", "<a b=c></a>",
        ["a stray character in the tag <a>", "a stray character in the tag <a>"]
      ),
      // What only looks like a tag.
      ("<a>Ann <ann@e.example></a>", "<a>Ann <ann@e.example></a>", ["\"<\" begins no tag"]),
      ("<a>if x<y then </a>", "<a>if x<y then </a>", ["\"<\" begins no tag"]),
      ("<a>see <http://e.example/></a>", "<a>see <http://e.example/></a>", ["\"<\" begins no tag"]),
      ("<a>1 < 2 <3</a>", "<a>1 < 2 <3</a>", ["\"<\" begins no tag", "\"<\" begins no tag"]),
      // CDATA, comments, instructions.
      (
        "<a><b><![CDATA[x</b><b><![CDATA[y]]></b></a>", "<a><b>x</b><b>y</b></a>",
        ["\"<![CDATA[\" is not closed by \"]]>\""]
      ),
      (
        "<a><b><![CDATA[x</b><c/></a>", "<a><b>x</b><c></c></a>",
        ["\"<![CDATA[\" is not closed by \"]]>\""]
      ),
      (
        "<a><![CDATA[x <![CDATA[y]]> z]]></a>", "<a>x <![CDATA[y]]> z</a>",
        ["a \"<![CDATA[\" within another"]
      ),
      ("<a>x]]>y</a>", "<a>x]]>y</a>", ["\"]]>\" ends nothing"]),
      ("<a><!-- x <b>y</b></a>", "<a><b>y</b></a>", ["a comment is not closed"]),
      (
        "<?xml version='1.0'><a><?php x</a>", "<a></a>",
        [
          "\"<?\" is not closed by \"?>\"", "\"<?\" is not closed by \"?>\"",
          "the document ends before </a>",
        ]
      ),
      ("<a>1<?xml version='1.0'?>2</a>", "<a>12</a>", ["the XML declaration is not at the start"]),
      ("words <a>x</a>", "<a>x</a>", ["there is other text before the document"]),
    ] as [(String, String, [String])])
  func mends(source: String, trace: String, messages: [String]) throws {
    let (events, reading) = try read(source)
    #expect(events.trace == trace)
    #expect(reading.problems.map(\.message) == messages)
  }

  /// Well-formed, and told to be so, though it has to pass by the repair.
  @Test(arguments: [
    ("<a><b><![CDATA[x <![CDATA[ y]]></b></a>", "<a><b>x <![CDATA[ y</b></a>"),
    ("<!DOCTYPE a><a b = 'c'\n\td=\"e\" ><f\n/>&amp;&#65;</a >\n", "<a b=c d=e><f></f>&A\n</a>"),
    ("<!DOCTYPE a><a><!-- x --><?y z?>t</a><!-- x --><?y?>", "<a>t</a>"),
  ])
  func leavesSoundDocumentsAlone(source: String, trace: String) throws {
    let (events, reading) = try read(source)
    #expect(events.trace == trace)
    #expect(reading.problems == [])
  }

  @Test func keepsTheNumbersOfLines() throws {
    let (events, _) = try read(
      "junk\n<a\n b='c\nd'\n>\n<![CDATA[x\n]]><!-- \n --><b><c></b>\n</p\n><d\n/></a>")
    #expect(events.trace.hasSuffix("<d></d></a>"))
    #expect(events.lines == [5, 8, 8, 11])
  }

  @Test func countsWhatItDoesNotTell() throws {
    let (_, reading) = try read("<a>\n" + String(repeating: "& ", count: 1000) + "</a>")
    #expect(reading.problems.count == 20)
    #expect(reading.furtherProblems == 980)
    #expect(reading.problems.first?.line == 2)
  }

  /// Each must be read in time that grows with its length; a quadratic pass would take minutes.
  @Test(arguments: [
    "<a>" + String(repeating: "<![CDATA[", count: 200_000),
    "<a>" + String(repeating: "<!-- ", count: 200_000),
    "<a>" + String(repeating: "<?x ", count: 200_000),
    "<a>" + String(repeating: "<b c='", count: 200_000),
    "<a>" + String(repeating: "<b c='<", count: 200_000),
    "<a>" + String(repeating: "</b>", count: 200_000),
    "<a>" + String(repeating: "<item>", count: 200_000),
    "<a>" + String(repeating: "]]>", count: 200_000) + "&",
    "<a><b>" + String(repeating: "<![CDATA[x<![CDATA[y]]>", count: 50_000),
    "<a>" + String(repeating: "&#x", count: 200_000),
  ])
  func readsHostileDocumentsInTime(source: String) throws {
    _ = try? read(source)
  }

  /// libxml2 stopped within a section of more than 10,000,000 bytes and lost what came after it.
  @Test(arguments: ["<a><b><![CDATA[x", "<a><b><![CDATA["])
  func readsALongSectionInPieces(start: String) throws {
    let text = String(repeating: "é", count: 5_500_000)
    let (events, reading) = try read("\(start)\(text)]]></b><c>y</c></a>")
    let first = start.hasSuffix("x") ? "x" : ""
    #expect(events.trace == "<a><b>\(first)\(text)</b><c>y</c></a>")
    #expect(reading.problems.isEmpty)
  }
}

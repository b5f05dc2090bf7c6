import Markup
import Testing

@Suite struct XMLEscapingTests {
  @Test(arguments: [
    ("a & b < c > \"d\" 'e'", "a &amp; b &lt; c &gt; &quot;d&quot; 'e'"),
    ("line\nbreak\ttab", "line&#10;break&#9;tab"), ("nul\u{0}bell\u{7}", "nulbell"),
    ("é😀\u{FFFF}", "é😀"),
  ])
  func escapes(text: String, escaped: String) throws {
    #expect(xmlEscaped(text) == escaped)
    let (events, reading) = try read("<a b=\"\(escaped)\"/>")
    #expect(reading.problems == [])
    #expect(events.trace.hasPrefix("<a b="))
  }
}

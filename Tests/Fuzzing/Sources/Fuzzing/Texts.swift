import Markup

/// A text of several lines as it is stored: nothing that nobody sees, no more than the structure of
/// its source can bring. A line of two bytes in the deepest quote and list stands behind 32 others.
func checkText(_ text: String, from source: Int) {
  demand(
    text.utf8.count <= 20 * source + 64, "\(text.utf8.count) bytes of text from \(source) of HTML")
  for scalar in text.unicodeScalars {
    demand(
      isSeen(scalar) || scalar == "\n" || scalar == "\t",
      "U+\(String(scalar.value, radix: 16)) in a text")
  }
}

/// A title or name as it is stored.
func checkLine(_ text: String, _ what: String, limit: Int = 500) {
  demand(text.count <= limit, "\(what) of \(text.count) characters")
  for scalar in text.unicodeScalars {
    demand(isSeen(scalar), "U+\(String(scalar.value, radix: 16)) in \(what)")
  }
  demand(text.first != " " && text.last != " ", "white space around \(what)")
}

/// Whether a terminal shows it as what it is; written from the Unicode tables, not from the program.
private func isSeen(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  // Controls, the soft hyphen, and what turns the text around.
  case 0..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x2028...0x202E: false
  // Zero width; joiners and marks of direction stay beside letters that need them.
  case 0x200B, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: false
  default: true
  }
}

@Sendable func checkHTML(_ bytes: [UInt8]) {
  let source = String(decoding: bytes, as: UTF8.self)
  for kind in [MarkedText.Kind.html, .plain] {
    let text = MarkedText(source, kind: kind)
    let plain = text.plainText()
    checkText(plain, from: source.utf8.count)
    demand(plain == text.plainText(), "not the same twice")
    let line = text.oneLine()
    checkLine(line, "a line")
    demand(line == MarkedText(line, kind: .plain).oneLine(), "a line that can be cleaned again")
    checkText(text.untagged().plainText(), from: source.utf8.count)
  }
  let html = MarkedText(source, kind: .html)
  for link in html.links() { checkLine(link.text, "the text of a link") }
  for attributes in html.elements(named: "img") { demand(attributes.count < 70_000, "attributes") }
  if let inner = html.inner(ofFirst: "div", class: "md") {
    demand(inner.source.utf8.count <= source.utf8.count, "more inside than outside")
  }
  demand(
    MarkedText(xmlEscaped(source), kind: .html).plainText().unicodeScalars.allSatisfy {
      $0.value != 0
    }, "NUL")
}

@Sendable func checkDecoding(_ bytes: [UInt8]) {
  let labels = [
    "utf-8", "utf-16", "utf-16be", "utf-32", "iso-8859-1", "windows-1252", "shift_jis", "euc-jp",
    "iso-2022-jp", "gb18030", "gbk", "big5", "euc-kr", "koi8-u", "windows-1251", "iso-8859-8-i",
    "macintosh", "utf-7", "x-user-defined", "ebcdic-us",
  ]
  let choice = Int(bytes.first ?? 0)
  for type in [nil, "text/xml; charset=\(labels[choice % labels.count])"] {
    let text = decode(bytes, contentType: type)
    demand(
      String(validating: text.bytes, as: UTF8.self) != nil, "\(text.encoding) is not UTF-8")
    demand(text.bytes.count <= 3 * bytes.count + 3, "\(text.bytes.count) of \(bytes.count) bytes")
    demand(text.bytes == decode(bytes, contentType: type).bytes, "not the same twice")
    for problem in text.problems { checkLine(problem, "a problem") }
  }
}

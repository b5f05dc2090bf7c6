import Foundation
import Mingle
import Testing

@Suite struct MarkdownOutlineTests {
  private func outline(_ text: String) -> MarkdownOutline { MarkdownOutline(Array(text.utf8)) }

  @Test(arguments: [
    ("# r/espresso\n", "r/espresso"), ("#  r/espresso  \r\n", "r/espresso"),
    ("\u{FEFF}# r/espresso", "r/espresso"), ("words\n\n   # r/espresso #\n", "r/espresso"),
    ("## Rules\n# r/espresso\n# two\n", "r/espresso"), ("# C#\n", "C#"), ("#\tRoom ##\n", "Room"),
    ("```\n# code\n```\n# room\n", "room"), ("~~~~\n# code\n~~~\n# code\n~~~~~\n# room\n", "room"),
    ("#room\n", nil), ("    # code\n", nil), ("####### seven\n", nil), ("", nil),
    ("```\n# x\n", nil),
    ("# ##\n", ""), ("#\n", ""),
  ])
  func theFirstHeadingIsTheTitle(text: String, title: String?) {
    #expect(outline(text).title == title)
  }

  @Test func readsItemsAndParagraphs() {
    let text = """
      # room

      ## RULES

      - one
      - two,
        on two lines
      * three
      1. four
      2) five

      A paragraph
      of two lines.

      -

      ### Flair
      -dash
      ## Notes
      - not this

      """
    let rules = [
      "one", "two, on two lines", "three", "four", "five", "A paragraph of two lines.",
      "### Flair -dash",
    ]
    #expect(outline(text).items(under: "Rules") == rules)
    #expect(outline(text.replacing("\n", with: "\r\n")).items(under: "Rules") == rules)
    #expect(outline(text).items(under: "Notes") == ["not this"])
    #expect(outline(text).items(under: "Links").isEmpty)
  }

  @Test(arguments: [
    // Behind the last item, whatever follows.
    ("# r\n\n## Notes\n\n- a\n", "# r\n\n## Notes\n\n- a\n- NEW\n"),
    (
      "# r\n\n## Notes\n- a\n\n\n## Rules\n- b\n",
      "# r\n\n## Notes\n- a\n- NEW\n\n\n## Rules\n- b\n"
    ),
    ("# r\n## Notes\nwords\n## Rules\n", "# r\n## Notes\nwords\n- NEW\n\n## Rules\n"),
    ("# r\n## Notes\n- a\n# other\n", "# r\n## Notes\n- a\n- NEW\n\n# other\n"),
    ("# r\n## Notes\n- a\n### More\n- b\n", "# r\n## Notes\n- a\n### More\n- b\n- NEW\n"),
    // Under a heading without items.
    ("# r\n\n## Notes\n\n## Rules\n", "# r\n\n## Notes\n\n- NEW\n\n## Rules\n"),
    ("# r\n\n## Notes\n## Rules\n", "# r\n\n## Notes\n\n- NEW\n\n## Rules\n"),
    ("# r\n\n## Notes", "# r\n\n## Notes\n\n- NEW\n"),
    // Without a last line break, and with those of Windows.
    ("# r\n## Notes\n- a", "# r\n## Notes\n- a\n- NEW\n"),
    ("# r\r\n## Notes\r\n- a\r\n", "# r\r\n## Notes\r\n- a\r\n- NEW\r\n"),
    ("# r\r\n## Notes\r\n- a", "# r\r\n## Notes\r\n- a\r\n- NEW\r\n"),
    // Without the heading.
    ("# r\n", "# r\n\n## Notes\n\n- NEW\n"), ("# r", "# r\n\n## Notes\n\n- NEW\n"),
    ("# r\r\n", "# r\r\n\r\n## Notes\r\n\r\n- NEW\r\n"), ("", "## Notes\n\n- NEW\n"),
    ("# r\n```\n## Notes\n```\n", "# r\n```\n## Notes\n```\n\n## Notes\n\n- NEW\n"),
    ("\u{FEFF}# r\n## notes ##\n* é\n", "\u{FEFF}# r\n## notes ##\n* é\n- NEW\n"),
  ])
  func addsAnItemAndKeepsEveryOtherByte(before: String, after: String) {
    let added = outline(before).adding("NEW", under: "Notes")
    #expect(String(decoding: added, as: UTF8.self) == after)
    #expect(MarkdownOutline(added).items(under: "Notes").last == "NEW")
  }

  /// Odd files of headings, fences, items and breaks: what is added is found, and taking it away again
  /// leaves the file as it was.
  @Test func randomFilesKeepTheirBytes() {
    var random = SystemRandomNumberGenerator()
    let pieces = [
      "# r", "## Notes", "## Rules", "- a", "words", "", " ", "\r", "### x", "  b", "é",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...8, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: "\n")
      let before = Array(text.utf8)
      let after = MarkdownOutline(before).adding("NEW", under: "Notes")
      #expect(MarkdownOutline(after).items(under: "Notes").contains("NEW"), "\(text)")
      let kept = zip(before, after).prefix { $0 == $1 }.count
      let rest = zip(before.reversed(), after.reversed()).prefix { $0 == $1 }.count
      #expect(kept + rest >= before.count, "\(text)")
    }
  }
}

import Conversations
import Exporting
import Foundation
import Testing

@Suite struct PhrasesTests {
  @Test(arguments: [
    (-100, "just now"), (0, "just now"), (59, "just now"), (60, "1 minute ago"),
    (7199, "1 hour ago"), (7200, "2 hours ago"), (259_200, "3 days ago"),
    (6_048_000, "2 months ago"), (69_120_000, "2 years ago"),
  ])
  func ages(seconds: Int, words: String) {
    #expect(age(of: noon.addingTimeInterval(TimeInterval(-seconds)), at: noon) == words)
  }

  @Test func unknownRepliesAreNotNone() {
    #expect(replies(nil) == "? replies")
    #expect(replies(0) == "no replies yet")
    #expect(replies(1) == "1 reply")
    #expect(replies(12) == "12 replies")
  }

  @Test func pointsHaveNoNeedlessDigits() {
    #expect(score(87) == "87")
    #expect(signed(12.5) == "+12.5")
    #expect(signed(-3) == "−3")
  }

  @Test(arguments: [
    ("plain", "plain"), ("a\u{1B}[31mb", "a[31mb"), ("a\u{9B}b", "ab"), ("a\u{202E}b", "ab"),
    ("a\u{2066}b\u{2069}", "ab"), ("a\nb\tc", "a b c"), ("naïve 👩‍👩‍👧", "naïve 👩‍👩‍👧"),
    ("\u{FEFF}a\u{7F}", "a"),
  ])
  func nothingActsOnATerminal(text: String, shown: String) {
    #expect(printable(text, keepsLines: false) == shown)
  }
}

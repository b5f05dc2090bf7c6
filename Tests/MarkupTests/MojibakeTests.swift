import Markup
import Testing

/// UTF-8 that was read as Latin 1 or Windows-1252 and written as UTF-8 again.
@Suite struct MojibakeTests {
  @Test(arguments: [
    ("â€¦", "…"), ("\u{E2}\u{80}\u{A6}", "…"), ("Itâ€™s â€œhereâ€\u{9D}", "It’s “here”"),
    ("CafÃ© crÃ¨me", "Café crème"), ("Â£5 and Â©", "£5 and ©"), ("ðŸ˜€ ok", "😀 ok"),
    ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"), ("æ—¥æœ¬", "日本"), ("<p>dÃ©jÃ\u{A0} vu</p>", "<p>déjà vu</p>"),
  ])
  func isUndone(source: String, text: String) throws {
    let repaired = try #require(Array(source.utf8).withUnsafeBufferPointer(Mojibake.repaired))
    #expect(String(decoding: repaired, as: UTF8.self) == text)
  }

  @Test(arguments: [
    "", "plain", "café", "It’s “here”", "CafÃ© in a café", "“Ã©” means é", "NÃO", "Ã", "â€", "É»",
    "ÀÉÎ", "Привет", "日本", "Ä“", "Â x", "Ã© — what is this?", "😀", "©", "Ã©Ã",
  ])
  func isNotSeenWhereThereIsNone(source: String) {
    #expect(Array(source.utf8).withUnsafeBufferPointer(Mojibake.repaired) == nil)
  }
}

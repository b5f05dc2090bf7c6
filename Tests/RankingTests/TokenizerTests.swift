import Testing

@testable import Ranking

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("", []),
    (" \n\t.,!", []),
    ("Hello, world!", ["Hello", "world"]),
    ("pour-over e-mail", ["pour", "over", "e", "mail"]),
    ("chef's knife, don\u{2019}t", ["chef's", "knife", "don\u{2019}t"]),
    ("'quoted' ‘words’ cats'", ["quoted", "words", "cats"]),
    ("rock'n'roll 5'10", ["rock'n'roll", "5", "10"]),
    ("C# and C++ and F#, a+b a#b", ["C#", "and", "C++", "and", "F#", "a", "b", "a#", "b"]),
    ("v2.10 3,5", ["v2", "10", "3", "5"]),
    ("café naïve Ångström", ["café", "naïve", "Ångström"]),
    ("cafe\u{301}", ["cafe\u{301}"]),
    ("Эспрессо-машина", ["Эспрессо", "машина"]),
    ("—“dash”—and…so…", ["dash", "and", "so"]),
    ("コーヒー豆", ["コー", "ヒー", "豆"]),
    ("咖啡 2杯abc茶", ["咖", "啡", "2", "杯", "abc", "茶"]),
    ("커피는", ["커", "피", "는"]),
    ("กาแฟดี", ["กา", "แ", "ฟ", "ดี"]),
    ("हिन्दी", ["हिन्दी"]),
    ("👍🏽 great 👨‍👩‍👧", ["great"]),
    ("a\u{0}b\u{202E}c", ["a", "b", "c"]),
    ("×÷ª", ["ª"]),
  ])
  func cutsWords(text: String, words: [String]) {
    #expect(Tokenizer.words(of: text, language: "english") == words)
  }

  @Test func inFrenchAnApostropheStandsBetweenTwoWords() {
    #expect(Tokenizer.words(of: "l'espresso", language: "french") == ["l", "espresso"])
  }

  @Test(
    arguments: [
      String(repeating: "a", count: 500_000),
      String(repeating: "é", count: 200_000),
      String(repeating: "'", count: 100_000),
      String(repeating: "a'", count: 100_000),
      String(repeating: "コ\u{3099}", count: 100_000),
      String(repeating: "e\u{301}", count: 100_000),
    ].map(LongText.init))
  func survivesEndlessWords(text: LongText) {
    #expect(!Tokenizer.words(of: text.text, language: "english").isEmpty == text.hasWords)
  }

  @Test func forgetsFormsWhenThereAreTooMany() {
    var tokenizer = Tokenizer(words: ProfileWords(language: "none"))
    var tokens: [Tokenizer.Token] = []
    let start = Lexicon.mostForms - 10
    tokenizer.read((0..<start).map { "w\($0)" }.joined(separator: " "), into: &tokens)
    tokenizer.trim()
    tokenizer.read((start..<start + 100).map { "w\($0)" }.joined(separator: " "), into: &tokens)
    #expect(tokenizer.lexicon.entries.count == start + 100)
    tokenizer.trim()
    tokenizer.read("three more words", into: &tokens)
    #expect(tokenizer.lexicon.entries.count == 3)
    #expect(tokens.count == 3)
  }
}

/// A text whose description stays short in the log.
struct LongText: Sendable, CustomTestStringConvertible {
  let text: String
  var testDescription: String { "\(text.prefix(2))…" }
  var hasWords: Bool { text.first?.isLetter ?? false }
}

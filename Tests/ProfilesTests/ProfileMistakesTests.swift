import Conversations
import Profiles
import Testing

@Suite struct ProfileMistakesTests {
  @Test(arguments: [
    ("", ["1:1: the profile is empty. List what you love to talk about under “keywords:”."]),
    (
      "# only a comment\n",
      ["1:1: the profile is empty. List what you love to talk about under “keywords:”."]
    ),
    (
      "business: Tea\n",
      [
        "1:1: there are no keywords. "
          + "List what you love to talk about under “keywords:”, like “lever machine: 5”."
      ]
    ),
    (
      "business: Tea\nkeywords:\n",
      [
        "2:1: there are no keywords. "
          + "List what you love to talk about under “keywords:”, like “lever machine: 5”."
      ]
    ),
    (
      "- tea\n- coffee\n",
      [
        "1:1: the profile must be a table, not a list. Write “keywords:” and a line for each."
      ]
    ),
    (
      "keywords: [tea]\n",
      [
        "1:11: “keywords” must be a table, not a list. "
          + "Write a line “expression: weight” for each, like “lever machine: 5”."
      ]
    ),
    (
      "keyword: {tea: 1}\n",
      ["1:1: the profile has no “keyword”. Did you mean “keywords”?"]
    ),
    (
      "keywords: {tea: 1}\npizza: 1\n",
      [
        "2:1: the profile has no “pizza”. It has business, about, language, keywords, never, "
          + "communities, voices, competitors, us."
      ]
    ),
    (
      "keywords: {tea: 1}\ncompetitor: [acme]\n",
      ["2:1: the profile has no “competitor”. Did you mean “competitors”?"]
    ),
    (
      "keywords: {tea: 1}\ncompetitors: [acme, NOT tea]\n",
      [
        "2:21: “NOT tea” names no competitor. Write the words by which people speak of them."
      ]
    ),
    (
      "keywords: {tea: 1}\ncompetitors: {acme: 1}\n",
      [
        "2:14: “competitors” must be a list, not a table of keys. "
          + "Write “competitors: [one, two]”, or a line with “- ” for each."
      ]
    ),
    (
      "keywords: {tea: 1}\nlanguage: englisch\n",
      ["2:11: there is no language “englisch”. Did you mean “english”?"]
    ),
    (
      "keywords:\n  tea: hot\n  mate: 6\n  oolong: 0.5\n  pu-erh:\n  sencha: .nan\n  matcha: [1]\n",
      [
        "2:8: “tea” \(weight), not “hot”. Write a number after the colon.",
        "3:9: “mate” \(weight), not 6. Write a number in that range.",
        "4:11: “oolong” \(weight), not 0.5. Write a number in that range.",
        "5:10: “pu-erh” \(weight), not nothing. Write a number after the colon.",
        "6:11: “sencha” \(weight), not “.nan”. Write a number after the colon.",
        "7:11: “matcha” \(weight), not a list. Write a number after the colon.",
      ]
    ),
    (
      "keywords:\n  tea: 1\n  tea: 2\n  Green  Tea: 1\n  green tea: 1\n  tea: 3\n",
      [
        "3:3: “tea” is listed twice, first in line 2. Keep one of them.",
        "5:3: “green tea” is listed twice, first in line 4. Keep one of them.",
        "6:3: “tea” is listed twice, first in line 2. Keep one of them.",
      ]
    ),
    (
      "keywords: {tea: 1}\nabout: a\nabout: b\n",
      ["3:1: “about” is listed twice, first in line 2. Keep one of them."]
    ),
    (
      "keywords:\n  tea AND: 1\n  '(mate': 1\n  \"\": 1\n  NOT coffee: 1\n  in:r/tea: 1\n",
      [
        "2:7: “AND” has nothing after it. "
          + "Write what it joins on both sides; as a plain word, in small letters.",
        "3:4: this “(” is never closed. Add a “)” after what belongs together.",
        "4:4: the expression is empty. Write a word or a phrase.",
        "5:3: “NOT coffee” looks for no words. A keyword needs a word that must be there; "
          + "what must not be there goes under “never”.",
        "6:3: “in:r/tea” looks for no words. A keyword needs a word that must be there; "
          + "what must not be there goes under “never”.",
      ]
    ),
    (
      "keywords: {tea OR NOT mate: 1}\n",
      [
        "1:12: “tea OR NOT mate” fits nearly every conversation. "
          + "Write NOT after AND, or list it under “never”."
      ]
    ),
    (
      "keywords: {tea: 1}\nnever: [a OR, {b: c}]\n",
      [
        "2:11: “OR” has nothing after it. "
          + "Write what it joins on both sides; as a plain word, in small letters.",
        "2:15: “never” holds expressions, not a table of keys. "
          + "Write words; put quotes around an expression with a colon.",
      ]
    ),
    (
      "keywords: {tea: 1}\nnever: {a: b}\n",
      [
        "2:8: “never” must be a list, not a table of keys. "
          + "Write “never: [one, two]”, or a line with “- ” for each."
      ]
    ),
    (
      "keywords: {tea: 1}\ncommunities: { r/tea: 11, r/all: high }\n",
      [
        "2:23: “r/tea” needs a factor from 0 to 10, 1 being the usual, not 11. "
          + "Write a number in that range.",
        "2:34: “r/all” needs a factor from 0 to 10, 1 being the usual, not “high”. "
          + "Write a number after the colon.",
      ]
    ),
    (
      "keywords: {tea: 1}\nvoices:\n  - abuot: tea\n    say: [x]\n  - tea\n",
      [
        "3:5: a voice has no “abuot”. Did you mean “about”?",
        "3:5: this voice has no “about”. \(voice)",
        "4:10: “say” must be a text, not a list. Write “say: ” and the text.",
        "5:5: a voice must be a table, not a text. \(voice)",
      ]
    ),
    (
      "keywords: {tea: 1}\nus: { name: [Tea], authors: {a: b} }\n",
      [
        "2:7: “us” has no “name”. Did you mean “names”?",
        "2:29: “authors” must be a list, not a table of keys. "
          + "Write “authors: [one, two]”, or a line with “- ” for each.",
      ]
    ),
    (
      "? [a, b]\n: c\nkeywords: {tea: 1}\n",
      ["1:3: a key must be a text, not a list. Put quotes around it."]
    ),
  ])
  func tellsAllMistakesAtOnce(text: String, expected: [String]) {
    let reading = Profile.read(text: text, path: "profile.yaml")
    #expect(reading.profile == nil)
    #expect(reading.diagnostics.map(\.description) == expected.map { "profile.yaml:\($0)" })
  }

  @Test(arguments: [
    (
      "keywords:\n\ttea: 1\n\tmate: 7\n",
      [
        "2:1: a tab cannot indent in YAML. Use spaces, two for each level.",
        "3:1: a tab cannot indent in YAML. Use spaces, two for each level.",
        "3:9: “mate” \(weight), not 7. Write a number in that range.",
      ]
    ),
    (
      "keywords:\n  te\u{0}a: 1\n  mate: 7\n",
      [
        "2:5: there is a control character here (U+0000). Remove it.",
        "3:9: “mate” \(weight), not 7. Write a number in that range.",
      ]
    ),
    (
      "keywords\n  tea: 1\n  mate: 7\n",
      [
        "1:1: there is no “:” after this. Write the key, a colon, a space and the value.",
        "3:9: “mate” \(weight), not 7. Write a number in that range.",
      ]
    ),
    (
      "keywords:\n  tea: 1\n  about: yes: no\n",
      [
        "3:13: a “:” cannot stand here. Check the indentation and the line above; "
          + "put quotes around text that holds a colon."
      ]
    ),
    (
      "keywords:\n  tea\n  mate: 7\n",
      [
        "2:3: there is no “:” after this. Write the key, a colon, a space and the value.",
        "3:9: “mate” \(weight), not 7. Write a number in that range.",
      ]
    ),
    (
      "keywords:\n  \"dial in\" AND tea: 1\n  *mate: 1\n  mate: 7\n",
      [
        "2:13: the text after the closing quote does not belong to it. Put the other kind of "
          + "quotes around the whole expression: '\"lever machine\" AND repair'.",
        "3:3: a value cannot start with “*” in YAML. Put quotes around it.",
        "4:9: “mate” \(weight), not 7. Write a number in that range.",
      ]
    ),
    (
      "keywords:\n  tea: \"1\n  mate: 2\n",
      ["2:8: this quote is never closed. Add the same quote at the end of the text."]
    ),
    (
      "keywords: {tea: 1}\n---\nkeywords: {mate: 1}\n",
      [
        "2:1: a second document starts here. Remove the line “---”.",
        "3:1: “keywords” is listed twice, first in line 1. Keep one of them.",
      ]
    ),
    (
      "a: &a [x, x]\nkeywords: *a\n",
      [
        "1:4: anchors and aliases (“&name”, “*name”) are not used in a profile. "
          + "Write the value out, or put quotes around it if it is a text."
      ]
    ),
  ])
  func goesOnAfterBrokenLines(text: String, expected: [String]) {
    let reading = Profile.read(text: text, path: "profile.yaml")
    #expect(reading.profile == nil)
    #expect(reading.diagnostics.map(\.description) == expected.map { "profile.yaml:\($0)" })
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x6B, 0x00], "1:1: the file is in UTF-16. Save it as UTF-8."),
      (Array("a: b\nc: caf".utf8) + [0xE9], "2:7: this is not UTF-8 text. Save the file as UTF-8."),
      (
        Array(repeating: 0x23, count: 1_000_001),
        "1:1: the file has 1000001 bytes, and at most 1000000 are read. "
          + "It should be a short file written by hand; check that this is the right one."
      ),
    ] as [([UInt8], String)])
  func refusesWhatIsNoText(bytes: [UInt8], expected: String) {
    let reading = Profile.read(bytes: bytes, path: "p.yaml")
    #expect(reading.diagnostics.map(\.description) == ["p.yaml:\(expected)"])
  }

  /// Nine lines that stand for a billion values, brackets and dashes far beyond the stack, a
  /// thousand keys that are all equal: all must end in words, and soon.
  @Test(arguments: [
    Attack("a billion values") {
      zip("bcdefghi", "abcdefgh").reduce(into: "a: &a [x,x,x,x,x,x,x,x,x]\n") { text, names in
        let aliases = Array(repeating: "*\(names.1)", count: 9).joined(separator: ",")
        text += "\(names.0): &\(names.0) [\(aliases)]\n"
      }
    },
    Attack("brackets") { "never: " + String(repeating: "[", count: 100_000) },
    Attack("dashes") { String(repeating: "- ", count: 100_000) + "tea" },
    Attack("equal keys") { "keywords:\n" + String(repeating: "  tea: 1\n", count: 1000) },
    Attack("parentheses") { "keywords:\n  " + String(repeating: "(", count: 1000) + "tea: 1" },
    Attack("control characters") { String(repeating: "\u{0}\t\n", count: 10_000) },
    Attack("quotes") { String(repeating: "\"\n", count: 3000) },
    Attack("aliases of nothing") { String(repeating: "a: *b\n", count: 3000) },
  ])
  func survives(attack: Attack) {
    let reading = Profile.read(text: attack.text(), path: "p.yaml")
    #expect(reading.profile == nil)
    #expect(reading.diagnostics.contains { $0.severity == .error })
    #expect(reading.diagnostics.count <= 200)
  }

  @Test func givesUpInWords() {
    let keys = (0..<100).map { "  tea \($0): 1\n" }.joined()
    let reading = Profile.read(text: "keywords:\n" + keys + keys, path: "p.yaml")
    #expect(
      reading.diagnostics.map(\.message) == [
        "there are too many broken or repeated lines to go on"
      ])
  }

  @Test func pointsAtThePlaceWithACaret() {
    let reading = Profile.read(text: "keywords:\n  tea OR: 1 # nice\n", path: "p.yaml")
    #expect(
      reading.diagnostics.map(\.withCaret) == [
        """
        p.yaml:2:7: “OR” has nothing after it. \
        Write what it joins on both sides; as a plain word, in small letters.
            tea OR: 1 # nice
                ^
        """
      ])
  }

  @Test func messagesCarryNoTerminalCodes() {
    let text = "keywords: {tea: 1}\n\"\\e[31mred\\u202E\": 1\n"
    let messages = Profile.read(text: text, path: "p.yaml").diagnostics.map(\.withCaret)
    #expect(messages.count == 1)
    #expect(messages.allSatisfy { !$0.contains("\u{1B}") && !$0.contains("\u{202E}") })
  }
}

/// A file that was not written to be read.
struct Attack: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: @Sendable () -> String

  init(_ name: String, text: @escaping @Sendable () -> String) {
    testDescription = name
    self.text = text
  }
}

private let weight = "needs a weight from 1 (mild) to 5 (our thing)"
private let voice = "Write “- about: expression” and below it “  say: what you can offer”."

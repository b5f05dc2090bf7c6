import Conversations
import Profiles
import Support
import Testing

/// A profile, a change and the profile after it, byte for byte.
struct EditCase: Sendable, CustomTestStringConvertible {
  var name: String
  var before: String
  var edits: [ProfileEdit]
  var after: String

  init(_ name: String, _ before: String, _ edits: ProfileEdit..., gives after: String) {
    (self.name, self.before, self.edits, self.after) = (name, before, edits, after)
  }

  var testDescription: String { name }
}

@Suite struct ProfileEditTests {
  @Test(arguments: [
    EditCase(
      "a weight", "keywords:\n  tea: 5   # ours\n  mate: 1\n", .set("tea", weight: 2.5),
      gives: "keywords:\n  tea: 2.5   # ours\n  mate: 1\n"),
    EditCase(
      "a weight in quotes", "keywords: {\"tea\": '5'}", .set("Tea", weight: 2),
      gives: "keywords: {\"tea\": '2'}"),
    EditCase(
      "a weight in the line below", "keywords:\n  tea:\n    5\n", .set("tea", weight: 1),
      gives: "keywords:\n  tea:\n    1\n"),
    EditCase(
      "a weight behind a key with a colon", "keywords:\n  title:(a:b): 5\n  'c: d': 4\n",
      .set("c: d", weight: 1), gives: "keywords:\n  title:(a:b): 5\n  'c: d': 1\n"),
    EditCase(
      "a weight behind an explicit key", "keywords:\n  ? tea\n  : 5\n", .set("tea", weight: 1),
      gives: "keywords:\n  ? tea\n  : 1\n"),
    EditCase(
      "a weight behind letters of several bytes", "keywords: {“röst” 𝒯: 5, tea: 4}\n",
      .set("tea", weight: 1), gives: "keywords: {“röst” 𝒯: 5, tea: 1}\n"),
    EditCase(
      "a weight with a tag", "keywords:\n  !!str tea: !!int 5\n", .set("tea", weight: 1),
      gives: "keywords:\n  !!str tea: !!int 1\n"),
    EditCase(
      "the same weight", "keywords:\n  tea: 5.0\n", .set("  TEA ", weight: 5),
      gives: "keywords:\n  tea: 5.0\n"),
    EditCase(
      "very words differ by capitals", "keywords:\n  =robot: 1\n  =Robot: 2\n",
      .set("=Robot", weight: 3), gives: "keywords:\n  =robot: 1\n  =Robot: 3\n"),
    EditCase(
      "CRLF, a byte order mark and no final line end",
      "\u{FEFF}keywords:\r\n  tea: 5 # a\r\n  mate: 1", .set("tea", weight: 2),
      .set("oolong", weight: 3), .never("coffee"),
      gives:
        "\u{FEFF}keywords:\r\n  tea: 2 # a\r\n  mate: 1\r\n  oolong: 3\r\n\r\nnever:\r\n  - coffee"
    ),
    EditCase(
      "lone CR", "keywords:\r  tea: 5\r", .set("mate", weight: 2),
      gives: "keywords:\r  tea: 5\r  mate: 2\r"),
    EditCase(
      "tabs behind the value", "keywords:\n  tea:\t5\t# a\n", .set("tea", weight: 2),
      gives: "keywords:\n  tea:\t2\t# a\n"),
    EditCase(
      "document marks", "%YAML 1.1\n---\nkeywords:\n  tea: 5\n...\n", .set("mate", weight: 2),
      gives: "%YAML 1.1\n---\nkeywords:\n  tea: 5\n  mate: 2\n...\n"),
  ])
  func changesAWeight(_ edit: EditCase) throws { try check(edit) }

  @Test(arguments: [
    EditCase(
      "below the last one, before the next section's comments",
      "keywords:\n    tea: 5 # ours\n    # mild\n\n# Hidden.\nnever: [a]\n",
      .set("mate", weight: 1),
      gives: "keywords:\n    tea: 5 # ours\n    mate: 1\n    # mild\n\n# Hidden.\nnever: [a]\n"),
    EditCase(
      "below a comment that ends like a sign", "keywords:\n  # tea ?\n  tea: 5\n",
      .set("mate", weight: 1), gives: "keywords:\n  # tea ?\n  tea: 5\n  mate: 1\n"),
    EditCase(
      "below the last one of several lines", "keywords:\n  tea: # a\n\n   5 # b\n# c\n",
      .set("mate", weight: 1), gives: "keywords:\n  tea: # a\n\n   5 # b\n  mate: 1\n# c\n"),
    EditCase(
      "without indentation to copy", "keywords:   # none yet\n  # tea: 5\nnever: [a]\n",
      .set("mate", weight: 1),
      gives: "keywords:   # none yet\n  mate: 1\n  # tea: 5\nnever: [a]\n"),
    EditCase(
      "in a section of nothing", "keywords: ~  # none\n", .set("mate", weight: 1),
      gives: "keywords: {mate: 1}  # none\n"),
    EditCase(
      "in empty brackets", "keywords: { }\n", .set("mate", weight: 1),
      gives: "keywords: {mate: 1}\n"),
    EditCase("in an empty file", "", .set("mate", weight: 1), gives: "keywords:\n  mate: 1\n"),
    EditCase(
      "in a file of comments", "# Tea", .set("mate", weight: 1),
      gives: "# Tea\n\nkeywords:\n  mate: 1"),
    EditCase(
      "in a file without the section", "business: Tea\n", .set("mate", weight: 1), .never("a"),
      gives: "business: Tea\n\nkeywords:\n  mate: 1\n\nnever:\n  - a\n"),
    EditCase(
      "in brackets", "keywords: { tea: 5, oolong: 4 }  # x\n", .set("mate", weight: 1),
      gives: "keywords: { tea: 5, oolong: 4, mate: 1 }  # x\n"),
    EditCase(
      "in brackets over several lines",
      "keywords: {\n  tea: 5,   # ours\n  oolong: 4 # too\n}\n", .set("mate", weight: 1),
      gives: "keywords: {\n  tea: 5,   # ours\n  oolong: 4, # too\n  mate: 1\n}\n"),
    EditCase(
      "behind a last comma", "keywords: {\n  tea: 5, # a\n}\n", .set("mate", weight: 1),
      gives: "keywords: {\n  tea: 5, # a\n  mate: 1,\n}\n"),
    EditCase(
      "behind leading commas", "keywords:\n  { tea: 5\n  , oolong: 4\n  }\n",
      .set("mate", weight: 1),
      gives: "keywords:\n  { tea: 5\n  , oolong: 4\n  , mate: 1\n  }\n"),
    EditCase(
      "between commas on both sides", "keywords: { tea: 5\n  , oolong: 4,\n }\n",
      .set("mate", weight: 1), gives: "keywords: { tea: 5\n  , oolong: 4, mate: 1,\n }\n"),
    EditCase(
      "in JSON", "{\"keywords\": {\"tea\":5}}", .set("\"mate\" OR a", weight: 1), .never("b"),
      gives: "{\"keywords\": {\"tea\":5, \"\\\"mate\\\" OR a\": 1}, \"never\": [\"b\"]}"),
    EditCase(
      "in JSON over several lines",
      "{\n  \"keywords\": {\n    \"tea\": 5\n  }\n}\n", .set("mate", weight: 1), .never("b"),
      gives:
        "{\n  \"keywords\": {\n    \"tea\": 5,\n    \"mate\": 1\n  },\n  \"never\": [\"b\"]\n}\n"),
  ])
  func addsAKeyword(_ edit: EditCase) throws { try check(edit) }

  @Test(arguments: [
    EditCase(
      "to a list in brackets", "keywords: {tea: 5}\nnever: [a, b]  # c\n", .never("x y"),
      gives: "keywords: {tea: 5}\nnever: [a, b, x y]  # c\n"),
    EditCase(
      "to a list in several lines", "keywords: {tea: 5}\nnever: [\n    a, b,\n    c\n  ]\n",
      .never("x"), gives: "keywords: {tea: 5}\nnever: [\n    a, b,\n    c,\n    x\n  ]\n"),
    EditCase(
      "to a list wrapped like prose", "keywords: {tea: 5}\nnever: [a,\n  b, c]\n",
      .never("x"), gives: "keywords: {tea: 5}\nnever: [a,\n  b, c, x]\n"),
    EditCase(
      "to a list of dashes", "keywords: {tea: 5}\nnever:\n-   a  # b\n\n# us\nus: {}\n",
      .never("x"), gives: "keywords: {tea: 5}\nnever:\n-   a  # b\n- x\n\n# us\nus: {}\n"),
    EditCase(
      "to a list that ends the file", "keywords: {tea: 5}\nnever:\n  - a", .never("x"),
      gives: "keywords: {tea: 5}\nnever:\n  - a\n  - x"),
    EditCase(
      "to one text", "keywords: {tea: 5}\nnever: nespresso # a\n", .never("x"),
      gives: "keywords: {tea: 5}\nnever: [nespresso, x] # a\n"),
    EditCase(
      "to one text with commas", "keywords: {tea: 5}\nnever: a, b\n", .never("x"),
      gives: "keywords: {tea: 5}\nnever: [\"a, b\", x]\n"),
    EditCase(
      "to one text in quotes", "keywords: {tea: 5}\nnever: 'a, b'\n", .never("x"),
      gives: "keywords: {tea: 5}\nnever: ['a, b', x]\n"),
    EditCase(
      "to nothing", "never:\nkeywords: {tea: 5}\n", .never("x"),
      gives: "never:\n  - x\nkeywords: {tea: 5}\n"),
    EditCase(
      "to empty brackets", "never: []\nkeywords: {tea: 5}\n", .never("x"),
      gives: "never: [x]\nkeywords: {tea: 5}\n"),
    EditCase(
      "without the section", "keywords:\n  tea: 5\ncommunities: {r/a: 1}\n", .never("x"),
      gives: "keywords:\n  tea: 5\nnever:\n  - x\ncommunities: {r/a: 1}\n"),
    EditCase(
      "without the section, below brackets", "keywords: {tea: 5}\n\nus: {}\n", .never("x"),
      gives: "keywords: {tea: 5}\nnever: [x]\n\nus: {}\n"),
    EditCase(
      "that is there", "keywords: {tea: 5}\nnever: [Nespresso]\n", .never("nespresso"),
      gives: "keywords: {tea: 5}\nnever: [Nespresso]\n"),
  ])
  func addsToWhatIsNeverShown(_ edit: EditCase) throws { try check(edit) }

  @Test(arguments: [
    EditCase(
      "a keyword with its comment", "keywords:\n  # a\n  tea: 5 # b\n  # c\n  mate: 1\n",
      .remove("tea"), gives: "keywords:\n  # a\n  # c\n  mate: 1\n"),
    EditCase(
      "a keyword of several lines", "keywords:\n  ? tea\n  # a\n  : 5\n  mate:\n   1\n",
      .remove("tea"), gives: "keywords:\n  mate:\n   1\n"),
    EditCase(
      "the last line of a file", "keywords:\n  tea: 5\n  mate: 1", .remove("mate"),
      gives: "keywords:\n  tea: 5\n"),
    EditCase(
      "the first in brackets", "keywords: { tea: 5, mate: 1 }\n", .remove("tea"),
      gives: "keywords: { mate: 1 }\n"),
    EditCase(
      "the last in brackets", "keywords: { tea: 5, mate: 1 }\n", .remove("mate"),
      gives: "keywords: { tea: 5 }\n"),
    EditCase(
      "one in the middle of brackets", "never: [a, 'b c', d]\nkeywords: {tea: 5}\n",
      .remove("b c"), gives: "never: [a, d]\nkeywords: {tea: 5}\n"),
    EditCase(
      "the only one in brackets", "never: [a]\nkeywords: {tea: 5}\n",
      .remove("a"), gives: "never: []\nkeywords: {tea: 5}\n"),
    EditCase(
      "with a comma behind the last", "never: [a, b,]\nkeywords: {tea: 5}\n",
      .remove("b"), gives: "never: [a, ]\nkeywords: {tea: 5}\n"),
    EditCase(
      "a line in brackets",
      "never: [\n  a, # one\n  b, # two, too\n  c  # three\n]\nkeywords: {t: 5}\n",
      .remove("b"), gives: "never: [\n  a, # one\n  c  # three\n]\nkeywords: {t: 5}\n"),
    EditCase(
      "the last line in brackets",
      "never: [\n  a, # one,\n  b  # two\n]\nkeywords: {t: 5}\n", .remove("b"),
      gives: "never: [\n  a # one,\n]\nkeywords: {t: 5}\n"),
    EditCase(
      "the end of a line in brackets", "never: [a, b,\n  c]\nkeywords: {t: 5}\n",
      .remove("b"), gives: "never: [a,\n  c]\nkeywords: {t: 5}\n"),
    EditCase(
      "the end of a line before a comment", "never: [a, b, # two\n  c]\nkeywords: {t: 5}\n",
      .remove("b"), gives: "never: [a, # two\n  c]\nkeywords: {t: 5}\n"),
    EditCase(
      "before the closing bracket", "never: [a,\n  b]\nkeywords: {t: 5}\n",
      .remove("b"), gives: "never: [a\n  ]\nkeywords: {t: 5}\n"),
    EditCase(
      "with leading commas", "never:\n  [ a\n  , b\n  , c\n  ]\nkeywords: {t: 5}\n",
      .remove("b"), .remove("a"), gives: "never:\n  [\n   c\n  ]\nkeywords: {t: 5}\n"),
    EditCase(
      "a dash", "never:\n  - a\n  - b  # c\nkeywords: {t: 5}\n", .remove("b"),
      gives: "never:\n  - a\nkeywords: {t: 5}\n"),
    EditCase(
      "the only dash", "never:  # a\n  - a\nkeywords: {t: 5}\n", .remove("a"),
      gives: "never:  # a\nkeywords: {t: 5}\n"),
    EditCase(
      "a folded item", "never:\n  - a\n    b\n  - c\nkeywords: {t: 5}\n", .remove("a b"),
      gives: "never:\n  - c\nkeywords: {t: 5}\n"),
    EditCase(
      "the one text", "never: a  # b\nkeywords: {t: 5}\n", .remove("a"),
      gives: "never:  # b\nkeywords: {t: 5}\n"),
    EditCase(
      "all places", "never: [a, b, A]\nkeywords: {t: 5, a: 5}\n", .remove("a"),
      gives: "never: [b]\nkeywords: {t: 5}\n"),
    EditCase(
      "what is written with joiners", "keywords:\n  tea: 5\n  می‌خواهم: 1\n", .remove("می‌خواهم"),
      gives: "keywords:\n  tea: 5\n"),
    EditCase(
      "the last keyword, for another", "keywords:\n  tea: 5 # a\n", .remove("tea"),
      .set("mate", weight: 4), gives: "keywords:\n  mate: 4\n"),
  ])
  func removes(_ edit: EditCase) throws { try check(edit) }

  @Test(arguments: [
    ("title:(first setup)", "title:(first setup): 1", "\"title:(first setup)\""),
    ("=dial in", "=dial in: 1", "=dial in"),
    ("lever  AND\n(iPhone OR C#)", "lever AND (iPhone OR C#): 1", "lever AND (iPhone OR C#)"),
    ("repair*", "repair*: 1", "repair*"),
    ("\"a\" AND b", "'\"a\" AND b': 1", "'\"a\" AND b'"),
    ("\"it's\" AND b", "'\"it''s\" AND b': 1", "'\"it''s\" AND b'"),
    ("a\\b", "a\\b: 1", "a\\b"),
    ("#1 grinder", "\"#1 grinder\": 1", "\"#1 grinder\""),
    ("grinder #1", "\"grinder #1\": 1", "\"grinder #1\""),
    ("a: b", "\"a: b\": 1", "\"a: b\""),
    ("(a OR b) c", "(a OR b) c: 1", "(a OR b) c"),
    ("a, b", "a, b: 1", "\"a, b\""),
    ("yes", "\"yes\": 1", "\"yes\""),
    ("2024", "\"2024\": 1", "\"2024\""),
    ("16:9", "\"16:9\": 1", "\"16:9\""),
    ("1e3", "\"1e3\": 1", "\"1e3\""),
    ("rösterei", "rösterei: 1", "rösterei"),
    ("茶", "茶: 1", "茶"),
    ("می‌خواهم", "می‌خواهم: 1", "می‌خواهم"),
    ("@home", "\"@home\": 1", "\"@home\""),
    ("100% arabica", "100% arabica: 1", "100% arabica"),
    ("it's", "it's: 1", "it's"),
  ])
  func quotesWhereYAMLNeedsIt(text: String, line: String, item: String) throws {
    // A backslash is nothing special without double quotes.
    try check(
      EditCase(
        text, "keywords:\n  tea: 5\n", .set(text, weight: 1),
        gives: "keywords:\n  tea: 5\n  \(line)\n"))
    try check(
      EditCase(
        text, "keywords: {tea: 5}\nnever: [a]\n", .never(text),
        gives: "keywords: {tea: 5}\nnever: [a, \(item)]\n"))
  }

  @Test(
    arguments: [
      (
        "keywords: {tea: 5}\n", .remove("tae"),
        "p: “tae” is neither a keyword nor under “never”. Did you mean “tea”?"
      ),
      (
        "keywords: {tea: 5}\n", .remove("sencha"),
        "p: “sencha” is neither a keyword nor under “never”. Look it up in the file."
      ),
      (
        "keywords:\n  tea: 5\n", .remove("tea"),
        "p:2: “tea” is the last keyword, and a profile needs one. Set another one first: mingle profile set EXPRESSION WEIGHT."
      ),
      (
        "keywords: {tea: 5}\nnever:\n  - mate\n", .set("Mate", weight: 2),
        "p:3:5: “Mate” is under “never”. Remove it there first: mingle profile remove EXPRESSION."
      ),
      (
        "keywords: {tea: 5}\n", .never("TEA"),
        "p:1:12: “TEA” is a keyword. Remove it there first: mingle profile remove EXPRESSION."
      ),
      (
        "keywords: {tea: 5}\n", .set("a AND", weight: 2),
        "the expression: “AND” has nothing after it. Write what it joins on both sides; as a plain word, in small letters."
      ),
      (
        "keywords: {tea: 5}\n", .set("NOT a", weight: 2),
        "the expression: “NOT a” looks for no words. A keyword needs a word that must be there; what must not be there goes under “never”."
      ),
      (
        "keywords: {tea: 5}\n", .set(String(repeating: "ab ", count: 400), weight: 2),
        "the expression: the expression has 1199 characters, and a keyword may have 1000. Make several of it."
      ),
      (
        "keywords: {tea: 5}\n", .never(" "),
        "the expression: the expression is empty. Write a word or a phrase."
      ),
      (
        "keywords: {tea: 5}\n", .never("a\u{202E}b"),
        "the expression: there is a character here that cannot be seen. Remove it."
      ),
      (
        "keywords: {tea: 5}\n", .set("a", weight: 5.5),
        "the weight: “a” needs a weight from 1 (mild) to 5 (our thing), not 5.5. Write a number in that range."
      ),
      (
        "keywords: {tea: 9}\n", .set("a", weight: 5),
        "p:1:17: “tea” needs a weight from 1 (mild) to 5 (our thing), not 9. Write a number in that range."
      ),
      (
        "never: [a]\n", .never("b"),
        "p:1:1: not changed, as after it there are no keywords. List what you love to talk about under “keywords:”, like “lever machine: 5”."
      ),
      (
        "keywords: {tea: 5}\nnever: >\n  a b\n", .never("b"),
        "p:2: this cannot be changed without touching more than was asked for. Change it by hand: mingle profile edit."
      ),
    ] as [(String, ProfileEdit, String)])
  func refuses(before: String, edit: ProfileEdit, expected: String) {
    let failure = #expect(throws: ProfileEditFailure.self) {
      try Profile.edited(Array(before.utf8), by: [edit], path: "p")
    }
    #expect(failure?.diagnostics.map(\.description) == [expected])
  }

  private func check(_ edit: EditCase) throws {
    let bytes = try Profile.edited(Array(edit.before.utf8), by: edit.edits, path: "p")
    #expect(String(decoding: bytes, as: UTF8.self) == edit.after)
  }
}

import Profiles
import Testing

@Suite struct QueryTests {
  @Test(arguments: [
    ("lever machine", "[lever machine]"),
    ("  lever   machine ", "[lever machine]"),
    ("rock and roll or not", "[rock and roll or not]"),
    ("=dial in", "=[dial in]"),
    ("\"dial in\"", "=[dial in]"),
    ("“dial in”", "=[dial in]"),
    ("=\"dial in\"", "=[dial in]"),
    ("repair*", "[repair*]"),
    ("espresso repair*", "[espresso repair*]"),
    ("C++", "[C++]"),
    ("16:9 screen", "[16:9 screen]"),
    ("re:invent", "[re:invent]"),
    ("grinder NEAR/8 espresso", "([grinder] near 8 [espresso])"),
    ("a1 NEAR/2 b1 NEAR/3 c1", "(([a1] near 2 [b1]) near 3 [c1])"),
    ("apple AND iphone", "([apple] and [iphone])"),
    ("apple OR iphone AND mac", "([apple] or ([iphone] and [mac]))"),
    (
      "apple AND (iphone OR macbook) NOT recipe",
      "([apple] and ([iphone] or [macbook]) and not [recipe])"
    ),
    ("apple (iphone OR macbook)", "([apple] and ([iphone] or [macbook]))"),
    ("NOT NOT apple", "not not [apple]"),
    ("title:(first setup)", "title [first setup]"),
    ("title:espresso", "title [espresso]"),
    ("TITLE:espresso grinder", "title [espresso grinder]"),
    ("in:r/espresso lever machine", "(in r/espresso and [lever machine])"),
    ("by:\"Jane Doe\" OR by:tom", "(by Jane Doe or by tom)"),
    ("by: tom grinder", "(by tom and [grinder])"),
    ("кофемашина", "[кофемашина]"),
    ("コーヒー豆", "[コーヒー豆]"),
  ])
  func readsTheWholeLanguage(text: String, meaning: String) throws {
    #expect(sketch(try Query(text)) == meaning)
  }

  @Test(arguments: [
    ("", 0, "the expression is empty. Write a word or a phrase."),
    ("   ", 0, "the expression is empty. Write a word or a phrase."),
    ("apple AND", 6, "“AND” has nothing after it. \(operands)"),
    ("OR apple", 0, "“OR” has nothing before it. \(operands)"),
    ("apple AND OR iphone", 6, "“AND” has nothing after it. \(operands)"),
    ("apple NOT", 6, "“NOT” has nothing after it. \(operands)"),
    ("NEAR/3 apple", 0, "“NEAR/3” has nothing before it. \(operands)"),
    (
      "apple NEAR pie", 6,
      "“NEAR” does not say how near. Write NEAR/8 for at most eight words apart (1 to 100)."
    ),
    (
      "apple NEAR/0 pie", 6,
      "“NEAR/0” does not say how near. Write NEAR/8 for at most eight words apart (1 to 100)."
    ),
    (
      "apple NEAR/99999999999999999999 pie", 6,
      "“NEAR/99999999999999999999” does not say how near. "
        + "Write NEAR/8 for at most eight words apart (1 to 100)."
    ),
    (
      "(apple AND pie) NEAR/3 tart", 16,
      "“NEAR/3” stands between words only. "
        + "Use words, phrases or a group of them with OR on both sides."
    ),
    (
      "(apple", 0, "this “(” is never closed. Add a “)” after what belongs together."
    ),
    (
      "apple)", 5, "this “)” closes nothing. Remove it, or add the “(” that it belongs to."
    ),
    (
      "apple AND ()", 10,
      "there is nothing between the parentheses. Write words between them, or remove them."
    ),
    ("say \"hello", 4, "this quote is never closed. Add a \" after the words."),
    (
      "say \"...\"", 4,
      "there are no words between the quotes. Write words between them, or remove them."
    ),
    ("=", 0, "“=” has no words after it. Write the very words that you mean right after it."),
    (
      "re*pair", 0,
      "“*” stands at the end of a word only, after two letters or more. "
        + "Write it like repair* for any ending."
    ),
    (
      "coffee *", 7,
      "“*” stands at the end of a word only, after two letters or more. "
        + "Write it like repair* for any ending."
    ),
    ("-recipe", 0, "a word cannot start with “-”. To leave something out, write NOT recipe."),
    (
      "+recipe", 0, "a word cannot start with “+”. Write AND between what must stand together."
    ),
    ("lever & steam", 6, "“&” is not a word. Words have letters or digits; remove it."),
    ("titel:setup", 0, "there is no “titel:”. Write “title:”."),
    ("author:tom", 0, "there is no “author:”. Write “by:”."),
    ("subreddit:espresso", 0, "there is no “subreddit:”. Write “in:”."),
    (
      "in:", 0,
      "“in:” has no name after it. Write one community right after it; for several, join them with OR."
    ),
    (
      "by:(tom OR ann)", 0,
      "“by:” has no name after it. Write one person right after it; for several, join them with OR."
    ),
    ("title:", 0, "“title:” has nothing after it. \(operands)"),
    (
      String(repeating: "(", count: 1000) + "a" + String(repeating: ")", count: 1000), 51,
      "the expression is nested deeper than 50 levels. Make several lines of it."
    ),
    (
      String(repeating: "NOT ", count: 900) + "a", 204,
      "the expression is nested deeper than 50 levels. Make several lines of it."
    ),
    (
      String(repeating: "a ", count: 2001), 0,
      "the expression is longer than 4000 bytes. Make several lines of it."
    ),
  ])
  func explainsMistakes(text: String, offset: Int, explanation: String) {
    let mistake = #expect(throws: QueryMistake.self) { try Query(text) }
    #expect(mistake.map { "\($0.message). \($0.remedy)" } == explanation)
    #expect(mistake?.offset == offset)
  }

  @Test(arguments: [
    ("NOT recipe", true), ("apple NOT recipe", false), ("apple OR NOT recipe", true),
    ("title:(NOT recipe)", true), ("in:r/all", false), ("NOT a1 NOT b1", true),
  ])
  func knowsWhatLooksForNothing(text: String, isOnlyNegative: Bool) throws {
    #expect(try Query(text).isOnlyNegative == isOnlyNegative)
  }

  @Test func wantedPhrasesLeaveOutWhatMustNotBeThere() throws {
    let query = try Query("apple (iphone OR =mac pro) NOT (pie OR tart) title:(new* NEAR/3 model)")
    #expect(query.wantedPhrases.map(\.text) == ["apple", "iphone", "mac pro", "new", "model"])
  }
}

private let operands = "Write what it joins on both sides; as a plain word, in small letters."

/// A query in one unambiguous line.
private func sketch(_ query: Query) -> String {
  func joined(_ parts: [Query], _ sign: String) -> String {
    "(\(parts.map(sketch).joined(separator: " \(sign) ")))"
  }
  switch query {
  case .phrase(let phrase):
    let words = phrase.words.map { $0.text + ($0.isPrefix ? "*" : "") }
    return (phrase.isExact ? "=" : "") + "[\(words.joined(separator: " "))]"
  case .near(let left, let right, let distance):
    return "(\(sketch(left)) near \(distance) \(sketch(right)))"
  case .all(let parts):
    return joined(parts, "and")
  case .any(let parts): return joined(parts, "or")
  case .not(let inner): return "not \(sketch(inner))"
  case .title(let inner): return "title \(sketch(inner))"
  case .community(let name): return "in \(name)"
  case .author(let name): return "by \(name)"
  }
}

import Conversations
import Profiles
import Testing

/// Files of a size or depth that nobody writes: read in time that grows with their size, or refused in
/// words with the place. Each took minutes, or the stack, where something was done once too often.
@Suite struct ProfileLimitsTests {
  @Test func thousandsOfKeywordsAreRead() throws {
    let numbers = 0..<2000
    let text =
      "keywords:\n" + numbers.map { "  lever machine \($0): \($0 % 5 + 1)\n" }.joined()
      + "never:\n" + numbers.map { "  - spam \($0)\n" }.joined()
    let profile = try #require(Profile.read(text: text, path: "p").profile)
    #expect(profile.keywords.count == 2000)
    #expect(profile.never.count == 2000)
    let edited = try Profile.edited(
      Array(text.utf8), by: [.set("lever machine 1999", weight: 2), .remove("spam 0")], path: "p")
    #expect(edited.count == text.utf8.count - "  - spam 0\n".utf8.count)
  }

  /// All in one line: the place of a member was looked for from the line's start, for each member.
  @Test func aLineAsLongAsTheFileIsReadAndEdited() throws {
    let text =
      "keywords: {" + (0..<5_000).map { "lever machine \($0): 5" }.joined(separator: ", ") + "}\n"
    #expect(Profile.read(text: text, path: "p").profile?.keywords.count == 5_000)
    let edited = try Profile.edited(
      Array(text.utf8), by: [.set("tea", weight: 2), .remove("lever machine 7")], path: "p")
    #expect(
      edited.count == text.utf8.count + ", tea: 2".utf8.count - "lever machine 7: 5, ".utf8.count)
  }

  @Test(arguments: [
    Attack("5 MB of keywords") {
      "keywords:\n" + (0..<205_000).map { "  lever machine \($0): 5\n" }.joined()
    },
    Attack("5 MB of one line") { "business: " + String(repeating: "a", count: 5_000_000) },
  ])
  func whatIsTooLargeIsToldWithItsSize(attack: Attack) {
    let text = attack.text()
    #expect(
      Profile.read(text: text, path: "p").diagnostics.map(\.description) == [
        "p:1:1: the file has \(text.utf8.count) bytes, and at most 1000000 are read. "
          + "It should be a short file written by hand; check that this is the right one."
      ])
  }

  @Test(arguments: [
    (
      Attack("1000 parentheses of a keyword") {
        "keywords:\n  \(String(repeating: "(", count: 1000))a\(String(repeating: ")", count: 1000)): 5\n"
      },
      "2:3: \(longKey)"
    ),
    (
      Attack("1000 parentheses, never") {
        "never:\n  - \(String(repeating: "(", count: 1000))a\(String(repeating: ")", count: 1000))\n"
      },
      "2:56: the expression is nested deeper than 50 levels. Make several lines of it."
    ),
    (
      Attack("100,000 parentheses of a keyword") {
        "keywords:\n  \"\(String(repeating: "(", count: 100_000))a\": 5\n"
      },
      "2:3: \(longKey)"
    ),
    (
      Attack("100,000 parentheses, never") {
        "never: [\(String(repeating: "(", count: 100_000))a]\n"
      },
      "1:9: the expression is longer than 4000 bytes. Make several lines of it."
    ),
    (
      Attack("10,000 NOTs of a keyword") {
        "keywords:\n  a \(String(repeating: "NOT ", count: 10_000))b: 5\n"
      },
      "2:3: \(longKey)"
    ),
    (
      Attack("10,000 NOTs, never") {
        "never:\n  - \(String(repeating: "NOT ", count: 10_000))b\n"
      },
      "2:5: the expression is longer than 4000 bytes. Make several lines of it."
    ),
    (
      Attack("900 NOTs, never") { "never:\n  - \(String(repeating: "NOT ", count: 900))b\n" },
      "2:209: the expression is nested deeper than 50 levels. Make several lines of it."
    ),
    (
      Attack("1000 brackets") { "never: \(String(repeating: "[", count: 1000))" },
      "1:40: \(deepFile)"
    ),
    (
      Attack("1000 braces") { "never: \(String(repeating: "{a: ", count: 1000))" },
      "1:136: \(deepFile)"
    ),
    (
      Attack("1000 indentations") {
        (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
      },
      "33:33: \(deepFile)"
    ),
    (
      Attack("1000 dashes") { "never:\n  \(String(repeating: "- ", count: 1000))a" },
      "2:67: \(deepFile)"
    ),
    (
      Attack("1000 question marks") { "\(String(repeating: "? ", count: 1000))a" },
      "1:65: \(deepFile)"
    ),
  ])
  func whatIsTooDeepIsToldWithItsPlace(attack: Attack, expected: String) {
    let reading = Profile.read(text: attack.text(), path: "p")
    #expect(reading.diagnostics.first?.description == "p:\(expected)")
  }

  /// What looks deep and is not.
  @Test(arguments: [
    "about: |\n  ----------------------------------------\n  - - -\n",
    "about: >\n" + (0..<20).map { String(repeating: " ", count: $0 % 5 + 2) + "a\n" }.joined(),
  ])
  func whatIsNotDeepIsRead(text: String) {
    #expect(Profile.read(text: text + "keywords: {tea: 1}\n", path: "p").diagnostics.isEmpty)
  }

  /// A third of a megabyte with a mistake at every turn, most of them in one line.
  @Test(arguments: [
    Attack("mistakes in expressions") {
      "keywords: {" + (0..<20_000).map { "tea \($0) AND: 9" }.joined(separator: ", ") + "}"
    },
    Attack("mistakes in a list") {
      "never: [" + (0..<20_000).map { "tea \($0) AND" }.joined(separator: ", ") + "]"
    },
    Attack("mistakes in weights") {
      "keywords: {" + (0..<20_000).map { "a\($0): b" }.joined(separator: ", ") + "}"
    },
    Attack("mistakes in keys") { (0..<20_000).map { "keywrds\($0): 5\n" }.joined() },
    Attack("control characters") { String(repeating: "\u{0}", count: 300_000) },
    Attack("tabs") { String(repeating: "\t", count: 300_000) },
    Attack("signs of YAML") { String(repeating: "&a ", count: 100_000) },
    Attack("colons") { String(repeating: "a: ", count: 100_000) },
    Attack("lines") { String(repeating: "\n", count: 300_000) },
  ])
  func mistakesWithoutEndAreBounded(attack: Attack) {
    let reading = Profile.read(text: attack.text(), path: "p")
    #expect(reading.profile == nil)
    #expect((1...200).contains(reading.diagnostics.count))
  }
}

private let longKey =
  "this key has more than 1024 characters, and YAML takes no longer one. Make several lines of it."
private let deepFile =
  "the file is nested deeper than 32 levels. A profile needs three; check that this is the right file."

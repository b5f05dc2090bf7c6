import Foundation
import Profiles
import Support
import Testing

/// Profiles in every way that YAML allows to write them, by chance but the same each time: whatever the
/// reader accepts can be edited, and no comment is lost.
@Suite struct RandomProfileEditTests {
  @Test(arguments: 0..<10) func whatCanBeReadCanBeEdited(batch: UInt64) throws {
    for seed in batch * 20..<batch * 20 + 20 {
      var writer = ProfileWriter(random: SplitMix64(seed: seed &* 7919))
      let (text, keywords, never, other) = writer.profile()
      let bytes = Array(text.utf8)
      try #require(Profile.read(bytes: bytes, path: "p").profile != nil, "\(text)")
      for edit in [
        .set(keywords[0], weight: 4), .set(other, weight: 1.5), .never(other),
      ] as [ProfileEdit] {
        let edited = try Profile.edited(bytes, by: [edit], path: "p")
        #expect(comments(edited) == comments(bytes), "\(edit) in:\n\(text)")
      }
      if keywords.count > 1 {
        #expect(try Profile.edited(bytes, by: [.remove(keywords[0])], path: "p") != bytes)
      }
      if text.contains("never: ["), let first = never.first {
        #expect(try Profile.edited(bytes, by: [.remove(first)], path: "p") != bytes)
      }
    }
  }

  private func comments(_ bytes: [UInt8]) -> Int {
    String(decoding: bytes, as: UTF8.self).components(separatedBy: "# ").count
  }
}

/// Writes the same expressions in many ways.
private struct ProfileWriter {
  var random: SplitMix64

  private static let expressions = [
    "tea", "lever machine", "=Robot", "rösterei", "F#4", "it's", "title:(a b)", "a: b", "x #1",
    "\"dial in\" AND z", "repair*", "yes", "16:9", "茶 道", "a, b", "[c]", "{d} e",
    "grinder NEAR/8 espresso", "a?", "3- or", "half-and-half", "q\\r",
  ]

  mutating func profile() -> (text: String, keywords: [String], never: [String], other: String) {
    let shuffled = Self.expressions.shuffled(using: &random)
    let keywords = Array(shuffled.prefix(Int.random(in: 1...5, using: &random)))
    let never = Array(shuffled[5...].prefix(Int.random(in: 1...4, using: &random)))
    let isBlock = Bool.random(using: &random)
    let sections = [
      isBlock ? block(keywords) : flow(keywords), exclusions(never), "business: T\n", "# hi\n",
      "\n",
      "communities: {r/a: 1}\n", "competitors: [acme, \"z OR y\"] # theirs\n",
      "us:\n  names: [T]  # ours\n",
    ]
    var text = sections.shuffled(using: &random).joined()
    if chance(4) { text = text.replacingOccurrences(of: "\n", with: "\r\n") }
    if chance(4) { text = String(text.dropLast()) }
    if chance(8) { text = "\u{FEFF}" + text }
    return (text, keywords, never, shuffled[9])
  }

  private mutating func block(_ keywords: [String]) -> String {
    var text = "keywords:\(comment())\n"
    let indentation = String(repeating: " ", count: Int.random(in: 1...4, using: &random))
    for keyword in keywords {
      if chance(4) {
        text += one(of: "\n", "  # comment ?\n", "# at the start -\n", "      # deep,\n")
      }
      let weight = one(of: "5", "2.5", "'3'", "\"1\"", "!!int 4", "3.0")
      let key = written(keyword, inBrackets: false)
      text += indentation
      text += one(
        of: "\(key): \(weight)", "\(key): \(weight)", "\(key) :   \(weight)",
        "? \(key)\(comment())\n\(indentation): \(weight)",
        "\(key):\(comment())\n\(indentation)   \(weight)")
      text += comment() + "\n"
    }
    return text
  }

  private mutating func flow(_ keywords: [String]) -> String {
    var members: [String] = []
    for keyword in keywords {
      members.append("\(written(keyword, inBrackets: true)): \(one(of: "5", "2.5", "'3'"))")
    }
    return "keywords:\(one(of: "", "\n  ")) {\(inBrackets(members))}\(comment())\n"
  }

  private mutating func exclusions(_ never: [String]) -> String {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return ""
    case 1: return "never:\(comment())\n"
    case 2: return "never: \(written(never[0], inBrackets: false))\(comment())\n"
    case 3:
      let indentation = String(repeating: " ", count: Int.random(in: 0...3, using: &random))
      var text = "never:\(comment())\n"
      for expression in never {
        let item = written(expression, inBrackets: false)
        text += "\(indentation)-\(one(of: " ", "   ", "\n    "))\(item)\(comment())\n"
      }
      return text
    default:
      var members: [String] = []
      for expression in never { members.append(written(expression, inBrackets: true)) }
      return "never: [\(inBrackets(members))]\(comment())\n"
    }
  }

  private mutating func inBrackets(_ members: [String]) -> String {
    let commas = [", ", ",", " , ", ",\n   ", ", # c\n  ", "\n   , ", ",\n\n  "]
    let usual = chance(2) ? commas.randomElement(using: &random) : nil
    var text = one(of: "", " ", "\n  ", " # c\n  ")
    for (index, member) in members.enumerated() {
      if index > 0 { text += usual ?? commas.randomElement(using: &random) ?? "" }
      text += member
    }
    return text + one(of: "", " ", ",", ", ", "\n", "\n  ", " # e\n ", ",\n ")
  }

  /// The expression plain or in either quotes.
  private mutating func written(_ expression: String, inBrackets: Bool) -> String {
    let needsQuotes =
      expression.contains(": ") || expression.contains(" #")
      || "\"[{".contains(expression.prefix(1))
      || (inBrackets && expression.contains { ",[]{}:?".contains($0) })
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      let escaped = expression.replacingOccurrences(of: "\\", with: "\\\\")
        .replacingOccurrences(of: "\"", with: "\\\"")
      return "\"\(escaped)\""
    case 1: return "'\(expression.replacingOccurrences(of: "'", with: "''"))'"
    default:
      return needsQuotes
        ? "'\(expression.replacingOccurrences(of: "'", with: "''"))'" : expression
    }
  }

  private mutating func comment() -> String {
    one(of: "", "", "", " # note", "  # a, b: c ]}", "\t# t", "   ")
  }

  private mutating func one(of choices: String...) -> String {
    choices.randomElement(using: &random) ?? ""
  }

  private mutating func chance(_ times: Int) -> Bool {
    Int.random(in: 0..<times, using: &random) == 0
  }
}

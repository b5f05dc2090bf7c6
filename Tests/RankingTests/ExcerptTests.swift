import Conversations
import Testing

@testable import Ranking

@Suite struct ExcerptTests {
  private let filler = "This is one sentence of forty characters. "

  @Test(arguments: [
    ("", ""),
    ("Tea.", "Tea."),
    ("A line\nabout tea.\n\nAnd   more.", "about tea. And more."),
    ("Nothing here. Tea there! And on.", "Tea there! And on."),
  ])
  func takesTheSentenceOfTheHit(text: String, excerpt: String) throws {
    #expect(try self.excerpt(of: text) == excerpt)
  }

  @Test func endsWithAWholeSentenceWhereOneFits() throws {
    let text = "Here is tea. " + String(repeating: filler, count: 30)
    let excerpt = try excerpt(of: text)
    #expect(excerpt.hasPrefix("Here is tea. This is one"))
    #expect(excerpt.hasSuffix("forty characters."))
    #expect((120...240).contains(excerpt.count))
  }

  @Test func cutsLongSentencesBetweenWords() throws {
    let words = String(repeating: "word and ", count: 100)
    let excerpt = try excerpt(of: words + "tea " + words)
    #expect(excerpt.hasPrefix("…") && excerpt.hasSuffix("…"))
    #expect(excerpt.contains(" tea "))
    #expect(excerpt.count <= 240)
    #expect(
      excerpt.split(separator: " ").allSatisfy {
        ["word", "and", "tea"].contains($0.filter { $0 != "…" })
      })
  }

  @Test(arguments: ["茶", "👨‍👩‍👧", "é"])
  func neverCutsThroughACharacter(character: String) throws {
    let text =
      String(repeating: character, count: 500) + " tea "
      + String(
        repeating: character, count: 500)
    let excerpt = try excerpt(of: text)
    #expect(excerpt.contains("tea"))
    #expect(excerpt.count <= 240)
    #expect(!excerpt.contains("\u{FFFD}"))
  }

  @Test func showsTheBestHit() throws {
    let profile = try profile(keywords: [("cup", 1), ("tea", 5)])
    let ranked = Ranker(profile: profile, statistics: CollectionStatistics(), now: noon)
      .judge(conversation(title: "Tea", text: "A cup.", replies: [("No. Green tea!", "bob")]))
      .ranked
    #expect(ranked.excerpt == "Green tea!")
  }

  @Test func startsWithTheTextIfOnlyTheTitleFits() throws {
    let profile = try profile(keywords: [("tea", 5)])
    let ranked = Ranker(profile: profile, statistics: CollectionStatistics(), now: noon)
      .judge(conversation(title: "Tea", text: "What is best? I ask.")).ranked
    #expect(ranked.excerpt == "What is best? I ask.")
  }

  private func excerpt(of text: String) throws -> String {
    let profile = try profile(keywords: [("tea", 3), ("title", 1)])
    return Ranker(profile: profile, statistics: CollectionStatistics(), now: noon)
      .judge(conversation(title: "A title", text: text)).ranked.excerpt
  }
}

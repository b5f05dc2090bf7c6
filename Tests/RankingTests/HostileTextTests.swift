import Profiles
import Testing

@testable import Ranking

/// All of it comes from strangers: no text may crash the ranking or hold it up.
@Suite struct HostileTextTests {
  @Test(arguments: [
    ("one keyword", "tea ", 60_000), ("two in turns", "tea leaf ", 30_000),
    ("one after the other", "tea tea tea leaf ", 10_000), ("no spaces", "tea,leaf;", 30_000),
    ("endless word", "tea", 300_000), ("ideographs", "茶", 60_000),
    ("marks", "e\u{301}\u{302}", 40_000), ("controls", "\u{0}\u{1B}\u{202E}", 40_000),
  ])
  func isRanked(what: String, piece: String, times: Int) throws {
    let profile = try profile(
      keywords: [
        ("tea", 5), ("tea leaf", 4), ("tea NEAR/100 leaf", 3), ("te*", 2), ("茶", 1),
        ("tea AND leaf NOT mate", 1), ("(tea OR leaf) NEAR/3 (leaf OR tea)", 1),
      ], never: ["mate OR coffee"])
    let text = String(repeating: piece, count: times)
    let ranker = Ranker(profile: profile, statistics: CollectionStatistics(), now: noon)
    let ranked = ranker.judge(conversation(title: text, text: text)).ranked
    #expect((0...100).contains(ranked.score))
    #expect(ranked.excerpt.count <= 240)
  }

  @Test func aThreadOfManyRepliesIsRanked() throws {
    let replies = (0..<1000).map { ("Tea, says number \($0).", "author\($0)") }
    let ranker = Ranker(
      profile: try profile(keywords: [("tea", 5)]), statistics: CollectionStatistics(), now: noon)
    let ranked = ranker.judge(conversation(title: "Tea", replies: replies)).ranked
    #expect(ranked.reasons.map(\.because) == ["“tea” in the title and 1000 times in the replies"])
    #expect(ranked.score < 90)
  }
}

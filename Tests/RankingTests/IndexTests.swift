import Conversations
import Profiles
import Testing

@testable import Ranking

/// What is found by the index is what is found in the texts.
@Suite struct IndexTests {
  private static let expressions = [
    "espresso", "lever machine", "machines of lever", "=dial in", "=Dial", "=IT", "\"US\"", "us",
    "US",
    "IPA", "repair*", "espresso mach*", "caf*", "café", "grinder NEAR/3 espresso",
    "(grinder OR mill) NEAR/2 espresso", "apple AND (iphone OR macbook) NOT recipe",
    "title:(first setup)", "title:espresso", "in:r/coffee setup", "by:ann setup",
    "setup NOT by:bob", "コーヒー", "กาแฟ", "chef's knife", "=don't", "don't", "Straße", "C++", "c#",
    "node.js", "knife", "grinders", "naive", "setup", "a", "espresso espresso", "=cafe",
    "Maschine", "Mühle", "hebel maschine", "moulin", "кофемашина", "кофемолки", "odeur",
  ]

  private static let texts = [
    "", "!?", "Espresso!", "espressos for my grinder", "a lever machine, lever-machines of lever",
    "machines of levers", "dial in, Dial in; dialed in", "IT is it", "HELP US NOW PLEASE",
    "tell us",
    "in the US", "two IPAs and an ipa", "repairing a repair, disrepair", "Repairability",
    "espresso machinery espresso espresso espresso", "Cafétière café CAFÉ cafe cafe\u{301}",
    "grinder for my espresso or mill", "apple macbook", "apple iphone recipes", "apple tart",
    "My first setup", "first SETUP here", "美味しいコーヒー豆", "ヒーコー", "ร้านกาแฟสด",
    "chef\u{2019}s knives", "chef's knife", "don\u{2019}t don't dont DON'T", "STRASSE Straße",
    "C++11, C#!",
    "Node JS node.js", "nai\u{308}ve naïve", "ｅｓｐｒｅｓｓｏ", "BUY MY GRINDER NOW", "Buy GRINDER",
    String(repeating: "espresso lever machine ", count: 300), String(repeating: "x", count: 500),
    String(repeating: "x", count: 501) + " espresso", "\u{0}espresso\u{0}", "👨‍👩‍👧 espresso 👨‍👩‍👧",
    "Which espresso should I buy?", "My grinder won't start. Help?", "[Hiring] espresso taster",
    "> Quoted espresso?\n\nMy own espresso is leaking, any ideas?", "Buy at harbor.example now",
    "I am a bot. Espresso!", "Solved: the lever machine works",
    "Meine Maschine heizt nicht mehr, was kann ich da tun und wer kennt das, ist das die Mühle?",
  ]

  private static func everything(language: String) throws -> Profile {
    var profile = try profile(
      keywords: expressions.enumerated().map { ($0.element, Double($0.offset % 5) + 1) },
      never: ["apple tart", "by:bob mill", "title:recipe*"])
    profile.language = language
    profile.voices = [
      .init(about: "lever", query: try Query("lever"), say: "We know levers.", line: 200)
    ]
    profile.communities = [.init(community: "r/tea", factor: 0.5, line: 300)]
    profile.competitors = [
      .init(text: "node.js", query: try Query("node.js"), line: 301),
      .init(text: "tart NEAR/3 apple", query: try Query("tart NEAR/3 apple"), line: 302),
    ]
    profile.us = .init(
      names: ["Straße", "=Dial"], authors: ["tom"], sites: ["harbor.example"], line: 303)
    return profile
  }

  /// Conversations of one post and of several, with and without an opening, of all texts.
  private static func conversations() -> [Conversation] {
    var all: [Conversation] = []
    for (index, text) in texts.enumerated() {
      let other = texts[(index * 7 + 3) % texts.count]
      all.append(conversation(id: "a\(index)", title: other, text: text))
      all.append(
        conversation(
          id: "b\(index)", title: text, text: other, author: "u/Ann",
          replies: [(text, "Bob"), (other, "ann"), ("setup", "tom")],
          community: index % 2 == 0 ? "r/coffee" : "r/tea"))
      var replies = conversation(id: "c\(index)", title: "Re: \(text)", replies: [(other, "x")])
      replies.posts.removeFirst()
      all.append(replies)
    }
    return all
  }

  @Test(arguments: ["english", "german", "french", "klingon"])
  func findsWhatTheTextsHold(language: String) async throws {
    let profile = try Self.everything(language: language)
    try await Self.check(profile, Self.conversations(), size: 17)
  }

  /// A part of them, for the sake of time; the words of all businesses at once.
  @Test(.enabled(if: Recorded.folder != nil, "needs the folder shared beside the checkout"))
  func findsWhatRealTextsHold() async throws {
    let posts = try Recorded.posts().enumerated().filter { $0.offset % 20 == 0 }.map(\.element)
    let businesses = try Recorded.businesses()
    var profile = try #require(businesses.first).profile
    profile.keywords = try businesses.flatMap { try $0.profile.keywords }
    profile.never = try businesses.flatMap { try $0.profile.never }
    let conversations = posts.map { conversation(id: $0.id, title: $0.title, text: $0.body) }
    try await Self.check(profile, conversations, size: 300)
  }

  /// Each post of a conversation is indexed on its own; the verdict from there is that from the texts.
  static func check(
    _ profile: Profile, _ conversations: [Conversation], size: Int
  ) async throws {
    let posts = conversations.flatMap(\.posts)
    let collection = await Collection(
      posts.map { ($0.title, $0.text) }, language: profile.language, size: size)
    let ranker = Ranker(
      profile: profile, statistics: CollectionStatistics(),
      learned: LearnedWords(
        words: [.init(text: "grinder", rarity: 5, related: 1, skipped: 0.2)], mostTaken: 0.5),
      now: noon)
    let hits = collection.hits(of: ranker.search)
    var row = 0
    let rows = conversations.map { conversation in
      defer { row += conversation.posts.count }
      return Array(row..<row + conversation.posts.count)
    }
    let byText = await ranker.judge(conversations)
    let byIndex = zip(conversations, rows).map { ranker.judge($0, rows: $1, by: hits) }
    let owners = rows.enumerated().flatMap {
      Array(repeating: Int64($0.offset), count: $0.element.count)
    }
    let candidates = ranker.candidates(in: hits) { owners[$0] }
    for (index, (text, found)) in zip(byText, byIndex).enumerated() {
      var text = text
      text.ranked.excerpt = ""
      text.ranked.voices = []
      for reason in text.ranked.reasons.indices { text.ranked.reasons[reason].because = "" }
      #expect(text == found)
      if text.isShown { #expect(candidates.contains(Int64(index))) }
    }
    #expect(byText.contains { $0.isShown })

    let counter = CollectionCounter(profile: profile)
    let statistics = counter.statistics(of: collection.texts)
    #expect(statistics == counter.statistics(of: collection.hits(of: counter.search)))
  }

  @Test func codesPlaces() {
    let places = [
      Place(post: 0, inBody: false, position: 0), Place(post: 0, inBody: false, position: 5),
      Place(post: 0, inBody: true, position: 3), Place(post: 7, inBody: true, position: 1_000_000),
      Place(post: 70_000, inBody: false, position: 2),
    ]
    let (bytes, posts) = Postings.encode(places[...])
    #expect(posts == 3)
    #expect(bytes.withUnsafeBytes { Postings.decode($0, posts: 70_001) } == places)
    // Whatever a damaged file holds, no post is told that the segment does not have.
    #expect(bytes.withUnsafeBytes { Postings.decode($0, posts: 70_000) } == places.dropLast())
    for index in bytes.indices {
      for byte in [0, 1, 0x7F, 0x80, 0xFE, 0xFF] as [UInt8] {
        let damaged = bytes[..<index] + [byte] + bytes[(index + 1)...]
        for bytes in [Array(bytes[..<index]), Array(damaged)] {
          #expect(
            bytes.withUnsafeBytes { Postings.decode($0, posts: 8) }.allSatisfy { $0.post < 8 })
        }
      }
    }
  }

  @Test(arguments: [[], [0xFF], Array(repeating: 0xFF, count: 100), [200, 1, 1, 1]])
  func damagedPostsAreFewer(bytes: [UInt8]) {
    #expect(SegmentPosts(encoded: bytes).count < 100)
  }
}

import Conversations
import Profiles
import Testing

@testable import Ranking

/// What an expression finds, and what it does not.
@Suite struct MatchingTests {
  @Test(arguments: [
    // Whole words in all their forms.
    ("espresso", "Espresso!", true),
    ("espresso", "espressos", true),
    ("roasting", "I roast, she roasted, he roasts", true),
    ("ai", "email", false),
    ("ai", "AI", true),
    ("AI", "ai", true),
    ("café", "cafe", true),
    ("cafe", "CAFÉ", true),
    ("knife", "knives", true),
    ("Straße", "STRASSE", true),
    ("naive", "nai\u{308}ve", true),
    ("espresso", "ｅｓｐｒｅｓｓｏ", true),
    // Acronyms.
    ("DOS", "do", false),
    ("do", "DOS", false),
    ("DOS", "dos", true),
    ("AWS", "aws", true),
    ("aws", "AWS", true),
    ("IPA", "two IPAs", true),
    ("US", "tell us", false),
    ("US", "in the US", true),
    ("us", "in the US", false),
    ("us", "tell us", true),
    ("IT", "IT", true),
    ("US", "HELP US NOW PLEASE", false),
    ("grinder", "GRINDER", true),
    ("grinders", "MY GRINDER IS BROKEN", true),
    ("grinders", "Buy GRINDER", true),
    // Phrases.
    ("lever machine", "a lever machine", true),
    ("lever machine", "lever machines", true),
    ("lever machine", "lever-machine", true),
    ("lever machine", "lever, machine", true),
    ("lever machine", "machine lever", false),
    ("lever machine", "lever espresso machine", false),
    ("node.js", "node.js", true),
    ("node.js", "Node JS", true),
    ("C++", "C++", true),
    ("C++", "c", false),
    ("c", "C++", false),
    ("c#", "C#!", true),
    ("C++", "C++11", true),
    ("a#", "a#b", true),
    ("chef's knife", "chef\u{2019}s knives", true),
    ("コーヒー", "美味しいコーヒー豆", true),
    ("コーヒー", "ヒーコー", false),
    ("กาแฟ", "ร้านกาแฟสด", true),
    // These very words.
    ("=dial in", "dial in", true),
    ("=dial in", "dialed in", false),
    ("=dial in", "Dial in", false),
    ("\"dial in\"", "dials in", false),
    ("=Apple", "apple", false),
    ("=café", "cafe", false),
    ("=cafe\u{301}", "café", true),
    ("=don't", "don\u{2019}t", true),
    // Any ending.
    ("repair*", "repairing", true),
    ("repair*", "Repairability", true),
    ("repair*", "repair", true),
    ("repair*", "disrepair", false),
    ("espresso mach*", "espresso machinery", true),
    ("caf*", "Cafétière", true),
    // Both within so many words.
    ("grinder NEAR/3 espresso", "grinder for my espresso", true),
    ("grinder NEAR/2 espresso", "grinder for my espresso", false),
    ("grinder NEAR/3 espresso", "espresso is my grinder", true),
    ("grinder NEAR/1 grinder", "grinder", false),
    ("grinder NEAR/1 grinder", "grinder grinder", true),
    ("(grinder OR mill) NEAR/2 espresso", "espresso or mill", true),
    ("lever machine NEAR/2 steam", "steam from lever machine", true),
    ("a1 NEAR/2 b1 NEAR/2 c1", "a1 b1 x c1", true),
    ("a1 NEAR/2 b1 NEAR/2 c1", "a1 b1 x x c1", false),
    // And, or, not.
    ("apple AND iphone", "apple", false),
    ("apple AND iphone", "iphone by apple", true),
    ("apple OR iphone", "iphone", true),
    ("apple NOT pie", "apple", true),
    ("apple NOT pie", "apple pie", false),
    ("apple AND (iphone OR macbook) NOT recipe", "apple macbook", true),
    ("apple AND (iphone OR macbook) NOT recipe", "apple iphone recipes", false),
    ("apple NOT (pie OR tart)", "apple tart", false),
    ("rock and roll", "rock and roll", true),
    ("rock and roll", "rock, roll", false),
  ])
  func finds(expression: String, text: String, isFound: Bool) throws {
    #expect(try holds(expression, conversation(text: text)) == isFound)
    #expect(try holds(expression, conversation(title: text)) == isFound)
  }

  @Test(arguments: [
    ("title:setup", true), ("title:espresso", false), ("title:(first setup)", true),
    ("title:(setup OR espresso)", true), ("setup AND espresso", true),
    ("title:setup AND espresso", true), ("title:(setup AND espresso)", false),
    ("first NEAR/20 espresso", false),
    ("in:r/coffee setup", true), ("in:R/Coffee setup", true), ("in:/r/coffee setup", true),
    ("in:r/tea setup", false), ("setup NOT in:r/coffee", false),
    ("by:ann setup", true), ("by:u/Ann setup", true), ("by:@bob setup", true),
    ("by:tom setup", false), ("burr", true), ("espresso AND burr", true),
  ])
  func looksWhereItIsTold(expression: String, isFound: Bool) throws {
    let conversation = conversation(
      title: "My first setup", text: "An espresso machine.", author: "/u/ann",
      replies: [("Change the burr.", "Bob")])
    #expect(try holds(expression, conversation) == isFound)
  }

  private func holds(_ expression: String, _ conversation: Conversation) throws -> Bool {
    let profile = try profile(keywords: [(expression, 3)])
    return Ranker(profile: profile, statistics: CollectionStatistics(), now: noon)
      .judge(conversation).ranked.reasons.contains { $0.signal == "keyword" }
  }
}

@Suite struct LanguageTests {
  @Test(arguments: [
    ("german", "Kaffeemaschine", "Kaffeemaschinen", true),
    ("german", "Mühle", "MÜHLEN", true),
    ("english", "Kaffeebohne", "Kaffeebohnen", false),
    ("french", "moulin", "l'odeur des moulins", true),
    ("russian", "кофемашина", "кофемашины", true),
    ("klingon", "word", "words", false),
  ])
  func knowsWordForms(language: String, keyword: String, text: String, isFound: Bool) throws {
    var profile = try profile(keywords: [(keyword, 3)])
    profile.language = language
    let ranker = Ranker(profile: profile, statistics: CollectionStatistics(), now: noon)
    #expect(ranker.judge(conversation(text: text)).isShown == isFound)
  }
}

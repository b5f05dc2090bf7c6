import Profiles
import Testing

@testable import Ranking

@Suite struct LanguageDetectorTests {
  @Test(arguments: [
    ("english", "", "english"),
    ("english", "Espresso", "english"),
    // Too short to tell.
    ("english", "Ich habe die Mühle nicht", "english"),
    ("english", "Ich habe die Mühle nicht, aber der Kaffee ist gut und sie auch", "german"),
    ("german", "I have the grinder but the coffee is not that good and it leaks", "english"),
    (
      "english", "Je cherche un moulin pour mon café, mais ce n'est pas facile de choisir", "french"
    ),
    (
      "english", "No sé qué molinillo comprar para mi café, pero me gusta el que tiene Ana",
      "spanish"
    ),
    ("english", "Non so quale macinino comprare per il mio caffè, ma mi piace il suo", "italian"),
    (
      "english", "Ik weet niet welke molen ik moet kopen voor mijn koffie, maar het is leuk",
      "dutch"
    ),
    (
      "english", "Não sei qual moedor comprar para o meu café, mas eu gosto do que ela tem",
      "portuguese"
    ),
    ("english", "Jag vet inte vilken kvarn jag ska köpa, men det är en som är bra", "swedish"),
    (
      "english", "У меня новая кофемашина, но я не знаю, что с ней делать и как она работает",
      "russian"
    ),
    (
      "english", "Δεν ξέρω ποιον μύλο να πάρω για τον καφέ μου, αλλά μου αρέσει αυτό το πράγμα",
      "greek"
    ),
    (
      "english",
      "Bir kahve makinesi almak istiyorum ama ne kadar iyi olduğunu bilmiyorum ve çok pahalı",
      "turkish"
    ),
    // Names and numbers are no language.
    (
      "english", "La Pavoni Europiccola, Gaggia Classic Pro, Rancilio Silvia, Lelit Mara X 2024",
      "english"
    ),
    (
      "english", "La Marzocco de la Rancilio: what do you make of it, and is it worth the price?",
      "english"
    ),
    // Two languages in one post: the usual one.
    (
      "english", "Was ist das? What is that thing, and do you know where it is from? Ich nicht.",
      "english"
    ),
    ("klingon", "I have the grinder but the coffee is not that good and it leaks", "english"),
    ("english", "全自動のコーヒーメーカーを買いました。とても美味しいです。", "english"),
  ])
  func tells(usual: String, text: String, language: String) {
    var tokenizer = PostTokenizer(words: ProfileWords(language: usual))
    var tokens = PostTokenizer.Tokens()
    tokenizer.read(title: "", body: text, into: &tokens)
    #expect(tokens.language == language)
    tokenizer.read(title: text, body: "", into: &tokens)
    #expect(tokens.language == language)
  }

  /// A word of the profile is found in the forms of the post's own language.
  @Test(arguments: [
    ("Kaffeemaschine", "Ich suche zwei Kaffeemaschinen, die nicht so laut sind und auch gut", true),
    ("Kaffeemaschine", "Kaffeemaschinen", false),
    ("moulin", "Je cherche l'odeur des moulins et du café, mais ce n'est pas pour moi", true),
    ("odeur", "Je cherche l'odeur des moulins et du café, mais ce n'est pas pour moi", true),
    ("machines", "I have a machine and it is the best that you can get for this", true),
  ])
  func findsForms(keyword: String, text: String, isFound: Bool) throws {
    let ranker = Ranker(
      profile: try profile(keywords: [(keyword, 3)]), statistics: CollectionStatistics(), now: noon)
    #expect(ranker.judge(conversation(text: text)).isShown == isFound)
  }

  @Test func everyFunctionWordIsALowerCaseWordOfOneOrMoreLanguages() {
    // Each language has a bit.
    #expect(FunctionWords.languages.count <= 32)
    for (language, list) in FunctionWords.lists {
      for word in list.split(separator: " ").map(String.init) {
        #expect(word == word.lowercased(), "\(language): \(word)")
        #expect(Tokenizer.words(of: word, language: language) == [word], "\(language): \(word)")
      }
    }
    #expect(FunctionWords.languages(of: "und").nonzeroBitCount == 1)
    #expect(FunctionWords.languages(of: "de").nonzeroBitCount > 3)
    #expect(FunctionWords.languages(of: "espresso") == 0)
  }
}

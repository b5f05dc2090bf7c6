import Testing

@testable import Ranking

/// What sentences tell, in a title and in a text.
@Suite struct CueTests {
  private func cues(_ text: String, _ language: String = "english") -> Cues {
    var reader = TextCues(language: language)
    return reader.cues(title: text, body: "").title
  }

  private func body(_ text: String) -> Cues {
    var reader = TextCues(language: "english")
    return reader.cues(title: "", body: text).body
  }

  @Test(arguments: [
    "Which grinder should I get?", "How do I clean this?", "Does anyone know a good plumber",
    "Anyone else have this?", "Need advice on my first setup", "Is it safe to eat?",
    "I was wondering if lever machines need descaling", "Can someone explain extraction?",
    "What’s the best way to store beans?", "Best grinder under 300? My budget is tight",
    "Any tips?", "I can't figure out why it does that", "コーヒーが好きですか？",
  ])
  func asksQuestions(title: String) { #expect(cues(title).contains(.question)) }

  @Test(arguments: [
    "Ever wondered how espresso works?", "Did you know that coffee is a fruit?", "Guess what?",
    "Tired of bad coffee? We built a lever machine", "Nice, right?",
    "My first lever machine", "A question of taste", "https://example.com/what?", "",
    "Show HN: is this the best grinder?", "“Are you sure?” he asked and left",
    "Introducing our new roast: who wants some?",
  ])
  func asksNothing(title: String) { #expect(!cues(title).contains(.question)) }

  /// A headline asks what its article answers.
  @Test func headlinesAskNobody() {
    var reader = TextCues(language: "english")
    func cues(_ title: String, _ body: String) -> Cues {
      reader.cues(title: title, body: body).title
    }
    let headline = "Was the first espresso Italian?"
    #expect(!cues(headline, "The history of the drink goes back to Turin.").contains(.question))
    #expect(cues(headline, "My father says so, and the book does not.").contains(.question))
  }

  @Test(arguments: [
    "I bought it. Where do you get yours?", "My machine is old. Is it worth it?",
    "Hello all,\n\nI have a question: which beans do you like?\n\nThanks",
  ])
  func asksInTheText(text: String) { #expect(body(text).contains(.question)) }

  @Test(arguments: [
    "> Which beans do you like?\n\nI like all of them.",
    "See https://example.com/a?b=c for my beans",
    "My code:\n\n    let x = y ? 1 : 2\n\nand that is all of it.",
    "I wrote `a ? b : c` and it works.", "She said \"are you mad?\" and I left.",
    "What is espresso? Espresso is a drink of pressed coffee.",
  ])
  func asksNothingInTheText(text: String) { #expect(!body(text).contains(.question)) }

  /// In a long story a question in its middle is part of the story.
  @Test func readsTheEdgesOfLongTexts() {
    let story = String(repeating: "I went on and on about it. ", count: 60)
    #expect(body("What would you do? " + story).contains(.question))
    #expect(body(story + "What would you do?").contains(.question))
    #expect(!body(story + "What would you do? " + story).contains(.question))
  }

  @Test(arguments: [
    "Looking for a grinder", "What would you buy?", "Any alternatives to Nespresso?",
    "Niche vs DF64", "Is the Robot worth it?", "Should I buy used?", "Grinder recommendations?",
    "What grinder do you use?", "Torn between two machines", "Where can I buy beans?",
    "Has anyone tried the new roaster?", "In the market for a new car",
  ])
  func looksForRecommendations(title: String) {
    #expect(cues(title).contains(.recommendation))
  }

  @Test(arguments: [
    "I can recommend a good roaster", "We are looking for a barista", "Highly recommend this one",
    "The best day of my life", "An alternative to direct access is sequential access",
    "You are looking for trouble", "Our review of the week", "Which one should you buy?",
    "Looking for the best beans?",
  ])
  func looksForNothing(title: String) { #expect(!cues(title).contains(.recommendation)) }

  @Test(arguments: [
    "My machine won’t start", "Wont turn on after descaling", "Group head leaking water",
    "It stopped working yesterday", "How do I fix a stripped screw?", "Pump no longer works",
    "My grinder is broken", "Trouble with my boiler", "What's wrong with my plant?",
    "Error code 42", "Keeps tripping the breaker", "Can't get it to work",
  ])
  func tellsOfProblems(title: String) { #expect(cues(title).contains(.problem)) }

  @Test(arguments: [
    "No problem at all", "Ten years without any problems", "Problem solved",
    "If it ain't broke, don't fix it", "Works like a charm", "How I fixed my grinder",
    "Never had any issues with it", "Fried rice for dinner",
  ])
  func tellsOfNone(title: String) { #expect(!cues(title).contains(.problem)) }

  /// “Broken”, “noise” or “help” stand in any text: it takes two, and somebody whose they are.
  @Test(arguments: [
    "Unfortunately it went on. I am afraid of the noise.",
    "My pump squeals. It is a nightmare.", "I hate that. There is an odor.",
  ])
  func tellsOfTrouble(text: String) { #expect(body(text).contains(.problem)) }

  @Test(arguments: [
    "Unfortunately the mayor was late.", "I bought a noisy, rusty one for its parts.",
    "Unfortunately the noise went on. Residents complain of the odor.",
    "The hospital had trouble with its boilers. Forty patients were moved.",
    "I was there early. The coffee was cheap. The guests left. Sadly, prices went up. It is a mess.",
  ])
  func tellsOfNoTroubleOfTheirOwn(text: String) { #expect(!body(text).contains(.problem)) }

  @Test(arguments: [
    "[SOLVED] My machine won't start", "Solved: it was the gasket", "Problem solved",
    "Update: fixed, it was the fuse",
  ])
  func isSolved(title: String) { #expect(cues(title).contains(.solved)) }

  @Test(arguments: ["How can this be solved?", "Not solved yet", "I still can't get it fixed"])
  func isNotSolved(title: String) { #expect(!cues(title).contains(.solved)) }

  @Test(arguments: [
    "[Hiring] Barista in Rotterdam", "[H] Lever machine [W] PayPal", "We're hiring!",
    "Spring giveaway", "Use code LEVER10", "[WTS] Grinder", "For immediate release",
    "La Pavoni for sale",
  ])
  func advertises(title: String) { #expect(cues(title).contains(.advert)) }

  @Test(arguments: [
    "Is it for sale anywhere?", "My code does not compile", "I left a full time job",
    "Error code 42 on my machine", "Hiring an electrician: what to ask?",
    "Any discount codes around?", "How to apply sealant by hand", "The new release is out",
  ])
  func advertisesNothing(title: String) { #expect(!cues(title).contains(.advert)) }

  /// One such phrase stands in any text.
  @Test func advertsInTextsSayItTwice() {
    #expect(!body("I bought mine with free shipping on a Monday.").contains(.advert))
    #expect(body("Free shipping on all orders. Use code TEN at the till.").contains(.advert))
  }

  /// Who sells or hires asks for buyers and for hands.
  @Test func advertsAskNobody() {
    #expect(cues("[Hiring] Do you know how to pull a shot? Any ideas?") == .advert)
    #expect(body("Are you up for it? Apply now. Send us your CV.") == .advert)
  }

  @Test func knowsPrograms() {
    #expect(body("I am a bot, and this action was performed automatically.").contains(.bot))
    #expect(!body("I bought a bot that vacuums.").contains(.bot))
  }

  @Test(
    arguments: [
      ("german", "Welche Mühle soll ich kaufen?", [.question, .recommendation]),
      ("german", "Suche eine gute Kaffeemühle", .recommendation),
      ("german", "Maschine heizt nicht mehr", .problem),
      ("german", "Wussten Sie, dass Kaffee eine Frucht ist?", []),
      ("german", "Seit Jahren keine Probleme", []),
      ("german", "Wir suchen Verstärkung für unser Team", .advert),
      ("dutch", "Welke molen raden jullie aan?", [.question, .recommendation]),
      ("dutch", "Op zoek naar een espressomachine", .recommendation),
      ("dutch", "Mijn machine lekt", .problem),
      ("dutch", "Wist je dat koffie een vrucht is?", []),
      ("dutch", "Al jaren geen problemen", []),
      ("dutch", "Molen te koop", .advert),
      ("french", "Quel moulin choisir ?", [.question, .recommendation]),
      ("french", "Je cherche un moulin", .recommendation),
      ("french", "Ma machine ne chauffe plus", .problem),
      ("french", "Saviez-vous que le café est un fruit ?", []),
      ("french", "Dix ans sans problème", []),
      ("french", "Moulin à vendre", .advert),
      ("spanish", "¿Qué molinillo me recomiendan?", [.question, .recommendation]),
      ("spanish", "Busco un molinillo", .recommendation),
      ("spanish", "Mi cafetera no funciona", .problem),
      ("spanish", "¿Sabías que el café es una fruta?", []),
      ("spanish", "Diez años sin problemas", []),
      ("spanish", "Se vende molinillo", .advert),
    ] as [(String, String, Cues)])
  func knowsLanguages(language: String, title: String, expected: Cues) {
    #expect(cues(title, language) == expected)
  }

  /// Each post in its own language, whatever that of the profile.
  @Test func readsPostsInTheirLanguage() {
    var reader = TextCues(language: "english")
    let cues = reader.cues(
      title: "Maschine heizt nicht mehr",
      body: "Ich habe die Maschine seit einem Jahr und sie ist nicht mehr warm, was kann ich tun?")
    #expect(cues.title.contains(.problem))
    #expect(cues.body.contains(.question))
  }

  /// An automaton without a phrase would be a list that is misspelt.
  @Test func everyLineIsAPhrase() {
    for list in CueList.all {
      let automaton = CueAutomaton(list)
      #expect(automaton.nodes.count > 100, "\(list.language)")
      let dead = automaton.nodes.dropFirst().filter { $0.ends.isEmpty && $0.edges.isEmpty }
      #expect(dead.isEmpty, "\(list.language)")
    }
  }

  @Test func hostileTextsAreReadInTime() {
    for text in [
      String(repeating: "is it ", count: 50_000), String(repeating: "?", count: 100_000),
      String(repeating: "> `", count: 50_000), String(repeating: "how do i _ fix ", count: 20_000),
      String(repeating: "x", count: 100_000), "\u{0}?\u{0}",
      String(repeating: "vs ", count: 50_000),
    ] { _ = body(text) }
  }
}

import Conversations
import Profiles
import Testing

@Suite struct ProfileReadingTests {
  @Test func readsEverySection() throws {
    let reading = Profile.read(text: harborAndBean, path: "profile.yaml")
    #expect(reading.diagnostics.isEmpty)
    let profile = try #require(reading.profile)
    #expect(profile.path == "profile.yaml")
    #expect(profile.business == "Harbor & Bean")
    #expect(profile.about == "Small-batch roaster in Rotterdam; we rebuild lever machines.")
    #expect(profile.language == "english")
    #expect(
      profile.keywords.map { "\($0.line) \($0.weight) \($0.text)" } == [
        "5 5.0 lever machine", "6 2.5 =dial in", "7 2.0 grinder NEAR/8 espresso",
        "8 1.0 apple AND (iphone OR macbook) NOT recipe", "9 1.0 repair*",
        "10 2.0 title:(first setup)", "11 3.0 \"double quoted\"", "12 4.0 C#",
      ])
    #expect(
      profile.never.map { "\($0.line) \($0.text)" } == [
        "13 nespresso", "13 giveaway", "13 =hiring",
      ])
    #expect(
      profile.communities == [
        .init(community: "r/espresso", factor: 1.5, line: 14),
        .init(community: "r/all", factor: 0.3, line: 14),
      ])
    #expect(profile.trust(in: "R/Espresso")?.factor == 1.5)
    #expect(profile.trust(in: "r/tea") == nil)
    #expect(
      profile.voices == [
        .init(
          about: "lever machine OR gasket", query: try Query("lever machine OR gasket"),
          say: "We have rebuilt 200 levers; offer the gasket size chart.", line: 16)
      ])
    #expect(
      profile.us
        == .init(
          names: ["Harbor & Bean"], authors: ["harborbean", "u/annika_roasts"],
          sites: ["harborbean.example"], line: 19))
    #expect(
      profile.competitors == [
        .init(text: "acme OR zenith", query: try Query("acme OR zenith"), line: 18),
        .init(text: "=Robot", query: try Query("=Robot"), line: 18),
      ])
  }

  @Test(arguments: [
    ("a byte order mark", "\u{FEFF}keywords:\n  tea: 1\n"),
    ("CRLF", "keywords:\r\n  tea: 1\r\n"),
    ("lone CR", "keywords:\r  tea: 1\r"),
    ("no final newline", "keywords: {tea: 1}"),
    ("fifteen bytes", "keywords: {a: 1}"),
    ("a document start", "---\nkeywords:\n  tea: 1\n...\n"),
    ("a list of one without brackets", "keywords: {tea: 1}\nnever: coffee\n"),
    ("empty sections", "keywords: {tea: 1}\nnever:\nvoices:\nus:\ncommunities:\nabout:\n"),
    ("a language by its code", "language: de\nkeywords: {tea: 1}\n"),
  ])
  func accepts(what: String, text: String) {
    let reading = Profile.read(text: text, path: "p.yaml")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.profile?.keywords.count == 1)
  }

  @Test func readsALanguageByItsCode() {
    let text = "language: de\nkeywords: {Kaffee: 1}\n"
    #expect(Profile.read(text: text, path: "p.yaml").profile?.language == "german")
  }

  @Test func warnsOfAKeywordThatIsNeverShown() {
    let text = "keywords: {tea: 1, mate: 2}\nnever: [coffee, mate]\n"
    let reading = Profile.read(text: text, path: "p.yaml")
    #expect(reading.profile?.keywords.count == 2)
    #expect(
      reading.diagnostics.map(\.description) == [
        "p.yaml:2:1: warning: “mate” hides all conversations about the keyword in line 1. "
          + "Keep one of them."
      ])
  }

  @Test(arguments: ["r/espresso", "/r/Espresso", "R/ESPRESSO"])
  func findsTrustByThePlainName(name: String) {
    let profile = Profile(communities: [.init(community: "/r/Espresso", factor: 2, line: 3)])
    #expect(profile.trust(in: name)?.factor == 2)
  }

  @Test func textsFromTheFileCarryNoControlOrBidirectionalCharacters() {
    let text = "business: \"a\\u202Eb\\u001Bc\"\nkeywords: {tea: 1}\n"
    #expect(
      Profile.read(text: text, path: "p.yaml").profile?.business == "a\u{FFFD}b\u{FFFD}c")
  }
}

private let harborAndBean = """
  business: Harbor & Bean
  about: Small-batch roaster in Rotterdam;
    we rebuild lever machines.
  keywords:            # what we love to talk about
    lever machine: 5
    =dial in: 2.5
    grinder NEAR/8 espresso: 2
    apple AND (iphone OR macbook) NOT recipe: 1
    repair*: 1
    title:(first setup): 2
    '"double quoted"': 3
    C#: 4
  never: [nespresso, giveaway, =hiring]
  communities: { r/espresso: 1.5, r/all: 0.3 }
  voices:
    - about: lever machine OR gasket
      say: We have rebuilt 200 levers; offer the gasket size chart.
  competitors: [acme OR zenith, =Robot]
  us: { names: [Harbor & Bean], authors: [harborbean, u/annika_roasts], sites: [harborbean.example] }
  """

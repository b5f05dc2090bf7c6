import Conversations
import Foundation
import Profiles
import Testing

@testable import Ranking

@Suite struct SuggestionFinderTests {
  private func decided(
    _ texts: [(String, ConversationState)]
  ) -> DecidedConversations {
    DecidedConversations(
      texts.enumerated().map { number, text in
        .init(
          conversation: conversation(id: "d\(number)", title: "No \(number)", text: text.0),
          state: text.1, decided: noon.addingTimeInterval(Double(number)))
      })
  }

  private func suggestions(
    _ profile: Profile, _ texts: [(String, ConversationState)], others: [String] = []
  ) -> [Suggestion] {
    var finder = SuggestionFinder(profile: profile, decided: decided(texts))
    for text in others + Array(repeating: "The weather of the harbour", count: 40) {
      finder.count(conversation(text: text))
    }
    return finder.suggestions(most: 10).map(\.suggestion)
  }

  private let joins: [(String, ConversationState)] = [
    ("My bottomless portafilter sprays everywhere", .joined),
    ("Which bottomless portafilter, please?", .saved),
    ("Bottomless portafilters, yes or no", .joined),
  ]

  @Test func aPhraseOfTheJoinedBecomesAKeyword() throws {
    let found = suggestions(
      try profile(keywords: [("tea", 3)]), joins, others: ["A bottomless portafilter"])
    let first = try #require(found.first)
    #expect(found.count == 1)
    #expect(first.expression == "bottomless portafilter")
    #expect(first.change == .add(weight: 2))
    #expect((first.liked, first.skipped, first.others) == (3, 0, 1))
    #expect(first.examples == ["No 0", "No 1"])
    #expect(first.evidence > 10.8)
    #expect(first.gain == nil)
  }

  @Test func wordsOfTheProfileOfItsOwnNameAndOfEveryDayAreLeftOut() throws {
    var known = try profile(keywords: [("bottomless OR portafilter", 3)])
    #expect(suggestions(known, joins).isEmpty)
    known = try profile(keywords: [("tea", 3)])
    known.us.names = ["Bottomless & Sons"]
    #expect(suggestions(known, joins).map(\.expression) == ["portafilter"])
    let chatter = (0..<4).map { _ in ("I really would like something like that", joins[0].1) }
    #expect(suggestions(known, chatter).isEmpty)
  }

  @Test func aKeywordBesideAWordThatStandsEverywhereIsNotNew() throws {
    let texts = (0..<4).map { _ in ("A tea harbour", ConversationState.joined) }
    #expect(suggestions(try profile(keywords: [("tea", 3)]), texts).isEmpty)
    #expect(
      suggestions(try profile(keywords: [("pot", 3)]), texts).map(\.expression)
        == ["tea harbour"])
  }

  @Test func whatOneConversationSaysOftenIsNoEvidence() throws {
    let texts = [("Portafilter, portafilter, portafilter", ConversationState.joined)]
    #expect(suggestions(try profile(keywords: [("tea", 3)]), texts).isEmpty)
    // Nor is the same thing in three rooms.
    let copies = DecidedConversations(
      (0..<3).map {
        .init(
          conversation: conversation(id: "d\($0)", title: "A portafilter"), state: .joined,
          decided: noon)
      })
    #expect(copies.all.count == 1)
  }

  @Test func neverIsForWhatOnlyTheSkippedSay() throws {
    let skipped = (0..<4).map { ("A capsule subscription \($0)", ConversationState.skipped) }
    let profile = try profile(keywords: [("tea", 3)])
    let found = suggestions(profile, joins + skipped)
    let hidden = found.filter { $0.change == .hide }
    #expect(hidden.map(\.expression) == ["capsule subscription"])
    #expect((hidden[0].liked, hidden[0].skipped) == (0, 4))
    // One that somebody joined must not be hidden.
    let joined = suggestions(profile, skipped + [("A capsule subscription", .joined)])
    #expect(!joined.contains { $0.change == .hide && $0.expression.contains("capsule") })
  }

  @Test func phrasesDoNotReachOverAComma() throws {
    let texts = (0..<4).map { _ in ("It is bottomless, portafilter", ConversationState.joined) }
    let found = suggestions(try profile(keywords: [("tea", 3)]), texts).map(\.expression)
    #expect(found.sorted() == ["bottomless", "portafilter"])
  }

  @Test func decisionsAreHeldBackInTheirOrder() {
    let texts = (0..<10).map { number -> (String, ConversationState) in
      ("Text \(number)", number < 7 ? .joined : .skipped)
    }
    let decided = decided(texts)
    #expect(decided.earlier == 7)
    #expect(decided.later.map(\.conversation.id.text) == ["d5", "d6", "d9"])
    // Four joins are too few to hold any back.
    #expect(self.decided(Array(texts[3...])).later.isEmpty)
  }
}

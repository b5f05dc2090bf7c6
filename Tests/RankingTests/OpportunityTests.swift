import Conversations
import Foundation
import Profiles
import Testing

@testable import Ranking

/// The signals of opportunity: one conversation that has each, and one that has not.
@Suite struct OpportunityTests {
  private let tea: Profile

  init() throws {
    var tea = try profile(keywords: [("tea", 5)])
    tea.us = .init(
      names: ["Harbor & Bean"], authors: ["u/Annika", "@bean"], sites: ["harbor.example/blog"],
      line: 40)
    tea.competitors = [
      .init(text: "Nespresso OR Illy", query: try Query("Nespresso OR Illy"), line: 50)
    ]
    self.tea = tea
  }

  private func verdict(
    _ conversation: Conversation, clocks: [String: Clock] = [:]
  ) -> Verdict {
    Ranker(profile: tea, statistics: CollectionStatistics(), clocks: clocks, now: noon)
      .judge(conversation)
  }

  private func reason(
    _ signal: String, _ conversation: Conversation, clocks: [String: Clock] = [:]
  ) -> Reason? {
    verdict(conversation, clocks: clocks).ranked.reasons.first { $0.signal == signal }
  }

  @Test func questions() {
    #expect(
      reason("question", conversation(title: "Which tea?"))?.because
        == "asks a question in the title")
    #expect(
      reason("question", conversation(title: "Tea", text: "I wonder. Which do you like?"))?.because
        == "asks a question in the text")
    #expect(reason("question", conversation(title: "Tea", text: "I like it.")) == nil)
    // What a reply asks is not what the thread asks.
    #expect(reason("question", conversation(title: "Tea", replies: [("Which one?", "x")])) == nil)
  }

  @Test func recommendations() {
    #expect(
      reason("recommendation", conversation(title: "Looking for an alternative to tea"))?.because
        == "looks for a recommendation: “Looking for an alternative to tea”")
    #expect(reason("recommendation", conversation(title: "My tea")) == nil)
  }

  @Test func problems() {
    #expect(
      reason("problem", conversation(title: "Tea", text: "My pot is leaking."))?.because
        == "tells of a problem: “My pot is leaking”")
    #expect(reason("problem", conversation(title: "Tea", text: "No problem.")) == nil)
  }

  @Test func whatIsSolvedAsksNoLonger() {
    let asked = conversation(title: "My tea pot is leaking", author: "ann")
    #expect(reason("problem", asked) != nil)
    let solved = conversation(
      title: "My tea pot is leaking", author: "ann", replies: [("That worked, thanks!", "ann")])
    #expect(reason("problem", solved) == nil)
    let doubted = conversation(
      title: "My tea pot is leaking", author: "ann", replies: [("That worked for me", "bob")])
    #expect(reason("problem", doubted) != nil)
  }

  private func thread(replies: Int?, hours: Double, title: String = "Which tea?") -> Conversation {
    var thread = conversation(title: title, age: hours * 3600)
    thread.replies = replies
    return thread
  }

  @Test(
    arguments: [
      (0, 5, "no replies after 5 hours"), (0, 0.5, nil), (1, 5, "one reply after 5 hours"),
      (2, 48, "two replies after 2 days"), (1, 2, nil), (3, 5, nil), (0, 24 * 40, nil),
      (nil, 5, nil),
    ] as [(Int?, Double, String?)])
  func unanswered(replies: Int?, hours: Double, words: String?) {
    #expect(reason("unanswered", thread(replies: replies, hours: hours))?.because == words)
  }

  @Test func whereNothingIsAskedNoAnswerIsMissing() throws {
    let asked = try #require(reason("unanswered", thread(replies: 0, hours: 48)))
    let told = try #require(reason("unanswered", thread(replies: 0, hours: 48, title: "Tea")))
    #expect(told.points < asked.points)
  }

  @Test func joinable() throws {
    let clocks = ["r/coffee": Clock(half: 3600 * 3, most: 3600 * 9)]
    let fresh = try #require(reason("joinable", thread(replies: 9, hours: 3), clocks: clocks))
    #expect(
      fresh.because
        == "threads in r/coffee get most answers within 9 hours; this one is 3 hours old")
    #expect(fresh.points > 0)
    let old = try #require(reason("joinable", thread(replies: 9, hours: 30), clocks: clocks))
    #expect(old.points < 0)
    #expect(reason("joinable", thread(replies: 9, hours: 3)) == nil)
    // Somebody answered just now.
    var alive = thread(replies: 9, hours: 30)
    alive.lastActivity = noon
    #expect(reason("joinable", alive, clocks: clocks) == nil)
  }

  @Test func us() throws {
    let spoken = conversation(title: "Harbor and Bean?", text: "I mean Harbor & Bean.")
    let found = try #require(reason("us", spoken))
    #expect(found.because == "somebody speaks of you: “Harbor & Bean”")
    #expect(found.profileLine == 40)
    #expect(verdict(spoken).isShown)
    #expect(verdict(spoken).ranked.relevance == 0)
    #expect(reason("us", conversation(title: "Tea at the harbor")) == nil)
    let ours = conversation(title: "Tea", replies: [("Harbor & Bean here.", "annika")])
    #expect(reason("us", ours) == nil)
  }

  @Test func linksToUs() {
    var linked = conversation(title: "Tea")
    linked.posts[0].external = Address("https://www.harbor.example/blog/levers")
    #expect(reason("us", linked) != nil)
    linked.posts[0].external = Address("https://www.harbor.example/shop")
    #expect(reason("us", linked) == nil)
  }

  @Test func competitors() throws {
    let found = try #require(reason("competitor", conversation(title: "My Nespresso")))
    #expect(found.because == "a competitor is named: “Nespresso OR Illy”")
    #expect(found.profileLine == 50)
    #expect(verdict(conversation(title: "My Nespresso")).isShown)
    #expect(!verdict(conversation(title: "My cup")).isShown)
  }

  @Test(arguments: ["annika", "u/annika", "@Annika", "bean", "/u/Bean"])
  func ownPostsAreSetAside(author: String) {
    let own = verdict(conversation(title: "Tea", author: author))
    #expect(own.setAside == [.own])
    #expect(!own.isShown)
    #expect(own.isRelevant)
    #expect(verdict(conversation(title: "Tea", author: "bob")).isShown)
  }

  @Test func ownSitesAreSetAside() {
    var own = conversation(title: "Tea")
    own.posts[0].link = Address("https://harbor.example/blog/tea")
    #expect(verdict(own).setAside == [.own])
    own.posts[0].link = Address("https://notharbor.example/blog/tea")
    #expect(verdict(own).setAside.isEmpty)
  }

  @Test func whatWeAnsweredCountsLess() throws {
    let answered = conversation(title: "Tea", replies: [("Like this.", "u/annika")])
    let found = try #require(reason("answered", answered))
    #expect(found.because == "you answered already, as u/annika")
    #expect(found.points < 0)
    #expect(verdict(answered).isShown)
    #expect(reason("answered", conversation(title: "Tea", replies: [("So.", "x")])) == nil)
  }

  @Test(arguments: [Post.Access.closed, .archived])
  func whatIsClosedIsSetAside(access: Post.Access) {
    var closed = conversation(title: "Which tea?")
    closed.posts[0].access = access
    #expect(verdict(closed).setAside == [.closed(access)])
    #expect(!verdict(closed).isShown)
  }

  @Test func adverts() throws {
    let advert = try #require(reason("advert", conversation(title: "[Hiring] Tea taster")))
    #expect(advert.because == "reads like an advert: “[Hiring] Tea taster”")
    #expect(advert.points < 0)
    #expect(
      reason("advert", conversation(title: "Tea", author: "AutoModerator"))?.because
        == "a program wrote it")
    #expect(reason("advert", conversation(title: "Tea taster")) == nil)
  }

  @Test(arguments: [
    ("u/TeaPriceBot", true), ("kettle_bot", true), ("@tea@botsin.space", true),
    ("u/talbot", false), ("Abbot", false), ("u/botanist", false),
  ])
  func programsByTheirNames(author: String, isOne: Bool) {
    #expect((reason("advert", conversation(title: "Tea", author: author)) != nil) == isOne)
  }

  @Test func pinned() {
    var rules = conversation(title: "Tea rules")
    rules.posts[0].isPinned = true
    #expect(reason("pinned", rules)?.because == "r/coffee keeps it at the top")
    #expect(reason("pinned", conversation(title: "Tea rules")) == nil)
  }

  /// Whatever circumstances are, what is said leads.
  @Test func circumstancesAreBounded() {
    let clocks = ["r/coffee": Clock(half: 3600 * 3, most: 3600 * 9)]
    for text in ["", "tea", String(repeating: "tea ", count: 200)] {
      var best = conversation(
        title: "Which tea should I buy? My tea pot is leaking", text: text, age: 3700)
      best.replies = 0
      let gained = verdict(best, clocks: clocks).ranked
      #expect(gained.score <= gained.relevance * 1.25 + 0.1)
      #expect(gained.score <= 100)
      best.posts[0].isPinned = true
      best.posts[0].author = "AutoModerator"
      let lost = verdict(best, clocks: clocks).ranked
      #expect(lost.score >= lost.relevance * 0.5 - 0.1)
      #expect(lost.score > 0)
      #expect(lost.relevance == gained.relevance)
    }
  }
}

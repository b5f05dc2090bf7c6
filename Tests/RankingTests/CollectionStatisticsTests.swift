import Foundation
import Profiles
import Testing

@testable import Ranking

@Suite struct CollectionStatisticsTests {
  private let posts = [
    ("Green tea", "The best teas of all."), ("Mate", ""), ("", "A cup of green tea, a green leaf."),
    ("Coffee", "No leaf here, only green beans."),
  ]

  @Test func countsEachPostOnceForEachExpression() throws {
    let profile = try profile(keywords: [
      ("tea", 3), ("green tea", 2), ("mate OR coffee", 1), ("green NOT tea", 1), ("by:ann leaf", 1),
    ])
    var counter = CollectionCounter(profile: profile)
    for (title, body) in posts { counter.count(title: title, body: body) }
    let statistics = counter.statistics
    #expect(statistics.posts == 4)
    #expect(statistics.titleWords == 4)
    #expect(statistics.bodyWords == 19)
    #expect(
      statistics.frequencies == [
        "tea": .init(posts: 4, matches: 2), "green tea": .init(posts: 4, matches: 2),
        "green": .init(posts: 4, matches: 3), "mate OR coffee": .init(posts: 4, matches: 2),
        "green NOT tea": .init(posts: 4, matches: 1), "by:ann leaf": .init(posts: 4, matches: 2),
      ])
    #expect(CollectionCounter.expressions(of: profile) == Set(statistics.frequencies.keys))
  }

  /// New posts, and an expression that is new itself: the parts add up to the whole.
  @Test func addsUp() throws {
    let profile = try profile(keywords: [("tea", 3), ("green", 2)])
    var whole = CollectionCounter(profile: profile)
    var old = CollectionCounter(profile: profile, expressions: ["tea"])
    var new = CollectionCounter(profile: profile, expressions: ["tea"])
    var late = CollectionCounter(profile: profile, expressions: ["green"], countsWords: false)
    for (index, post) in posts.enumerated() {
      whole.count(title: post.0, body: post.1)
      late.count(title: post.0, body: post.1)
      if index < 2 {
        old.count(title: post.0, body: post.1)
      } else {
        new.count(title: post.0, body: post.1)
      }
    }
    var sum = old.statistics
    sum.merge(new.statistics)
    sum.merge(late.statistics)
    #expect(sum == whole.statistics)
    let stored = try JSONEncoder().encode(sum)
    #expect(try JSONDecoder().decode(CollectionStatistics.self, from: stored) == sum)
  }

  @Test(arguments: [
    (CollectionStatistics.Frequency(posts: 0, matches: 0), 5.20),
    (.init(posts: 100_000, matches: 0), 9.82),
    (.init(posts: 100_000, matches: 1000), 4.61),
    // What stands everywhere still tells something.
    (.init(posts: 100_000, matches: 100_000), 0.5),
    (.init(posts: 20, matches: 20), 3.69),
    (.init(posts: -5, matches: 7), 4.38),
  ])
  func rarityIsBoundedByWhatCanBeKnown(
    frequency: CollectionStatistics.Frequency, rarity: Double
  ) {
    var statistics = CollectionStatistics()
    statistics.frequencies["tea"] = frequency
    #expect(abs(statistics.rarity(of: "tea") - rarity) < 0.01)
  }
}

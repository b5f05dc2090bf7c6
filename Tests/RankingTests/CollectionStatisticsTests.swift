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
    let counter = CollectionCounter(profile: profile)
    let statistics = counter.statistics(of: Self.texts(posts))
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

  /// The parts of a collection add up to the whole.
  @Test func addsUp() throws {
    let profile = try profile(keywords: [("tea", 3), ("green", 2)])
    let counter = CollectionCounter(profile: profile)
    var sum = counter.statistics(of: Self.texts(posts.prefix(2)))
    sum.merge(counter.statistics(of: Self.texts(posts.suffix(2))))
    #expect(sum == counter.statistics(of: Self.texts(posts)))
    let some = CollectionCounter(profile: profile, expressions: ["green"])
    #expect(
      some.statistics(of: Self.texts(posts)).frequencies == ["green": .init(posts: 4, matches: 3)])
  }

  private static func texts(
    _ posts: some Sequence<(String, String)>
  ) -> [IndexedText] {
    posts.enumerated().map {
      IndexedText(number: Int64($0.offset), title: $0.element.0, body: $0.element.1)
    }
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

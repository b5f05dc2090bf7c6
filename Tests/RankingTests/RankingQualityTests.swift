import Conversations
import Foundation
import Profiles
import Testing

@testable import Ranking

/// Ranks real posts for invented businesses and compares with what people judged relevant.
///
/// It takes a minute in a debug build, so it runs on request: `MINGLE_MEASURE=1 swift test`.
@Suite struct RankingQualityTests {
  private static var isWanted: Bool {
    ProcessInfo.processInfo.environment["MINGLE_MEASURE"] != nil
      && Recorded.folder != nil
  }

  /// The tuned BM25F without related words reaches .488 and .809; anything below is a step back.
  @Test(.enabled(if: isWanted, "set MINGLE_MEASURE=1, with the folder shared beside the checkout"))
  func findsWhatPeopleJudgedRelevant() async throws {
    let posts = try Recorded.posts()
    let collection = await Collection(posts.map { ($0.title, $0.body) })
    let grades = try Self.grades()
    var precision = 0.0
    var gain = 0.0
    let businesses = try Recorded.businesses()
    for business in businesses {
      let ranked = try await Self.rank(posts, collection, for: business)
      let relevant = try #require(grades[business.id])
      precision += Self.averagePrecision(ranked, relevant) / Double(businesses.count)
      gain += Self.gain(ranked.prefix(20), relevant) / Double(businesses.count)
    }
    print("average precision \(precision), nDCG@20 \(gain)")
    #expect(precision > 0.488)
    #expect(gain > 0.809)
  }

  private static func rank(
    _ posts: [Recorded.Post], _ collection: Collection, for business: Recorded.Business
  ) async throws -> [String] {
    let profile = try business.profile
    let statistics = CollectionCounter(profile: profile).statistics(of: collection.texts)
    let ranker = Ranker(
      profile: profile, statistics: statistics, related: collection.relatedWords(for: profile),
      now: noon)
    let conversations = posts.map { conversation(id: $0.id, title: $0.title, text: $0.body) }
    return await ranker.rank(conversations, alsoPartial: true).map(\.conversation.id.text)
  }

  private static func averagePrecision(_ ranked: [String], _ relevant: [String: Double]) -> Double {
    var hits = 0.0
    var sum = 0.0
    for (index, id) in ranked.prefix(1000).enumerated() where relevant[id] != nil {
      hits += 1
      sum += hits / Double(index + 1)
    }
    return sum / Double(min(relevant.count, 1000))
  }

  private static func gain(_ ranked: some Sequence<String>, _ relevant: [String: Double]) -> Double
  {
    func discounted(_ grades: some Sequence<Double>) -> Double {
      grades.enumerated().reduce(0) { $0 + $1.element / log2(Double($1.offset + 2)) }
    }
    let ideal = discounted(relevant.values.sorted(by: >).prefix(20))
    return discounted(ranked.map { relevant[$0] ?? 0 }) / ideal
  }

  /// By business, the grades of the relevant posts.
  private static func grades() throws -> [String: [String: Double]] {
    let text = try String(decoding: Recorded.data("qrels.tsv"), as: UTF8.self)
    var grades: [String: [String: Double]] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      grades[fields[0], default: [:]][fields[1]] = Double(fields[2])
    }
    return grades
  }
}

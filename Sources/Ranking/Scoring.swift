internal import Foundation
internal import Profiles

/// BM25F (Robertson, Zaragoza, Taylor: "Simple BM25 extension to multiple weighted fields", 2004)
/// with a keyword or phrase as the unit.
struct Scoring: Sendable {
  /// A hit in a field counts this much, divided by the field's length against the average.
  static let titleWeight = 5.0
  static let openingWeight = 1.0
  /// A reply speaks for itself more than for the conversation.
  static let replyWeight = 0.5
  /// How fast more hits stop telling more.
  static let k1 = 1.6
  /// How much length matters, from 0 (not) to 1 (wholly).
  static let titleB = 0.5
  static let bodyB = 0.75
  /// What the words of a phrase count on their own, beside the phrase.
  static let partWeight = 0.1
  /// The weight of a keyword that counts once.
  static let usualWeight = 3.0

  /// The most points that words can bring; the rest of the hundred is for when it was said.
  static let mostPoints = 90.0
  /// The strength that brings 63 % of them: a rare phrase of weight 5 in a title is near it. Half of it
  /// would crowd the best ten of a day within five points.
  static let scale = 24.0

  let meanTitle: Double
  let meanBody: Double

  init(statistics: CollectionStatistics) {
    meanTitle = statistics.meanTitle
    meanBody = statistics.meanBody
  }

  /// Points for a strength: 0 for none, and ever less for more, so that scores of different days and
  /// windows compare.
  static func points(_ strength: Double) -> Double {
    mostPoints * (1 - exp(-strength / scale))
  }

  /// The worth of a hit in each field of a reading.
  func weights(of reading: Reading) -> [Double] {
    reading.fields.map { weight($0.kind, words: $0.words) }
  }

  /// The worth of a hit in a field of a kind and a length.
  func weight(_ kind: Reading.Field.Kind, words: Int) -> Double {
    switch kind {
    case .title: Self.titleWeight / Self.norm(words, mean: meanTitle, b: Self.titleB)
    case .opening: Self.openingWeight / Self.norm(words, mean: meanBody, b: Self.bodyB)
    case .reply: Self.replyWeight / Self.norm(words, mean: meanBody, b: Self.bodyB)
    }
  }

  private static func norm(_ words: Int, mean: Double, b: Double) -> Double {
    1 - b + b * Double(words) / mean
  }

  /// What hits of a weighted frequency tell, for an expression of some rarity.
  static func strength(frequency: Double, rarity: Double) -> Double {
    rarity * frequency * (k1 + 1) / (frequency + k1)
  }
}

/// The natural logarithm, for files that need nothing else of Foundation.
func logarithm(_ value: Double) -> Double { log(value) }

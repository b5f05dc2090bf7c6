/// What the benchmarks draw by chance: the same for the same seed, everywhere.
package struct Random: RandomNumberGenerator {
  private var numbers: SplitMix64

  package init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

  package mutating func next() -> UInt64 { numbers.next() }

  /// A number from 0 up to, not including, 1.
  package mutating func fraction() -> Double { Double(next() >> 11) / Double(1 << 53) }

  /// A place in a list of `count`, which is not empty.
  package mutating func index(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }

  /// A word that stands in no dictionary, of two to four syllables.
  package mutating func word() -> String {
    (0..<2 + index(3)).map { _ in
      String(Self.onsets[index(Self.onsets.count)]) + Self.rimes[index(Self.rimes.count)]
    }.joined()
  }

  private static let onsets = Array("bcdfghjklmnprstvwz")
  private static let rimes = ["a", "e", "i", "o", "u", "an", "el", "in", "or", "um", "ast", "ent"]
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers for the same seed, everywhere.
package struct Random: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

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

import Measuring
import Foundation

/// The keywords of the profiles that are measured, which all do occur.
struct Keywords: Codable {
  /// The profile that does not change.
  var usual: [String]
  /// Profiles none of whose keywords stood in any other.
  var fresh: [[String]]
  /// Keywords that come to the usual profile, each for the first time.
  var added: [String]

  /// What there is to choose from: words of several degrees of rarity, and phrases of two words.
  struct Choice {
    /// By degree: the candidates, and how many of twenty keywords are taken from them.
    private var degrees: [(candidates: [String], ofTwenty: Int)]

    /// Finds words by how many of the texts they stand in.
    ///
    /// A business listens for rare words: those of the profiles of the ranking benchmark stand in
    /// some two per cent of the posts, all together.
    init(_ corpus: Corpus, random: inout Random) {
      var counts: [String: Int] = [:]
      var pairs: [String: Int] = [:]
      for text in corpus.texts {
        var words: Set<String> = []
        var phrases: Set<String> = []
        var last: String?
        for piece in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
          guard (4...14).contains(piece.utf8.count), piece.utf8.allSatisfy(\.isSmallLetter) else {
            last = nil
            continue
          }
          let word = String(piece)
          words.insert(word)
          if let last { phrases.insert("\(last) \(word)") }
          last = word
        }
        for word in words { counts[word, default: 0] += 1 }
        for phrase in phrases { pairs[phrase, default: 0] += 1 }
      }
      let share = 1 / Double(corpus.texts.count)
      func words(_ range: Range<Double>) -> [String] {
        counts.filter { range.contains(Double($0.value) * share) && $0.value > 1 }
          .map(\.key).sorted().shuffled(using: &random)
      }
      let most = Int(0.02 / share)
      let phrases = pairs.filter { pair in
        pair.value > 2
          && pair.key.split(separator: " ").allSatisfy { counts[String($0)] ?? 0 < most }
      }
      degrees = [
        (words(0.005..<0.02), 2), (words(0.0005..<0.005), 6), (words(0..<0.0005), 7),
        (phrases.map(\.key).sorted().shuffled(using: &random), 5),
      ]
    }

    /// Takes the keywords of profiles of `count`, which nobody gets again.
    mutating func keywords(_ count: Int, sets: Int) -> Keywords {
      Keywords(
        usual: take(count), fresh: (0..<sets).map { _ in take(count) }, added: take(max(20, sets)))
    }

    private mutating func take(_ count: Int) -> [String] {
      var taken: [String] = []
      for index in degrees.indices {
        let wanted = count * degrees[index].ofTwenty / 20
        taken += degrees[index].candidates.suffix(wanted)
        degrees[index].candidates.removeLast(min(wanted, degrees[index].candidates.count))
      }
      return taken
    }
  }
}

extension UInt8 {
  fileprivate var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}

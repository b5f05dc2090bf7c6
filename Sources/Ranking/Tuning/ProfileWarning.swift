package import Profiles

/// Something about a keyword that its author would want to know, as the conversations of some time
/// show it. Keywords and `never` lines are named by their numbers in the profile.
package enum ProfileWarning: Sendable, Hashable {
  /// It stands in none of them.
  case dead(keyword: Int)
  /// It stands in so many that it tells nothing.
  case flood(keyword: Int, matches: Int)
  /// All that it stands in, another keyword stands in too.
  case overlap(keyword: Int, other: Int, matches: Int, otherMatches: Int)
  /// `never` hides many of them; most are hidden by this line.
  case hidden(keyword: Int, by: Int, hidden: Int, matches: Int)

  /// Fewer conversations tell nothing about a keyword.
  package static let fewestConversations = 30

  private static let floodShare = 0.1
  private static let fewestInFlood = 20
  /// Three conversations may all hold another keyword by chance, unless it has no others either.
  private static let fewestInOverlap = 5
  private static let fewestInSame = 3
  private static let fewestHidden = 2
  private static let hiddenShare = 1.0 / 3

  /// The warnings about a profile, in the order of its keywords; none where there are too few
  /// conversations.
  package static func all(of profile: Profile, in findings: [Finding]) -> [ProfileWarning] {
    guard findings.count >= fewestConversations else { return [] }
    let counts = Counts(profile, findings)
    return profile.keywords.indices.flatMap { keyword -> [ProfileWarning] in
      let matches = counts.matches[keyword]
      guard matches > 0 else { return [.dead(keyword: keyword)] }
      var warnings: [ProfileWarning] = []
      if matches >= fewestInFlood, Double(matches) > Double(findings.count) * floodShare {
        warnings.append(.flood(keyword: keyword, matches: matches))
      }
      if let warning = overlap(keyword, profile, counts) { warnings.append(warning) }
      if let warning = hidden(keyword, profile, counts) { warnings.append(warning) }
      return warnings
    }
  }

  /// A special keyword that is worth more than a common one beside it is how profiles are meant; what
  /// is told is one that finds the very same, or is worth no more.
  private static func overlap(
    _ keyword: Int, _ profile: Profile, _ counts: Counts
  ) -> ProfileWarning? {
    let matches = counts.matches[keyword]
    guard matches >= fewestInSame else { return nil }
    let others = counts.beside[keyword].filter { other in
      let otherMatches = counts.matches[other]
      // Of two that find the same, the later one is told.
      if otherMatches == matches { return other < keyword }
      return matches >= fewestInOverlap
        && profile.keywords[keyword].weight <= profile.keywords[other].weight
    }
    let nearest = others.min { counts.matches[$0] < counts.matches[$1] }
    return nearest.map {
      .overlap(
        keyword: keyword, other: $0, matches: matches, otherMatches: counts.matches[$0])
    }
  }

  private static func hidden(
    _ keyword: Int, _ profile: Profile, _ counts: Counts
  ) -> ProfileWarning? {
    let matches = counts.matches[keyword]
    let hidden = counts.hidden[keyword]
    guard hidden >= fewestHidden, Double(hidden) >= Double(matches) * hiddenShare else {
      return nil
    }
    let byLine = profile.never.indices.map { counts.hiddenBy[Pair(keyword, $0)] ?? 0 }
    guard let line = byLine.indices.max(by: { byLine[$0] < byLine[$1] }),
      // That one is told already by reading the file.
      profile.never[line].query != profile.keywords[keyword].query
    else { return nil }
    return .hidden(keyword: keyword, by: line, hidden: hidden, matches: matches)
  }

  /// Whether rising numbers hold one.
  private static func holds(_ numbers: [Int], _ number: Int) -> Bool {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number
  }

  private struct Pair: Hashable {
    var first: Int
    var second: Int

    init(_ first: Int, _ second: Int) {
      self.first = first
      self.second = second
    }
  }

  /// How often keywords stand somewhere, beside which others, and beside a `never`.
  private struct Counts {
    var matches: [Int]
    /// By keyword the rising numbers of the others that stand wherever it stands. They are narrowed with
    /// each conversation: to count all pairs took a profile of a thousand keywords ten seconds.
    var beside: [[Int]]
    /// By keyword how many are hidden, and how many by each line; several may hide the same.
    var hidden: [Int]
    var hiddenBy: [Pair: Int] = [:]

    init(_ profile: Profile, _ findings: [Finding]) {
      matches = Array(repeating: 0, count: profile.keywords.count)
      hidden = matches
      beside = matches.map { _ in [] }
      for finding in findings {
        let numbers = finding.keywords.map(\.number)
        for part in finding.keywords {
          if matches[part.number] == 0 {
            beside[part.number] = numbers.filter { $0 != part.number }
          } else if !beside[part.number].isEmpty {
            beside[part.number].removeAll { !ProfileWarning.holds(numbers, $0) }
          }
          matches[part.number] += 1
          if !finding.never.isEmpty { hidden[part.number] += 1 }
          for never in finding.never { hiddenBy[Pair(part.number, never), default: 0] += 1 }
        }
      }
    }
  }
}

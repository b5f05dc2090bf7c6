extension Query {
  /// Why nothing can ever match, as in `a NOT a`, without a full stop; nil if something can, or if
  /// the expression has more cases than are looked at.
  package var contradiction: String? {
    guard let cases = cases(isNegated: false, inTitle: false), !cases.isEmpty else { return nil }
    let clashes = cases.map(Self.clash(in:))
    return clashes.contains(nil) ? nil : clashes[0]
  }

  /// Something that must be so, or must not be so, for a case to match.
  fileprivate struct Demand {
    enum Subject {
      case phrase(Phrase, inTitle: Bool)
      case community(String)
      case author(String)
    }

    var subject: Subject
    var isNegated: Bool
  }

  private static let mostCases = 256

  /// The ways in which the expression can match (its disjunctive normal form); nil if there are too
  /// many.
  private func cases(isNegated: Bool, inTitle: Bool) -> [[Demand]]? {
    switch self {
    case .phrase(let phrase):
      return [[Demand(subject: .phrase(phrase, inTitle: inTitle), isNegated: isNegated)]]
    case .community(let name):
      return [[Demand(subject: .community(name.plainName), isNegated: isNegated)]]
    case .author(let name):
      return [[Demand(subject: .author(name.plainName), isNegated: isNegated)]]
    case .not(let inner): return inner.cases(isNegated: !isNegated, inTitle: inTitle)
    case .title(let inner): return inner.cases(isNegated: isNegated, inTitle: true)
    // Two that are not near each other may both be there: nothing is demanded.
    case .near where isNegated: return [[]]
    case .near(let left, let right, _):
      return Self.all([left, right], isNegated: false, inTitle: inTitle)
    case .all(let parts):
      return isNegated
        ? Self.any(parts, isNegated: true, inTitle: inTitle)
        : Self.all(parts, isNegated: false, inTitle: inTitle)
    case .any(let parts):
      return isNegated
        ? Self.all(parts, isNegated: true, inTitle: inTitle)
        : Self.any(parts, isNegated: false, inTitle: inTitle)
    }
  }

  private static func any(_ parts: [Query], isNegated: Bool, inTitle: Bool) -> [[Demand]]? {
    var cases: [[Demand]] = []
    for part in parts {
      guard let more = part.cases(isNegated: isNegated, inTitle: inTitle) else { return nil }
      cases += more
      guard cases.count <= mostCases else { return nil }
    }
    return cases
  }

  private static func all(_ parts: [Query], isNegated: Bool, inTitle: Bool) -> [[Demand]]? {
    var cases: [[Demand]] = [[]]
    for part in parts {
      guard let more = part.cases(isNegated: isNegated, inTitle: inTitle),
        cases.count * more.count <= mostCases
      else { return nil }
      cases = cases.flatMap { one in more.map { one + $0 } }
    }
    return cases
  }

  /// What stands against each other in a case; nil if nothing does.
  private static func clash(in demands: [Demand]) -> String? {
    for demand in demands where !demand.isNegated {
      for other in demands {
        if let clash = clash(demand.subject, other.subject, isNegated: other.isNegated) {
          return clash
        }
      }
    }
    return nil
  }

  private static func clash(
    _ wanted: Demand.Subject, _ other: Demand.Subject, isNegated: Bool
  ) -> String? {
    switch (wanted, other) {
    case (.phrase(let phrase, let inTitle), .phrase(let unwanted, let isOnlyTitle)):
      guard isNegated, inTitle || !isOnlyTitle, phrase.holds(unwanted) else { return nil }
      return "\(quoted(phrase.text)) is wanted and \(quoted(unwanted.text)) is not"
    case (.community(let one), .community(let two)) where isNegated == (one == two):
      return isNegated
        ? "it must be in \(harmless(one)) and must not"
        : "nothing is in \(harmless(one)) and in \(harmless(two)) at once"
    case (.author(let one), .author(let two)) where isNegated && one == two:
      return "\(harmless(one)) must take part and must not"
    default: return nil
    }
  }
}

extension Query.Phrase {
  /// Whether every text in which it stands holds `other` too.
  fileprivate func holds(_ other: Query.Phrase) -> Bool {
    guard !other.words.isEmpty, other.words.count <= words.count else { return false }
    return (0...words.count - other.words.count).contains { start in
      zip(words[start...], other.words).allSatisfy { word, wanted in
        if wanted.isPrefix { return isPrefixed(word, by: wanted) }
        // Word forms are not compared here: what is surely the same is enough.
        guard !word.isPrefix else { return false }
        if isExact || other.isExact {
          return word.text == wanted.text && (isExact || !other.isExact)
        }
        return word.text.lowercased() == wanted.text.lowercased()
      }
    }
  }

  private func isPrefixed(_ word: Query.Word, by wanted: Query.Word) -> Bool {
    // “repairs” finds “repair” too, which does not start with “repairs”.
    (word.isPrefix || isExact) && word.text.lowercased().hasPrefix(wanted.text.lowercased())
  }
}

package import Profiles

/// A change of the profile that the team's decisions speak for.
package struct Suggestion: Sendable, Hashable {
  /// The expression that is added or changed, as it would be written.
  package var expression: String
  package var change: Change
  /// The joined and saved conversations that it stands in.
  package var liked: Int
  /// The skipped conversations that it stands in.
  package var skipped: Int
  /// The conversations without a decision that it stands in.
  package var others: Int
  /// The log-likelihood ratio G² of these numbers; 6.6 comes about by chance once in a hundred times.
  package var evidence: Double
  /// Titles of conversations that speak for it, at most two.
  package var examples: [String]
  /// By how much the average precision of later decisions rises with it; nil if that is unknown.
  package var gain: Double?

  /// A smaller gain, or loss, is told as none.
  package static let leastGain = 0.0005

  /// What is done with the expression.
  package enum Change: Sendable, Hashable {
    /// A new keyword.
    case add(weight: Double)
    /// A new line of `never`.
    case hide
    /// Another weight for the keyword in a line.
    case reweigh(from: Double, to: Double, line: Int)
    /// The keyword in a line goes.
    case remove(weight: Double, line: Int)
  }

  /// Whether it is a new line, not a change of one.
  package var isAddition: Bool {
    switch change {
    case .add, .hide: true
    case .reweigh, .remove: false
    }
  }

  /// Whether it gives a keyword more weight.
  package var isRaise: Bool {
    if case .reweigh(let from, let to, _) = change { to > from } else { false }
  }

  /// Whether one stands before another: the larger gain, then the stronger evidence. An unknown gain is
  /// taken for none.
  package static func isBetter(_ left: Suggestion, _ right: Suggestion) -> Bool {
    let (one, two) = (left.gain ?? 0, right.gain ?? 0)
    if one != two { return one > two }
    if left.evidence != right.evidence { return left.evidence > right.evidence }
    return left.expression < right.expression
  }
}

extension Profile {
  /// The profile with a suggestion followed; unchanged if its expression cannot be read.
  package func following(_ suggestion: Suggestion) -> Profile {
    var profile = self
    switch suggestion.change {
    case .add(let weight):
      guard let query = try? Query(suggestion.expression) else { return self }
      profile.keywords.append(
        Keyword(text: suggestion.expression, query: query, weight: weight, line: 0))
    case .hide:
      guard let query = try? Query(suggestion.expression) else { return self }
      profile.never.append(Exclusion(text: suggestion.expression, query: query, line: 0))
    case .reweigh(_, let weight, _):
      for number in keywords.indices where keywords[number].text == suggestion.expression {
        profile.keywords[number].weight = weight
      }
    case .remove:
      profile.keywords.removeAll { $0.text == suggestion.expression }
    }
    return profile
  }
}

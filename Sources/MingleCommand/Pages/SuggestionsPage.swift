internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle
internal import Profiles
internal import Ranking

/// Suggested lines of the profile with their evidence, for people.
struct SuggestionsPage {
  private let suggestions: Suggestions
  private let profile: Profile

  init(_ suggestions: Suggestions, of profile: Profile) {
    self.suggestions = suggestions
    self.profile = profile
  }

  var lines: [String] {
    let decisions = "\(suggestions.liked) joined or saved, \(suggestions.skipped) skipped"
    let heading = "\(profile.path.styled(.bold)) · \(described(suggestions.window)) · \(decisions)"
    guard suggestions.liked + suggestions.skipped > 0 else {
      return [
        heading,
        "Nothing was decided in this time, so there is nothing to learn from: go through "
          + "`mingle today` and join, save or skip what is listed; a dozen is a start.",
      ]
    }
    guard !suggestions.all.isEmpty else {
      return [
        heading,
        "Nothing to suggest: no word beyond the profile's tells what you joined from the rest; "
          + "join and skip some more, a dozen is a start.",
      ]
    }
    return [heading, tested] + suggestions.all.enumerated().flatMap { item($0 + 1, $1) }
  }

  private var tested: String {
    guard let tested = suggestions.tested, let base = suggestions.averagePrecision else {
      return "Too few decisions to test the suggestions: each gain is unknown."
    }
    return "Tested on \(tested.liked) later joins among \(conversations(tested.all)); "
      + String(format: "average precision as it is: %.2f.", base)
  }

  private func item(_ number: Int, _ suggestion: Suggestion) -> [String] {
    let name = suggestion.expression.styled(.bold)
    let what =
      switch suggestion.change {
      case .add(let weight): "add keyword  \(name): \(score(weight))"
      case .hide: "add never  \(name)"
      case .reweigh(let from, let to, let line):
        "\(to > from ? "raise" : "lower")  \(name): \(score(from)) → \(score(to))"
          + "  \(profile.path.safe):\(line)".styled(.faint)
      case .remove(let weight, let line):
        "remove  \(name): \(score(weight))" + "  \(profile.path.safe):\(line)".styled(.faint)
      }
    let counts =
      "in \(suggestion.liked) of \(suggestions.liked) joined or saved, \(suggestion.skipped) of "
      + "\(suggestions.skipped) skipped, \(conversations(suggestion.others)) without a decision"
    return [
      "", "\(column("\(number).", 3)) \(what)", "    \(gain(of: suggestion)) · \(counts)",
    ] + suggestion.examples.map { "    “\($0.safe)”".styled(.faint) }
  }

  private func gain(of suggestion: Suggestion) -> String {
    guard let gain = suggestion.gain else { return "gain unknown" }
    let rounded = (gain * 1000).rounded() / 1000
    guard rounded != 0 else { return "no gain" }
    let text = String(format: "%.3f", abs(rounded))
    return rounded > 0 ? "gain +\(text)".styled(.green) : "loss −\(text)".styled(.yellow)
  }
}

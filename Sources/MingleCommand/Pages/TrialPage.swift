internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle
internal import Profiles
internal import Ranking

/// What an edit of the profile does, for people: the edit, what it costs, then the conversations.
struct TrialPage {
  private let trial: Trial
  private let limit: Int
  private let now: Date

  private var comparison: RankingComparison { trial.comparison }

  init(_ trial: Trial, limit: Int, now: Date) {
    self.trial = trial
    self.limit = limit
    self.now = now
  }

  var lines: [String] {
    var lines = [heading]
    guard trial.before.fingerprint != trial.after.fingerprint else {
      return lines + ["Both rank the same: no keyword, never, community or language differs."]
    }
    lines += trial.difference.changes.map { "  " + ProfileChangeLine($0, trial.after.path).text }
    guard trial.conversations > 0 else {
      return lines + [
        "",
        "Nothing was said in this time; look elsewhere with --since or --on, or read the feeds "
          + "with: mingle today",
      ]
    }
    lines += [
      "", "Of \(conversations(trial.conversations)), \(described(trial.window)): \(summary)",
    ]
    lines += alarms + quality + learned
    lines += section("Gained", comparison.gained) + section("Lost", comparison.lost)
    lines += section("Moved", comparison.moved)
    return lines
  }

  private var heading: String {
    let after = trial.after.path.styled(.bold)
    guard let used = trial.before.used else { return "\(trial.before.path.safe) → \(after)" }
    let first = age(of: used, at: now)
    return "\(trial.before.path.safe) as last used (first used \(first)) → \(after)"
  }

  private var summary: String {
    guard !comparison.isSame else {
      return "the same \(comparison.listedAfter) relevant, with the same scores."
    }
    let listed = "\(comparison.listedBefore) → \(comparison.listedAfter) relevant"
    return "\(listed); \(comparison.gained.count) gained, \(comparison.lost.count) lost, "
      + "\(comparison.moved.count) moved, \(comparison.unchanged) as before."
  }

  private var alarms: [String] {
    var lines: [String] = []
    let liked = comparison.likedLost
    if !liked.isEmpty {
      lines.append(
        "WARNING: \(liked.count) that you joined or saved would be lost:".styled(.yellow))
      lines += rows(liked)
    }
    let skipped = comparison.skippedLost
    if !skipped.isEmpty {
      lines.append("Good: \(skipped.count) that you skipped would be gone:".styled(.green))
      lines += rows(skipped)
    }
    return lines
  }

  private var quality: [String] {
    let (liked, skipped) = (comparison.liked, comparison.skipped)
    let judged = "\(liked) joined or saved, \(skipped) skipped"
    guard let (before, after) = comparison.quality else {
      return [
        "Better or worse? Too few judged to tell (\(judged)): join, save and skip some more."
      ]
    }
    let top = "\(before.topLiked) of \(before.top) → \(after.topLiked) of \(after.top)"
    let precision = String(
      format: "%.2f → %.2f", before.averagePrecision, after.averagePrecision)
    return [
      "Of those judged (\(judged)): liked among the first 10 \(top); "
        + "average precision \(precision)."
    ]
  }

  private var learned: [String] {
    guard !trial.leavesLearnedOut else {
      return [
        "The languages differ, so words learned beside the keywords are left out on both sides."
      ]
    }
    let (added, dropped) = trial.learned
    guard !added.isEmpty || !dropped.isEmpty else { return [] }
    let most = 6
    var words = added.prefix(most).map { "+\($0)" } + dropped.prefix(most).map { "−\($0)" }
    let rest = max(0, added.count - most) + max(0, dropped.count - most)
    if rest > 0 { words.append("\(rest) more") }
    return ["Also moves: words learned beside the keywords: \(words.joined(separator: ", ").safe)"]
  }

  private func section(_ title: String, _ moves: [RankingComparison.Move]) -> [String] {
    guard !moves.isEmpty else { return [] }
    return ["", "\(title) (\(moves.count))".styled(.bold)] + rows(moves)
  }

  private func rows(_ moves: [RankingComparison.Move]) -> [String] {
    let rest = moves.count - limit
    return moves.prefix(limit).map(row) + (rest > 0 ? ["  and \(rest) more"] : [])
  }

  private func row(_ move: RankingComparison.Move) -> String {
    let places = "\(place(move.oldPlace)) → \(place(move.newPlace))"
    let old = move.oldPlace == nil ? "–" : score(move.oldScore.rounded())
    let new = move.newPlace == nil ? "–" : score(move.newScore.rounded())
    var facts = [
      move.finding.community.styled(.cyan),
      (trial.shortIDs[move.finding.id] ?? move.finding.id.text).styled(.yellow),
    ]
    if move.finding.state != .new { facts.append(move.finding.state.rawValue) }
    let title = move.finding.title.isEmpty ? "(no title)" : move.finding.title.safe
    return "  \(padded(places, 11)) \(padded("(\(old) → \(new))", 11)) \(title) · "
      + facts.joined(separator: " · ")
  }

  private func place(_ place: Int?) -> String { place.map { "#\($0)" } ?? "–" }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

/// A change of a line of the profile, for people.
struct ProfileChangeLine {
  let text: String

  init(_ change: ProfileDifference.Change, _ path: String) {
    let sign = change.isAdded ? "+" : change.isRemoved ? "−" : "~"
    let values = [change.before, change.after].compactMap { $0.map(score) }
      .joined(separator: " → ")
    let value = values.isEmpty ? "" : ": \(values)"
    let line = change.line.map { "  \(path.safe):\($0)".styled(.faint) } ?? ""
    text = "\(sign) \(change.kind.rawValue) \(change.text.safe)\(value)\(line)"
  }
}

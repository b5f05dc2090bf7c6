internal import Conversations
internal import Exporting
internal import Foundation
internal import Profiles
internal import Ranking

/// What each line of the profile did, as tables for people.
struct ProfileUsePage {
  private let use: ProfileUse
  private let profile: Profile
  private let window: TimeWindow

  init(_ use: ProfileUse, of profile: Profile, in window: TimeWindow) {
    self.use = use
    self.profile = profile
    self.window = window
  }

  var lines: [String] {
    let heading = "\(profile.path.safe) · \(described(window)) · "
    guard use.conversations > 0 else {
      return [
        heading
          + "nothing was said in this time; look elsewhere with --since or --on, or read the feeds "
          + "with: mingle today"
      ]
    }
    let counts = "\(use.listed) of \(conversations(use.conversations)) relevant"
    return [heading + counts] + keywords + never + communities
  }

  private var keywords: [String] {
    let table = Table(
      [
        "line", "keyword", "weight", "matches", "joined", "saved", "skipped", "share", "last match",
      ],
      left: [1, 8],
      rows: use.keywords.map { use in
        [
          String(use.keyword.line), use.keyword.text, score(use.keyword.weight),
          cell(use.matches), cell(use.joined), cell(use.saved), cell(use.skipped),
          use.matches > 0 ? String(format: "%.1f %%", use.share * 100) : "·",
          use.lastMatch.map { age(of: $0, at: window.until) } ?? "·",
        ]
      })
    return [""] + table.lines
  }

  private var never: [String] {
    guard !use.never.isEmpty else { return [] }
    let table = Table(
      ["line", "never", "matches", "hidden"], left: [1],
      rows: use.never.map {
        [String($0.exclusion.line), $0.exclusion.text, cell($0.matches), cell($0.hidden)]
      })
    return [""] + table.lines
  }

  private var communities: [String] {
    guard !use.communities.isEmpty else { return [] }
    let table = Table(
      ["line", "community", "factor", "lifted", "lowered"], left: [1],
      rows: use.communities.map {
        [
          String($0.trust.line), $0.trust.community, score($0.trust.factor), cell($0.lifted),
          cell($0.lowered),
        ]
      })
    return [""] + table.lines
  }
}

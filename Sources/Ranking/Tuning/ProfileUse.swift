internal import Conversations
package import Foundation
package import Profiles

/// What each line of a profile did in some conversations.
package struct ProfileUse: Sendable {
  /// In the order of the file.
  package var keywords: [KeywordUse]
  package var never: [NeverUse]
  package var communities: [TrustUse]
  /// How many conversations there were, and how many of them are relevant.
  package var conversations: Int
  package var listed: Int

  /// What a keyword did.
  package struct KeywordUse: Sendable {
    package var keyword: Profile.Keyword
    /// The conversations that it stands in, and how many of them the team decided how.
    package var matches = 0
    package var joined = 0
    package var saved = 0
    package var skipped = 0
    /// The latest activity among them; nil if there are none.
    package var lastMatch: Date?
    /// Its points in relation to those of all relevant conversations, from 0 to 1.
    package var share = 0.0
  }

  /// What a line of `never` did.
  package struct NeverUse: Sendable {
    package var exclusion: Profile.Exclusion
    /// The conversations that it stands in; one that several lines hide counts for each.
    package var matches = 0
    /// Those of them that would be relevant if nothing of `never` stood in them.
    package var hidden = 0
  }

  /// What trust in a community did.
  package struct TrustUse: Sendable {
    package var trust: Profile.Trust
    /// The relevant conversations whose score it raised, and those whose score it lowered.
    package var lifted = 0
    package var lowered = 0
  }

  /// Counts what the lines of `profile` did.
  package init(of profile: Profile, in findings: [Finding]) {
    keywords = profile.keywords.map { KeywordUse(keyword: $0) }
    never = profile.never.map { NeverUse(exclusion: $0) }
    communities = profile.communities.map { TrustUse(trust: $0) }
    conversations = findings.count
    listed = findings.count(where: \.isShown)
    for finding in findings { count(finding) }
    let points = findings.reduce(0) { $0 + ($1.isShown ? $1.score : 0) }
    for number in keywords.indices { keywords[number].share /= max(points, 1) }
  }

  private mutating func count(_ finding: Finding) {
    for part in finding.keywords {
      keywords[part.number].count(finding)
      if finding.isShown { keywords[part.number].share += part.points }
    }
    for number in finding.never {
      never[number].matches += 1
      if finding.isKeptBack { never[number].hidden += 1 }
    }
    if let part = finding.trust, finding.isShown {
      if part.points > 0 { communities[part.number].lifted += 1 }
      if part.points < 0 { communities[part.number].lowered += 1 }
    }
  }
}

extension ProfileUse.KeywordUse {
  fileprivate mutating func count(_ finding: Finding) {
    matches += 1
    switch finding.state {
    case .joined: joined += 1
    case .saved: saved += 1
    case .skipped: skipped += 1
    default: break
    }
    lastMatch = max(lastMatch ?? .distantPast, finding.lastActivity)
  }
}

package import Conversations
package import Foundation
package import Profiles
package import Ranking
internal import Storage

/// What a change of the profile does to the conversations of some time.
package struct Trial: Sendable {
  /// How the two profiles are called.
  package var before: Version
  package var after: Version
  package var window: TimeWindow
  package var conversations: Int
  package var difference: ProfileDifference
  package var comparison: RankingComparison
  /// The words learned from the posts that only count with the profile after, or before, the change.
  package var learned: (added: [String], dropped: [String])
  /// Whether no learned words count on either side: the languages differ, and words are learned in that
  /// of the workspace's profile only.
  package var leavesLearnedOut: Bool
  /// For the conversations that change.
  package var shortIDs: [ConversationID: String]

  /// A profile as it stood at some time.
  package struct Version: Sendable {
    package var path: String
    package var fingerprint: String
    /// When it was first used, of one that the database remembers.
    package var used: Date?
  }
}

extension OpenWorkspace {
  /// What the workspace's profile does that the one used last did not; with `draft`, what that file
  /// would do that the workspace's profile does not. Throws a `UsageFailure` if none was used yet.
  package func tryProfile(draft: String?, in window: TimeWindow) async throws -> Trial {
    let working = try profile()
    guard let draft else {
      let (used, date) = try await profileUsedLast()
      return try await compare(used, with: working, usedSince: date, in: window)
    }
    return try await compare(working, with: profile(at: draft), usedSince: nil, in: window)
  }

  private func profileUsedLast() async throws -> (Profile, Date) {
    guard let used = try await store.lastUsedProfile() else {
      throw UsageFailure(
        "no profile was used yet to compare with; list once with: mingle today, then edit, or name "
          + "a draft: mingle profile try DRAFT")
    }
    // It was read without a mistake then; a later version of Mingle may be stricter.
    let reading = Profile.read(bytes: Array(used.text), path: profileName)
    guard let profile = reading.profile else {
      throw UsageFailure(
        "the profile that was used last cannot be read by this version of Mingle; compare with a "
          + "file: mingle profile try DRAFT")
    }
    return (profile, used.used)
  }

  private func compare(
    _ old: Profile, with new: Profile, usedSince: Date?, in window: TimeWindow
  ) async throws -> Trial {
    let leavesLearnedOut = old.language != new.language
    func ranker(for profile: Profile) async throws -> Ranker {
      leavesLearnedOut
        ? try await untaughtRanker(for: profile, at: window.until)
        : try await self.ranker(for: profile, at: window.until)
    }
    let before = try await ranker(for: old)
    var rankers = [(ranker: before, reader: FindingReader(profile: old))]
    // Two that score alike are not read twice.
    if old.fingerprint != new.fingerprint {
      rankers.append(
        (try await ranker(for: new), FindingReader(profile: new)))
    }
    let after = rankers[rankers.count - 1].ranker
    let findings = try await findings(in: window, by: rankers)
    let judged = try await judgedFindings(in: window, by: [(old, before), (new, after)])
    let comparison = RankingComparison(
      before: findings[0], after: findings[findings.count - 1],
      judged: (judged[0], judged[1]))
    let changed = comparison.gained + comparison.lost + comparison.moved
    let (oldWords, newWords) = (before.learnedTexts, after.learnedTexts)
    return Trial(
      before: .init(path: old.path, fingerprint: old.fingerprint, used: usedSince),
      after: .init(path: new.path, fingerprint: new.fingerprint),
      window: window, conversations: findings[0].count,
      difference: ProfileDifference(from: old, to: new), comparison: comparison,
      learned: (
        newWords.filter { !oldWords.contains($0) }, oldWords.filter { !newWords.contains($0) }
      ),
      leavesLearnedOut: leavesLearnedOut,
      shortIDs: try await store.shortIDs(of: changed.map(\.finding.id)))
  }
}

extension OpenWorkspace {
  /// A ranker that knows how common words are, and no more of what was learned than `learned`.
  private func untaughtRanker(
    for profile: Profile, at moment: Date, learned: LearnedWords = LearnedWords()
  ) async throws -> Ranker {
    let statistics = try await withIndex(language: profile.language) {
      try await $0.statistics(for: profile)
    }
    return Ranker(
      profile: profile, statistics: statistics, learned: learned, clocks: try await clocks(),
      now: moment)
  }

  /// What profiles find in the conversations of a window that the team decided about, without what
  /// these decisions taught: who knows the answers passes any test.
  private func judgedFindings(
    in window: TimeWindow, by profiles: [(profile: Profile, ranker: Ranker)]
  ) async throws -> [[Finding]] {
    let decided = try await decided(in: window)
    var findings: [[Finding]] = []
    for (profile, ranker) in profiles {
      let untaught = try await untaughtRanker(
        for: profile, at: window.until, learned: ranker.learnedWords.withoutDecisions)
      let reader = FindingReader(profile: profile)
      let verdicts = await untaught.judge(decided.map(\.conversation))
      findings.append(
        zip(verdicts, decided).map { reader.finding(from: $0, state: $1.state) })
    }
    return findings
  }
}

extension Ranker {
  fileprivate var learnedTexts: [String] { learnedWords.words.map(\.text) }
}

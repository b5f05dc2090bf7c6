package import Conversations
internal import Foundation
package import Profiles
package import Ranking
internal import Storage

extension OpenWorkspace {
  /// What the profiles of some rankers find in the conversations of a window, decided or not: a list
  /// for each ranker, all in the same order, for one pass over the store.
  func findings(
    in window: TimeWindow, by rankers: [(ranker: Ranker, reader: FindingReader)]
  ) async throws -> [[Finding]] {
    // Only the index is asked: texts are a hundred times as many bytes.
    let numbers = try await store.posts(active: window).map(\.post)
    var hits: [PostHits] = []
    for (ranker, _) in rankers { hits.append(try await self.hits(of: ranker, in: numbers)) }
    var findings: [[Finding]] = Array(repeating: [], count: rankers.count)
    try await store.forEachPortion(of: .active(window), withTexts: false) { portion in
      for (number, (ranker, reader)) in rankers.enumerated() {
        let hits = hits[number]
        findings[number] += await onAllCores(portion) { stretch in
          stretch.map { stored in
            let verdict = ranker.judge(
              stored.conversation, rows: stored.rows(in: numbers), by: hits)
            return reader.finding(from: verdict, state: stored.state)
          }
        }
      }
    }
    return findings
  }

  /// What each line of a profile did in a window.
  package func use(of profile: Profile, in window: TimeWindow) async throws -> ProfileUse {
    let ranker = try await ranker(for: profile, at: window.until)
    let findings = try await findings(
      in: window, by: [(ranker, FindingReader(profile: profile))])
    return ProfileUse(of: profile, in: findings[0])
  }

  /// Remembers that conversations were listed by the workspace's profile as it stands.
  package func rememberUse(of file: ProfileFile) async throws {
    try await store.remember(
      used: UsedProfile(
        fingerprint: file.profile.fingerprint, text: Data(file.bytes), used: now))
  }
}

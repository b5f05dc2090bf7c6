package import Conversations
internal import Foundation
package import Profiles
package import Ranking
internal import Storage

extension OpenWorkspace {
  /// What the profiles of some rankers find in the conversations of a window, decided or not: a list
  /// for each ranker, all in the same order, for one pass over the store. With `chosen` only those
  /// with these numbers are looked at.
  func findings(
    in window: TimeWindow, among chosen: Set<Int64>? = nil,
    by rankers: [(ranker: Ranker, reader: FindingReader)]
  ) async throws -> [[Finding]] {
    // Only the index is asked: texts are a hundred times as many bytes.
    let numbers = try await store.posts(active: window)
      .filter { chosen?.contains($0.conversation) ?? true }.map(\.post)
    let selection =
      chosen.map { ConversationSelection.numbered($0.sorted(), until: window.until) }
      ?? .active(window)
    var hits: [PostHits] = []
    for (ranker, _) in rankers { hits.append(try await self.hits(of: ranker, in: numbers)) }
    var findings: [[Finding]] = Array(repeating: [], count: rankers.count)
    try await store.forEachPortion(of: selection, withTexts: false) { portion in
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

  /// What a profile finds in the conversations of a window, or in those of them that are chosen.
  func findings(
    of profile: Profile, in window: TimeWindow, among chosen: Set<Int64>? = nil
  ) async throws -> [Finding] {
    let ranker = try await ranker(for: profile, at: window.until)
    return try await findings(
      in: window, among: chosen, by: [(ranker, FindingReader(profile: profile))])[0]
  }

  /// What each line of a profile did in a window.
  package func use(of profile: Profile, in window: TimeWindow) async throws -> ProfileUse {
    ProfileUse(of: profile, in: try await findings(of: profile, in: window))
  }

  /// Remembers that conversations were listed by the workspace's profile as it stands.
  package func rememberUse(of file: ProfileFile) async throws {
    try await store.remember(
      used: UsedProfile(
        fingerprint: file.profile.fingerprint, text: Data(file.bytes), used: now))
  }
}

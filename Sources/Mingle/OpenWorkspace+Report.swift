package import Conversations
internal import Exporting
internal import Foundation
package import Profiles
internal import Ranking
internal import Storage

extension OpenWorkspace {
  /// What the team, or one person of it, did in a window, and what came of it.
  ///
  /// Throws a `UsageFailure` if nobody of that name ever did anything.
  package func report(
    on window: TimeWindow, by person: String? = nil, profile: Profile
  ) async throws -> Report {
    let acts = try await store.acts(
      in: TimeWindow(since: .distantPast, until: window.until))
    let name = try person.map { try Self.person($0, among: acts) }
    let all = try await joins(of: acts, until: window.until, us: profile.us)
    let joins = all.filter { join in
      window.since <= join.at && (name.map { join.person.isSamePerson(as: $0) } ?? true)
    }
    var report = Report(
      made: now, window: window, business: profile.business,
      profile: Listing.ProfileReference(path: profile.path, fingerprint: profile.fingerprint),
      person: name, total: Tally(joins),
      rhythm: JoinRhythm(of: joins.map(\.at), in: window, calendar: .current),
      rooms: Self.counted(joins) { ($0.community, $0.community.plainName) },
      contributions: (Contribution.allCases + [nil]).compactMap { contribution in
        let joins = joins.filter { $0.contribution == contribution }
        return joins.isEmpty ? nil : (contribution, Tally(joins))
      },
      people: Self.counted(joins) { ($0.person, $0.person.lowercased()) },
      waiting: try await waiting(in: acts, by: name))
    if name == nil {
      report.surroundings = try await surroundings(window, joins: all, profile: profile)
    }
    return report
  }

  /// Who did something under a name; upper and lower case are alike.
  private static func person(_ name: String, among acts: [Act]) throws -> String {
    let people = acts.map(\.person).filter { !$0.isEmpty }
    if let known = people.last(where: { $0.isSamePerson(as: name) }) { return known }
    let names = Set(people).sorted()
    let remedy =
      didYouMean(name, among: names).map { "did you mean \($0)?" }
      ?? (names.isEmpty
        ? "say who you are with --by, or with “me:” in settings.yaml"
        : "those who did are \(names.joined(separator: ", "))")
    throw UsageFailure("nobody called \(name) did anything up to then; \(remedy)")
  }

  /// Joins by a name and what it is compared by; those with the most first, then by name.
  private static func counted(
    _ joins: [Join], by name: (Join) -> (shown: String, compared: String)
  ) -> [Report.Counted] {
    Dictionary(grouping: joins) { name($0).compared }.values
      .map { Report.Counted(name: name($0[0]).shown, tally: Tally($0)) }
      .sorted { left, right in
        left.tally.joins != right.tally.joins
          ? left.tally.joins > right.tally.joins : left.name < right.name
      }
  }

  /// What acts left on the shortlist, the latest first; of one person, what that person saved.
  private func waiting(in acts: [Act], by person: String?) async throws -> [Report.Waiting] {
    var saved: [ConversationID: Act] = [:]
    for (id, acts) in Dictionary(grouping: acts, by: \.conversation)
    where LedgerStanding(acts).state == .saved {
      let last = acts.last { $0.kind == .saved }
      guard let last, person.map({ last.person.isSamePerson(as: $0) }) ?? true else { continue }
      saved[id] = last
    }
    let short = try await store.shortIDs(of: Array(saved.keys))
    return try await conversations(saved.keys)
      .compactMap { conversation in
        saved[conversation.id].map { act in
          Report.Waiting(
            id: conversation.id, shortID: short[conversation.id] ?? conversation.id.text,
            heading: conversation.heading, community: conversation.community,
            address: conversation.address, saved: act.at, person: act.person)
        }
      }
      .sorted { $0.saved != $1.saved ? $0.saved > $1.saved : $0.id < $1.id }
  }

  /// What was said around the joins of a window, and what the keywords and feeds did for them.
  private func surroundings(
    _ window: TimeWindow, joins: [Join], profile: Profile
  ) async throws -> Report.Surroundings {
    let findings = try await findings(of: profile, in: window)
    let use = ProfileUse(of: profile, in: findings)
    return Report.Surroundings(
      conversations: use.conversations, relevant: use.listed,
      listened: Self.listened(findings, window, joins), earning: use.earning,
      skipped: use.skipped, unmatched: use.keywords.filter { $0.matches == 0 },
      feeds: try await feedHealth(until: window.until))
  }

  private static func listened(
    _ findings: [Finding], _ window: TimeWindow, _ joins: [Join]
  ) -> [Report.ListenedRoom] {
    var lastJoin: [String: Date] = [:]
    for join in joins { lastJoin[join.community.plainName] = join.at }
    return Dictionary(grouping: findings, by: \.community.plainName)
      .compactMap { name, findings in
        if let last = lastJoin[name], last >= window.since { return nil }
        return Report.ListenedRoom(
          name: findings[0].community, conversations: findings.count,
          relevant: findings.count(where: \.isShown), lastJoin: lastJoin[name])
      }
      .sorted { left, right in
        (right.relevant, right.conversations, left.name)
          < (left.relevant, left.conversations, right.name)
      }
  }
}

extension ProfileUse {
  /// From so many skipped conversations on a keyword is in the way.
  private static let manySkipped = 3

  /// The keywords that stand in joined or saved conversations, the most joined first.
  var earning: [KeywordUse] {
    sorted {
      $0.joined + $0.saved > 0
    } by: {
      (Double($0.joined), Double($0.saved), $0.share)
    }
  }

  /// Those that stand in several skipped ones and in none joined or saved, the most skipped first.
  var skipped: [KeywordUse] {
    sorted {
      $0.joined + $0.saved == 0 && $0.skipped >= Self.manySkipped
    } by: {
      (Double($0.skipped), Double($0.matches), 0)
    }
  }

  private func sorted(
    where holds: (KeywordUse) -> Bool, by value: (KeywordUse) -> (Double, Double, Double)
  ) -> [KeywordUse] {
    keywords.filter(holds).enumerated()
      .sorted { left, right in
        let (one, two) = (value(left.element), value(right.element))
        return one != two ? one > two : left.offset < right.offset
      }
      .map(\.element)
  }
}

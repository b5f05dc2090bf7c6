package import Conversations
internal import Exporting
package import Foundation
internal import Profiles
internal import Storage

/// What somebody of the team did about conversations.
package struct DecisionRequest: Sendable {
  package var kind: Act.Kind
  /// Who; empty if nobody says.
  package var person: String
  /// Empty if there is none.
  package var note: String
  package var at: Date
  /// Whether a conversation is taken over from whoever has claimed it.
  package var isForced: Bool

  package init(
    _ kind: Act.Kind, by person: String, note: String = "", at: Date, isForced: Bool = false
  ) {
    self.kind = kind
    self.person = person
    self.note = note
    self.at = at
    self.isForced = isForced
  }
}

/// What came of an act about a conversation.
package struct Decision: Sendable, Hashable {
  package var shortID: String
  /// The title, or what stands for it in lists.
  package var heading: String
  /// Where it stood before.
  package var before: LedgerStanding
  /// Whether anything was recorded.
  package var isRecorded: Bool
}

extension OpenWorkspace {
  /// Who does something: `named`, else who the settings say works here, else the user of this
  /// machine; empty if nobody is known. In one line.
  package func person(_ named: String? = nil) -> String {
    [named, settings.me, environment["USER"]].lazy
      .compactMap { $0?.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      .first { !$0.isEmpty }.map { String($0.prefix(100)) } ?? ""
  }

  /// Records what was done about conversations, named by the starts of their ids or by their
  /// addresses: about all or, if one is not known or claimed by somebody else, about none.
  ///
  /// Throws a `UsageFailure` for a name, and a `WorldFailure` for a claim.
  package func decide(_ request: DecisionRequest, about ids: [String]) async throws -> [Decision] {
    if request.kind == .claimed, request.person.isEmpty {
      throw UsageFailure("say who claims it: --by NAME, or for good as “me: NAME” in settings.yaml")
    }
    var found: [StoredConversation] = []
    for id in ids {
      let stored = try await conversation(named: id)
      // Named twice is meant once.
      if !found.contains(where: { $0.number == stored.number }) { found.append(stored) }
    }
    let names = found.map(\.conversation.id)
    let recorded = try await store.record(
      request.kind, about: names, by: request.person, note: request.note, at: request.at
    ) { before in
      before.admission(
        of: request.kind, by: request.person, note: request.note, at: request.at,
        isForced: request.isForced)
    }
    let short = try await store.shortIDs(of: names)
    let decisions = zip(found, recorded).map { stored, act in
      Decision(
        shortID: short[act.conversation] ?? act.conversation.text,
        heading: stored.conversation.heading, before: act.before,
        isRecorded: act.admission == .recorded)
    }
    let refusals = zip(decisions, recorded).compactMap { decision, act -> String? in
      guard case .refused(let claim) = act.admission else { return nil }
      return "\(decision.shortID) is claimed by \(claim.person), "
        + "\(age(of: claim.at, at: request.at)); with --force it is done all the same"
    }
    guard refusals.isEmpty else { throw WorldFailure(refusals.joined(separator: "\n")) }
    return decisions
  }

  /// The one conversation whose id starts with `id`; throws a `UsageFailure` if there is none or
  /// there are several.
  func find(_ id: String) async throws -> StoredConversation {
    let prefix = ConversationID.normalized(id)
    let found = prefix.isEmpty ? [] : try await store.conversations(.named(prefix))
    guard !found.isEmpty else {
      throw UsageFailure("there is no conversation \(id); today's are listed by: mingle today")
    }
    return try await only(of: found, for: id, remedy: "give one more sign")
  }

  /// The one of `found`; throws a `UsageFailure` if there are several.
  func only(
    of found: [StoredConversation], for name: String, remedy: String
  ) async throws -> StoredConversation {
    guard found.count == 1 else {
      let short = try await store.shortIDs(of: found.map(\.conversation.id))
      let names = found.map { "\(short[$0.conversation.id] ?? "") (\($0.conversation.heading))" }
      throw UsageFailure("\(name) could be \(names.joined(separator: ", ")); \(remedy)")
    }
    return found[0]
  }
}

package import Foundation

/// Something that a person of the team did about a conversation, as the ledger keeps it.
package struct Act: Sendable, Hashable {
  /// The later the greater; never given twice.
  package var number: Int64
  package var conversation: ConversationID
  package var kind: Kind
  /// Who did it, as they call themselves; empty if nobody said.
  package var person: String
  package var at: Date
  /// What the team wants to remember; empty if nothing.
  package var note: String

  /// What was done.
  package enum Kind: Sendable, Hashable {
    case saved
    case joined(as: Contribution?)
    case skipped
    case snoozed(until: Date)
    case reopened
    /// Somebody will answer, so that nobody else does.
    case claimed
    /// Somebody who had claimed it will not answer.
    case released
    /// Nothing but the note.
    case noted
  }

  package init(
    number: Int64, conversation: ConversationID, kind: Kind, person: String, at: Date, note: String
  ) {
    self.number = number
    self.conversation = conversation
    self.kind = kind
    self.person = person
    self.at = at
    self.note = note
  }
}

/// As what somebody of the team took part in a conversation.
package enum Contribution: String, Sendable, Hashable, CaseIterable {
  /// Answered a question or a problem.
  case helped
  /// Asked something.
  case asked
  /// Told of something of their own experience.
  case shared
  /// Spoke of the business.
  case mentionedUs = "mentioned-us"
}

extension Act.Kind {
  /// The kind in a word, as it is stored and told: `saved`, `joined`…
  package var word: String {
    switch self {
    case .saved: "saved"
    case .joined: "joined"
    case .skipped: "skipped"
    case .snoozed: "snoozed"
    case .reopened: "reopened"
    case .claimed: "claimed"
    case .released: "released"
    case .noted: "noted"
    }
  }
}

/// What the team decided about a conversation.
package enum ConversationState: String, Sendable, Hashable, CaseIterable {
  /// Nobody has decided anything yet.
  case new
  /// On the shortlist.
  case saved
  /// Somebody of the team took part in it.
  case joined
  /// It is not for us.
  case skipped
  /// It comes back at a time, or when somebody answers.
  case snoozed

  /// Whether there is nothing more to decide, so that listings leave it out.
  package var isDecided: Bool { self == .joined || self == .skipped }
}

package import Conversations
internal import Foundation

/// Something that the team did, as JSON listings show it.
package struct ActDocument: Encodable, Sendable {
  var number: Int64
  /// What was done, as `joined`.
  var kind: String
  /// As what it was joined: `helped`, `asked`, `shared` or `mentioned-us`.
  @OrNull var `as`: String?
  /// Who; null if nobody said.
  @OrNull var by: String?
  var at: Date
  /// Empty if there is none.
  var note: String
  /// Until when it was snoozed.
  @OrNull var until: Date?

  package init(_ act: Act) {
    number = act.number
    kind = act.kind.word
    if case .joined(let contribution) = act.kind { self.as = contribution?.rawValue }
    by = act.person.isEmpty ? nil : act.person
    at = act.at
    note = act.note
    if case .snoozed(let until) = act.kind { self.until = until }
  }
}

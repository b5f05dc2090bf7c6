internal import Conversations
internal import Storage

/// Which conversations of a list stand as one row with another, because they are one thing said in
/// several places.
///
/// A row takes only what is a cross-post of itself: of three in a chain the ends may have little to do
/// with each other.
struct CrossPostGroups {
  /// What leaves the list, by its number, and why.
  private(set) var left: [Int64: Reason] = [:]

  /// Why a conversation is not a row of its own.
  enum Reason: Hashable {
    /// It stands beside the row of this conversation.
    case stands(with: ConversationID)
    /// The team decided about this one, and so about what is said.
    case decided(ConversationID, ConversationState)
  }

  /// The groups among `standings`; what was decided elsewhere takes nothing off a list of everything.
  init(
    of standings: [Standing], _ pairs: [StoredCrossPost], _ marks: Marks, includesDecided: Bool
  ) {
    guard !pairs.isEmpty else { return }
    let others = Dictionary(grouping: pairs, by: \.conversation)
    let members = standings.filter { others[$0.number] != nil }
      .sorted { $0.leads($1) }
    if !includesDecided {
      for member in members {
        for other in others[member.number] ?? [] {
          guard let state = other.decision(marks) else { continue }
          left[member.number] = .decided(other.otherID, state)
          break
        }
      }
    }
    var listed: [Int64: Standing] = [:]
    for member in members { listed[member.number] = member }
    for member in members where left[member.number] == nil {
      listed[member.number] = nil
      for pair in others[member.number] ?? [] where left[pair.other] == nil {
        // In a list of everything what was decided stays to be seen.
        guard let other = listed[pair.other], !other.state.isDecided else { continue }
        left[pair.other] = .stands(with: member.id)
      }
    }
  }
}

extension StoredCrossPost {
  /// What was decided about the other; nil if it is to be listed itself.
  fileprivate func decision(_ marks: Marks) -> ConversationState? {
    if marks.isAway(otherID) { return .snoozed }
    return otherState.isDecided && !marks.isBack(otherID) ? otherState : nil
  }
}

extension Standing {
  /// Whether it is the better row of two that are one thing: what the team saved, the higher score, one
  /// that can be answered, the newer activity.
  fileprivate func leads(_ other: Standing) -> Bool {
    if (state == .new) != (other.state == .new) { return other.state == .new }
    if score != other.score { return score > other.score }
    if isOpen != other.isOpen { return isOpen }
    if lastActivity != other.lastActivity { return lastActivity > other.lastActivity }
    return id < other.id
  }
}

package import Foundation

/// Where a conversation stands by the acts of its ledger.
package struct LedgerStanding: Sendable, Hashable {
  /// What it was decided to be; a snooze only puts that off.
  package private(set) var state = ConversationState.new
  /// When the state was decided; nil while nobody has.
  package private(set) var changed: Date?
  /// The snooze that it is under, or came back from; nil if something was decided since.
  package private(set) var snooze: Snooze?
  /// Who said that they will answer, whether that has lapsed or not.
  package private(set) var claim: Claim?

  /// A conversation that was put off.
  package struct Snooze: Sendable, Hashable {
    package var at: Date
    package var until: Date
  }

  /// Somebody who will answer, so that nobody else does.
  package struct Claim: Sendable, Hashable {
    package var person: String
    package var at: Date

    package init(person: String, at: Date) {
      self.person = person
      self.at = at
    }

    /// Whether it holds at a moment. Who has not answered after two days will not, and the others
    /// should not wait for them.
    package func holds(at moment: Date) -> Bool {
      moment < at.addingTimeInterval(TimeInterval(Self.days) * 86_400)
    }

    /// For so many days a claim holds.
    package static let days = 2
  }

  /// What comes of acts that stand, in the order of their numbers: it counts which one was written
  /// last, not which day it was said to be done on.
  package init(_ acts: [Act] = []) {
    for act in acts {
      switch act.kind {
      case .saved: decide(.saved, act.at)
      case .joined:
        decide(.joined, act.at)
        claim = nil
      case .skipped:
        decide(.skipped, act.at)
        claim = nil
      case .reopened: decide(.new, act.at)
      case .snoozed(let until): snooze = Snooze(at: act.at, until: until)
      case .claimed: claim = Claim(person: act.person, at: act.at)
      case .released: claim = nil
      case .noted: break
      }
    }
  }

  private mutating func decide(_ new: ConversationState, _ date: Date) {
    state = new
    changed = date
    snooze = nil
  }

  /// The claim that holds at a moment.
  package func claim(at moment: Date) -> Claim? {
    claim.flatMap { $0.holds(at: moment) ? $0 : nil }
  }
}

extension LedgerStanding {
  /// What an act would come to.
  package enum Admission: Sendable, Hashable {
    case recorded
    /// It would change nothing and says nothing.
    case needless
    /// Somebody else has it.
    case refused(Claim)
  }

  /// What an act of `person` at a moment would come to. `isForced` takes a conversation over from
  /// whoever has claimed it.
  package func admission(
    of kind: Act.Kind, by person: String, note: String, at moment: Date, isForced: Bool
  ) -> Admission {
    let others = claim(at: moment).flatMap { $0.person.isSamePerson(as: person) ? nil : $0 }
    switch kind {
    case .claimed: return others.map { isForced ? .recorded : .refused($0) } ?? .recorded
    case .released:
      if let others, !isForced { return .refused(others) }
      return claim == nil && note.isEmpty ? .needless : .recorded
    case .saved: return isSettled(.saved) && note.isEmpty ? .needless : .recorded
    case .skipped: return isSettled(.skipped) && note.isEmpty ? .needless : .recorded
    case .reopened: return isSettled(.new) && note.isEmpty ? .needless : .recorded
    // Who joins again has read what came in since.
    case .joined, .snoozed, .noted: return .recorded
    }
  }

  private func isSettled(_ state: ConversationState) -> Bool {
    self.state == state && snooze == nil
  }
}

extension String {
  /// Whether two names are one person's: upper and lower case are not told apart.
  package func isSamePerson(as other: String) -> Bool { lowercased() == other.lowercased() }
}

import Conversations
import Foundation
import Testing

@Suite struct LedgerStandingTests {
  private static let noon = Date(timeIntervalSince1970: 1_800_000_000)
  private static let later = noon.addingTimeInterval(3 * 86_400)

  /// Acts by Ann, an hour apart from noon on.
  private static func standing(_ kinds: [Act.Kind]) -> LedgerStanding {
    LedgerStanding(
      kinds.enumerated().map { number, kind in
        Act(
          number: Int64(number), conversation: ConversationID(thread: "t"), kind: kind,
          person: "Ann", at: noon.addingTimeInterval(Double(number) * 3600), note: "")
      })
  }

  @Test(
    arguments: [
      ([], .new, false, false),
      ([.saved], .saved, false, false),
      ([.saved, .joined(as: .helped)], .joined, false, false),
      ([.skipped, .reopened], .new, false, false),
      // A note and a claim decide nothing.
      ([.saved, .noted], .saved, false, false),
      ([.saved, .claimed], .saved, false, true),
      ([.claimed, .released], .new, false, false),
      ([.claimed, .joined(as: nil)], .joined, false, false),
      ([.claimed, .skipped], .skipped, false, false),
      ([.claimed, .saved], .saved, false, true),
      // A snooze puts off what was decided, and is over when something else is.
      ([.saved, .snoozed(until: later)], .saved, true, false),
      ([.snoozed(until: later), .claimed], .new, true, true),
      ([.snoozed(until: later), .saved], .saved, false, false),
      ([.snoozed(until: later), .reopened], .new, false, false),
    ] as [([Act.Kind], ConversationState, Bool, Bool)])
  func comesOfTheActs(
    kinds: [Act.Kind], state: ConversationState, isSnoozed: Bool, isClaimed: Bool
  ) {
    let standing = Self.standing(kinds)
    #expect(standing.state == state)
    #expect((standing.snooze != nil) == isSnoozed)
    #expect((standing.claim != nil) == isClaimed)
  }

  /// What was written down last counts, whatever day it is said to be of.
  @Test func theLastActByNumberWins() {
    let id = ConversationID(thread: "t")
    let standing = LedgerStanding([
      Act(
        number: 1, conversation: id, kind: .joined(as: nil), person: "", at: Self.later, note: ""),
      Act(number: 2, conversation: id, kind: .skipped, person: "", at: Self.noon, note: ""),
    ])
    #expect(standing.state == .skipped)
    #expect(standing.changed == Self.noon)
  }

  @Test func aClaimLapsesAfterTwoDays() {
    let standing = Self.standing([.claimed])
    #expect(standing.claim(at: Self.noon.addingTimeInterval(2 * 86_400 - 1))?.person == "Ann")
    #expect(standing.claim(at: Self.noon.addingTimeInterval(2 * 86_400)) == nil)
  }

  @Test(
    arguments: [
      ([.claimed], .claimed, "Ben", false, false), ([.claimed], .claimed, "Ben", true, true),
      ([.claimed], .claimed, "ANN", false, true), ([.claimed], .released, "Ben", false, false),
      ([.claimed], .released, "Ben", true, true), ([.claimed], .released, "ann", false, true),
      // Somebody else may still find that it is nothing for us.
      ([.claimed], .skipped, "Ben", false, true), ([.claimed], .noted, "Ben", false, true),
      ([], .claimed, "Ben", false, true),
    ] as [([Act.Kind], Act.Kind, String, Bool, Bool)])
  func whatSomebodyHasClaimedIsTheirs(
    before: [Act.Kind], kind: Act.Kind, person: String, isForced: Bool, isAdmitted: Bool
  ) {
    let standing = Self.standing(before)
    let admission = standing.admission(
      of: kind, by: person, note: "", at: Self.noon, isForced: isForced)
    #expect(
      admission
        == (isAdmitted
          ? .recorded : .refused(LedgerStanding.Claim(person: "Ann", at: Self.noon))))
  }

  @Test(
    arguments: [
      ([.saved], .saved, "", .needless), ([.saved], .saved, "why", .recorded),
      ([.saved, .snoozed(until: later)], .saved, "", .recorded),
      ([], .reopened, "", .needless), ([.skipped], .skipped, "", .needless),
      ([], .released, "", .needless),
      // It marks what came in since as read.
      ([.joined(as: nil)], .joined(as: nil), "", .recorded),
    ] as [([Act.Kind], Act.Kind, String, LedgerStanding.Admission)])
  func whatChangesNothingIsNotRecorded(
    before: [Act.Kind], kind: Act.Kind, note: String, admission: LedgerStanding.Admission
  ) {
    #expect(
      Self.standing(before)
        .admission(of: kind, by: "Ann", note: note, at: Self.noon, isForced: false) == admission)
  }
}

import Conversations
import Foundation
import Mingle
import Testing

@Suite struct JoinTests {
  private static func date(_ hour: Int) -> Date {
    Date(timeIntervalSince1970: 1_800_000_000 + 3600 * TimeInterval(hour))
  }

  private static func act(
    _ kind: Act.Kind, by person: String = "Sam", in conversation: String = "a", at hour: Int = 0
  ) -> Act {
    Act(
      number: 0, conversation: ConversationID(stored: conversation), kind: kind, person: person,
      at: date(hour), note: "")
  }

  private static func told(_ joins: [Join]) -> [String] {
    joins.map { "\($0.conversation) \($0.person) \($0.contribution?.rawValue ?? "?")" }
  }

  @Test(
    arguments: [
      ([act(.joined(as: .helped))], ["a Sam helped"]),
      // Joining again is reading the answers.
      ([act(.joined(as: .helped)), act(.joined(as: .helped))], ["a Sam helped"]),
      ([act(.joined(as: .helped)), act(.joined(as: nil))], ["a Sam helped"]),
      // First nobody said as what, then somebody did.
      ([act(.joined(as: nil)), act(.joined(as: .asked), by: "sam")], ["a Sam asked"]),
      ([act(.joined(as: nil)), act(.joined(as: nil))], ["a Sam ?"]),
      (
        [act(.joined(as: .helped)), act(.joined(as: .mentionedUs))],
        ["a Sam helped", "a Sam mentioned-us"]
      ),
      (
        [act(.joined(as: .helped)), act(.joined(as: nil), by: "Ann")],
        ["a Sam helped", "a Ann ?"]
      ),
      ([act(.joined(as: .helped)), act(.reopened)], []),
      (
        [act(.joined(as: .helped)), act(.reopened), act(.joined(as: .shared))], ["a Sam shared"]
      ),
      ([act(.joined(as: .helped)), act(.skipped), act(.saved)], ["a Sam helped"]),
      ([act(.saved), act(.claimed), act(.noted)], []),
      (
        [act(.joined(as: nil), in: "b", at: 2), act(.joined(as: nil), in: "a", at: 1)],
        ["a Sam ?", "b Sam ?"]
      ),
    ] as [([Act], [String])])
  func countsAPersonOnceAsEachThing(acts: [Act], joins: [String]) {
    #expect(Self.told(Join.all(of: acts)) == joins)
  }

  private func join(
    _ conversation: String, _ contribution: Contribution? = nil, answers: Int? = nil
  ) -> Join {
    Join(
      conversation: ConversationID(stored: conversation), community: "r/espresso", person: "",
      contribution: contribution, at: Self.date(0), answers: answers)
  }

  @Test func aConversationIsAnsweredOnce() {
    let tally = Tally([
      join("a", .helped, answers: 3), join("a", .shared, answers: 1), join("b", answers: 0),
      join("c", .helped, answers: nil),
    ])
    #expect(tally.joins == 4)
    #expect(tally.said == [.helped: 2, .shared: 1])
    #expect(tally.unsaid == 1)
    #expect(tally.conversations == 3)
    #expect((tally.answered, tally.unanswered, tally.untold) == (1, 1, 1))
    #expect(tally.answers == 3)
    #expect(tally.answerRate == 0.5)
    #expect(Tally([]).answerRate == nil)
    #expect(Tally([join("a", answers: nil)]).answerRate == nil)
  }

  /// One in ten is the rule; a single mention, or fewer than five joins, means nothing.
  @Test(arguments: [
    (0, 5, nil), (1, 5, nil), (1, 9, nil), (2, 4, nil), (2, 5, 15), (2, 19, 1), (2, 20, nil),
    (3, 12, 18), (5, 5, 45),
  ])
  func tellsHowManyJoinsWouldBalance(mentions: Int, joins: Int, balancing: Int?) {
    let tally = Tally(
      (0..<joins).map { join("\($0)", $0 < mentions ? .mentionedUs : .helped) })
    #expect(tally.mentionShare == Double(mentions) / Double(joins))
    #expect(tally.balancingJoins == balancing)
    guard let balancing else { return }
    #expect(Double(mentions) / Double(joins + balancing) == Tally.mostMentions)
  }
}

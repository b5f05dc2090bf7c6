import Conversations
import Testing

@Suite struct ConversationIDTests {
  /// The ids stand in people's notes: they must never change.
  @Test(arguments: [
    ("reddit:zzdemo19", "3j5dqtvzbv7w9"),
    ("example.org/a", "9saacb8faxk96"),
  ])
  func isTheSameForEver(thread: String, expected: String) {
    #expect(ConversationID(thread: thread).text == expected)
  }

  @Test func anotherAttemptIsAnotherName() {
    let first = ConversationID(thread: "a")
    let second = ConversationID(thread: "a", attempt: 1)
    #expect(first != second)
    #expect(second.text.count == 13)
  }

  @Test func tenThousandThreadsHaveTenThousandNames() {
    let names = Set((0..<10_000).map { ConversationID(thread: "reddit:\($0)").text })
    #expect(names.count == 10_000)
    // Prefixes differ too: 32^4 places for 10,000 names.
    #expect(Set(names.map { $0.prefix(4) }).count > 9_900)
  }

  @Test func readsWhatPeopleType() {
    #expect(ConversationID.normalized("3FOl") == "3f01")
  }
}

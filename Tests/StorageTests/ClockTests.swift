import Conversations
import Foundation
import Storage
import Testing

@Suite struct ClockTests {
  @Test func notesHowLongRepliesTook() async throws {
    let fixture = try Fixture()
    try await fixture.record([
      post("a", thread: "a", minutesAgo: 100),
      post("a1", thread: "a", role: .reply(to: nil), minutesAgo: 90),
      post("a2", thread: "a", role: .reply(to: nil), minutesAgo: 40),
      post("undated", thread: "a", role: .reply(to: nil), minutesAgo: nil),
      post("b1", thread: "b", role: .reply(to: nil), minutesAgo: 10),
      post("c", thread: "c", minutesAgo: 5),
    ])
    let waiting = try await fixture.store.unindexed()
    #expect(try await fixture.store.noteDelays(ofThreadsOf: waiting) == ["r/espresso"])
    func seconds() async throws -> [Double] {
      try await fixture.store.delays(in: "r/espresso", most: 10).map(\.seconds).sorted()
    }
    #expect(try await seconds() == [600, 3600])
    #expect(try await fixture.store.delays(in: "r/espresso", most: 1).count == 1)
    // Nothing is noted twice, also not where another feed has the same reply.
    try await fixture.record(
      [post("a1", thread: "a", role: .reply(to: nil), minutesAgo: 90)],
      feed: "https://a.example/search")
    let again = try await fixture.store.unindexed()
    #expect(try await fixture.store.noteDelays(ofThreadsOf: again).isEmpty)
    #expect(try await seconds() == [600, 3600])
    // An opening that comes late tells of the replies before it.
    try await fixture.record([post("b", thread: "b", minutesAgo: 30)])
    let late = try await fixture.store.unindexed()
    #expect(try await fixture.store.noteDelays(ofThreadsOf: late) == ["r/espresso"])
    #expect(try await seconds() == [600, 1200, 3600])
  }

  @Test func remembersClocks() async throws {
    let fixture = try Fixture()
    defer { withExtendedLifetime(fixture) {} }
    let store = fixture.store
    let clock = StoredClock(community: "r/espresso", half: 60, most: 120)
    try await store.set(clock: clock, of: "r/espresso")
    #expect(try await store.clocks() == [clock])
    try await store.set(clock: nil, of: "r/espresso")
    #expect(try await store.clocks().isEmpty)
  }
}

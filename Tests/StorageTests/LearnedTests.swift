import Conversations
import Foundation
import GRDB
import Storage
import Support
import Testing

@Suite struct LearnedTests {
  /// Many profiles tried at one time were learned from the same last post; the newest was thrown out.
  @Test func whatWasLearnedLastIsKept() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "mingle.db"
    let store = try Store(at: path)
    for number in 0..<30 {
      let name = String(format: "%02d", number)
      try await store.remember(learned: Data(name.utf8), fingerprint: name, lastPost: 7)
      #expect(try await store.learned(fingerprint: name)?.words == Data(name.utf8))
    }
    let kept = try await DatabaseQueue(path: path).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM learned")
    }
    #expect(kept == 20)
  }

  @Test func theLatestDecisionsComeFirst() async throws {
    let fixture = try Fixture()
    try await fixture.record((1...6).map { post("\($0)", thread: "\($0)") })
    let all = try await fixture.store.conversations(.named(""))
    let ids = all.map(\.conversation.id)
    func decide(_ state: ConversationState, _ place: Int, at seconds: Double) async throws {
      try await fixture.store.set(state, of: [ids[place]], at: noon.addingTimeInterval(seconds))
    }
    try await decide(.joined, 4, at: 1)
    try await decide(.joined, 0, at: 2)
    try await decide(.saved, 3, at: 2)
    try await decide(.joined, 1, at: 3)
    try await decide(.skipped, 2, at: 9)
    let liked = try await fixture.store.decisions(in: [.joined, .saved], most: 3)
    // Of those of one moment the first by name.
    #expect(liked.map(\.id) == [ids[1], ids[0], ids[3]])
    #expect(liked.map(\.number) == [all[1].number, all[0].number, all[3].number])
    #expect(try await fixture.store.decisions(in: [.skipped], most: 9).map(\.id) == [ids[2]])
  }
}

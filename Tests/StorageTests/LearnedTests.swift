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
      let name = String(format: "%02d", 30 - number)
      try await store.remember(learned: Data(name.utf8), fingerprint: name, lastPost: 7)
      #expect(try await store.learned(fingerprint: name)?.words == Data(name.utf8))
    }
    let kept = try await DatabaseQueue(path: path).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM learned")
    }
    #expect(kept == 20)
  }
}

import Foundation
import Storage
import Support
import Testing

@Suite struct LearnedTests {
  /// While no post comes in, what was learned last is kept like the rest.
  @Test func whatWasJustLearnedIsKept() async throws {
    let store = try Store(at: try TemporaryFolder().path + "mingle.db")
    for number in 0..<30 {
      let name = String(format: "%02d", number)
      try await store.remember(learned: Data(name.utf8), fingerprint: name, lastPost: 7)
      #expect(try await store.learned(fingerprint: name)?.words == Data(name.utf8))
    }
  }
}

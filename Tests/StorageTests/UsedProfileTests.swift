import Foundation
import GRDB
import Storage
import Support
import Testing

@Suite struct UsedProfileTests {
  private func used(_ name: String, at seconds: TimeInterval) -> UsedProfile {
    UsedProfile(
      fingerprint: name, text: Data("text of \(name)".utf8),
      used: Date(timeIntervalSince1970: seconds))
  }

  @Test func theLastOneIsRememberedFromItsFirstUse() async throws {
    let folder = try TemporaryFolder()
    let store = try Store(at: folder.path + "mingle.db")
    #expect(try await store.lastUsedProfile() == nil)
    try await store.remember(used: used("a", at: 100))
    try await store.remember(used: used("a", at: 200))
    #expect(try await store.lastUsedProfile() == used("a", at: 100))
    try await store.remember(used: used("b", at: 300))
    try await store.remember(used: used("a", at: 400))
    #expect(try await store.lastUsedProfile() == used("a", at: 400))
  }

  @Test func onlyTheLastFewAreKept() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "mingle.db"
    let store = try Store(at: path)
    for number in 0..<15 { try await store.remember(used: used("\(number)", at: 0)) }
    let kept = try await DatabaseQueue(path: path).read {
      try String.fetchAll($0, sql: "SELECT fingerprint FROM used_profiles ORDER BY id")
    }
    #expect(kept == (5..<15).map(String.init))
  }

  @Test func lookingLeavesNoTrace() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "mingle.db"
    try await Store(at: path).remember(used: used("a", at: 100))
    let before = try Data(contentsOf: URL(filePath: path))
    func names() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }
    let files = try names()
    do {
      let store = try Store(lookingAt: path)
      #expect(store.isReadOnly)
      try await store.remember(used: used("b", at: 200))
      try await store.remember(learned: Data(), fingerprint: "b", lastPost: 1)
      #expect(try await store.lastUsedProfile() == used("a", at: 100))
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(try names() == files)
  }

  @Test func anOlderDatabaseIsBroughtUpToDate() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "mingle.db"
    _ = try Store(at: path)
    try await DatabaseQueue(path: path).write { database in
      try database.execute(sql: "DROP TABLE used_profiles")
      try database.execute(
        sql: "DELETE FROM grdb_migrations WHERE identifier = '3: profiles that were used'")
    }
    let store = try Store(lookingAt: path)
    #expect(try await store.lastUsedProfile() == nil)
  }
}

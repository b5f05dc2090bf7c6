import Conversations
import Foundation
import GRDB
import Storage
import Support
import Synchronization
import Testing

/// What is saved of a database whose first page is gone, so that SQLite opens nothing of it.
@Suite struct RecoveryTests {
  private let folder: TemporaryFolder
  private var path: String { folder.url.appending(path: "mingle.db").path }

  init() throws { folder = try TemporaryFolder() }

  /// Stores posts, takes away the first page of a copy of the files, and saves from that.
  private func recovered(
    _ posts: [Post], isClosed: Bool = true, changedBy sql: String = ""
  ) async throws -> Store {
    var store: Store? = try Store(at: path)
    var visit = Visit(feed: "a")
    visit.validators = Visit.Validators(
      address: try #require(Address("https://a.example/")), etag: Array("\"1\"".utf8),
      lastModified: nil)
    _ = try await store?.record(
      visit, document: Store.Document(title: "A", notes: 0, posts: posts), at: noon)
    if isClosed { store = nil }
    if !sql.isEmpty {
      try await DatabaseQueue(path: path).writeWithoutTransaction { try $0.execute(sql: sql) }
    }
    let copy = folder.url.appending(path: "copy.db").path
    for suffix in ["", "-wal"] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
    }
    withExtendedLifetime(store) {}
    if isClosed {
      let bytes = try Data(contentsOf: URL(filePath: copy))
      try (Data(repeating: 0, count: 4096) + bytes.dropFirst(4096)).write(to: URL(filePath: copy))
    }
    let recovery = try #require(try await Recovery.save(from: copy))
    #expect(recovery.path == copy + ".recovered")
    #expect(try await Store.examine(recovery.path).faults == [])
    return try Store(at: recovery.path)
  }

  private func texts(of store: Store) async throws -> [String] {
    let texts = Texts()
    try await store.forEachPost { _, post in texts.add(post.text) }
    return texts.all
  }

  private func post(_ id: String, text: String) -> Post {
    Post(id: id, feed: "a", community: "c", thread: id, title: id, text: text)
  }

  /// A text goes on over as many pages as it needs.
  @Test func textsOfAnyLengthAreWhole() async throws {
    let lengths = [0, 1, 100, 3900, 4060, 4061, 4062, 4100, 8200, 100_000, 1_000_000]
    let posts = lengths.map { length in
      post(
        "\(length)",
        text: String((0..<length).map { Character(Unicode.Scalar(97 + UInt8($0 % 23))) }))
    }
    let store = try await recovered(posts)
    #expect(try await texts(of: store) == posts.map(\.text))
  }

  /// Else what was lost would never come again: the server would say that nothing has changed.
  @Test func validatorsAreForgotten() async throws {
    let store = try await recovered([post("1", text: "One")])
    #expect(try await store.visits()["a"]?.validators == nil)
  }

  /// What a killed run left in the log counts too.
  @Test func theLogIsRead() async throws {
    let posts = (0..<500).map { post("\($0)", text: "Text \($0)") }
    let store = try await recovered(posts, isClosed: false)
    #expect(try await texts(of: store) == posts.map(\.text))
  }

  @Test func postsWithoutAFeedOrConversationAreKept() async throws {
    let store = try await recovered(
      [post("1", text: "One"), post("2", text: "Two")],
      changedBy: "PRAGMA foreign_keys = OFF; DELETE FROM feeds; DELETE FROM conversations")
    #expect(try await texts(of: store) == ["One", "Two"])
  }

  @Test func whatIsNoDatabaseGivesNothing() async throws {
    for text in ["", "abc", String(repeating: "\u{D}", count: 10_000)] {
      let file = try folder.write(text, to: "text.db")
      #expect(try await Recovery.save(from: file.path) == nil)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["text.db"])
  }
}

private final class Texts: Sendable {
  private let texts = Mutex<[String]>([])
  var all: [String] { texts.withLock { $0 } }
  func add(_ text: String) { texts.withLock { $0.append(text) } }
}
